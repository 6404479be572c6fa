import type { TemplateEntry } from '../../../contract';
import type { Lang, Template } from '../../../core/model/records';
import { createOp, type Op } from '../../../core/plan/ops';
import { refuse } from '../../../core/result';
import { isStarterId, type StarterTemplate } from '../../../core/templates/starter';
import type { ReadDb } from '../database';
import { listViews, readView } from '../rows';
import { readBody } from './pieces';

/** Templates: the shelf that comes with the studio, and the workspace's own, which are records as any other. */
const entryOf = (db: ReadDb, template: Template): TemplateEntry => {
  const { id, name, title, kind, subkind, lang, brief, tags } = template;
  const { doc } = readBody(db, id, 'template');
  return { id, own: true, name, title, kind, subkind, lang, brief, tags, doc };
};
const shelfEntry = (template: StarterTemplate): TemplateEntry => ({ ...template, own: false });

/** The shelf's texts are read only by who opens it: they would weigh on every start. */
const shelf = async (): Promise<readonly StarterTemplate[]> =>
  (await import('../../../core/templates/shelf')).starterShelf();

/** The workspace's own, newest name order, then the shelf in `lang`. */
export async function listTemplates(db: ReadDb, lang: Lang): Promise<readonly TemplateEntry[]> {
  const own = listViews(db, 'template').map((template) => entryOf(db, template));
  const starters = (await shelf()).filter((template) => template.lang === lang).map(shelfEntry);
  return [...own.sort((a, b) => a.name.localeCompare(b.name, lang)), ...starters];
}

/** One template of either kind; refuses `not_found`. */
export async function readTemplate(db: ReadDb, id: string): Promise<TemplateEntry> {
  const missing = () => refuse('not_found', { where: `template ${id}` });
  if (isStarterId(id)) {
    const found = (await shelf()).find((template) => template.id === id);
    return found === undefined ? missing() : shelfEntry(found);
  }
  const own = readView(db, 'template', id);
  return own === null ? missing() : entryOf(db, own);
}

/**
 * Keeps a piece as a template: its text, kind, language, tags and the title as the pattern. The brief stays behind
 * except for the rules, which hold from one piece to the next; a deadline of last time would be published by mistake.
 */
export function templateOps(
  db: ReadDb,
  id: string,
  { pieceId, name, over }: { pieceId: string; name: string; over: string | null },
): readonly Op[] {
  const piece = readView(db, 'piece', pieceId) ?? refuse('not_found', { where: `piece ${pieceId}` });
  const doc = readBody(db, pieceId).doc ?? refuse('unknown_body');
  const { title, kind, subkind, lang, tags } = piece;
  const brief = Object.fromEntries(Object.entries(piece.brief).filter(([key]) => keptKeys.has(key)));
  const draft = { name, title, kind, subkind, lang, brief, tags };
  if (over === null) return [createOp('template', id, draft, doc)];
  const before = readView(db, 'template', over) ?? refuse('not_found', { where: `template ${over}` });
  const set = (register: string, value: string | null): Op => ({ kind: 'set', type: 'template', id, register, value });
  const keys = new Set([...Object.keys(before.brief), ...Object.keys(brief)]);
  return [
    set('name', name),
    set('title', title),
    set('kind', kind),
    set('subkind', subkind),
    set('lang', lang),
    ...[...keys].map((key) => set(`brief.${key}`, brief[key] ?? null)),
    ...before.tags
      .filter((tag) => !tags.includes(tag))
      .map((tag): Op => ({ kind: 'remove', type: 'template', id, set: 'tags', element: tag })),
    ...tags
      .filter((tag) => !before.tags.includes(tag))
      .map((tag): Op => ({ kind: 'add', type: 'template', id, set: 'tags', element: tag })),
    { kind: 'write', type: 'template', id, doc },
  ];
}

/** Fields of a brief that are the same next time. */
const keptKeys: ReadonlySet<string> = new Set(['rules']);

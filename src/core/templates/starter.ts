import { readMarkdown } from '../markdown/readMarkdown';
import { readYaml } from '../markdown/yaml';
import type { Doc } from '../model/doc';
import { digest } from '../model/ids';
import type { Lang, PieceKind } from '../model/vocabulary';

/** One template of the starter shelf: what a piece begins with. */
export type StarterTemplate = {
  /** `starter_story-founder-reply_en`; told from a workspace's own by its prefix. */
  readonly id: string;
  readonly name: string;
  /** The pattern of the title; fields in it (`{{place}}`) are filled in on adaptation. */
  readonly title: string;
  readonly kind: PieceKind;
  readonly subkind: string | null;
  readonly lang: Lang;
  /** Only what holds for most pieces of this kind: a draw's usual rules. What differs is asked by the form. */
  readonly brief: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  readonly doc: Doc;
};

const PREFIX = 'starter_';
export const isStarterId = (id: string): boolean => id.startsWith(PREFIX);
const starterId = (file: string): string => `${PREFIX}${file.replace('.', '_')}`;

/**
 * Reads the shelf's Markdown files, by their names without the ending (`story-founder-reply.en`). `name` in the head is
 * what the menu says; everything else is as in any Markdown piece. Throws on a file that cannot be read: the files are
 * ours, and a test reads all of them.
 */
export function readShelf(files: Readonly<Record<string, string>>): readonly StarterTemplate[] {
  return Object.entries(files)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([file, text]) => readStarter(file, text));
}

function readStarter(file: string, text: string): StarterTemplate {
  const read = readMarkdown(text, `${file}.md`);
  if (!read.ok) throw new Error(`The template ${file} cannot be read: ${JSON.stringify(read.error)}`);
  const strange = read.value.warnings.filter(({ code, name }) => !(code === 'unknown_key' && name === 'name'));
  if (strange.length > 0) throw new Error(`The template ${file} has ${JSON.stringify(strange)}`);
  const { title, kind, subkind, lang, brief, tags, doc } = read.value.piece;
  const id = starterId(file);
  return { id, name: nameOf(text, file), title, kind, subkind, lang, brief, tags, doc: withBlockIds(doc, id) };
}

function nameOf(text: string, file: string): string {
  const head = readYaml(text.slice(4, text.indexOf('\n---', 4)));
  const name = head.ok ? (head.value as { readonly name?: unknown }).name : undefined;
  if (typeof name !== 'string' || name === '') throw new Error(`The template ${file} has no name.`);
  return name;
}

/** Blocks keep their ids from the template on, so that siblings made from one template can be compared block by block. */
const withBlockIds = (doc: Doc, id: string): Doc =>
  ({
    ...doc,
    content: doc.content.map((block, index) => ({
      ...block,
      attrs: { ...block.attrs, id: `b_${digest(`${id}\n${index}`).slice(0, 16)}` },
    })),
  }) as Doc;

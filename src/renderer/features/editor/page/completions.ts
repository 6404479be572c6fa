import type { Outline } from '../../../../contract';
import { briefKeys, type Lang, type Piece } from '../../../../core/model/records';
import { searchable } from '../../../../core/text/searchable';
import { sayBriefLabel } from '../../../../core/words/briefLabels';
import type { Asking } from '../extensions/completion';

/** One thing that can be put in. */
export type Suggestion = {
  readonly id: string;
  readonly label: string | null;
  /** What the list shows, and a quiet word beside it. */
  readonly shown: string;
  readonly note: string;
};

const MOST = 8;

/**
 * What fits behind the sign: topics of campaign, piece and accounts; names and handles; fields of the brief. What was
 * typed comes last as it is, so that a new topic or name needs no detour.
 */
export function suggestionsFor(
  asking: Asking,
  piece: Piece,
  outline: Outline | null,
  lang: Lang,
): readonly Suggestion[] {
  const known = sources[asking.trigger](piece, outline, lang);
  const query = searchable(asking.query);
  const seen = new Set<string>();
  const hits = known.filter(({ id, shown, note }) => {
    if (id === '' || seen.has(id)) return false;
    seen.add(id);
    return query === '' || searchable(`${id} ${shown} ${note}`).includes(query);
  });
  const starts = hits.filter(({ shown }) => searchable(shown).startsWith(query));
  const ordered = [...starts, ...hits.filter((hit) => !starts.includes(hit))].slice(0, MOST);
  const own = asking.query.trim();
  return own === '' || asking.trigger === 'field' || ordered.some(({ shown }) => shown === own)
    ? ordered
    : [...ordered, { id: own, label: null, shown: own, note: '' }];
}

const bare = (tag: string): string => tag.replace(/^[#＃]|[#＃]$/g, '').trim();

const topic = (tag: string, note: string): Suggestion => ({ id: bare(tag), label: null, shown: bare(tag), note });

const sources: Readonly<
  Record<Asking['trigger'], (piece: Piece, outline: Outline | null, lang: Lang) => readonly Suggestion[]>
> = {
  hashtag: (piece, outline) => [
    ...(piece.brief.hashtag === undefined ? [] : [topic(piece.brief.hashtag, '')]),
    ...(outline?.campaign ?? []).filter(({ hashtag }) => hashtag !== '').map((one) => topic(one.hashtag, one.name)),
    ...piece.tags.map((tag) => topic(tag, '')),
    ...(outline?.account ?? []).flatMap((one) => one.standingTags.map((tag) => topic(tag, one.name))),
  ],
  mention: (_piece, outline) => [
    ...(outline?.account ?? [])
      .filter(({ closed }) => !closed)
      .map((one) => ({
        id: (one.handle || one.name).replace(/^@/, ''),
        label: one.name,
        shown: one.name,
        note: one.handle,
      })),
    ...(outline?.persona ?? []).map((one) => ({ id: one.name, label: null, shown: one.name, note: one.title })),
  ],
  field: (piece, _outline, lang) =>
    [...new Set([...briefKeys[piece.kind], ...Object.keys(piece.brief)])].map((name) => ({
      id: name,
      label: null,
      shown: sayBriefLabel(lang, name),
      note: piece.brief[name] ?? `{{${name}}}`,
    })),
};

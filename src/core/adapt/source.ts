import type { BlockNode, Doc } from '../model/doc';
import type { Account, Asset, Community, Persona, Piece } from '../model/records';
import { wordsNotSaid } from './tone';
import type { Source, SourceImage, Voice } from './types';

/** Asset ids of the body's images, in reading order, each once. */
export function imagesIn(doc: Doc): readonly string[] {
  const found: string[] = [];
  const walk = (block: BlockNode): void => {
    if (block.type === 'image') found.push(block.attrs.src);
    if (block.type === 'blockquote') block.content.forEach(walk);
    if (block.type === 'bulletList' || block.type === 'orderedList')
      for (const item of block.content) item.content.forEach(walk);
  };
  doc.content.forEach(walk);
  return [...new Set(found)];
}

/** Alternative texts written in the body win over the asset's own: the picture may mean something else here. */
function altsIn(doc: Doc): ReadonlyMap<string, string> {
  const alts = new Map<string, string>();
  for (const block of doc.content)
    if (block.type === 'image' && block.attrs.alt) alts.set(block.attrs.src, block.attrs.alt);
  return alts;
}

/**
 * A piece from the store as adaptation sees it: the cover first, then the body's images in reading order. `remade` says
 * that pictures are made for each format, as the studio does.
 */
export function sourceOf(piece: Piece, doc: Doc, assets: readonly Asset[], remade = true): Source {
  const byId = new Map(assets.map((asset) => [asset.id, asset]));
  const alts = altsIn(doc);
  const order = [...new Set([...(piece.coverId === null ? [] : [piece.coverId]), ...imagesIn(doc)])];
  const images = order.flatMap((id): SourceImage[] => {
    const asset = byId.get(id);
    if (asset === undefined) return [];
    const { name, mime, width, height, bytes, moves, focalX, focalY } = asset;
    return [
      { src: id, name, alt: alts.get(id) ?? asset.alt, mime, width, height, bytes, focalX, focalY, moves, remade },
    ];
  });
  const { title, kind, subkind, lang, brief, tags, link, product } = piece;
  return { title, kind, subkind, lang, brief, body: doc, tags, link, images, product };
}

/** The account's own first; what its persona has besides follows. */
const both = (own: readonly string[], more: readonly string[] = []): readonly string[] => [
  ...new Set([...own, ...more]),
];

/**
 * What an account, its persona and, for a private-domain account, its tier add to a text or refuse in it. A line the
 * account has of its own stands for the persona's; words and tags of both count.
 */
export const voiceOf = (account: Account, persona: Persona | null, community: Community | null): Voice => ({
  lang: account.lang,
  signOff: account.signOff || (persona?.signOff ?? ''),
  linkLine: account.linkLine || (persona?.linkLine ?? ''),
  standingTags: both(account.standingTags, persona?.standingTags),
  avoidWords: both(both(account.avoidWords, persona?.avoidWords), wordsNotSaid(community?.tone ?? '')),
  useWords: both(account.useWords, persona?.useWords),
  names: [account.name, ...(persona === null ? [] : [persona.name])].filter((name) => name !== ''),
  tierBenefit: community?.benefit ?? '',
  theme: account.theme,
  tier:
    community === null ? undefined : { tier: community.tier, tone: community.tone, earlyHours: community.earlyHours },
});

/** Assets a piece shows: its cover first, then the body's pictures in reading order. */
export const assetsOf = (piece: Piece, doc: Doc | null): readonly string[] => [
  ...new Set([...(piece.coverId === null ? [] : [piece.coverId]), ...(doc === null ? [] : imagesIn(doc))]),
];

import { type MarkdownPiece, readMarkdown } from '../markdown/readMarkdown';
import type { BlockNode, Doc } from '../model/doc';
import { digest } from '../model/ids';
import type { Lang } from '../model/records';
import { langs } from '../model/records';
import type { WallDate, WallTime } from '../time/wall';
import { bySlug, langOf, type SampleContext, type SampleRecord } from './context';
import { sampleId } from './ids';
import type { SampleSource } from './schema';

type PieceFacts = SampleSource['pieces'][number];

/**
 * Pieces and templates. An edition holds every piece in its own language, and beside it the sibling in the other one
 * wherever an account writes that language; a placement names the piece in its account's language.
 */
export const piecesOf = (context: SampleContext): readonly SampleRecord[] => [
  ...context.source.pieces.flatMap((facts) =>
    langs.filter((lang) => isIn(context, facts.slug, lang)).map((lang) => pieceOf(context, facts, lang)),
  ),
  ...templatesOf(context),
];

/** The id of a piece as one account shows it. */
export function pieceIdFor({ source, edition }: SampleContext, piece: string, account: string): string {
  return sampleId.piece(bySlug(source.pieces, piece).slug, langOf(bySlug(source.accounts, account), edition));
}

/** Whether the edition holds this piece in this language. */
function isIn({ source, edition }: SampleContext, piece: string, lang: Lang): boolean {
  if (lang === edition) return true;
  return source.placements.some(
    (placement) => placement.piece === piece && langOf(bySlug(source.accounts, placement.account), edition) === lang,
  );
}

function pieceOf(context: SampleContext, facts: PieceFacts, lang: Lang): SampleRecord & { readonly type: 'piece' } {
  const { source, on } = context;
  const { slug, state, owner, created, cover, notes, deadline } = facts;
  const id = sampleId.piece(slug, lang);
  const text = readText(source.pieceTexts, slug, lang);
  const coverId = cover === undefined ? null : sampleId.asset(bySlug(source.images.files, cover).sha256);
  const brief =
    deadline === undefined
      ? text.brief
      : { ...text.brief, deadline: sayDeadline(on(deadline.day), deadline.time, lang) };
  return {
    type: 'piece',
    id,
    draft: {
      title: text.title,
      kind: text.kind,
      subkind: text.subkind,
      lang,
      state,
      personaId: personaId(source, text.persona, lang),
      campaignId: facts.campaign ? sampleId.campaign(source.campaign.slug) : null,
      ownerId: sampleId.member(owner),
      product: source.workspace.product[lang],
      link: text.link,
      notes: notes?.[lang] ?? '',
      siblingGroup: sampleId.siblings(slug),
      createdOn: on(created),
      coverId,
      brief,
      tags: text.tags,
      formats: formatsOf(context, slug, lang),
    },
    doc: bodyOf(source, id, text, coverId),
  };
}

/** The formats a piece is prepared for: where it is planned, and the usual one of every account in its language. */
function formatsOf({ source, edition }: SampleContext, piece: string, lang: Lang): readonly string[] {
  const placed = source.placements.flatMap((placement) => {
    const account = bySlug(source.accounts, placement.account);
    if (placement.piece !== piece || langOf(account, edition) !== lang) return [];
    return [placement.format ?? account.formats[0] ?? ''];
  });
  const usual = source.accounts.flatMap((account) =>
    langOf(account, edition) === lang ? account.formats.slice(0, 1) : [],
  );
  return [...new Set([...placed, ...usual])].sort();
}

const templatesOf = ({ source, edition }: SampleContext): readonly SampleRecord[] =>
  slugsOf(source.templateTexts).map((slug) => {
    const text = readText(source.templateTexts, slug, edition);
    const id = sampleId.template(slug);
    return {
      type: 'template',
      id,
      draft: {
        name: text.title,
        kind: text.kind,
        subkind: text.subkind,
        lang: edition,
        brief: text.brief,
        tags: text.tags,
      },
      doc: bodyOf(source, id, text, null),
    };
  });

const slugsOf = (texts: Readonly<Record<string, string>>): readonly string[] =>
  [...new Set(Object.keys(texts).map((name) => name.replace(/\.(zh|en)$/, '')))].sort();

function readText(texts: Readonly<Record<string, string>>, slug: string, lang: Lang): MarkdownPiece {
  const name = `${slug}.${lang}`;
  const markdown = texts[name];
  if (markdown === undefined) throw new Error(`The sample has no text ${name}.`);
  const read = readMarkdown(markdown, `${name}.md`);
  if (!read.ok) throw new Error(`The sample text ${name} cannot be read: ${JSON.stringify(read.error)}`);
  return read.value.piece;
}

/** Front matter names a persona as an editor would. */
function personaId(source: SampleSource, name: string, lang: Lang): string | null {
  if (name === '') return null;
  const persona = source.personas.find((one) => one.name[lang] === name);
  if (persona === undefined) throw new Error(`The sample names the persona ${name}, who is not there.`);
  return sampleId.persona(persona.slug);
}

/**
 * The body with stable block ids and asset ids. A picture named only in the front matter, which is not the cover
 * either, follows at the end as the first to go.
 */
function bodyOf(source: SampleSource, pieceId: string, text: MarkdownPiece, coverId: string | null): Doc {
  const placed = text.doc.content.map((block) =>
    block.type === 'image' ? { ...block, attrs: { ...block.attrs, src: assetId(source, block.attrs.src) } } : block,
  );
  const shown = new Set(placed.flatMap((block) => (block.type === 'image' ? [block.attrs.src] : [])));
  const left = text.images
    .map((src) => assetId(source, src))
    .filter((src) => !shown.has(src) && src !== coverId)
    .map((src): BlockNode => ({ type: 'image', attrs: { src, optional: true } }));
  return { type: 'doc', content: [...placed, ...left].map((block, index) => withId(block, pieceId, index)) };
}

const withId = (block: BlockNode, pieceId: string, index: number): BlockNode =>
  ({
    ...block,
    attrs: { ...block.attrs, id: `b_${digest(`${pieceId}\n${index}`).slice(0, 16)}` },
  }) as BlockNode;

/** `../images/bridge.jpg` → the id of the asset made from it. */
function assetId(source: SampleSource, src: string): string {
  const image = source.images.files.find(({ file }) => src === `../images/${file}`);
  if (image === undefined) throw new Error(`The sample shows ${src}, which is not in images.json.`);
  return sampleId.asset(image.sha256);
}

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

/** `12月4日 23:59`, `4 December, 23:59`: as an editor would write it into the brief. */
function sayDeadline(date: WallDate, time: WallTime, lang: Lang): string {
  const month = Number(date.slice(5, 7));
  const day = Number(date.slice(8));
  return lang === 'zh' ? `${month}月${day}日 ${time}` : `${day} ${months[month - 1]}, ${time}`;
}

import { adapt } from '../../../src/core/adapt/adapt';
import { sourceOf, voiceOf } from '../../../src/core/adapt/source';
import type { AdaptInput, Variant } from '../../../src/core/adapt/types';
import { type Lang, langs, type RecordType, type RecordView } from '../../../src/core/model/records';
import type { Format } from '../../../src/core/platforms/pack';
import { sampleFiles } from '../../../src/core/sample/files';
import { sampleId } from '../../../src/core/sample/ids';
import { sampleSource } from '../../../src/core/sample/schema';
import { sampleOn, TODAY, viewsOf } from '../sample/plan';
import { allFormats } from './anySource';

/** One piece of the sample campaign on one format, as its account there would send it. */
export type Sent = {
  readonly slug: string;
  readonly format: Format;
  /** Its title in the language of the format's platform. */
  readonly piece: RecordView<'piece'>;
  /** Who sends it; null where the campaign has no account. */
  readonly account: RecordView<'account'> | null;
  readonly input: AdaptInput;
  readonly variant: Variant;
};

const editions = { zh: sampleOn(TODAY, 'zh'), en: sampleOn(TODAY, 'en') } as const satisfies Record<Lang, unknown>;
const views = { zh: viewer('zh'), en: viewer('en') } as const satisfies Record<Lang, unknown>;

function viewer(lang: Lang) {
  const all = <T extends RecordType>(type: T): readonly RecordView<T>[] => viewsOf(editions[lang], type);
  return {
    pieces: new Map(all('piece').map((piece) => [piece.id, piece])),
    accounts: all('account'),
    personas: new Map(all('persona').map((persona) => [persona.id, persona])),
    communities: new Map(all('community').map((community) => [community.id, community])),
    assets: all('asset'),
    docs: new Map(editions[lang].records.map(({ id, doc }) => [id, doc])),
  };
}

export const slugs: readonly string[] = sampleSource.parse(sampleFiles).pieces.map(({ slug }) => slug);

/**
 * Every piece of the sample for every format: Chinese on Chinese platforms, English on the others, in the voice of the
 * account that has the format, else of one on the same platform, else of nobody.
 */
export const sentFrom = (slug: string): readonly Sent[] => allFormats.map((format) => send(slug, format));

function send(slug: string, format: Format): Sent {
  const lang: Lang = format.platform.region === 'cn' ? 'zh' : 'en';
  const { pieces, accounts, personas, communities, assets, docs } = views[lang];
  const id = sampleId.piece(slug, lang);
  const piece = pieces.get(id);
  const doc = docs.get(id);
  if (piece === undefined || doc === undefined) throw new Error(`The sample has no ${slug} in ${lang}.`);
  const near = accounts.filter(({ platform }) => platform === format.platform.id);
  const account = near.find((one) => one.formats.includes(format.ref)) ?? near[0] ?? null;
  const persona = personas.get(account?.personaId ?? '') ?? null;
  const community = communities.get(account?.communityId ?? '') ?? null;
  const voice = account === null ? undefined : voiceOf(account, persona, community);
  const input: AdaptInput = { source: sourceOf(piece, doc, assets), format, voice };
  return { slug, format, piece, account, input, variant: adapt(input) };
}

/** Both languages, for what is counted over all texts. */
export const pieceTitles = (slug: string): string =>
  langs.map((lang) => views[lang].pieces.get(sampleId.piece(slug, lang))?.title ?? '').join(' · ');

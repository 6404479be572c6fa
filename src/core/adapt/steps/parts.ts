import type { Family } from '../../platforms/pack';
import { htmlSheet } from '../articleHtml';
import { compose, plainSheet, stretchesOf } from '../compose';
import { digestOf } from '../digest';
import { type Context, type Draft, entry, found, type Paragraph, type Step, traced, withExtra } from '../draft';
import { clean } from '../flatten';
import { originsOfBody, originsOfPosts } from '../origins';
import { bodyRoom, type Room } from '../room';
import { runOfShow, shootingScript } from '../shots';
import { srtOf } from '../srt';
import { splitThread } from '../threads';
import { coverLine } from '../title';
import type { Finding, Shot } from '../types';

/**
 * What else the format is made of: the posts of a thread, the article's HTML and digest, the shooting script with its
 * subtitles, the words on a cover. One handler per family.
 */
export const parts: Step = (draft, context) => families[context.format.format.family](asPosts(draft, context), context);

const families: { readonly [K in Family]: Step } = {
  short_post: (draft) => draft,
  private: (draft) => draft,
  image_note: (draft, context) => withCover(draft, context),
  video: (draft, context) => {
    const { limits } = context.format.format;
    const script = shootingScript(draft.all, context, limits.video_max_s ?? Number.POSITIVE_INFINITY);
    return withCover(traced(withScript(draft, context, script.shots), script.trace), context);
  },
  live: (draft, context) => withScript(draft, context, runOfShow(draft.all, context).shots),
  article: (draft, context) => withDigest(withHtml(draft, context), context),
};

/** One post equals the body; a text too long for one becomes a thread where the platform has them. */
function asPosts(draft: Draft, context: Context): Draft {
  const sheet = plainSheet(draft.lines);
  const rooms = context.format.format.threads ? bodyRoom(context, draft.title) : [];
  if (rooms.length === 0) return asOne(draft);
  const { parts: posts, made, tooLong } = splitThread(draft, sheet, rooms);
  if (tooLong.length > 0) {
    const trace = tooLong.map((atom) =>
      entry('parts', 'removed', atom.source === null ? 'closing_too_long' : 'sentence_too_long', {
        before: atom.source ?? atom.text,
        block: atom.block,
      }),
    );
    const shorter = without(draft, new Set(tooLong.map((atom) => atom.text)));
    const lost = posts.length === 0 || tooLong.some((atom) => atom.keep);
    return asPosts(traced(found(shorter, lost ? [cannotFit(rooms)] : []), trace), context);
  }
  if (posts.length < 2) return asOne(draft);
  return traced({ ...draft, parts: posts, origins: originsOfPosts(made) }, [
    entry('parts', 'split', 'thread', { after: String(posts.length) }),
  ]);
}

function asOne(draft: Draft): Draft {
  const stretches = stretchesOf(plainSheet(draft.lines), draft);
  return { ...draft, parts: [stretches.map(({ text }) => text).join('')], origins: originsOfBody(stretches) };
}

/** The draft without the sentences and closing lines that are longer than a post. */
function without(draft: Draft, texts: ReadonlySet<string>): Draft {
  const sheet = plainSheet(draft.lines);
  const paragraphs = draft.paragraphs.flatMap((paragraph): readonly Paragraph[] => {
    let first = true;
    const sentences = paragraph.sentences.filter((sentence) => {
      const text = sentence.runs.map(sheet.run).join('');
      const atom = first ? sheet.open(paragraph) + text : text;
      if (text !== '') first = false;
      return !texts.has(atom);
    });
    return sentences.length === 0 ? [] : [{ ...paragraph, sentences }];
  });
  return { ...draft, paragraphs, closings: draft.closings.filter((closing) => !texts.has(sheet.closing(closing))) };
}

const cannotFit = ([room]: readonly Room[]): Finding => ({
  code: 'cannot_fit',
  severity: 'error',
  field: 'body',
  params: { limit: room?.max ?? 0, unit: room?.unit ?? 'code_points' },
});

/** Characters a cover carries at a glance; not a platform's limit. */
const COVER_HAN = 14;

function withCover(draft: Draft, { source }: Context): Draft {
  const cover = coverLine(clean(source.title).replace(/\s+/g, ' ').trim(), source, COVER_HAN);
  return cover === '' ? draft : withExtra(draft, { cover });
}

const withScript = (draft: Draft, { source }: Context, script: readonly Shot[]): Draft =>
  script.length === 0 ? draft : withExtra(draft, { script, srt: srtOf(script, source.lang) });

function withHtml(draft: Draft, { format, source }: Context): Draft {
  const { markup } = format.format;
  if (markup !== 'html' && markup !== 'wechat_html') return draft;
  return withExtra(draft, { html: compose(htmlSheet(markup, source.images), draft) });
}

function withDigest(draft: Draft, context: Context): Draft {
  const max = context.format.format.limits.digest_max;
  if (max === undefined) return draft;
  const digest = digestOf(draft.paragraphs, context, max);
  return digest === '' ? draft : withExtra(draft, { digest });
}

import { numberingOf } from '../../platforms/pack';
import { plainSheet, stretchesOf } from '../compose';
import { type Context, type Draft, entry, found, type Paragraph, type Step, traced } from '../draft';
import { factLeftOut, isFactOf } from '../facts';
import { families } from '../families/families';
import { originsOfBody, originsOfPosts } from '../origins';
import { bodyRoom, type Room } from '../room';
import { splitThread } from '../threads';
import type { Finding } from '../types';

/** The posts of a thread, then what else the format is made of: a script, an article's HTML, words on a cover. */
export const parts: Step = (draft, context) => families[context.format.format.family](asPosts(draft, context), context);

/** One post equals the body; a text too long for one becomes a thread where the platform has them. */
function asPosts(draft: Draft, context: Context): Draft {
  const sheet = plainSheet(draft.lines);
  const numbering = numberingOf(context.format.format);
  const rooms = numbering === null ? [] : bodyRoom(context, draft.title);
  if (numbering === null || rooms.length === 0) return asOne(draft);
  const { parts: posts, made, tooLong } = splitThread(draft, sheet, rooms, numbering);
  if (tooLong.length > 0) {
    const trace = tooLong.map((atom) =>
      entry('parts', 'removed', atom.source === null ? 'closing_too_long' : 'sentence_too_long', {
        before: atom.source ?? atom.text,
        block: atom.block,
      }),
    );
    const isFact = isFactOf(context.source);
    const unsaid = tooLong.flatMap(({ source }) => (source !== null && isFact(source) ? [factLeftOut(source)] : []));
    const shorter = without(draft, new Set(tooLong.map((atom) => atom.text)));
    const lost = tooLong.filter((atom) => atom.keep).length;
    const cannot = posts.length === 0 ? [cannotFit(rooms, 0)] : lost > 0 ? [cannotFit(rooms, lost)] : [];
    return asPosts(traced(found(shorter, [...cannot, ...unsaid]), trace), context);
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

/** `lost`: sentences marked keep that found no room; 0 where nothing at all fits. */
const cannotFit = ([room]: readonly Room[], lost: number): Finding => ({
  code: 'cannot_fit',
  severity: 'error',
  field: 'body',
  params: { limit: room?.max ?? 0, unit: room?.unit ?? 'code_points', lost },
});

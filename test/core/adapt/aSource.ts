import { adapt } from '../../../src/core/adapt/adapt';
import { noVoice } from '../../../src/core/adapt/draft';
import type { Overrides, Source, Variant, Voice } from '../../../src/core/adapt/types';
import type { BlockMarks, BlockNode } from '../../../src/core/model/doc';
import type { FormatPack } from '../../../src/core/platforms/pack';
import { findFormat } from '../../../src/core/platforms/registry';
import { shippedPacks } from '../../../src/core/platforms/shipped';

/** A source with blanks filled in; blocks are paragraphs given as text, or whole nodes. */
export const aSource = (
  given: Partial<Omit<Source, 'body'>> & { readonly blocks?: readonly (string | BlockNode)[] } = {},
): Source => {
  const { blocks = ['夜里十点以后，还有哪盏灯亮着？'], ...rest } = given;
  return {
    title: '今晚开拍',
    kind: 'scene',
    subkind: null,
    lang: 'zh',
    brief: {},
    tags: [],
    link: '',
    images: [],
    ...rest,
    body: { type: 'doc', content: blocks.map((block) => (typeof block === 'string' ? p(block) : block)) },
  };
};

export const p = (text: string, attrs: Partial<BlockMarks> = {}): BlockNode => ({
  type: 'paragraph',
  attrs,
  content: [{ type: 'text', text }],
});

/** The shipped format, or with some of its rules changed for the case. */
export function aFormat(ref: string, changes: Partial<FormatPack> = {}) {
  const format = findFormat(shippedPacks(), ref);
  if (format === null) throw new Error(`no format ${ref}`);
  return { ...format, format: { ...format.format, ...changes } };
}

export function adaptTo(
  ref: string,
  source: Source,
  more: {
    readonly voice?: Partial<Voice>;
    readonly overrides?: Overrides;
    readonly keep?: readonly string[];
    readonly format?: Partial<FormatPack>;
  } = {},
): Variant {
  const voice: Voice = { ...noVoice(source), ...more.voice };
  return adapt({ source, format: aFormat(ref, more.format), voice, overrides: more.overrides, keep: more.keep });
}

export const reasonsOf = (variant: Variant): readonly string[] => variant.trace.map(({ reason }) => reason);

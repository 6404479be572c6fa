import type { Count, Finding, Variant } from '../../../../core/adapt/types';
import { type CopyFieldKind, copyFields } from '../../../../core/export/copyFields';
import type { Lang } from '../../../../core/model/records';
import type { Format } from '../../../../core/platforms/pack';
import { exporterWords } from '../../../../core/words/exporters';
import { say } from '../../../../core/words/say';

/** One text to paste into one box of the platform. */
export type CopyPart = {
  readonly key: string;
  readonly kind: CopyFieldKind;
  /** From 1, for the posts of a thread; else 1. */
  readonly number: number;
  readonly text: string;
  /** Goes onto the clipboard beside the plain text, for editors that take formats. */
  readonly html?: string | undefined;
  readonly counts: readonly Count[];
};

/** The field a kind is counted as. */
const countedAs: Readonly<Partial<Record<CopyFieldKind, string>>> = {
  title: 'title',
  body: 'body',
  tags: 'tags',
  digest: 'digest',
};

/**
 * Everything of a version that is pasted somewhere, in the order of pasting. Formatted text is no part of its own: it
 * lies on the clipboard together with the plain text, and the box takes what it understands.
 */
export function copyParts(
  variant: Variant,
  format: Format,
  lang: Lang,
  html = variant.extra.html,
): readonly CopyPart[] {
  return copyFields(variant, format.format, noPictures, lang)
    .filter(({ kind }) => kind !== 'html')
    .map(({ kind, number, text }) => {
      const field = kind === 'part' ? `part ${number}` : countedAs[kind];
      return {
        key: `${kind} ${number}`,
        kind,
        number,
        text,
        html: kind === 'body' ? html : undefined,
        counts: variant.counts.filter((count) => count.field === field),
      };
    });
}
const noPictures: ReadonlyMap<string, string> = new Map();

/** Why nothing of a version may be taken along: no lawful sentence fits. Null when it may. */
export const blockedBy = (findings: readonly Finding[]): Finding | null =>
  findings.find(({ code, severity }) => code === 'cannot_fit' && severity === 'error') ?? null;

export const sayPart = (lang: Lang, { kind, number }: Pick<CopyPart, 'kind' | 'number'>): string =>
  say(exporterWords, lang, `field.${kind}`, { number });

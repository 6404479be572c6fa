import { err, ok, type Result } from '../result';
import { type CoverSlot, numberings } from './pack';
import type { RuleSpec, RuleValue } from './rules';

/**
 * A rule's value as a person writes it in a field, and back: `1000`, `jpg png webp`, `3:4 1200x1600, 4:3`. Reading what
 * was printed gives the same value. A field left empty means the shipped value and is not read here.
 */
export type RuleFault =
  | 'not_number'
  | 'not_whole'
  | 'not_positive'
  | 'not_ratio'
  | 'not_slots'
  | 'not_pairs'
  | 'not_choice';

/** What stands for "no such rule" in a field; either language may be typed whatever the screen speaks. */
export const noRuleWords: readonly string[] = ['不限', '无', 'none', 'no limit', '-'];

type Kind = RuleValue['kind'];
type Way = {
  readonly print: (value: unknown) => string;
  /** `shipped` lends the names of cover slots that stay. */
  readonly read: (text: string, spec: RuleSpec, shipped: unknown) => Result<unknown, RuleFault>;
};

const ratioShape = /^\d{1,5}(?:\.\d{1,3})?:\d{1,5}(?:\.\d{1,3})?$/;
const isRatio = (text: string): boolean => ratioShape.test(text) && text.split(':').every((part) => Number(part) > 0);
const plainRatio = (text: string): string => text.replaceAll('：', ':').replaceAll(/\s/g, '');
const words = (text: string): readonly string[] => text.split(/[\s,，、;；]+/).filter((word) => word !== '');
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

const ways: Readonly<Record<Kind, Way>> = {
  number: {
    print: (value) => (typeof value === 'number' ? String(value) : ''),
    read: (text, { value }) => {
      const number = Number(text.replaceAll(/[\s,，]/g, ''));
      const { whole, unit } = value.kind === 'number' ? value : { whole: true, unit: 'items' };
      if (text.trim() === '' || !Number.isFinite(number)) return err('not_number');
      if (number < 0 || (number === 0 && positiveOnly.has(unit))) return err('not_positive');
      return whole && !Number.isInteger(number) ? err('not_whole') : ok(number);
    },
  },
  choice: {
    print: (value) => (typeof value === 'string' ? value : ''),
    read: (text, { value }) => (value.kind === 'choice' && value.choices.includes(text) ? ok(text) : err('not_choice')),
  },
  flag: {
    print: (value) => (typeof value === 'boolean' ? String(value) : ''),
    read: (text) => (text === 'true' || text === 'false' ? ok(text === 'true') : err('not_choice')),
  },
  list: { print: (value) => texts(value).join(' '), read: (text) => ok([...new Set(words(text))]) },
  signs: {
    print: (value) => (typeof value === 'string' ? value : ''),
    read: (text) => ok(text.replaceAll(/\s/g, '')),
  },
  ratio: {
    print: (value) => (typeof value === 'string' ? value : ''),
    read: (text) => (isRatio(plainRatio(text)) ? ok(plainRatio(text)) : err('not_ratio')),
  },
  ratios: {
    print: (value) => texts(value).join(' '),
    read: (text) => {
      const found = words(text.replaceAll('：', ':'));
      return found.every(isRatio) ? ok([...new Set(found)]) : err('not_ratio');
    },
  },
  slots: {
    print: (value) => slotsOf(value).map(printSlot).join(', '),
    read: (text, _, shipped) => readSlots(text, slotsOf(shipped)),
  },
  pairs: {
    print: (value) =>
      Object.entries((value ?? {}) as Readonly<Record<string, string | readonly string[]>>)
        .map(([from, to]) => `${from}=${typeof to === 'string' ? to : to.join('|')}`)
        .join(' '),
    read: (text, { value }) => readPairs(text, value.kind === 'pairs' && value.many),
  },
  numbering: {
    print: (value) => (value === false ? 'off' : value === true ? 'bracket' : (styleOf(value) ?? '')),
    read: (text) => {
      if (text === 'off') return ok(false);
      return numberings.some((style) => style === text) ? ok({ style: text }) : err('not_choice');
    },
  },
};

/** Units of which nothing at all makes no sense. */
const positiveOnly: ReadonlySet<string> = new Set(['pixels', 'rate', 'half']);

export const printRule = ({ value: { kind } }: RuleSpec, value: unknown): string => ways[kind].print(value);

/** The value a text stands for; null for "no such rule" where the rule may be taken away. */
export function readRule(spec: RuleSpec, text: string, shipped: unknown): Result<unknown, RuleFault> {
  const trimmed = text.trim();
  if (spec.optional && noRuleWords.includes(trimmed.toLowerCase())) return ok(null);
  return ways[spec.value.kind].read(trimmed, spec, shipped);
}

const slotsOf = (value: unknown): readonly CoverSlot[] => (Array.isArray(value) ? (value as readonly CoverSlot[]) : []);
const styleOf = (value: unknown): string | undefined => (value as { readonly style?: string } | undefined)?.style;

const printSlot = ({ ratio, width, height }: CoverSlot): string =>
  width === undefined || height === undefined ? ratio : `${ratio} ${width}x${height}`;

/** Slots by their ratio; one that was there before keeps its name. */
function readSlots(text: string, before: readonly CoverSlot[]): Result<readonly CoverSlot[], RuleFault> {
  const slots: CoverSlot[] = [];
  for (const part of text.split(/[,，、;；]/)) {
    const [, ratio, width, height] = slotShape.exec(part.replaceAll('：', ':').trim()) ?? [];
    if (ratio === undefined || !isRatio(ratio)) return err('not_slots');
    const known = before.find((slot) => slot.ratio === ratio && slots.every(({ id }) => id !== slot.id));
    const id = known?.id ?? `slot_${slots.length + 1}`;
    slots.push({
      id,
      zh: known?.zh ?? ratio,
      en: known?.en ?? ratio,
      ratio,
      ...(width === undefined ? {} : { width: Number(width), height: Number(height) }),
    });
  }
  return ok(slots);
}

function readPairs(text: string, many: boolean): Result<unknown, RuleFault> {
  const pairs = words(text).map((word) => pairShape.exec(word)?.slice(1) ?? []);
  if (pairs.some(([from, to]) => from === undefined || to === undefined || (!many && to.includes('|'))))
    return err('not_pairs');
  const read = ([from = '', to = '']: readonly string[]): readonly [string, unknown] => [
    from,
    many ? to.split('|').filter((one) => one !== '') : to,
  ];
  return ok(Object.fromEntries(pairs.map(read)));
}
const pairShape = /^([a-z][a-z0-9-]*)=(\S+)$/;

const slotShape = /^(\S+?)(?:\s+([1-9]\d{0,4})\s*[x×*]\s*([1-9]\d{0,4}))?$/;

import type { KeyboardEvent } from 'react';
import type { Origin } from '../../../../core/adapt/types';
import { previewWords } from '../../../../core/words/preview';
import { useWords } from '../../../state/StudioProvider';
import type { Skin } from './looks';
import { useScene } from './scene';
import { isSame, originsOf, placeKey, placeOf, type Run, readPlace, type Span, spansOf } from './spans';
import classes from './Words.module.css';

/**
 * A text of the variant, sentence by sentence: each can be clicked, and lights up when its sentence in the source is
 * chosen. `from` and `to` cut out a window. One stop of the Tab key for the whole preview; arrows walk from there.
 */
export function Words({
  text,
  field = 'body',
  from = 0,
  to = text.length,
}: {
  readonly text: string;
  /** Whose origins: `body`, `part 2`, or of a script or run of show as `core/adapt/spoken.ts` names them. */
  readonly field?: string;
  readonly from?: number;
  readonly to?: number;
}) {
  const { adapted } = useScene();
  const { origins, extra } = adapted;
  return (
    <Spans spans={spansOf(text, originsOf(isText(field) ? origins : (extra.spoken ?? noOrigins), field), from, to)} />
  );
}

const isText = (field: string): boolean => field === 'body' || field.startsWith('part ');

/** A text without origins: a title, a digest. */
export const PlainWords = ({ text }: { readonly text: string }) => <Spans spans={spansOf(text, noOrigins)} />;
const noOrigins: readonly Origin[] = [];

export const Spans = ({ spans }: { readonly spans: readonly Span[] }) =>
  spans.map((span) => <Sentence key={span.key} span={span} />);

function Sentence({ span: { from, runs } }: { readonly span: Span }) {
  const t = useWords(previewWords);
  const { selected, onPick, stop } = useScene();
  const place = placeOf(from);
  const shown = runs.map((run) => <Shown key={run.key} run={run} />);
  if (place === null) return shown;
  const key = placeKey(place);
  const lit = isSame(place, selected) || undefined;
  if (onPick === undefined)
    return (
      <span className={classes.sentence} data-at={key} data-lit={lit}>
        {shown}
      </span>
    );
  const act = {
    role: 'button',
    tabIndex: stop === key ? 0 : -1,
    'aria-pressed': lit === true,
    title: t('sentence'),
    onClick: () => onPick(place),
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key !== 'Enter' && event.key !== ' ') return;
      event.preventDefault();
      onPick(place);
    },
  };
  // A button element cannot break across lines, and a sentence must.
  return (
    <span {...act} className={classes.sentence} data-at={key} data-lit={lit}>
      {shown}
    </span>
  );
}

function Shown({ run: { text, look } }: { readonly run: Run }) {
  const t = useWords(previewWords);
  const { skin, format } = useScene();
  if (look === 'plain') return text;
  if (look === 'link' && !format.format.links.clickable) return text;
  return <span className={classes.link}>{look !== 'link' ? text : shownLink[skin.link](text, t('web_link'))}</span>;
}

const shownLink: { readonly [K in Skin['link']]: (address: string, words: string) => string } = {
  whole: (address) => address,
  words: (_, words) => words,
  bare: (address) => address.replace(/^https?:\/\/(www\.)?/, '').replace(/^(.{29}).+$/u, '$1…'),
};

/** Arrow keys walk from sentence to sentence of the preview the focus is in. */
export function walk(
  event: KeyboardEvent<HTMLElement>,
  pick: (place: NonNullable<ReturnType<typeof readPlace>>) => void,
) {
  const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key];
  if (step === undefined || !(event.target instanceof HTMLElement)) return;
  const here = event.target.dataset.at;
  if (here === undefined) return;
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="button"][data-at]')];
  const at = all.indexOf(event.target);
  const rest = step > 0 ? all.slice(at + 1) : all.slice(0, at).toReversed();
  const next = rest.find(({ dataset }) => dataset.at !== here);
  const place = readPlace(next?.dataset.at);
  event.preventDefault();
  if (next === undefined || place === null) return;
  next.focus();
  pick(place);
}

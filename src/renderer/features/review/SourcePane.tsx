import { useEffect, useRef } from 'react';
import { type Badge, placeKey, type ReadSentence, type Use } from '../../../core/adapt/reading';
import type { SentencePlace } from '../../../core/adapt/types';
import { formatsOf } from '../../../core/platforms/registry';
import { sayUnit } from '../../../core/words/platforms';
import { reviewWords } from '../../../core/words/review';
import type { Outcome } from '../../state/adapting/adaptTask';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { formatName, htmlLang } from '../../ui/adapted/names';
import classes from './Review.module.css';

/** The source, sentence by sentence, each with what became of it in this version. */
export function SourcePane({
  outcome,
  sentences,
  uses,
  byHand,
  folds,
  size,
  selected,
  onSelect,
}: {
  readonly outcome: Outcome;
  readonly sentences: readonly ReadSentence[];
  readonly uses: ReadonlyMap<string, Use>;
  /** The version's text is written by hand: only sentences left word for word are found in it. */
  readonly byHand: boolean;
  /** Whether this format has a fold the text reaches. */
  readonly folds: boolean;
  /** The whole source in the version's own unit. */
  readonly size: number;
  readonly selected: string | null;
  readonly onSelect: (place: SentencePlace) => void;
}) {
  const t = useWords(reviewWords);
  const lang = useLang();
  const { task, source } = outcome;
  return (
    <section className={classes.pane} data-pane="source" aria-label={t('source.title')}>
      <header className={classes.paneHead}>
        <h2>{t('source.title')}</h2>
        <span className={classes.quiet}>
          {t('source.size', {
            sentences: sentences.length,
            unit: sayUnit(lang, task.pack.format.count.body),
            value: size.toLocaleString('en-US'),
          })}
        </span>
        <span className={classes.legend}>
          <span data-use="first">{t(folds ? 'source.first' : 'source.shown')}</span>
          {folds && <span data-use="folded">{t('source.folded')}</span>}
          {[...uses.values()].includes('spoken') && <span data-use="spoken">{t('source.spoken')}</span>}
          <span data-use="unused">{t('source.unused')}</span>
        </span>
      </header>
      {byHand && <p className={classes.note}>{t('source.by_hand')}</p>}
      {sentences.length === 0 && <p className={classes.note}>{t('source.empty')}</p>}
      <ol className={classes.source} lang={htmlLang(source.lang)}>
        {sentences.map((sentence, index) => (
          <Row
            key={placeKey(sentence.place)}
            sentence={sentence}
            use={uses.get(placeKey(sentence.place)) ?? 'unused'}
            folds={folds}
            selected={placeKey(sentence.place) === selected}
            stops={selected === null ? index === 0 : placeKey(sentence.place) === selected}
            onSelect={onSelect}
          />
        ))}
      </ol>
    </section>
  );
}

function Row({
  sentence,
  use,
  folds,
  selected,
  stops,
  onSelect,
}: {
  readonly sentence: ReadSentence;
  readonly use: Use;
  readonly folds: boolean;
  readonly selected: boolean;
  /** The one of the list the Tab key stops at. */
  readonly stops: boolean;
  readonly onSelect: (place: SentencePlace) => void;
}) {
  const t = useWords(reviewWords);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!selected) return;
    row.current?.scrollIntoView({ block: 'nearest' });
    // Walking with the focus in the list takes the focus along.
    if (document.activeElement?.matches('[data-sentence]')) row.current?.querySelector('button')?.focus();
  }, [selected]);
  const { number, text, kind, opens, badges, place } = sentence;
  const said = t(`source.${use === 'first' && !folds ? 'shown' : use}`);
  return (
    <li ref={row} className={classes.sentence} data-use={use} data-opens={opens || undefined}>
      <button
        type="button"
        className={classes.sentenceButton}
        data-sentence={placeKey(place)}
        data-kind={kind}
        aria-pressed={selected}
        tabIndex={stops ? 0 : -1}
        onClick={() => onSelect(place)}
      >
        <span className={classes.number}>
          <span aria-hidden="true">{number}</span>
          <span className="visually-hidden">{t('source.said', { number, use: said })}</span>
        </span>
        <span className={classes.sentenceText}>
          <span className={classes.words}>{text}</span>
          {badges.map((badge) => (
            <BadgeMark key={badge.kind} badge={badge} />
          ))}
        </span>
      </button>
    </li>
  );
}

function BadgeMark({ badge }: { readonly badge: Badge }) {
  const t = useWords(reviewWords);
  const lang = useLang();
  const packs = useStudio((state) => state.packs);
  if (badge.kind !== 'only' && badge.kind !== 'not')
    return <span className={classes.badge}>{t(`badge.${badge.kind}`)}</span>;
  const nameOf = (ref: string): string => {
    const platform = packs?.get(ref.split('/', 1)[0] ?? ref);
    if (platform === undefined) return ref;
    const format = formatsOf([platform]).find((one) => one.ref === ref);
    return format === undefined ? platform[lang] : `${platform[lang]} ${formatName(format, lang)}`;
  };
  const names = badge.refs.map(nameOf).join(lang === 'zh' ? '、' : ', ');
  const said = t(`badge.${badge.kind}`, { names });
  return (
    <span className={classes.badge} title={said}>
      {said}
    </span>
  );
}

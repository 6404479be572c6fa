import { IconArrowsExchange } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import type { Part } from '../../../../core/diff/text';
import { compareWords } from '../../../../core/words/compare';
import { sayUnit } from '../../../../core/words/platforms';
import { useLang, useWords } from '../../../state/StudioProvider';
import { IconButton } from '../../IconButton';
import classes from './Compare.module.css';
import { type CompareSide, compare } from './sides';

/**
 * Any two texts of a piece in two level columns, word by word: what only the left has is struck out there, what only the
 * right has is marked there. Opens with the source beside the first version, or as it is told.
 */
export function Compare({
  sides,
  start,
}: {
  readonly sides: readonly CompareSide[];
  /** Keys of the left and right side to begin with. */
  readonly start?: readonly [left: string, right: string] | undefined;
}) {
  const t = useWords(compareWords);
  const [chosen, setChosen] = useState<readonly [string, string]>(start ?? [sides[0]?.key ?? '', sides[1]?.key ?? '']);
  const left = sides.find(({ key }) => key === chosen[0]) ?? sides[0];
  const right = sides.find(({ key }) => key === chosen[1]) ?? sides.find((side) => side !== left);
  const found = useMemo(() => (left === undefined || right === undefined ? null : compare(left, right)), [left, right]);
  if (left === undefined || right === undefined || found === null) return <p className={classes.quiet}>{t('one')}</p>;
  return (
    <div className={classes.compare}>
      <header className={classes.head}>
        <Choice label={t('left')} sides={sides} side={left} onChoose={(key) => setChosen([key, right.key])} />
        <IconButton label={t('swap')} onClick={() => setChosen([right.key, left.key])}>
          <IconArrowsExchange size={16} stroke={1.6} />
        </IconButton>
        <Choice label={t('right')} sides={sides} side={right} onChoose={(key) => setChosen([left.key, key])} />
      </header>
      <p className={classes.sum} role="status">
        {found.left === 0 && found.right === 0 ? t('alike') : t('sum', { left: found.left, right: found.right })}
      </p>
      <section className={classes.body} {...scrolled} aria-label={t('title')}>
        {found.fields.map(({ field, rows }) => (
          <div key={field} className={classes.field}>
            <h2 className={classes.name}>{t(`field.${field}`)}</h2>
            {placed(rows).map(({ at, item }) => (
              <div key={at} className={classes.row}>
                <Cell parts={item.left} lang={left.lang} />
                <Cell parts={item.right} lang={right.lang} />
              </div>
            ))}
          </div>
        ))}
      </section>
    </div>
  );
}

function Choice({
  label,
  sides,
  side,
  onChoose,
}: {
  readonly label: string;
  readonly sides: readonly CompareSide[];
  readonly side: CompareSide;
  readonly onChoose: (key: string) => void;
}) {
  const t = useWords(compareWords);
  const lang = useLang();
  const [count] = side.counts;
  return (
    <div className={classes.side}>
      <select
        className={classes.choose}
        aria-label={label}
        value={side.key}
        onChange={(event) => onChoose(event.currentTarget.value)}
      >
        {sides.map(({ key, name }) => (
          <option key={key} value={key}>
            {name ?? t('source')}
          </option>
        ))}
      </select>
      {count !== undefined && (
        <span className={classes.quiet}>
          {sayUnit(lang, count.unit)} <b>{count.value.toLocaleString('en-US')}</b>
          {count.limit === null ? '' : `/${count.limit.toLocaleString('en-US')}`}
        </span>
      )}
    </div>
  );
}

function Cell({ parts, lang }: { readonly parts: readonly Part[]; readonly lang: CompareSide['lang'] }) {
  const t = useWords(compareWords);
  if (parts.length === 0)
    return (
      <p className={classes.cell}>
        <span className="visually-hidden">{t('none')}</span>
      </p>
    );
  return (
    <p className={classes.cell} dir="auto" lang={lang === 'zh' ? 'zh-CN' : 'en'} data-selectable>
      {placed(parts).map(({ at, item }) => (
        <Word key={at} part={item} />
      ))}
    </p>
  );
}

function Word({ part: { kind, text } }: { readonly part: Part }) {
  const t = useWords(compareWords);
  if (kind === 'same') return text;
  return kind === 'removed' ? (
    <del className={classes.left} title={t('only_left')}>
      {text}
    </del>
  ) : (
    <ins className={classes.right} title={t('only_right')}>
      {text}
    </ins>
  );
}

/** What scrolls is scrolled by keys too. */
const scrolled = { tabIndex: 0 } as const;

/** Entries of a difference have no name but their place, which never changes: a new difference is a new list. */
const placed = <T,>(items: readonly T[]): readonly { readonly at: string; readonly item: T }[] =>
  items.map((item, index) => ({ at: String(index), item }));

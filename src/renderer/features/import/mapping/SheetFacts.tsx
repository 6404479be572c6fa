import type { SheetMapping } from '../../../../core/sheets/recognise/mapping';
import type { SheetChoice, SheetText } from '../../../../core/sheets/sheetRows';
import { dateOrders } from '../../../../core/sheets/values/dates';
import { mappingWords } from '../../../../core/words/mapping';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { useDraft } from '../../../ui/useDraft';
import { Fact } from './Fact';
import classes from './Mapping.module.css';
import { TextFacts } from './TextFacts';

/** What holds for a whole sheet: where its headers are, how its days are written, whose it is. */
export function SheetFacts({
  mapping,
  text,
  needsTarget,
  busy,
  onChoose,
}: {
  readonly mapping: SheetMapping;
  /** Null for what says itself how it is read. */
  readonly text: SheetText | null;
  readonly needsTarget: boolean;
  readonly busy: boolean;
  readonly onChoose: (change: SheetChoice) => void;
}) {
  const t = useWords(mappingWords);
  const { headerRow, above, dates } = mapping;
  return (
    <div className={classes.facts}>
      {text !== null && <TextFacts text={text} busy={busy} onChoose={onChoose} />}
      <Fact
        label={t('header_row')}
        note={above.length > 0 ? t('above', { count: above.length }) : t('header_row_none')}
      >
        {(id) => (
          <NumberBox
            id={id}
            value={headerRow ?? 0}
            min={0}
            max={1_000_000}
            busy={busy}
            onSettle={(row) => onChoose({ headerRow: row, fields: {} })}
          />
        )}
      </Fact>
      {dates !== null && (dates.isOpen || dates.order !== null) && (
        <Order mapping={mapping} busy={busy} onChoose={onChoose} />
      )}
      {dates !== null && (dates.needsYear || dates.yearFrom === 'chosen') && (
        <Fact label={t('year')} note={t(`year.${dates.yearFrom}`)}>
          {(id) => (
            <NumberBox
              id={id}
              value={dates.year}
              min={1970}
              max={2199}
              busy={busy}
              onSettle={(year) => onChoose({ year })}
            />
          )}
        </Fact>
      )}
      {needsTarget && <Target mapping={mapping} busy={busy} onChoose={onChoose} />}
    </div>
  );
}

type Part = {
  readonly mapping: SheetMapping;
  readonly busy: boolean;
  readonly onChoose: (change: SheetChoice) => void;
};

function Order({ mapping: { dates }, busy, onChoose }: Part) {
  const t = useWords(mappingWords);
  if (dates === null) return null;
  const { order, orderFrom, isOpen } = dates;
  return (
    <Fact label={t('order')} note={order === null ? t('order.open') : t(`order.${order}`)} isOpen={isOpen}>
      {(id) => (
        <select
          id={id}
          className={classes.input}
          value={orderFrom === 'chosen' ? (order ?? '') : ''}
          aria-disabled={busy}
          onChange={(event) => onChoose({ order: dateOrders.find((one) => one === event.currentTarget.value) ?? null })}
        >
          <option value="">{t('order.column')}</option>
          {dateOrders.map((one) => (
            <option key={one} value={one}>
              {t(`order.${one}`)}
            </option>
          ))}
        </select>
      )}
    </Fact>
  );
}

/** Schedulers ask for the account at upload, so their sheets name none. */
function Target({ mapping: { target }, busy, onChoose }: Part) {
  const t = useWords(mappingWords);
  const lang = useLang();
  const packs = useStudio((state) => state.packs);
  const faces = useStudio((state) => state.faces);
  const accounts = useStudio((state) => state.outline?.account ?? none);
  const open = accounts.filter(({ closed }) => !closed);
  const chosen = open.find(({ platform, name }) => platform === target?.platform && name === target.account);
  return (
    <Fact label={t('target')} note={t('target.note')} isOpen={target === null}>
      {(id) => (
        <select
          id={id}
          className={classes.input}
          value={chosen?.id ?? ''}
          aria-disabled={busy}
          onChange={(event) => {
            const account = open.find((one) => one.id === event.currentTarget.value);
            onChoose({ target: account === undefined ? null : { platform: account.platform, account: account.name } });
          }}
        >
          <option value="">{t('target.none')}</option>
          {open.map((account) => (
            <option key={account.id} value={account.id}>
              {`${(packs?.get(account.platform) ?? faces[account.platform])?.[lang] ?? account.platform} · ${account.name}`}
            </option>
          ))}
        </select>
      )}
    </Fact>
  );
}

const none: readonly never[] = [];

/** A whole number that counts when the field is left or Enter is pressed: each change reads the sheet again. */
function NumberBox({
  id,
  value,
  min,
  max,
  busy,
  onSettle,
}: {
  readonly id: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly busy: boolean;
  readonly onSettle: (value: number) => void;
}) {
  const draft = useDraft({
    value: String(value),
    when: 'leaving',
    onCommit: (text) => {
      const number = Number(text);
      if (/^\d{1,7}$/.test(text.trim()) && number >= min && number <= max) onSettle(number);
    },
  });
  return <input id={id} className={classes.input} inputMode="numeric" aria-disabled={busy} {...draft} />;
}

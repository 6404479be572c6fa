import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import type { PlacementCard } from '../../../contract';
import { cellKey } from '../../../core/schedule/cells';
import type { AccountRow } from '../../../core/schedule/geometry';
import { loadOf } from '../../../core/schedule/load';
import { matrixWords } from '../../../core/words/matrix';
import { faceOf } from '../../state/packs';
import { usePersonas } from '../../state/plan';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { gridRow, gridRowHeader } from '../../ui/gridRoles';
import { PersonDot } from '../../ui/PersonDot';
import { PlatformTile } from '../../ui/PlatformTile';
import classes from './AccountRow.module.css';
import { HEAD, LEFT } from './frame';
import { firstPlace } from './gridKeys';
import { useLook } from './look';
import { useModel } from './model';
import { type CellSpec, paintRow } from './paintRow';
import { SlotMarks } from './SlotMark';

const nothing: readonly PlacementCard[] = [];

/** One account: who it is at the left, then its days. */
export function AccountRowView({
  row,
  index,
  first,
  end,
}: {
  readonly row: AccountRow;
  readonly index: number;
  readonly first: number;
  readonly end: number;
}) {
  const model = useModel();
  const look = useLook();
  const host = useRef<HTMLDivElement>(null);
  const { columns, cells, today, accounts } = model;
  const entry = firstPlace(model);
  useLayoutEffect(() => {
    if (host.current === null) return;
    const specs = columns.days.slice(first, end).map((day, offset): CellSpec => {
      const column = first + offset;
      const left = columns.edges[column] ?? 0;
      return {
        day,
        column,
        left: LEFT + left,
        width: (columns.edges[column + 1] ?? left) - left,
        size: columns.sizes[column] ?? 'normal',
        cards: cells.get(cellKey(row.accountId, day)) ?? nothing,
      };
    });
    const { accountId, opened } = row;
    const account = accounts.get(accountId)?.name ?? '';
    const enters = entry?.accountId === accountId ? entry.day : null;
    paintRow(host.current, { accountId, account, opened, today, entry: enters, cells: specs }, look);
  });
  return (
    <div
      className={classes.row}
      {...gridRow(index + 2)}
      style={{ top: HEAD + row.top, height: row.height, width: LEFT + (columns.edges.at(-1) ?? 0) }}
    >
      <RowHead accountId={row.accountId} />
      <div ref={host} role="presentation" />
      <SlotMarks row={row} first={first} end={end} />
    </div>
  );
}

const RowHead = memo(function RowHead({ accountId }: { readonly accountId: string }) {
  const t = useWords(matrixWords);
  const lang = useLang();
  const { accounts, week, allCells } = useModel();
  const personas = usePersonas();
  const account = accounts.get(accountId);
  const face = useStudio((state) => (account === undefined ? undefined : faceOf(state, account.platform)));
  const load = useMemo(
    () => (account === undefined ? { count: 0, capacity: 0 } : loadOf(account, week, allCells)),
    [account, week, allCells],
  );
  if (account === undefined) return null;
  const persona = account.personaId === null ? undefined : personas.get(account.personaId);
  const platform = face?.[lang] ?? account.platform;
  return (
    <div className={classes.rowHead} {...gridRowHeader}>
      <span className="visually-hidden">
        {t('row.label', {
          account: account.name,
          platform,
          persona: persona?.name ?? 'none',
          count: load.count,
          capacity: load.capacity,
        })}
      </span>
      <PlatformTile glyph={face?.glyph ?? account.name.slice(0, 1)} />
      <div className={classes.who} aria-hidden="true">
        <b title={account.name}>{account.name}</b>
        <span className={classes.underName}>
          <span>{platform}</span>
          <em data-over={(load.capacity > 0 && load.count > load.capacity) || undefined}>
            {t(load.capacity === 0 ? 'row.load_open' : 'row.load', { ...load })}
          </em>
        </span>
      </div>
      {persona !== undefined && <PersonDot name={persona.name} tint={persona.tint} />}
    </div>
  );
});

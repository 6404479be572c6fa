import { memo, useLayoutEffect, useMemo, useRef } from 'react';
import type { PlacementCard } from '../../../contract';
import type { Account } from '../../../core/model/records';
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
import { type Look, useLook } from './look';
import { useModel } from './model';
import { type CellSpec, paintRow, type RowSpec, standsAs } from './paintRow';

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
  const painted = useRef<{ readonly row: RowSpec; readonly look: Look } | null>(null);
  const { columns, cells, today, accounts, week, allCells } = model;
  const known = accounts.get(row.accountId);
  const load = useMemo(
    () => (known === undefined ? { count: 0, capacity: 0 } : loadOf(known, week, allCells)),
    [known, week, allCells],
  );
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
    const next = { row: { accountId, account, opened, today, entry: enters, cells: specs }, look };
    if (painted.current !== null && standsAs(painted.current, next)) return;
    painted.current = next;
    paintRow(host.current, next.row, look);
  });
  return (
    <div
      className={classes.row}
      {...gridRow(index + 2)}
      style={{ top: HEAD + row.top, height: row.height, width: LEFT + (columns.edges.at(-1) ?? 0) }}
    >
      {known !== undefined && <RowHead account={known} count={load.count} capacity={load.capacity} />}
      <div ref={host} role="presentation" />
    </div>
  );
}

type RowHeadProps = { readonly account: Account; readonly count: number; readonly capacity: number };

/** Kept while its account and its week's load are the same: a drop changes one account's, not fifty. */
const RowHead = memo(function RowHead({ account, count, capacity }: RowHeadProps) {
  const t = useWords(matrixWords);
  const lang = useLang();
  const personas = usePersonas();
  const face = useStudio((state) => faceOf(state, account.platform));
  const persona = account.personaId === null ? undefined : personas.get(account.personaId);
  const platform = face?.[lang] ?? account.platform;
  return (
    <div className={classes.rowHead} {...gridRowHeader}>
      <span className="visually-hidden">
        {t('row.label', {
          account: account.name,
          platform,
          persona: persona?.name ?? 'none',
          count,
          capacity,
        })}
      </span>
      <PlatformTile glyph={face?.glyph ?? account.name.slice(0, 1)} />
      <div className={classes.who} aria-hidden="true">
        <b title={account.name}>{account.name}</b>
        <span className={classes.underName}>
          <span>{platform}</span>
          <em data-over={(capacity > 0 && count > capacity) || undefined}>
            {t(capacity === 0 ? 'row.load_open' : 'row.load', { count, capacity })}
          </em>
        </span>
      </div>
      {persona !== undefined && <PersonDot name={persona.name} tint={persona.tint} />}
    </div>
  );
});

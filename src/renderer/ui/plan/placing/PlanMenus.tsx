import { Menu, Popover } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import type { Target } from '../../../../core/schedule/move';
import { type CommandWord, commandWords } from '../../../../core/words/commands';
import { matrixWords } from '../../../../core/words/matrix';
import { planMenuWords } from '../../../../core/words/planMenus';
import { newPieceAt, settleChoice, unplan } from '../../../state/planning/acts';
import type { Load } from '../../../state/planning/load';
import { openSlot, slotAt } from '../../../state/planning/slots';
import { useLang, useStudio, useStudioHandle, useWords } from '../../../state/StudioProvider';
import { Keys } from '../../Keys';
import { titleOrNone } from '../tileWords';
import { PlaceMenu } from './PlaceMenu';
import type { PlanMenu } from './planMenu';

/** Where a menu stands: in the screen itself, so that it belongs to the page's main part, and over passing words. */
const inPlace = {
  withinPortal: false,
  floatingStrategy: 'fixed',
  position: 'bottom-start',
  offset: 2,
  zIndex: 401,
} as const;

export type PlanMenusProps = {
  readonly menu: PlanMenu;
  readonly setMenu: (menu: PlanMenu | null) => void;
  /** Takes a load up for the arrow keys. */
  readonly carry: (load: Load) => void;
  /** Gives the focus to what waits for a day; null where nothing waits beside the plan. */
  readonly toTray: (() => void) | null;
  /** What was chosen between moving and a further version is done. */
  readonly onSettled?: (target: Target) => void;
};

/** What opens at a point: what can be done with tiles, slips and cells, move or add a version, or a place by hand. */
export function PlanMenus(props: PlanMenusProps) {
  const { menu, setMenu } = props;
  const [from] = useState(() => document.activeElement);
  const close = () => {
    setMenu(null);
    focusAgain(menu, from);
  };
  const anchor = (
    <span aria-hidden="true" style={{ position: 'fixed', left: menu.x, top: menu.y, width: 1, height: 1 }} />
  );
  const key = `${menu.kind} ${menu.x} ${menu.y}`;
  if (menu.kind === 'place')
    return (
      <Popover key={key} opened onClose={close} trapFocus closeOnEscape {...inPlace}>
        <Popover.Target>{anchor}</Popover.Target>
        <Popover.Dropdown p={0}>
          <PlaceMenu load={menu.load} copy={menu.copy} onClose={close} />
        </Popover.Dropdown>
      </Popover>
    );
  return (
    <Menu key={key} opened onClose={close} {...inPlace}>
      <Menu.Target>{anchor}</Menu.Target>
      <Menu.Dropdown>
        {menu.kind === 'tile' && <TileMenu {...props} menu={menu} />}
        {menu.kind === 'slip' && <SlipMenu {...props} menu={menu} />}
        {menu.kind === 'proposed' && <ProposedMenu {...props} menu={menu} />}
        {menu.kind === 'cell' && <CellMenu {...props} menu={menu} />}
        {menu.kind === 'choose' && <ChooseMenu {...props} menu={menu} />}
      </Menu.Dropdown>
    </Menu>
  );
}

type Of<K extends PlanMenu['kind']> = Omit<PlanMenusProps, 'menu'> & {
  readonly menu: Extract<PlanMenu, { readonly kind: K }>;
};

/**
 * The focus goes back to what the menu was about, unless what was chosen has put it elsewhere. The calendar has no cells:
 * there it goes back to the open date the menu was asked for on.
 */
function focusAgain(menu: PlanMenu, from: Element | null): void {
  setTimeout(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    const back = document.querySelector<HTMLElement>(markOf(menu)) ?? from;
    if (lost && back instanceof HTMLElement) back.focus();
  }, 0);
}

function markOf(menu: PlanMenu): string {
  if (menu.kind === 'slip') return `[data-piece="${CSS.escape(menu.pieceId)}"]`;
  if (menu.kind === 'cell') return `[role="gridcell"][data-cell="${menu.target.accountId} ${menu.target.day}"]`;
  const load = menu.kind === 'choose' ? menu.choice.load : menu.load;
  if (load.kind === 'piece' && load.proposed !== undefined) return `[data-takes="${load.proposed.key}"]`;
  return load.kind === 'piece'
    ? `[data-piece="${CSS.escape(load.pieceId)}"]`
    : `[data-tile="${CSS.escape(load.grabbed.id)}"]`;
}

/** One thing to do, with the key that does the same. */
const Item = ({ keys, run, children }: { keys: string | null; run: () => void; children: ReactNode }) => (
  <Menu.Item onClick={run} rightSection={keys === null ? null : <Keys keys={keys} />}>
    {children}
  </Menu.Item>
);

function TileMenu({ menu: { load, x, y }, setMenu, carry }: Of<'tile'>) {
  const t = useWords(commandWords);
  const p = useWords(planMenuWords);
  const studio = useStudioHandle();
  const { pieceId } = load.grabbed;
  const item = (word: CommandWord, keys: string | null, run: () => void) => (
    <Item key={word} keys={keys} run={run}>
      {t(word)}
    </Item>
  );
  // The menu closes itself after a choice; what opens another menu or takes the focus waits until then.
  const later = (act: () => void) => setTimeout(act, 0);
  return (
    <>
      {load.ids.length > 1 && <Menu.Label>{p('menu.many', { count: load.ids.length })}</Menu.Label>}
      {pieceId !== null && item('placement.open', 'enter', () => studio.getState().openPiece(pieceId))}
      {item('placement.move_mode', 'm', () => later(() => carry(load)))}
      {item('placement.move_to', null, () => later(() => setMenu({ kind: 'place', load, copy: false, x, y })))}
      {item('placement.copy_to', null, () => later(() => setMenu({ kind: 'place', load, copy: true, x, y })))}
      <Menu.Divider />
      {item('placement.unplan', 'delete', () => void unplan(studio, load.ids))}
    </>
  );
}

function SlipMenu({ menu: { pieceId, x, y }, setMenu, carry }: Of<'slip'>) {
  const t = useWords(commandWords);
  const p = useWords(planMenuWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const title = titleOrNone(lang, useStudio((state) => state.tray.find(({ id }) => id === pieceId)?.title) ?? '');
  const load: Load = { kind: 'piece', pieceId, title };
  return (
    <>
      <Item keys="enter" run={() => studio.getState().openPiece(pieceId)}>
        {t('placement.open')}
      </Item>
      <Item keys="p" run={() => setTimeout(() => carry(load), 0)}>
        {p('menu.plan_by_keys')}
      </Item>
      <Item keys={null} run={() => setTimeout(() => setMenu({ kind: 'place', load, copy: false, x, y }), 0)}>
        {p('menu.plan_form')}
      </Item>
    </>
  );
}

function ProposedMenu({ menu: { load, x, y }, setMenu, carry }: Of<'proposed'>) {
  const t = useWords(commandWords);
  const p = useWords(planMenuWords);
  const studio = useStudioHandle();
  const key = load.kind === 'piece' ? load.proposed?.key : undefined;
  const later = (act: () => void) => setTimeout(act, 0);
  return (
    <>
      <Item keys="m" run={() => later(() => carry(load))}>
        {t('placement.move_mode')}
      </Item>
      <Item keys={null} run={() => later(() => setMenu({ kind: 'place', load, copy: false, x, y }))}>
        {t('placement.move_to')}
      </Item>
      {key !== undefined && (
        <Item keys={null} run={() => studio.getState().chooseProposed([key], false)}>
          {p('menu.leave_out')}
        </Item>
      )}
    </>
  );
}

function CellMenu({ menu: { target }, toTray }: Of<'cell'>) {
  const p = useWords(planMenuWords);
  const studio = useStudioHandle();
  const open = slotAt(studio.getState(), target);
  return (
    <>
      <Item keys="n" run={() => void newPieceAt(studio, target)}>
        {p('menu.new_here')}
      </Item>
      {toTray !== null && (
        <Item keys="p" run={() => setTimeout(toTray, 0)}>
          {p('menu.from_tray')}
        </Item>
      )}
      {open !== null && (
        <Item keys="s" run={() => setTimeout(() => openSlot(studio, open), 0)}>
          {p('menu.slot', { name: open.series.name })}
        </Item>
      )}
    </>
  );
}

function ChooseMenu({ menu: { choice }, onSettled }: Of<'choose'>) {
  const t = useWords(matrixWords);
  const p = useWords(planMenuWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const account = useStudio((state) => {
    const found = state.outline?.account.find(({ id }) => id === choice.target.accountId);
    return found === undefined ? '' : `${state.packs?.get(found.platform)?.[lang] ?? found.platform} · ${found.name}`;
  });
  const settle = (way: 'move' | 'version') =>
    void settleChoice(studio, choice, way).then(() => onSettled?.(choice.target));
  const count = choice.load.kind === 'placements' ? choice.load.ids.length : 1;
  return (
    <>
      <Menu.Label style={{ maxWidth: 320, whiteSpace: 'normal' }}>
        {count > 1 ? p('choose.many', { account, count }) : t('move.choose', { account })}
      </Menu.Label>
      <Menu.Item onClick={() => settle('move')}>{t('move.choose_move', { account })}</Menu.Item>
      <Menu.Item onClick={() => settle('version')}>{t('move.choose_variant', { account })}</Menu.Item>
      <Menu.Item>{t('move.choose_cancel')}</Menu.Item>
    </>
  );
}

import { Menu, Popover } from '@mantine/core';
import { type CommandWord, commandWords } from '../../../core/words/commands';
import { sayMoment } from '../../../core/words/dates';
import { matrixWords } from '../../../core/words/matrix';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Keys } from '../../ui/Keys';
import { titleOrNone } from '../../ui/plan/tileWords';
import { copyCards, moveCardTo, planPiece, unplan } from './acts';
import { type DeskMenu, useDesk, useDeskStore } from './desk';
import { begin } from './gridKeys';
import { PlaceForm } from './PlaceForm';

/** Where a menu stands: in the screen itself, so that it belongs to the page's main part. */
const inPlace = { withinPortal: false, floatingStrategy: 'fixed', position: 'bottom-start', offset: 2 } as const;

/** What opens at a point: what can be done with a tile, move or add a version, or a place to be given by hand. */
export function DeskMenus() {
  const menu = useDesk((desk) => desk.menu);
  const desk = useDeskStore();
  const close = () => {
    desk.getState().setMenu(null);
    if (menu !== null) focusAgain(menu);
  };
  if (menu === null) return null;
  const anchor = (
    <span aria-hidden="true" style={{ position: 'fixed', left: menu.x, top: menu.y, width: 1, height: 1 }} />
  );
  const key = `${menu.kind} ${menu.x} ${menu.y}`;
  if (menu.kind === 'place' || menu.kind === 'plan_piece')
    return (
      <Popover key={key} opened onClose={close} trapFocus closeOnEscape {...inPlace}>
        <Popover.Target>{anchor}</Popover.Target>
        <Popover.Dropdown p={0}>
          {menu.kind === 'place' ? <PlaceMenu {...menu} /> : <PlanPieceMenu {...menu} />}
        </Popover.Dropdown>
      </Popover>
    );
  return (
    <Menu key={key} opened onClose={close} {...inPlace}>
      <Menu.Target>{anchor}</Menu.Target>
      <Menu.Dropdown>{menu.kind === 'tile' ? <TileMenu {...menu} /> : <ChooseMenu {...menu} />}</Menu.Dropdown>
    </Menu>
  );
}

type Opener =
  | { readonly kind: 'plan_piece'; readonly pieceId: string }
  | { readonly kind: string; readonly id: string };

/** The focus goes back to the tile or slip the menu was about, unless what was chosen has put it elsewhere. */
function focusAgain(menu: Opener): void {
  const mark = 'pieceId' in menu ? `[data-piece="${menu.pieceId}"]` : `[data-tile="${menu.id}"]`;
  setTimeout(() => {
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (lost) document.querySelector<HTMLElement>(mark)?.focus();
  }, 0);
}

function TileMenu({ id, x, y }: Extract<DeskMenu, { kind: 'tile' }>) {
  const t = useWords(commandWords);
  const studio = useStudioHandle();
  const desk = useDeskStore();
  const pieceId = useStudio((state) => state.cards.find((card) => card.id === id)?.pieceId ?? null);
  const item = (word: CommandWord, keys: string | null, run: () => void) => (
    <Menu.Item key={word} onClick={run} rightSection={keys === null ? null : <Keys keys={keys} />}>
      {t(word)}
    </Menu.Item>
  );
  // The menu closes itself after a choice; what opens another menu waits until then.
  const later = (next: DeskMenu) => setTimeout(() => desk.getState().setMenu(next), 0);
  return (
    <>
      {item('placement.open', 'enter', () => {
        if (pieceId !== null) studio.getState().openPiece(pieceId);
      })}
      {item('placement.move_mode', 'm', () => {
        begin(studio, desk, id);
        setTimeout(() => document.querySelector<HTMLElement>(`[data-tile="${id}"]`)?.focus(), 0);
      })}
      {item('placement.move_to', null, () => later({ kind: 'place', id, copy: false, x, y }))}
      {item('placement.copy_to', null, () => later({ kind: 'place', id, copy: true, x, y }))}
      <Menu.Divider />
      {item('placement.unplan', 'delete', () => void unplan(studio, [id]))}
    </>
  );
}

function ChooseMenu({ id, target }: Extract<DeskMenu, { kind: 'choose' }>) {
  const t = useWords(matrixWords);
  const studio = useStudioHandle();
  const lang = useLang();
  const account = useStudio((state) => {
    const found = state.outline?.account.find((candidate) => candidate.id === target.accountId);
    return found === undefined ? '' : `${state.packs?.get(found.platform)?.[lang] ?? found.platform} · ${found.name}`;
  });
  const card = useStudio((state) => state.cards.find((candidate) => candidate.id === id));
  return (
    <>
      <Menu.Label style={{ maxWidth: 320, whiteSpace: 'normal' }}>{t('move.choose', { account })}</Menu.Label>
      <Menu.Item onClick={() => void moveCardTo(studio, id, target)}>{t('move.choose_move', { account })}</Menu.Item>
      <Menu.Item onClick={() => void (card === undefined ? null : copyCards(studio, [card], id, target))}>
        {t('move.choose_variant', { account })}
      </Menu.Item>
      <Menu.Item>{t('move.choose_cancel')}</Menu.Item>
    </>
  );
}

function PlaceMenu({ id, copy }: Extract<DeskMenu, { kind: 'place' }>) {
  const t = useWords(matrixWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const desk = useDeskStore();
  const card = useStudio((state) => state.cards.find((candidate) => candidate.id === id));
  if (card?.day == null || card.accountId === null) return null;
  return (
    <PlaceForm
      title={`${titleOrNone(lang, card.title)} · ${sayMoment(lang, card.day, card.time)}`}
      start={{ accountId: card.accountId, day: card.day, time: card.time }}
      submit={t(copy ? 'menu.copy_submit' : 'menu.move_submit')}
      onCancel={() => {
        desk.getState().setMenu(null);
        focusAgain({ kind: 'place', id });
      }}
      onSubmit={({ accountId, day, time }) => {
        desk.getState().setMenu(null);
        const target = { accountId, day };
        void (copy ? copyCards(studio, [card], id, target, time) : moveCardTo(studio, id, target, time));
      }}
    />
  );
}

function PlanPieceMenu({ pieceId }: Extract<DeskMenu, { kind: 'plan_piece' }>) {
  const t = useWords(matrixWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const desk = useDeskStore();
  const title = useStudio((state) => state.tray.find((piece) => piece.id === pieceId)?.title ?? '');
  const account = useStudio((state) => state.outline?.account.find((candidate) => !candidate.closed)?.id);
  const today = useStudio((state) => state.boot?.today);
  if (account === undefined || today === undefined) return null;
  return (
    <PlaceForm
      title={titleOrNone(lang, title)}
      start={{ accountId: account, day: today, time: null }}
      submit={t('tray.plan')}
      onCancel={() => {
        desk.getState().setMenu(null);
        focusAgain({ kind: 'plan_piece', pieceId });
      }}
      onSubmit={({ accountId, day, time }) => {
        desk.getState().setMenu(null);
        void planPiece(studio, pieceId, title, { accountId, day }, time);
      }}
    />
  );
}

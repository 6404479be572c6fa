import { useEffect, useRef } from 'react';
import type { CascadeTable, PlacementCard, WaveSettlement } from '../../../contract';
import { printRule } from '../../../core/cascade/printRule';
import { cascadeWords, sayUnfit } from '../../../core/words/cascade';
import { sayMoment } from '../../../core/words/dates';
import { inspectorWords } from '../../../core/words/inspector';
import { say } from '../../../core/words/say';
import { useLang, useStudioHandle, useWords } from '../../state/StudioProvider';
import type { Studio } from '../../state/studio';
import { useCascadeTable } from '../../state/useCascadeTable';
import { titleOrNone } from '../../ui/plan/tileWords';
import classes from './CascadeFacts.module.css';

type Row = CascadeTable['entries'][number];

/** A placement in its cascade: what it follows by which rule, whether it stands there, and what can be done when not. */
export function CascadeFacts({ card, campaignId }: { readonly card: PlacementCard; readonly campaignId: string }) {
  const t = useWords(inspectorWords);
  const c = useWords(cascadeWords);
  const lang = useLang();
  const table = useCascadeTable(campaignId);
  const row = table?.entries.find(({ placementId }) => placementId === card.id);
  if (table === null || row === undefined) return null;
  const anchor = table.entries.find(({ wave }) => wave.id === row.anchorId);
  const followers = table.entries.filter(({ wave, anchorId }) => anchorId === row.wave.id && wave.id !== row.wave.id);
  const off = followers.filter(({ disagrees }) => disagrees).length;
  return (
    <>
      <dt>{t('cascade')}</dt>
      <dd className={classes.rule}>
        {row.isLead || anchor === undefined
          ? t('cascade.lead')
          : t('cascade.follows', { title: titleOrNone(lang, anchor.title), rule: printRule(lang, row.wave) })}
        {followers.length > 0 && <span>{c('followers', { count: followers.length, off })}</span>}
      </dd>
      <Standing card={card} row={row} />
    </>
  );
}

/** Whether it stands where the rule says; pinned, or off the rule with the three ways out. */
function Standing({ card, row }: { readonly card: PlacementCard; readonly row: Row }) {
  const c = useWords(cascadeWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const pressed = useRef(false);
  const box = useRef<HTMLElement>(null);
  // A way out that was taken goes, and with it the focus: what can be done now has it.
  useEffect(() => {
    if (!pressed.current || document.activeElement !== document.body) return;
    pressed.current = false;
    box.current?.querySelector('button')?.focus();
  });
  if (row.isLead || card.outcome !== 'planned') return null;
  const settle = (how: WaveSettlement) => {
    pressed.current = true;
    void settleWave(studio, row, how);
  };
  const button = (how: WaveSettlement, word: string) => (
    <button key={how} type="button" onClick={() => settle(how)}>
      {word}
    </button>
  );
  if (row.pinned)
    return (
      <dd ref={box} className={classes.standing}>
        {c('pinned')}
        <span className={classes.ways}>{button('unpin', c('act.unpin'))}</span>
      </dd>
    );
  if (row.wants.kind === 'unsettled')
    return (
      <dd ref={box} className={classes.standing} data-off="">
        {c('wants_not', { why: c(`unsettled.${row.wants.why}`) })}
      </dd>
    );
  if (!row.disagrees)
    return (
      <dd ref={box} className={classes.standing}>
        <span className={classes.ways}>{button('pin', c('act.pin'))}</span>
      </dd>
    );
  const { day, time } = row.wants.moment;
  return (
    <dd ref={box} className={classes.standing} data-off="">
      {c('wants', { moment: sayMoment(lang, day, time) })}
      <span className={classes.ways}>
        {button('fit', c('act.fit'))}
        {button('pin', c('act.pin'))}
        {row.fitted !== null &&
          button('rule', c('act.rule', { rule: printRule(lang, { ...row.wave, rule: row.fitted }) }))}
      </span>
    </dd>
  );
}

/** Does it, and says what was done or why it could not be. */
async function settleWave(studio: Studio, row: Row, how: WaveSettlement): Promise<void> {
  const { act, notify, announce, settings } = studio.getState();
  const { lang } = settings;
  const { placementId } = row;
  if (placementId === null) return;
  const done = await act('cascade.settle', { ids: [placementId], how });
  if (done === null) return;
  const [left] = done.left;
  const message =
    left === undefined ? sayDone(lang, row, how) : say(cascadeWords, lang, 'left', { why: sayUnfit(lang, left.why) });
  notify({ message, undo: left === undefined });
  announce(message);
}

function sayDone(lang: 'zh' | 'en', row: Row, how: WaveSettlement): string {
  switch (how) {
    case 'pin':
      return say(cascadeWords, lang, 'pinned_done');
    case 'unpin':
      return say(cascadeWords, lang, 'unpinned_done');
    case 'fit': {
      const moment = row.wants.kind === 'at' ? sayMoment(lang, row.wants.moment.day, row.wants.moment.time) : '';
      return say(cascadeWords, lang, 'fitted', { moment });
    }
    case 'rule': {
      const rule = printRule(lang, { ...row.wave, rule: row.fitted ?? row.wave.rule });
      return say(cascadeWords, lang, 'ruled', { rule });
    }
  }
}

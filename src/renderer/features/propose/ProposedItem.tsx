import { memo, useEffect, useRef } from 'react';
import type { Explained } from '../../../core/propose/types';
import { sayDate, sayMoment } from '../../../core/words/dates';
import { proposeWords } from '../../../core/words/propose';
import { sayReasons } from '../../../core/words/proposeReasons';
import { say } from '../../../core/words/say';
import { accountName } from '../../state/accountName';
import { proposedKey } from '../../state/proposing';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import type { StudioState } from '../../state/studio';
import { Keys } from '../../ui/Keys';
import { KindMark } from '../../ui/KindMark';
import { titleOrNone } from '../../ui/plan/tileWords';
import classes from './Found.module.css';
import { sayRole } from './names';
import frame from './Propose.module.css';

/** Reasons shown before the post is looked at. */
const FIRST = 1;

/** One proposed post: a box to take it, where and when, and why there. Looking at it shows it in the matrix. */
export const ProposedItem = memo(function ProposedItem({
  one,
  isKept,
}: {
  readonly one: Explained;
  readonly isKept: boolean;
}) {
  const t = useWords(proposeWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const element = useRef<HTMLLIElement>(null);
  const key = proposedKey(one);
  const chosen = useStudio(({ proposing }) => proposing?.chosen.has(key) ?? false);
  const pointed = useStudio(({ proposing }) => proposing?.pointed === key);
  const was = useStudio(({ proposing }) => proposing?.moved.get(key));
  const piece = useStudio(({ proposing }) => proposing?.state?.pieces[one.pieceId]);
  useEffect(() => {
    if (pointed) element.current?.scrollIntoView({ block: 'nearest' });
  }, [pointed]);
  const state = studio.getState();
  const title = titleOrNone(lang, piece?.title ?? '');
  const account = accountName(state, one.accountId);
  const reasons = sayReasons(lang, one, { role: (role) => sayRole(state, role) });
  // At a glance what speaks for it; in detail what speaks against it, too.
  const shown = pointed ? reasons : reasons.filter(({ points }) => points >= 0).slice(0, FIRST);
  const look = (reveal: boolean) => studio.getState().pointProposed(key, reveal);
  const lift = () => studio.getState().liftProposed(key);
  const total = one.points.reduce((sum, { points }) => sum + points, 0);
  return (
    <li
      ref={element}
      className={classes.item}
      data-pointed={pointed || undefined}
      data-left={!chosen || undefined}
      onPointerEnter={() => look(false)}
    >
      <label className={classes.take}>
        <input
          type="checkbox"
          checked={chosen}
          aria-label={t('item.take', { title, account })}
          data-takes={key}
          aria-keyshortcuts="M"
          onFocus={() => look(true)}
          onKeyDown={(event) => {
            if (event.key.toLowerCase() !== 'm' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey)
              return;
            event.preventDefault();
            event.stopPropagation();
            lift();
          }}
          onChange={({ target }) => studio.getState().chooseProposed([key], target.checked)}
        />
        <KindMark kind={one.facts.kind} />
        <b>{title}</b>
      </label>
      <p className={classes.where}>
        {sayMoment(lang, one.day, one.time)} · {account}
        {isKept && <em> · {t('item.kept')}</em>}
      </p>
      {was !== undefined && (
        <p className={classes.moved}>
          {t('item.moved', { moment: sayMoment(lang, was.day, was.time), account: accountName(state, was.accountId) })}
        </p>
      )}
      <ul className={classes.reasons}>
        {shown.map(({ text, points }) => (
          <li key={text} data-against={points < 0 || undefined}>
            <span>{text}</span>
            {points !== 0 && <i>{signed(points)}</i>}
          </li>
        ))}
      </ul>
      {pointed && (
        <p className={`${frame.note} ${classes.kept}`}>
          {t('item.points', { points: Math.round(total) })} ·{' '}
          {one.next === null ? t('item.only') : sayNext(state, one.next)}
        </p>
      )}
      {pointed && (
        <button type="button" className={frame.small} onClick={lift}>
          <span className="visually-hidden">{t('item.move_title', { title })}</span>
          <span aria-hidden="true">
            {t('item.move')} <Keys keys="m" />
          </span>
        </button>
      )}
    </li>
  );
});

/** The best other spot: behind this one, or ahead of it where the user moved the post. */
function sayNext(state: StudioState, { accountId, day, less }: NonNullable<Explained['next']>): string {
  const { lang } = state.settings;
  const points = Math.round(less * 10) / 10;
  const where = { account: accountName(state, accountId), day: sayDate(lang, day) };
  return points < 0
    ? say(proposeWords, lang, 'item.better', { ...where, more: -points })
    : say(proposeWords, lang, 'item.next', { ...where, less: points });
}

const signed = (points: number): string => {
  const rounded = Math.round(points);
  return rounded === 0 ? '' : rounded > 0 ? `+${rounded}` : `−${Math.abs(rounded)}`;
};

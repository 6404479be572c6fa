import type { KindShare } from '../../../core/schedule/load';
import { sayKind } from '../../../core/words/kinds';
import { matrixWords } from '../../../core/words/matrix';
import { useLang, useWords } from '../../state/StudioProvider';
import { late } from '../../theme/late';
import { Hint } from '../../ui/Hint';
import { KindMark } from '../../ui/KindMark';
import { MenuButton } from '../../ui/MenuButton';
import classes from './LaneRow.module.css';

const KindTargets = late(() => import('./KindTargets').then((module) => module.KindTargets));

/** How the lane's week stands to the team's targets, a bar per kind with its arithmetic; a press opens the targets. */
export function LaneShares({ shares, lane }: { readonly shares: readonly KindShare[]; readonly lane: string }) {
  const t = useWords(matrixWords);
  const lang = useLang();
  const words = shares.map(({ kind, count, wanted, percent, of }) => ({
    kind,
    said: t('lane.share', { kind: sayKind(lang, kind), count, wanted }),
    reckoned: t('lane.reckoned', { percent, of }),
  }));
  return (
    <span className={classes.shares}>
      <Hint
        label={
          <span className={classes.reckoning}>
            {words.map(({ kind, said, reckoned }) => (
              <span key={kind}>
                <b>{said}</b> {reckoned}
              </span>
            ))}
          </span>
        }
      >
        <MenuButton
          Menu={KindTargets}
          given={{}}
          label={t('lane.targets')}
          className={classes.bars}
          aria-label={`${lane} ${t('lane.targets')}: ${words.map(({ said }) => said).join(lang === 'zh' ? '，' : ', ')}`}
        >
          {shares.map(({ kind, count, wanted }) => (
            <span key={kind} className={classes.share}>
              <KindMark kind={kind} size={8} />
              <span className={classes.bar} data-kind={kind}>
                <i style={{ width: `${Math.round(100 * Math.min(1, count / Math.max(1, wanted)))}%` }} />
              </span>
            </span>
          ))}
        </MenuButton>
      </Hint>
    </span>
  );
}

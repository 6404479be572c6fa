import { type PieceKind, pieceKinds } from '../../../core/model/vocabulary';
import { edgeStates } from '../../../core/schedule/edge';
import { sayKind, sayOutcome, sayState } from '../../../core/words/kinds';
import { shellWords } from '../../../core/words/shell';
import { useLang, useWords } from '../../state/StudioProvider';
import { BehindMark, FindingMark } from '../FindingMark';
import { KindMark } from '../KindMark';
import { StateMark } from '../StateMark';
import classes from './Legend.module.css';

/** What the marks mean, at the right of the status bar. */
export function Legend() {
  const t = useWords(shellWords);
  const lang = useLang();
  return (
    <ul className={classes.legend} aria-label={t('legend.label')}>
      {pieceKinds.map((kind: PieceKind) => (
        <li key={kind}>
          <KindMark kind={kind} size={8} />
          {sayKind(lang, kind)}
        </li>
      ))}
      <li className={classes.rule} aria-hidden="true" />
      {edgeStates.map((edge) => (
        <li key={edge}>
          <StateMark state={edge} />
          {edge === 'handed_over' || edge === 'live' || edge === 'skipped'
            ? sayOutcome(lang, edge)
            : sayState(lang, edge)}
        </li>
      ))}
      <li className={classes.rule} aria-hidden="true" />
      <li>
        <FindingMark severity="error" />
        {t('legend.must')}
      </li>
      <li>
        <FindingMark severity="warning" />
        {t('legend.suggestion')}
      </li>
      <li>
        <BehindMark />
        {t('legend.behind')}
      </li>
    </ul>
  );
}

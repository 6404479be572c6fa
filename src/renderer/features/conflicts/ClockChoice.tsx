import { Button } from '@mantine/core';
import type { ConflictDetail } from '../../../contract';
import { conflictWords } from '../../../core/words/conflicts';
import { useLang, useStudioHandle, useWords } from '../../state/StudioProvider';
import { sayWhole } from '../../ui/sayWhen';
import classes from './Conflicts.module.css';
import type { Resolve } from './Settle';

type Props = { readonly detail: ConflictDetail; readonly resolve: Resolve };

/**
 * One's own edits from a clock that ran ahead. Whether the date is right now only a person can say, so it is shown before
 * anything is written anew; where others' edits lie ahead too, nothing is offered.
 */
export function ClockChoice({ detail: { ahead }, resolve }: Props) {
  const t = useWords(conflictWords);
  const lang = useLang();
  const { world } = useStudioHandle();
  if (ahead === null) return null;
  const { records, others, until } = ahead;
  return (
    <>
      <h2>{t('clock.question', { count: records, until: sayWhole(lang, until.at) })}</h2>
      <p className={classes.quiet}>{t('clock.why')}</p>
      <dl className={classes.fields}>
        <div>
          <dt>{t('clock.now')}</dt>
          <dd>{sayWhole(lang, world.now())}</dd>
        </div>
      </dl>
      <p>{others > 0 ? t('clock.others', { count: others }) : t('clock.check')}</p>
      {others === 0 && (
        <>
          <div className={classes.acts}>
            <Button variant="filled" onClick={() => void resolve({ how: 'repair' }, 'repair')}>
              {t('clock.repair', { count: records })}
            </Button>
          </div>
          <p className={classes.quiet}>{t('clock.note')}</p>
        </>
      )}
    </>
  );
}

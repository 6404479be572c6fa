import { Button } from '@mantine/core';
import type { SlipDryRun as Run } from '../../../contract';
import type { SlipChange } from '../../../core/desk/takeSlip';
import { outcomes } from '../../../core/model/records';
import { newerOf } from '../../../core/review/newer';
import { sayOutcome } from '../../../core/words/kinds';
import { marksWords } from '../../../core/words/marks';
import { titleOrNone } from '../../../core/words/titles';
import { useLang, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Screen, ToolbarGap } from '../../ui/Screen';
import classes from './DryRun.module.css';
import shared from './Marks.module.css';
import { NewerFile } from './NewerFile';
import { NotRead } from './NotRead';
import { useAsked } from './useAsked';

/** The dry run of a slip: what the person who posted says of each placement, beside what is known here. */
export function SlipDryRun({ token }: { readonly token: string }) {
  const t = useWords(marksWords);
  const studio = useStudioHandle();
  const { answer: run, refused } = useAsked('slip.preview', { token });
  const rows = run?.rows ?? [];
  const said = rows.filter(({ fate, kept }) => fate !== 'known' || kept.length > 0);
  const news = rows.filter(({ fate }) => fate === 'news' || fate === 'back').length;
  const take = async (): Promise<void> => {
    const { act, notify, announce, go } = studio.getState();
    const done = await act('slip.take', { token });
    if (done === null) return;
    const message = t('slip.done', { count: done.taken });
    notify({ message, undo: done.taken > 0 });
    announce(message);
    go({ screen: 'desk' });
  };
  if (run === null) return <NotRead title={t('title.slip')} refused={refused} />;
  return (
    <Screen
      label={t('title.slip')}
      toolbar={
        <>
          <h1 className={shared.heading}>{t('title.slip')}</h1>
          <span className={shared.quiet}>{run.file}</span>
          <ToolbarGap />
          <Button variant="filled" disabled={news === 0} onClick={() => void take()}>
            {t('slip.take', { count: news })}
          </Button>
        </>
      }
    >
      <div className={shared.page}>
        <NewerFile {...newerOf(run)} />
        <p className={shared.lead}>
          {t('slip.lead', { by: run.by || t('take.nobody'), day: run.day, count: rows.length })}{' '}
          {news === 0 && t('slip.none')}
        </p>
        <ul className={shared.rows}>
          {said.map((row) => (
            <Row key={row.id} row={row} />
          ))}
        </ul>
        {said.length > 0 && said.length < rows.length && (
          <p className={shared.lead}>{t('slip.others', { count: rows.length - said.length })}</p>
        )}
      </div>
    </Screen>
  );
}

function Row({ row }: { readonly row: Run['rows'][number] }) {
  const t = useWords(marksWords);
  const lang = useLang();
  const say = useFacts();
  return (
    <li data-slip={row.id} data-fate={row.fate}>
      <div className={classes.row} data-off={row.fate === 'gone' || row.fate === 'known' || undefined}>
        <span className={classes.when}>{[row.onDay, row.onTime].filter(Boolean).join(' ')}</span>
        <div className={classes.words}>
          <p>
            <b>{titleOrNone(lang, row.title)}</b> <span className={shared.quiet}>{row.account}</span>
          </p>
          {row.changes.map((change) => (
            <p key={change.register}>
              <span className={shared.quiet}>{say.field(change)}</span> <del>{say.value(change, 'before')}</del>{' '}
              <ins>{say.value(change, 'after')}</ins>
            </p>
          ))}
          {row.kept.map((change) => (
            <small key={change.register}>
              {t('slip.kept', { field: say.field(change), value: say.value(change, 'before') })}
            </small>
          ))}
        </div>
        {row.fate !== 'news' && <span className={classes.fate}>{t(`slip.${row.fate}`)}</span>}
      </div>
    </li>
  );
}

const fields = ['outcome', 'handedDay', 'handedTime', 'liveDay', 'liveTime', 'liveLink', 'skipReason'] as const;

/** Facts of posting in words. */
function useFacts() {
  const t = useWords(marksWords);
  const lang = useLang();
  return {
    field: ({ register }: SlipChange): string => {
      const field = fields.find((name) => name === register);
      return t(field === undefined ? 'slip.field.ticks' : `slip.field.${field}`);
    },
    value: (change: SlipChange, which: 'before' | 'after'): string => {
      const value = change[which];
      if (typeof value === 'boolean') return t(value ? 'slip.ticked' : 'slip.unticked');
      const outcome = outcomes.find((one) => change.register === 'outcome' && one === value);
      if (outcome !== undefined) return sayOutcome(lang, outcome);
      return value === null || value === '' ? t('slip.empty') : String(value);
    },
  };
}

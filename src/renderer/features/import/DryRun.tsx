import { Button } from '@mantine/core';
import { IconFileImport } from '@tabler/icons-react';
import { useState } from 'react';
import type { ImportCard, ImportState } from '../../../contract';
import { kindOfFile } from '../../../core/importing/files';
import type { Verdict } from '../../../core/importing/model';
import { sayFailure } from '../../../core/words/failures';
import { importWords } from '../../../core/words/importScreen';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import look from '../../ui/dryRun/dryRun.module.css';
import { Screen, ToolbarGap } from '../../ui/Screen';
import { Segments } from '../../ui/Segments';
import { Columns } from './Columns';
import { Detail } from './Detail';
import classes from './Import.module.css';
import { Again } from './ImportScreen';
import { choiceOf, firstWishes, type Said, takenCount, type Wishes, withRow } from './importView';
import { Rows } from './Rows';
import { Totals } from './Totals';

/** What would come in: totals, rows, one row whole; for sheets what each column is. Nothing has changed yet. */
export function DryRun({
  state,
  busy,
  view,
  onView,
}: {
  readonly state: ImportState;
  /** It is being read again, and this is what was found before. */
  readonly busy: boolean;
  readonly view: 'rows' | 'columns';
  readonly onView: (view: 'rows' | 'columns') => void;
}) {
  const t = useWords(importWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const [wishes, setWishes] = useState<Wishes>(firstWishes);
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [card, setCard] = useState<ImportCard | null>(null);
  const [question, setQuestion] = useState<{ readonly count: number; readonly total: number } | null>(null);
  const count = takenCount(state, wishes);
  const sheets = state.sheets.filter(({ mapping }) => mapping.columns.length > 0);

  /** Reads again. Where a sheet is read otherwise its rows may be others: what was said of single rows is forgotten. */
  const say = (said: Said): void => {
    // Boxes stay able to hold the focus while it is read again; only what they say does not count then.
    if (busy) return;
    const { path, sheet, choice } = said;
    const isSheet = sheets.some((one) => one.path === path);
    setWishes((now) => ({ ...now, rows: new Map([...now.rows].filter(([at]) => !isSheet && at !== card?.index)) }));
    void studio.getState().act('import.remap', { job: state.job, path, sheet, choice });
  };
  const take = async (confirmed: boolean): Promise<void> => {
    const answer = await studio.api.call('import.apply', { job: state.job, choice: choiceOf(wishes, confirmed) });
    setQuestion(null);
    if (answer.ok) return;
    const { code, params } = answer.failure;
    if (code === 'import_overwrites') setQuestion({ count: Number(params.count), total: Number(params.total) });
    else studio.getState().notify({ message: sayFailure(lang, answer.failure), tone: 'bad' });
  };
  return (
    <Screen
      label={t('title')}
      toolbar={
        <>
          <b>{t('title')}</b>
          <span className={look.quiet}>{state.name}</span>
          {sheets.length > 0 && (
            <Segments
              label={t('columns')}
              value={view}
              options={[
                { value: 'rows', label: t('columns.rows') },
                { value: 'columns', label: t('columns.show') },
              ]}
              onChange={onView}
            />
          )}
          <ToolbarGap />
          <Again />
          <Button onClick={() => void studio.getState().act('import.cancel', { job: state.job })}>{t('cancel')}</Button>
          <Button
            variant="filled"
            disabled={busy || count === 0}
            title={count === 0 ? t('take.none') : undefined}
            leftSection={<IconFileImport size={15} stroke={1.6} aria-hidden="true" />}
            onClick={() => void take(false)}
          >
            {t('take', { count })}
          </Button>
        </>
      }
    >
      <h1 className="visually-hidden">{t('title')}</h1>
      {kindOfFile(state.name) === 'plan' && <OpenAlone />}
      {question !== null && (
        <div className={classes.question} role="alertdialog" aria-label={t('confirm.text', question)}>
          <span>{t('confirm.text', question)}</span>
          <Button variant="filled" data-autofocus onClick={() => void take(true)}>
            {t('confirm.yes', { count: question.count })}
          </Button>
          <Button onClick={() => setQuestion(null)}>{t('cancel')}</Button>
        </div>
      )}
      <div className={look.columns}>
        <Totals state={state} wishes={wishes} onWishes={setWishes} verdict={verdict} onVerdict={setVerdict} />
        {view === 'columns' && sheets.length > 0 ? (
          <Columns busy={busy} sheets={sheets} onSay={say} />
        ) : (
          <>
            <Rows
              key={verdict ?? 'all'}
              state={state}
              verdict={verdict}
              wishes={wishes}
              onCard={setCard}
              onWish={(one, wish) => setWishes((now) => withRow(now, one, wish))}
            />
            <Detail
              job={state.job}
              card={card}
              busy={busy}
              onSay={say}
              wishes={wishes}
              onWish={(one, wish) => setWishes((now) => withRow(now, one, wish))}
            />
          </>
        )}
      </div>
    </Screen>
  );
}

/** Another workspace's plan is a workspace of its own, unless its pieces are copied in. */
function OpenAlone() {
  const t = useWords(importWords);
  const studio = useStudioHandle();
  const token = useStudio((one) => one.importToken);
  if (token === null) return null;
  return (
    <div className={classes.question}>
      <span>{t('plan.other')}</span>
      <Button onClick={() => void studio.getState().act('workspace.import', { token })}>{t('plan.open')}</Button>
    </div>
  );
}

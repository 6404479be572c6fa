import { Button } from '@mantine/core';
import { type FormEvent, useId } from 'react';
import { sayFailure } from '../../../core/words/failures';
import { proposeWords } from '../../../core/words/propose';
import { todayOf } from '../../state/plan';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { AccountPick } from './AccountPick';
import { choiceOf, type Draft, missingIn } from './draft';
import classes from './Form.module.css';
import { PiecePick } from './PiecePick';
import frame from './Propose.module.css';
import { RulePick } from './RulePick';
import { WeightList } from './WeightList';

export type DraftProps = { readonly draft: Draft; readonly setDraft: (change: (draft: Draft) => Draft) => void };

/** The questions, from what to where to when and under which rules. */
export function ProposeForm({ draft, setDraft }: DraftProps) {
  const t = useWords(proposeWords);
  const id = useId();
  const today = useStudio(todayOf);
  const propose = useStudio((state) => state.propose);
  const missing = missingIn(draft, today);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const choice = choiceOf(draft);
    if (missing === null && choice !== null) void propose(choice);
  };
  return (
    <form className={classes.form} onSubmit={send}>
      <div className={frame.scroll}>
        <Ended />
        <p className={classes.lead}>{t('lead')}</p>
        <PiecePick draft={draft} setDraft={setDraft} />
        <AccountPick draft={draft} setDraft={setDraft} />
        <fieldset className={classes.group}>
          <legend>{t('days')}</legend>
          <div className={classes.dates}>
            <label htmlFor={`${id}f`}>{t('days.from')}</label>
            <input
              id={`${id}f`}
              type="date"
              required
              min={today}
              value={draft.from}
              onChange={({ target }) => setDraft((now) => ({ ...now, from: target.value }))}
            />
            <label htmlFor={`${id}t`}>{t('days.to')}</label>
            <input
              id={`${id}t`}
              type="date"
              required
              min={draft.from}
              value={draft.to}
              onChange={({ target }) => setDraft((now) => ({ ...now, to: target.value }))}
            />
          </div>
        </fieldset>
        <RulePick draft={draft} setDraft={setDraft} />
        <WeightList />
      </div>
      <footer className={frame.foot}>
        {missing !== null && (
          <p id={`${id}w`} className={frame.note}>
            {t(missing)}
          </p>
        )}
        <Button
          type="submit"
          variant="filled"
          disabled={missing !== null}
          aria-describedby={missing === null ? undefined : `${id}w`}
        >
          {t('start')}
        </Button>
      </footer>
    </form>
  );
}

/** How the last round ended, when it did not end with an answer. */
function Ended() {
  const t = useWords(proposeWords);
  const lang = useLang();
  const state = useStudio(({ proposing }) => proposing?.state ?? null);
  if (state?.phase === 'cancelled') return <p className={frame.note}>{t('cancelled')}</p>;
  if (state?.phase !== 'failed') return null;
  return (
    <p className={classes.bad} role="alert">
      {t('failed')} {state.failure === null ? '' : sayFailure(lang, state.failure)}
    </p>
  );
}

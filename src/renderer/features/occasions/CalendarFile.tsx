import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { FileOccasion, OccasionFile } from '../../../core/occasions/ics/takeIcs';
import { sayDate } from '../../../core/words/dates';
import { occasionFileWords } from '../../../core/words/occasionFiles';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import classes from './Occasions.module.css';

const SHOWN = 60;

/** A calendar file before it is taken in: what would be new, what would change, and what could not be read. */
export function CalendarFile({ token, onDone }: { readonly token: string; readonly onDone: () => void }) {
  const t = useWords(occasionFileWords);
  const act = useStudio((state) => state.act);
  const notify = useStudio((state) => state.notify);
  const [file, setFile] = useState<OccasionFile | null>(null);
  useEffect(() => {
    let isGone = false;
    void act('occasion.read', { token }).then((read) => {
      if (isGone) return;
      // The failure has been said; there is nothing to show here.
      if (read === null) onDone();
      else setFile(read);
    });
    return () => {
      isGone = true;
    };
  }, [act, token, onDone]);
  if (file === null) return null;
  const { name, added, changed, same, messages } = file;
  const count = added.length + changed.length;
  const take = async (): Promise<void> => {
    const done = await act('occasion.take', { token });
    if (done === null) return;
    notify({ message: t('taken', { name, count: done.added.length + done.changed.length }), undo: true });
    onDone();
  };
  return (
    <div className={classes.file}>
      <p className={classes.counts}>
        {count === 0
          ? t('nothing', { name })
          : t('counts', { name, added: added.length, changed: changed.length, same })}
      </p>
      <Rows label={t('added')} rows={added} />
      <Rows label={t('changed')} rows={changed} />
      {messages.length > 0 && (
        <>
          <h3>{t('left')}</h3>
          <ul>
            {messages.slice(0, SHOWN).map(({ code, line, name: of, count: together }) => (
              <li key={`${line} ${code}`}>
                {t('at', {
                  line,
                  name: of,
                  named: of === '' ? 'no' : 'yes',
                  why: t(`why.${code}`, { count: together ?? 1 }),
                })}
              </li>
            ))}
          </ul>
          {messages.length > SHOWN && <p className={classes.note}>{t('more', { count: messages.length - SHOWN })}</p>}
        </>
      )}
      <div className={classes.acts}>
        {count > 0 && (
          <Button variant="filled" onClick={() => void take()}>
            {t('take', { count })}
          </Button>
        )}
        <Button variant={count > 0 ? 'subtle' : 'default'} onClick={onDone}>
          {t('cancel')}
        </Button>
      </div>
    </div>
  );
}

function Rows({ label, rows }: { readonly label: string; readonly rows: readonly FileOccasion[] }) {
  const t = useWords(occasionFileWords);
  const lang = useLang();
  if (rows.length === 0) return null;
  return (
    <>
      <h3>{label}</h3>
      <ul>
        {rows.slice(0, SHOWN).map(({ name, start, end }) => (
          <li key={`${name} ${start}`}>
            <b>{name}</b> {start.slice(0, 4)} {sayDate(lang, start)}
            {end === start ? '' : ` – ${sayDate(lang, end)}`}
          </li>
        ))}
      </ul>
      {rows.length > SHOWN && <p className={classes.note}>{t('more', { count: rows.length - SHOWN })}</p>}
    </>
  );
}

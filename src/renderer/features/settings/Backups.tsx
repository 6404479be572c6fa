import { Button } from '@mantine/core';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { BackupFile } from '../../../contract';
import { sayFailure } from '../../../core/words/failures';
import { settingsWords } from '../../../core/words/settings';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import classes from './Settings.module.css';
import { saySize, useMoment } from './sayMoment';

/** Copies of the workspace, newest first. Restoring one saves the present first, so it is never a leap. */
export function Backups() {
  const t = useWords(settingsWords);
  const { api } = useStudioHandle();
  const act = useStudio((state) => state.act);
  const notify = useStudio((state) => state.notify);
  const lang = useLang();
  const say = useMoment();
  const [files, setFiles] = useState<readonly BackupFile[] | null>(null);
  const [asking, setAsking] = useState<string | null>(null);
  const [working, setWorking] = useState(false);

  const load = useCallback(async () => {
    const answer = await api.call('backup.list', {});
    setFiles(answer.ok ? answer.value.toSorted((a, b) => b.madeAt - a.madeAt) : []);
  }, [api]);
  useEffect(() => void load(), [load]);

  const make = async (): Promise<void> => {
    setWorking(true);
    const made = await act('backup.make', {});
    setWorking(false);
    if (made === null) return;
    notify({ message: t('backups.made', { time: say(made.madeAt) }) });
    await load();
  };
  const restore = async (file: BackupFile): Promise<void> => {
    setAsking(null);
    setWorking(true);
    const answer = await api.call('backup.restore', { name: file.name });
    setWorking(false);
    notify(
      answer.ok
        ? { message: t('backups.restored', { time: say(file.madeAt) }) }
        : { message: sayFailure(lang, answer.failure), tone: 'bad' },
    );
    await load();
  };
  return (
    <>
      <Button variant="filled" loading={working} onClick={() => void make()}>
        {t('backups.make')}
      </Button>
      {files !== null && files.length === 0 && <p className={classes.note}>{t('backups.none')}</p>}
      {files !== null && files.length > 0 && (
        <table className={classes.table} aria-label={t('backups.table')}>
          <thead>
            <tr>
              <th scope="col">{t('backups.time')}</th>
              <th scope="col">{t('backups.reason')}</th>
              <th scope="col" className={classes.right}>
                {t('backups.size')}
              </th>
              <th scope="col">{t('backups.checked')}</th>
              <th scope="col" className={classes.right}>
                <span className="visually-hidden">{t('backups.restore')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {files.map((file) => (
              <BackupLine
                key={file.name}
                file={file}
                asking={asking === file.name}
                onAsk={(ask) => setAsking(ask ? file.name : null)}
                onRestore={() => void restore(file)}
              />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function BackupLine({
  file,
  asking,
  onAsk,
  onRestore,
}: {
  readonly file: BackupFile;
  readonly asking: boolean;
  readonly onAsk: (ask: boolean) => void;
  readonly onRestore: () => void;
}) {
  const t = useWords(settingsWords);
  const lang = useLang();
  const say = useMoment();
  const time = say(file.madeAt);
  // The question goes away with its buttons: the focus returns to the one that asked it.
  const opener = useRef<HTMLButtonElement>(null);
  return (
    <>
      <tr>
        <td>{time}</td>
        <td>{t(`backups.reason_${file.reason}`)}</td>
        <td className={classes.right}>{saySize(file.bytes)}</td>
        <td data-good={file.verified || undefined}>{t(file.verified ? 'backups.verified' : 'backups.unverified')}</td>
        <td className={classes.right}>
          <Button ref={opener} size="compact-xs" aria-expanded={asking} onClick={() => onAsk(!asking)}>
            {t('backups.restore')}
          </Button>
        </td>
      </tr>
      {asking && (
        <tr className={classes.asking}>
          <td colSpan={5}>
            <div>
              <span lang={lang === 'zh' ? 'zh-CN' : 'en'}>{t('backups.confirm', { time })}</span>
              <Button
                onClick={() => {
                  opener.current?.focus();
                  onAsk(false);
                }}
              >
                {t('backups.confirm_no')}
              </Button>
              <Button
                variant="filled"
                onClick={() => {
                  opener.current?.focus();
                  onRestore();
                }}
              >
                {t('backups.confirm_yes')}
              </Button>
            </div>
          </td>
        </tr>
      )}
    </>
  );
}

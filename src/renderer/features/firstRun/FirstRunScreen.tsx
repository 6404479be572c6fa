import { Button } from '@mantine/core';
import { IconFileImport, IconPencilPlus, IconSparkles } from '@tabler/icons-react';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { firstRunWords } from '../../../core/words/firstRun';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import classes from './FirstRunScreen.module.css';
import { LastWorkspace } from './LastWorkspace';
import { MatrixPicture } from './MatrixPicture';
import { useArrivedPlan } from './useArrivedPlan';

/** First run: three doors, and what the studio promises. */
export function FirstRunScreen() {
  const t = useWords(firstRunWords);
  const lang = useLang();
  const configure = useStudio((state) => state.configure);
  const [opening, setOpening] = useState(false);
  /** Holds the doors shut while one of them opens. */
  const enter = async (open: () => Promise<boolean>) => {
    setOpening(true);
    if (!(await open())) setOpening(false);
  };
  useArrivedPlan(enter);
  return (
    <main className={classes.screen} aria-busy={opening}>
      <MatrixPicture />
      <div className={classes.middle}>
        <header className={classes.head}>
          <h1>{t('title')}</h1>
          <p>{opening ? t('opening') : t('lead')}</p>
        </header>
        <LastWorkspace enter={enter} shut={opening} />
        <div className={classes.doors}>
          <SampleDoor enter={enter} shut={opening} />
          <ImportDoor enter={enter} shut={opening} />
          <BlankDoor enter={enter} shut={opening} />
        </div>
        <footer className={classes.foot}>
          <span>{t('promise')}</span>
          <button
            type="button"
            lang={lang === 'zh' ? 'en' : 'zh-CN'}
            onClick={() => void configure({ lang: lang === 'zh' ? 'en' : 'zh' })}
          >
            {t('language')}
          </button>
        </footer>
      </div>
    </main>
  );
}

type DoorProps = { readonly enter: (open: () => Promise<boolean>) => Promise<void>; readonly shut: boolean };

function SampleDoor({ enter, shut }: DoorProps) {
  const t = useWords(firstRunWords);
  const lang = useLang();
  const openSample = useStudio((state) => state.openSample);
  const other = lang === 'zh' ? 'en' : 'zh';
  return (
    <Door icon={<IconSparkles size={20} stroke={1.6} />} title={t('sample.title')} text={t('sample.text')}>
      <Button
        variant="filled"
        disabled={shut}
        data-autofocus
        data-testid={`sample-${lang}`}
        onClick={() => void enter(() => openSample(lang))}
      >
        {t(`sample.${lang}`)}
      </Button>
      <Button disabled={shut} data-testid={`sample-${other}`} onClick={() => void enter(() => openSample(other))}>
        {t(`sample.${other}`)}
      </Button>
    </Door>
  );
}

function ImportDoor({ enter, shut }: DoorProps) {
  const t = useWords(firstRunWords);
  const importPlan = useStudio((state) => state.importPlan);
  return (
    <Door icon={<IconFileImport size={20} stroke={1.6} />} title={t('import.title')} text={t('import.text')}>
      <Button disabled={shut} data-testid="import-plan" onClick={() => void enter(importPlan)}>
        {t('import.act')}
      </Button>
    </Door>
  );
}

function BlankDoor({ enter, shut }: DoorProps) {
  const t = useWords(firstRunWords);
  const id = useId();
  const createBlank = useStudio((state) => state.createBlank);
  const [name, setName] = useState('');
  const send = (event: FormEvent) => {
    event.preventDefault();
    void enter(() => createBlank(name.trim() === '' ? t('blank.usual') : name.trim()));
  };
  return (
    <Door icon={<IconPencilPlus size={20} stroke={1.6} />} title={t('blank.title')} text={t('blank.text')}>
      <form className={classes.form} onSubmit={send}>
        <label className="visually-hidden" htmlFor={id}>
          {t('blank.name')}
        </label>
        <input
          id={id}
          value={name}
          maxLength={200}
          placeholder={t('blank.usual')}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" disabled={shut} data-testid="start-blank">
          {t('blank.act')}
        </Button>
      </form>
    </Door>
  );
}

function Door({
  icon,
  title,
  text,
  children,
}: {
  readonly icon: ReactNode;
  readonly title: string;
  readonly text: string;
  readonly children: ReactNode;
}) {
  return (
    <section className={classes.door}>
      <span className={classes.icon} aria-hidden="true">
        {icon}
      </span>
      <h2>{title}</h2>
      <p>{text}</p>
      <div className={classes.acts}>{children}</div>
    </section>
  );
}

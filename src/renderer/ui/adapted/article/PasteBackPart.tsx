import { Button } from '@mantine/core';
import { useDeferredValue, useId, useMemo, useState } from 'react';
import { comparePasted, type Difference, groupDifferences } from '../../../../core/article/pasteBack';
import { MAX_PASTED } from '../../../../core/article/pasteInput';
import type { ThemeId } from '../../../../core/article/themes';
import { articleWords } from '../../../../core/words/article';
import { sayDifference } from '../../../../core/words/pasteBack';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import classes from './ArticleSheet.module.css';
import { Places } from './CheckPart';

/** The article as it came out of the platform's editor against what went in, in words; kept as a case when it teaches something. */
export function PasteBackPart({
  format,
  theme,
  ours,
}: {
  readonly format: string;
  readonly theme: ThemeId;
  readonly ours: string;
}) {
  const t = useWords(articleWords);
  const lang = useLang();
  const act = useStudio((state) => state.act);
  const announce = useStudio((state) => state.announce);
  const [theirs, setTheirs] = useState('');
  const [kept, setKept] = useState<string | null>(null);
  const settled = useDeferredValue(theirs);
  const isEmpty = settled.trim() === '';
  const compared = useMemo(() => (isEmpty ? null : comparePasted(ours, settled)), [ours, settled, isEmpty]);
  const groups = compared === null ? [] : groupDifferences(compared.differences);
  const hint = useId();
  const write = (html: string): void => {
    setTheirs(html.slice(0, MAX_PASTED));
    setKept(null);
  };
  const keep = async (): Promise<void> => {
    const answer = await act('article.keep_case', { format, theme, ours, theirs: settled });
    if (answer === null) return;
    setKept(answer.file);
    announce(t('back.kept', { file: answer.file }));
  };
  return (
    <>
      <p id={hint} className={classes.lead}>
        {t('back.how')}
      </p>
      <textarea
        className={classes.paste}
        aria-label={t('back.label')}
        aria-describedby={hint}
        placeholder={t('back.hint')}
        value={theirs}
        spellCheck={false}
        onChange={(event) => write(event.currentTarget.value)}
        onPaste={(event) => {
          const html = event.clipboardData.getData('text/html');
          if (html === '') return;
          event.preventDefault();
          write(html);
        }}
      />
      {!isEmpty && compared === null && <p className={classes.lead}>{t('back.unreadable')}</p>}
      {compared !== null && (
        <>
          <p className={classes.lead} role="status">
            {t('back.whole', { blocks: compared.blocks, whole: compared.whole })}
          </p>
          {groups.length > 0 && (
            <ul className={classes.changes}>
              {groups.map(({ first, count, places }) => (
                <li key={JSON.stringify(first)}>
                  <span className={classes.said}>
                    {sayDifference(lang, first)}
                    {count > 1 && <span className={classes.times}>×{count}</span>}
                  </span>
                  <Words difference={first} />
                  {first.kind !== 'words' && places.length > 0 && <Places places={places} />}
                </li>
              ))}
            </ul>
          )}
          <div className={classes.end}>
            <Button onClick={() => void keep()} disabled={kept !== null}>
              {t('back.keep')}
            </Button>
            {kept !== null && (
              <>
                <span className={classes.quiet}>{t('back.kept', { file: kept })}</span>
                <Button variant="subtle" onClick={() => void act('studio.reveal', { what: 'data' })}>
                  {t('back.reveal')}
                </Button>
              </>
            )}
          </div>
        </>
      )}
    </>
  );
}

/** Words that changed: what went struck out, what came underlined. */
function Words({ difference }: { readonly difference: Difference }) {
  if (difference.kind !== 'words') return null;
  let at = 0;
  return (
    <span className={classes.words} dir="auto">
      {difference.parts.map(({ kind, text }) => {
        const key = `${at}`;
        at += text.length + 1;
        if (kind === 'same') return <span key={key}>{text}</span>;
        return kind === 'added' ? <ins key={key}>{text}</ins> : <del key={key}>{text}</del>;
      })}
    </span>
  );
}

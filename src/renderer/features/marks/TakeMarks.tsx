import { Button } from '@mantine/core';
import { newerOf } from '../../../core/review/newer';
import type { MarkRow } from '../../../core/review/takeMarks';
import { marksWords } from '../../../core/words/marks';
import { sayReviewField, sayReviewPlace } from '../../../core/words/reviewPage';
import { titleOrNone } from '../../../core/words/titles';
import { useLang, useStudioHandle, useWords } from '../../state/StudioProvider';
import { DiffText } from '../../ui/DiffText';
import { Screen, ToolbarGap } from '../../ui/Screen';
import classes from './DryRun.module.css';
import { Kind } from './Kind';
import shared from './Marks.module.css';
import { NewerFile } from './NewerFile';
import { NotRead } from './NotRead';
import { useAsked } from './useAsked';

/** The dry run of a file of marks: every one, on which text, and whether that is still the text. */
export function TakeMarks({ token }: { readonly token: string }) {
  const t = useWords(marksWords);
  const studio = useStudioHandle();
  const { answer: run, refused } = useAsked('marks.preview', { token });
  const rows = run?.rows ?? [];
  const news = rows.filter(({ fate, news: is }) => fate !== 'gone' && is !== 'known').length;
  const take = async (): Promise<void> => {
    const { act, notify, announce, go } = studio.getState();
    const done = await act('marks.take', { token });
    if (done === null) return;
    const message = t('take.done', { count: done.taken });
    notify({ message, undo: done.taken > 0 });
    announce(message);
    const first = rows.find(({ fate }) => fate !== 'gone');
    go({ screen: 'marks', ...(first === undefined ? {} : { task: { kind: 'text', target: first.mark.target } }) });
  };
  if (run === null) return <NotRead title={t('title.taking')} refused={refused} />;
  return (
    <Screen
      label={t('title.taking')}
      toolbar={
        <>
          <h1 className={shared.heading}>{t('title.taking')}</h1>
          <span className={shared.quiet}>{run.file}</span>
          <ToolbarGap />
          <Button onClick={() => studio.getState().go({ screen: 'marks' })}>{t('back')}</Button>
          <Button variant="filled" disabled={news === 0} onClick={() => void take()}>
            {t('take.do', { count: news })}
          </Button>
        </>
      }
    >
      <div className={shared.page}>
        <NewerFile {...newerOf(run)} />
        <p className={shared.lead}>
          {t('take.lead', { by: run.by || t('take.nobody'), day: run.day, count: rows.length })}{' '}
          {t(news === 0 ? 'take.none' : 'take.self_named')}
        </p>
        <ul className={shared.rows}>
          {rows.map((row, index) => (
            <Row key={row.recordId} row={row} isFirst={!isSameText(rows[index - 1], row)} />
          ))}
        </ul>
      </div>
    </Screen>
  );
}

const isSameText = (a: MarkRow | undefined, b: MarkRow): boolean =>
  a?.mark.target.pieceId === b.mark.target.pieceId &&
  a.mark.target.format === b.mark.target.format &&
  a.mark.target.accountId === b.mark.target.accountId;

function Row({ row, isFirst }: { readonly row: MarkRow; readonly isFirst: boolean }) {
  const t = useWords(marksWords);
  const lang = useLang();
  const { mark, fate, news } = row;
  return (
    <li data-mark={mark.id} data-fate={fate}>
      {isFirst && (
        <h2>
          {titleOrNone(lang, row.title)} <small>{sayReviewPlace(lang, row)}</small>
        </h2>
      )}
      <div className={classes.row} data-off={fate === 'gone' || news === 'known' || undefined}>
        <Kind kind={mark.kind} />
        <div className={classes.words}>
          {mark.quote !== '' && mark.suggestion === null && (
            <blockquote>
              {mark.quote}
              {row.at === null && <small>{t('mark.gone')}</small>}
            </blockquote>
          )}
          {mark.suggestion !== null && (
            <p>
              <DiffText before={mark.quote} after={mark.suggestion} />
            </p>
          )}
          {mark.comment !== '' && <p>{mark.comment}</p>}
          <small>{mark.field === '' ? t('mark.of_all') : sayReviewField(lang, mark.field)}</small>
        </div>
        <span className={classes.fate} data-fate={fate}>
          {t(news === 'known' ? 'news.known' : `fate.${fate}`)}
          {news !== 'known' && fate !== 'binds' && <small>{t(`fate.${fate}_note`)}</small>}
          {news === 'changed' && <small>{t('news.changed')}</small>}
        </span>
      </div>
    </li>
  );
}

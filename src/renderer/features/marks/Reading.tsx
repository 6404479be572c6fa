import { Button } from '@mantine/core';
import { useId, useMemo, useState } from 'react';
import type { OpenedReview } from '../../../contract';
import type { Mark } from '../../../core/review/marksPage';
import { newerOf } from '../../../core/review/newer';
import { canSuggest, type ReadableSentence } from '../../../core/review/readable';
import type { ReviewItem } from '../../../core/review/reviewFile';
import { marksWords } from '../../../core/words/marks';
import { reviewPageWords, sayReviewPlace } from '../../../core/words/reviewPage';
import { say } from '../../../core/words/say';
import { titleOrNone } from '../../../core/words/titles';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Screen, ToolbarGap } from '../../ui/Screen';
import { MarkForm } from './MarkForm';
import shared from './Marks.module.css';
import { NewerFile } from './NewerFile';
import { NotRead } from './NotRead';
import classes from './Reading.module.css';
import { ReadText } from './ReadText';
import { useAsked } from './useAsked';

/** Somebody's review file, read and marked here as on its page in a browser; nothing of it comes into the workspace. */
export function Reading({ token }: { readonly token: string }) {
  const { answer: opened, refused } = useAsked('review.open', { token });
  const t = useWords(marksWords);
  return opened === null ? <NotRead title={t('title')} refused={refused} /> : <Opened review={opened} />;
}

type Marks = ReadonlyMap<string, Mark>;

function Opened({ review }: { readonly review: OpenedReview }) {
  const t = useWords(marksWords);
  const p = useWords(reviewPageWords);
  const studio = useStudioHandle();
  const today = useStudio((state) => state.boot?.today ?? null);
  const me = useStudio((state) => state.outline?.member[0]?.name ?? '');
  const { page, workspaceId, pictures } = review;
  const [marks, setMarks] = useState<Marks>(new Map());
  const [name, setName] = useState<string | null>(null);
  const nameId = useId();
  const by = name ?? me;
  // One reader's answers to one review keep one name, so that saving again replaces what was saved.
  const reader = useMemo(
    () =>
      `k_${page.id}_${by}`.replace(/[^A-Za-z0-9_-]/g, (sign) => (sign.codePointAt(0) ?? 0).toString(36)).slice(0, 64),
    [page.id, by],
  );
  const put = (id: string, mark: Mark | null): void => {
    const next = new Map(marks);
    if (mark === null) next.delete(id);
    else next.set(id, mark);
    setMarks(next);
  };
  const save = async (): Promise<void> => {
    const { act, notify, announce } = studio.getState();
    if (today === null) return;
    const target = await act('dialog.save_file', { what: 'marks', name: p('file', { title: page.title, by }) });
    if (target === null) return;
    const saved = { workspace: workspaceId, review: page.id, reader, by, day: today, marks: [...marks.values()] };
    const done = await act('review.save_marks', { marks: saved, token: target.token });
    if (done === null) return;
    const message = t('reading.saved', { file: done.file });
    notify({ message });
    announce(message);
  };
  const lead = page.by === '' ? 'reading.lead_nobody' : 'reading.lead';
  return (
    <Screen
      label={t('title.reading', { title: page.title })}
      toolbar={
        <>
          <h1 className={shared.heading}>{t('title.reading', { title: page.title })}</h1>
          <span className={shared.quiet}>{p('tally', { count: marks.size })}</span>
          <ToolbarGap />
          <label className={shared.quiet} htmlFor={nameId}>
            {t('reading.name')}
          </label>
          <input
            id={nameId}
            className={classes.name}
            value={by}
            maxLength={200}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Button variant="filled" disabled={marks.size === 0 || by.trim() === ''} onClick={() => void save()}>
            {t('reading.save')}
          </Button>
        </>
      }
    >
      <div className={shared.page}>
        <NewerFile {...newerOf(review)} />
        <p className={shared.lead}>
          {t(lead, { by: page.by, count: page.items.length, day: page.day })} {t('reading.apart')}
        </p>
        {page.note !== '' && <blockquote className={classes.note}>{page.note}</blockquote>}
        {page.items.map((item, index) => (
          <Item
            key={`${item.target.pieceId} ${item.target.format} ${item.target.accountId}`}
            item={item}
            number={index}
            isFirst={page.items[index - 1]?.target.pieceId !== item.target.pieceId}
            pictures={pictures}
            marks={marks}
            put={put}
          />
        ))}
      </div>
    </Screen>
  );
}

function Item({
  item,
  number,
  isFirst,
  pictures,
  marks,
  put,
}: {
  readonly item: ReviewItem;
  readonly number: number;
  readonly isFirst: boolean;
  readonly pictures: OpenedReview['pictures'];
  readonly marks: Marks;
  readonly put: (id: string, mark: Mark | null) => void;
}) {
  const lang = useLang();
  const p = useWords(reviewPageWords);
  const [open, setOpen] = useState<string | null>(null);
  const about = { target: item.target, hash: item.hash };
  const whole = `v.${number}`;
  const verdict = marks.get(whole);
  const judge = (kind: Mark['kind'], comment: string): void =>
    put(
      whole,
      kind === 'comment' && comment.trim() === ''
        ? null
        : { ...about, id: whole, kind, field: '', at: null, quote: '', comment, suggestion: null },
    );
  const choice = (kind: 'approve' | 'change') => (
    <label className={shared.tick}>
      <input
        type="checkbox"
        checked={verdict?.kind === kind}
        onChange={(event) => judge(event.currentTarget.checked ? kind : 'comment', verdict?.comment ?? '')}
      />
      {p(kind)}
    </label>
  );
  return (
    <>
      {isFirst && <h2>{titleOrNone(lang, item.title)}</h2>}
      <article className={classes.card} aria-label={`${item.title} ${sayReviewPlace(lang, item)}`}>
        <h3>
          {sayReviewPlace(lang, item)} <small>{[item.day, item.time].filter(Boolean).join(' ')}</small>
        </h3>
        {item.pictures.length > 0 && (
          <div className={classes.pictures}>
            {item.pictures.map(({ file, alt }) => (
              <img key={file} src={pictures[file]} alt={alt} />
            ))}
          </div>
        )}
        {item.texts.map((text, field) => {
          const idOf = ({ at }: Pick<ReadableSentence, 'at'>): string => `s.${number}.${field}.${at}`;
          const own = [...marks.values()].filter(({ id }) => id.startsWith(`s.${number}.${field}.`));
          return (
            <ReadText
              key={text.field}
              text={text}
              lang={item.lang}
              marked={new Set(own.flatMap(({ at }) => at ?? []))}
              open={open?.startsWith(`s.${number}.${field}.`) ? Number(open.split('.')[3]) : null}
              onOpen={(one) => setOpen(open === idOf(one) ? null : idOf(one))}
              under={(line) =>
                line.map((one) => {
                  const mark = marks.get(idOf(one));
                  if (open === idOf(one))
                    return (
                      <MarkForm
                        key={one.at}
                        quote={one.text}
                        mark={mark ?? null}
                        canSuggest={canSuggest(item.target.format === null, text)}
                        onDone={(said) => {
                          setOpen(null);
                          if (said === undefined) return;
                          const id = idOf(one);
                          const base = { ...about, id, field: text.field, at: one.at, quote: one.text };
                          put(id, said === null ? null : { ...base, ...said });
                        }}
                      />
                    );
                  return mark === undefined ? null : (
                    <p key={one.at} className={classes.said}>
                      {mark.comment}
                      {mark.suggestion !== null && (
                        <span>{say(reviewPageWords, lang, 'said.suggest', { text: mark.suggestion })}</span>
                      )}
                    </p>
                  );
                })
              }
            />
          );
        })}
        <fieldset className={classes.verdict}>
          <legend>{p('verdict')}</legend>
          {choice('approve')}
          {choice('change')}
          <textarea
            rows={2}
            aria-label={p('whole')}
            maxLength={20_000}
            value={verdict?.comment ?? ''}
            placeholder={p('whole.hint')}
            onChange={(event) => judge(verdict?.kind ?? 'comment', event.currentTarget.value)}
          />
        </fieldset>
      </article>
    </>
  );
}

import { Button } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useId, useState } from 'react';
import type { CallOutput, ReviewOffer } from '../../../contract';
import { marksWords } from '../../../core/words/marks';
import { sayReviewPlace } from '../../../core/words/reviewPage';
import { titleOrNone } from '../../../core/words/titles';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Empty } from '../../ui/Empty';
import { Screen, ToolbarGap } from '../../ui/Screen';
import classes from './Marks.module.css';
import { Standing } from './Standing';
import { useAsked } from './useAsked';

const keyOf = ({ target }: ReviewOffer): string => `${target.pieceId} ${target.format} ${target.accountId}`;

/** Which texts somebody is to read, and a word to them; then one folder with a file and a page. */
export function Hand({ pieceIds }: { readonly pieceIds: readonly string[] }) {
  const t = useWords(marksWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const offers = useAsked('review.offer', { pieceIds: [...pieceIds] });
  const me = useStudio((state) => state.outline?.member[0]?.name ?? '');
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [own, setOwn] = useState<{ readonly by?: string; readonly note?: string; readonly pictures?: boolean }>({});
  const [writing, setWriting] = useState(false);
  const [written, setWritten] = useState<CallOutput<'review.write'> | null>(null);
  const { by = me, note = '', pictures = true } = own;
  const [byId, noteId] = [useId(), useId()];
  const chosen = (offers ?? []).filter((offer) => !left.has(keyOf(offer)));

  const write = async (): Promise<void> => {
    const { act, announce } = studio.getState();
    const folder = await act('dialog.choose_folder', {});
    if (folder === null) return;
    setWriting(true);
    const choice = { targets: chosen.map(({ target }) => target), by, note, lang, pictures };
    const done = await act('review.write', { choice, token: folder.token });
    setWriting(false);
    setWritten(done);
    if (done !== null) announce(t('hand.done', { folder: done.folder }));
  };
  const toggle = (offer: ReviewOffer): void => {
    const next = new Set(left);
    if (!next.delete(keyOf(offer))) next.add(keyOf(offer));
    setLeft(next);
    setWritten(null);
  };
  if (pieceIds.length === 0)
    return (
      <Screen label={t('title.hand')}>
        <Empty text={t('hand.none')} action={<ToLibrary />} />
      </Screen>
    );
  return (
    <Screen
      label={t('title.hand')}
      toolbar={
        <>
          <h1 className={classes.heading}>{t('title.hand')}</h1>
          <span className={classes.quiet}>{t('hand.chosen', { count: chosen.length })}</span>
          <ToolbarGap />
          <Button
            variant="filled"
            disabled={chosen.length === 0 || writing}
            leftSection={<IconFolderOpen size={15} stroke={1.6} aria-hidden="true" />}
            onClick={() => void write()}
          >
            {t(writing ? 'hand.writing' : 'hand.write')}
          </Button>
        </>
      }
      inspectorOpen
      inspector={
        <div className={classes.side}>
          <label htmlFor={byId}>{t('hand.by')}</label>
          <input
            id={byId}
            value={by}
            maxLength={200}
            onChange={(event) => setOwn({ ...own, by: event.currentTarget.value })}
          />
          <label htmlFor={noteId}>{t('hand.note')}</label>
          <textarea
            id={noteId}
            rows={5}
            value={note}
            maxLength={4_000}
            placeholder={t('hand.note_hint')}
            onChange={(event) => setOwn({ ...own, note: event.currentTarget.value })}
          />
          <label className={classes.tick}>
            <input
              type="checkbox"
              checked={pictures}
              onChange={(event) => setOwn({ ...own, pictures: event.currentTarget.checked })}
            />
            {t('hand.pictures')}
          </label>
        </div>
      }
    >
      {written !== null && (
        <output className={classes.told}>
          <span>{t('hand.done', { folder: written.folder })}</span>
          <Button onClick={() => void studio.getState().act('studio.reveal', { what: 'export' })}>
            {t('hand.reveal')}
          </Button>
        </output>
      )}
      <div className={classes.page}>
        <p className={classes.lead}>{t('hand.lead')}</p>
        <ul className={classes.rows}>
          {(offers ?? []).map((offer, index) => (
            <li key={keyOf(offer)}>
              {offers?.[index - 1]?.target.pieceId !== offer.target.pieceId && (
                <h2>{titleOrNone(lang, offer.title)}</h2>
              )}
              <label className={classes.offer}>
                <input type="checkbox" checked={!left.has(keyOf(offer))} onChange={() => toggle(offer)} />
                <b>{sayReviewPlace(lang, offer)}</b>
                <span className={classes.quiet}>{[offer.day, offer.time].filter(Boolean).join(' ')}</span>
                <span className={classes.quiet}>{t('hand.count', { count: offer.length })}</span>
                {offer.errors > 0 && <span className={classes.bad}>{t('hand.errors', { count: offer.errors })}</span>}
                <Standing standing={offer.standing} />
              </label>
            </li>
          ))}
        </ul>
      </div>
    </Screen>
  );
}

export function ToLibrary() {
  const t = useWords(marksWords);
  const go = useStudio((state) => state.go);
  return <Button onClick={() => go({ screen: 'library' })}>{t('list.library')}</Button>;
}

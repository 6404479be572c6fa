import type { Editor } from '@tiptap/core';
import { type Ref, useCallback, useEffect, useImperativeHandle, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { emptyDoc } from '../../../../core/model/doc';
import { editorWords } from '../../../../core/words/editor';
import { sayFailure } from '../../../../core/words/failures';
import { writingWords } from '../../../../core/words/writing';
import { platformOf } from '../../../state/adapting/targets';
import { useLang, useStudioHandle, useWords } from '../../../state/StudioProvider';
import { showAway } from '../extensions/away';
import { topBlockAt } from '../extensions/blocks';
import { newFieldValues, showFieldValues } from '../extensions/field';
import type { Session } from '../session';
import { TypographyDialog } from '../typography/TypographyDialog';
import { CompletionList, newCompletionWire } from './CompletionList';
import { FindBar } from './FindBar';
import { LinkPopover } from './LinkPopover';
import { Margin } from './Margin';
import classes from './Page.module.css';
import { PicturePicker } from './PicturePicker';
import { PicturePopover, selectedPicture } from './PicturePopover';
import { RichText } from './RichText';
import { TitleField } from './TitleField';
import { Toolbar } from './Toolbar';
import { putIn, type Refused, takeByDialog, takeFiles } from './takeImages';
import { type PasteDone, takePaste, warmPaste } from './takePaste';
import { useAfterEdit } from './useAfterEdit';

/** What other parts of the editor may ask of the page. */
export type PageHandle = {
  readonly openMarks: () => void;
  readonly openLink: () => void;
  readonly insertField: (name: string) => void;
  readonly focusTitle: () => void;
  readonly openFind: (replacing: boolean) => void;
  readonly openTypography: () => void;
  readonly openPictures: () => void;
};

/** The sheet: tools, title, text, and the margin that says what each block is for. */
export function Page({
  session,
  readOnly,
  onUnreadable,
  away,
  onShowBrief,
  handle,
}: {
  readonly session: Session;
  readonly readOnly: boolean;
  readonly onUnreadable: () => void;
  /** The format whose view of the text is shown; null for none. */
  readonly away: string | null;
  /** Something in the brief is to be shown: it may be hidden. */
  readonly onShowBrief: () => void;
  readonly handle: Ref<PageHandle>;
}) {
  const t = useWords(editorWords);
  const say = useWords(writingWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const piece = useStore(session, (state) => state.piece);
  const [fields] = useState(() => newFieldValues(piece.brief));
  const [wire] = useState(newCompletionWire);
  const [editor, setEditor] = useState<Editor | null>(null);
  const [link, setLink] = useState(false);
  const [find, setFind] = useState<'find' | 'replace' | null>(null);
  const [typography, setTypography] = useState(false);
  const [choosing, setChoosing] = useState(false);
  const [marksAt, setMarksAt] = useState<number | null>(null);
  const [dismissed, setDismissed] = useState<number | null>(null);
  const picture = useAfterEdit(editor, selectedPicture, Object.is, null);
  const outcomes = useStore(session, (state) => state.outcomes);
  const platforms = useMemo(
    () => [...new Set(Object.values(outcomes).map(({ task }) => platformOf(task.format)))],
    [outcomes],
  );

  useEffect(() => {
    if (editor !== null) showAway(editor, away);
  }, [editor, away]);
  useEffect(() => showFieldValues(fields, piece.brief), [fields, piece.brief]);
  useEffect(() => {
    if (picture === null) setDismissed(null);
  }, [picture]);

  const openMarks = useCallback(() => {
    const block = editor === null ? null : topBlockAt(editor.state.doc, editor.state.selection.from);
    // A menu whose block is out of sight would stay hidden.
    editor?.commands.scrollIntoView();
    setMarksAt(block?.pos ?? null);
  }, [editor]);
  useImperativeHandle(
    handle,
    () => ({
      openMarks,
      openLink: () => setLink(true),
      insertField: (name) => editor?.chain().focus().insertContent({ type: 'field', attrs: { name } }).run(),
      openFind: (replacing) => setFind(replacing ? 'replace' : 'find'),
      openTypography: () => setTypography(true),
      openPictures: () => setChoosing(true),
      focusTitle: () => document.querySelector<HTMLTextAreaElement>(`.${classes.title}`)?.focus(),
    }),
    [editor, openMarks],
  );

  const refuse = (refused: readonly Refused[]): void => {
    for (const { name, failure } of refused)
      studio.getState().notify({
        message: t('image.refused', { name, why: sayFailure(lang, failure) }),
        tone: 'bad',
      });
  };

  const tellPaste = (done: PasteDone): void => {
    const { notify } = studio.getState();
    if (done.kind === 'too_big') notify({ message: say('paste.too_big', { limit: done.limit }), tone: 'bad' });
    if (done.kind !== 'pasted') return;
    refuse(done.refused);
    if (done.wordsOnly) notify({ message: say('paste.words_only') });
    if (done.remote + done.lost > 0)
      notify({ message: say('paste.pictures', { remote: done.remote, lost: done.lost }) });
  };
  useEffect(() => {
    const idle = requestIdleCallback(warmPaste, { timeout: 5_000 });
    return () => cancelIdleCallback(idle);
  }, []);

  return (
    <section className={classes.page} data-page data-kind={piece.kind} aria-label={t('body.label')}>
      {editor !== null && !readOnly && (
        <Toolbar
          editor={editor}
          onFile={() => void takeByDialog(studio, editor).then(refuse)}
          onLibrary={() => setChoosing(true)}
          onLink={() => setLink(true)}
          onTypography={() => setTypography(true)}
        />
      )}
      {editor !== null && find !== null && (
        <FindBar
          session={session}
          editor={editor}
          replacing={find === 'replace'}
          readOnly={readOnly}
          onShowBrief={onShowBrief}
          onClose={() => setFind(null)}
        />
      )}
      <div className={classes.room}>
        <div className={classes.scroll}>
          <div className={classes.sheet}>
            <TitleField
              title={piece.title}
              lang={piece.lang}
              readOnly={readOnly}
              onChange={(title) => session.setField('title', title)}
              onLeave={() => void session.flush()}
              onEnter={() => {
                // At once, not on the next frame: the next key already belongs to the text.
                editor?.commands.setTextSelection(1);
                editor?.view.focus();
              }}
            />
            <div className={classes.text}>
              {editor !== null && <Margin editor={editor} platforms={platforms} open={marksAt} onOpen={setMarksAt} />}
              <RichText
                doc={session.getState().opened.doc ?? emptyDoc}
                lang={piece.lang}
                words={{
                  label: t('body.label'),
                  placeholder: t('body.hint'),
                  picture: {
                    missing: t('image.missing'),
                    noAlt: t('image.no_alt'),
                    hasOwnAlt: (src) =>
                      session.getState().opened.assets.some(({ id, alt }) => id === src && alt !== ''),
                  },
                }}
                fields={fields}
                completion={wire}
                onReady={(ready) => {
                  setEditor(ready);
                  if (readOnly) ready.setEditable(false, false);
                  return session.attach(ready);
                }}
                onChange={session.bodyChanged}
                onLeave={() => void session.flush()}
                onUnreadable={onUnreadable}
                onImages={(files, at) => {
                  if (editor !== null) void takeFiles(studio, editor, files, at).then(refuse);
                }}
                onPaste={(clipboard, files) => {
                  if (editor === null) return;
                  void takePaste(studio, editor, { ...clipboard, files }, say('paste.picture')).then(tellPaste);
                }}
              />
            </div>
          </div>
        </div>
      </div>
      {editor !== null && !readOnly && (
        <>
          <CompletionList editor={editor} wire={wire} session={session} />
          {typography && <TypographyDialog session={session} editor={editor} onClose={() => setTypography(false)} />}
          {choosing && (
            <PicturePicker
              onPick={({ id, alt }) => putIn(editor, [{ src: id, alt }], editor.state.selection.to)}
              onClose={() => setChoosing(false)}
              onClosed={() => editor.view.focus()}
            />
          )}
          {link && <LinkPopover editor={editor} onClose={() => setLink(false)} />}
          {picture !== null && dismissed !== picture && (
            <PicturePopover key={picture} editor={editor} at={picture} onClose={() => setDismissed(picture)} />
          )}
        </>
      )}
    </section>
  );
}

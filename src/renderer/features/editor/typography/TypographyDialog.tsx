import { Button, Modal } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Doc } from '../../../../core/model/doc';
import { changeKinds, type QuoteStyle } from '../../../../core/typography/line';
import { applyToText, typographyOfText } from '../../../../core/typography/plain';
import { quoteStyleOf, type TypographyChange, typographyOf } from '../../../../core/typography/typography';
import { typographyWords } from '../../../../core/words/typography';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { placed, Words } from '../../../ui/diff/Words';
import { Segments } from '../../../ui/Segments';
import { docOf } from '../extensions/docOf';
import { type PlainEdit, type PlainText, plainTexts, sayPlace, withPictures, writeFields } from '../page/plainTexts';
import type { Session } from '../session';
import classes from './TypographyDialog.module.css';
import { tidy } from './tidy';

/** Everything typography would change, each with its place; what is ticked is applied as one step of undo. */
export function TypographyDialog({
  session,
  editor,
  onClose,
}: {
  readonly session: Session;
  readonly editor: Editor;
  readonly onClose: () => void;
}) {
  const t = useWords(typographyWords);
  const notify = useStudio((state) => state.notify);
  const lang = useLang();
  const [doc, setDoc] = useState(() => editor.state.doc);
  const piece = useStore(session, (state) => state.piece);
  const body = useMemo(() => docOf(doc), [doc]);
  const [style, setStyle] = useState<QuoteStyle>(() => quoteStyleOf(body));
  // `doc` holds the pictures that are read here.
  const places = useMemo(() => (doc.eq(editor.state.doc) ? plainTexts(piece, editor) : []), [piece, editor, doc]);
  const changes = useMemo(() => offers(places, body, style), [places, body, style]);
  const [left, setLeft] = useState<ReadonlySet<string>>(nothing);
  const [stale, setStale] = useState(false);
  const chosen = changes.filter(({ id }) => !left.has(id));

  const choose = (some: readonly Offer[], on: boolean): void => {
    const next = new Set(left);
    for (const { id } of some) {
      if (on) next.delete(id);
      else next.add(id);
    }
    setLeft(next);
  };
  const apply = (): void => {
    if (!editor.state.doc.eq(doc)) {
      // Another window or an undo came between: what was read no longer says where things stand.
      setDoc(editor.state.doc);
      setLeft(nothing);
      setStale(true);
      return;
    }
    const beside = plainEdits(chosen);
    const inText = chosen.flatMap(({ place, change }) => (place === null ? [change] : []));
    tidy(editor, inText, (tr) => withPictures(tr, beside));
    void writeFields(session, beside);
    notify({ message: t('done', { count: chosen.length }) });
    onClose();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      onExitTransitionEnd={() => editor.view.focus()}
      title={t('title')}
      size={620}
      closeButtonProps={{ 'aria-label': t('close') }}
      overlayProps={{ backgroundOpacity: 1, color: 'var(--jz-scrim)' }}
    >
      <div className={classes.head}>
        <p className={classes.lead} role={stale ? 'alert' : undefined}>
          {stale ? t('stale') : t('lead')}
        </p>
        <Segments
          label={t('quotes.label')}
          value={style}
          options={[
            { value: 'curly', label: t('quotes.curly') },
            { value: 'corner', label: t('quotes.corner') },
          ]}
          onChange={(now) => {
            setStyle(now);
            setLeft(nothing);
          }}
        />
      </div>
      {changes.length === 0 ? (
        <div className={classes.none}>
          <strong>{t('none')}</strong>
          <p>{t('none.text')}</p>
        </div>
      ) : (
        <>
          <fieldset className={classes.kinds} aria-label={t('list')}>
            <Choice name={t('all')} changes={changes} left={left} onChoose={choose} />
            {changeKinds.map((kind) => {
              const own = changes.filter(({ change }) => change.kind === kind);
              return own.length === 0 ? null : (
                <Choice key={kind} name={t(`kind.${kind}`)} changes={own} left={left} onChoose={choose} />
              );
            })}
          </fieldset>
          <ul className={classes.list} aria-label={t('list')}>
            {placed(changes).map(({ at, item }) => (
              <li key={at}>
                <label className={classes.change}>
                  <input
                    type="checkbox"
                    checked={!left.has(item.id)}
                    onChange={(event) => choose([item], event.currentTarget.checked)}
                  />
                  <span className={classes.text} lang="zh-CN">
                    <Words parts={item.change.context} />
                  </span>
                  {item.place !== null && <span className={classes.place}>{sayPlace(lang, item.place)}</span>}
                  <span className={classes.kind}>{t(`kind.${item.change.kind}`)}</span>
                </label>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={classes.acts}>
        {changes.length > 0 && (
          <Button variant="filled" disabled={chosen.length === 0} data-autofocus onClick={apply}>
            {t('apply', { count: chosen.length })}
          </Button>
        )}
        <Button onClick={onClose}>{changes.length === 0 ? t('close') : t('cancel')}</Button>
      </div>
    </Modal>
  );
}

/** A change and where it stands: in the text (null), or in one of the texts beside it. */
type Offer = { readonly id: string; readonly place: PlainText | null; readonly change: TypographyChange };

const offers = (places: readonly PlainText[], body: Doc, style: QuoteStyle): readonly Offer[] => [
  ...places.flatMap((place) =>
    typographyOfText(place.text, style).map((change) => ({ id: `${place.key} ${change.id}`, place, change })),
  ),
  ...typographyOf(body, style).map((change) => ({ id: change.id, place: null, change })),
];

/** What the places are to say. */
const plainEdits = (chosen: readonly Offer[]): readonly PlainEdit[] =>
  [...new Set(chosen.flatMap(({ place }) => place ?? []))].map((place) => ({
    place,
    text: applyToText(
      place.text,
      chosen.filter((offer) => offer.place === place).map(({ change }) => change),
    ),
  }));

/** All changes of a kind at once; half ticked when only some are. */
function Choice({
  name,
  changes,
  left,
  onChoose,
}: {
  readonly name: string;
  readonly changes: readonly Offer[];
  readonly left: ReadonlySet<string>;
  readonly onChoose: (changes: readonly Offer[], on: boolean) => void;
}) {
  const t = useWords(typographyWords);
  const chosen = changes.filter(({ id }) => !left.has(id)).length;
  return (
    <label className={classes.choice}>
      <input
        type="checkbox"
        checked={chosen === changes.length}
        ref={(box) => {
          if (box !== null) box.indeterminate = chosen > 0 && chosen < changes.length;
        }}
        onChange={(event) => onChoose(changes, event.currentTarget.checked)}
      />
      {t('kind.count', { name, chosen, count: changes.length })}
    </label>
  );
}

const nothing: ReadonlySet<string> = new Set();

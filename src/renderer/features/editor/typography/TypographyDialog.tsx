import { Button, Modal } from '@mantine/core';
import type { Editor } from '@tiptap/core';
import { useMemo, useState } from 'react';
import { changeKinds, type QuoteStyle } from '../../../../core/typography/line';
import { quoteStyleOf, type TypographyChange, typographyOf } from '../../../../core/typography/typography';
import { typographyWords } from '../../../../core/words/typography';
import { useStudio, useWords } from '../../../state/StudioProvider';
import { Segments } from '../../../ui/Segments';
import { docOf } from '../extensions/docOf';
import { placed, Words } from '../history/Words';
import classes from './TypographyDialog.module.css';
import { tidy } from './tidy';

/** Everything typography would change, each with its place; what is ticked is applied as one step of undo. */
export function TypographyDialog({ editor, onClose }: { readonly editor: Editor; readonly onClose: () => void }) {
  const t = useWords(typographyWords);
  const notify = useStudio((state) => state.notify);
  const [doc, setDoc] = useState(() => editor.state.doc);
  const body = useMemo(() => docOf(doc), [doc]);
  const [style, setStyle] = useState<QuoteStyle>(() => quoteStyleOf(body));
  const changes = useMemo(() => typographyOf(body, style), [body, style]);
  const [left, setLeft] = useState<ReadonlySet<string>>(nothing);
  const [stale, setStale] = useState(false);
  const chosen = changes.filter(({ id }) => !left.has(id));

  const choose = (some: readonly TypographyChange[], on: boolean): void => {
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
    tidy(editor, chosen);
    notify({ message: t('done', { count: chosen.length }) });
    onClose();
  };

  return (
    <Modal
      opened
      onClose={onClose}
      onExitTransitionEnd={() => editor.commands.focus()}
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
              const own = changes.filter((change) => change.kind === kind);
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
                    <Words parts={item.context} />
                  </span>
                  <span className={classes.kind}>{t(`kind.${item.kind}`)}</span>
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

/** All changes of a kind at once; half ticked when only some are. */
function Choice({
  name,
  changes,
  left,
  onChoose,
}: {
  readonly name: string;
  readonly changes: readonly TypographyChange[];
  readonly left: ReadonlySet<string>;
  readonly onChoose: (changes: readonly TypographyChange[], on: boolean) => void;
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

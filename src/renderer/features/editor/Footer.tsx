import { useStore } from 'zustand';
import { editorWords } from '../../../core/words/editor';
import { writingWords } from '../../../core/words/writing';
import { useLang, useWords } from '../../state/StudioProvider';
import { Keys } from '../../ui/Keys';
import classes from './EditorPage.module.css';
import { measure, measureSelection } from './measureText';
import { useAfterEdit } from './page/useAfterEdit';
import type { Session } from './session';

/** What the status bar says about the text: its size and reading time, counted at rest; and two keys worth knowing. */
export function Footer({ session }: { readonly session: Session }) {
  const t = useWords(editorWords);
  const say = useWords(writingWords);
  const lang = useLang();
  const turn = useStore(session, (state) => state.bodyTurn);
  const save = useStore(session, (state) => state.save.kind);
  const size = measure(session, turn);
  const [han, words] = useAfterEdit(session.editor(), measureSelection, Object.is, '').split(' ').map(Number);
  return (
    <>
      {(save === 'failed' || save === 'stale') && <span className={classes.held}>{t('foot.held')}</span>}
      {(han ?? 0) + (words ?? 0) > 0 && (
        <span className={classes.selected}>{say('foot.selected', { han: han ?? 0, words: words ?? 0 })}</span>
      )}
      {(size.han > 0 || (size.words === 0 && lang === 'zh')) && <span>{t('foot.han', { count: size.han })}</span>}
      {(size.words > 0 || (size.han === 0 && lang === 'en')) && <span>{t('foot.words', { count: size.words })}</span>}
      <span>{t('foot.blocks', { paragraphs: size.paragraphs, images: size.images })}</span>
      {size.han + size.words > 0 && <span>{t('foot.minutes', { count: size.minutes })}</span>}
      <span className={classes.footKey}>
        {t('foot.marks')} <Keys keys="mod+;" />
      </span>
      <span className={classes.footKey}>
        {t('foot.next_finding')} <Keys keys="f8" />
      </span>
    </>
  );
}

import { useEffect, useRef } from 'react';
import { previewWords } from '../../../../core/words/preview';
import { useLang, useWords } from '../../../state/StudioProvider';
import { Article } from './layouts/Article';
import { Chat, Moment } from './layouts/Chat';
import { Clip } from './layouts/Clip';
import { Pictures } from './layouts/Crops';
import { Live } from './layouts/Live';
import { Note } from './layouts/Note';
import { Post } from './layouts/Post';
import { Script, Subtitles } from './layouts/Script';
import { Watch } from './layouts/Watch';
import { type Layout, type Look, layoutOf } from './looks';
import classes from './Preview.module.css';
import { SceneProvider, sceneOf } from './scene';
import { placeKey } from './spans';
import type { PreviewProps } from './types';
import { walk } from './Words';

const layouts: { readonly [K in Layout]: () => React.JSX.Element } = {
  post: Post,
  note: Note,
  clip: Clip,
  watch: Watch,
  article: Article,
  chat: Chat,
  moment: Moment,
  live: Live,
};

/** Sides that look alike in every layout; a live stream's script is its run of show. */
const apart: Partial<Readonly<Record<Look, () => React.JSX.Element>>> = {
  script: Script,
  subtitles: Subtitles,
  pictures: Pictures,
};

/**
 * A version as the platform's phone shows it, drawn from its rules: an approximation, and it says so. Sentences can be
 * picked; the picked one is lit wherever it stands.
 */
export function Preview(props: PreviewProps) {
  const t = useWords(previewWords);
  const lang = useLang();
  const { format, look, theme, onPick } = props;
  const layout = layoutOf(format);
  const phone = useRef<HTMLDivElement>(null);
  const lit = props.selected == null ? null : placeKey(props.selected);
  // A sentence chosen elsewhere comes into sight; one that is seen already stays where it is.
  useEffect(() => {
    if (lit !== null) phone.current?.querySelector(`[data-at="${lit}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [lit]);
  const Body = (layout === 'live' && look === 'script' ? undefined : apart[look]) ?? layouts[layout];
  const walking =
    onPick === undefined ? {} : { onKeyDown: (event: React.KeyboardEvent<HTMLElement>) => walk(event, onPick) };
  return (
    <SceneProvider scene={sceneOf(props, format.platform[lang])}>
      <figure className={classes.frame} data-preview={format.ref} data-layout={layout}>
        <div
          {...walking}
          ref={phone}
          className={classes.phone}
          data-scheme={theme}
          data-narrow={(layout === 'clip' && apart[look] === undefined) || undefined}
          lang={props.lang === 'zh' ? 'zh-CN' : 'en'}
          data-selectable
        >
          <Body />
        </div>
        <figcaption className={classes.note}>{t('note')}</figcaption>
      </figure>
    </SceneProvider>
  );
}

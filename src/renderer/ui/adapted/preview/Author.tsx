import type { ReactNode } from 'react';
import { previewWords } from '../../../../core/words/preview';
import { useWords } from '../../../state/StudioProvider';
import { PersonDot } from '../../PersonDot';
import classes from './Author.module.css';
import { useScene } from './scene';

/** Who posts: initial, name, and below it the time, or beside it the handle where readers see one. */
export function Author({
  size = 'large',
  follow = false,
}: {
  readonly size?: 'large' | 'normal';
  readonly follow?: boolean;
}) {
  const t = useWords(previewWords);
  const { name, account, skin, when } = useScene();
  const handle = skin.handle && account !== null && account.handle !== '' ? `@${account.handle.replace(/^@/, '')}` : '';
  return (
    <header className={classes.author} data-size={size}>
      <Avatar />
      <span className={classes.who}>
        <b className={classes.name}>{name}</b>
        {handle !== '' && <span className={classes.quiet}>{handle}</span>}
        <span className={classes.when}>{when ?? t('time.none')}</span>
      </span>
      {follow && (
        <span className={classes.follow} aria-hidden="true">
          {t('act.follow')}
        </span>
      )}
    </header>
  );
}

export function Avatar({ children }: { readonly children?: ReactNode }) {
  const { name, skin } = useScene();
  return (
    <span className={classes.avatar} data-shape={skin.avatar}>
      {children ?? <PersonDot name={name} size="large" hint={false} />}
    </span>
  );
}

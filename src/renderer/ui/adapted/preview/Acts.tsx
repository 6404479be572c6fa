import {
  IconArrowsExchange,
  IconBookmark,
  IconChartBar,
  IconCoin,
  IconHeart,
  IconMessageCircle,
  IconSend,
  IconShare3,
  IconStar,
  IconThumbDown,
  IconThumbUp,
  type TablerIcon,
} from '@tabler/icons-react';
import { previewWords } from '../../../../core/words/preview';
import { useWords } from '../../../state/StudioProvider';
import classes from './Acts.module.css';
import type { Act } from './looks';
import { useScene } from './scene';

const icons: Readonly<Record<Act, TablerIcon>> = {
  share: IconShare3,
  repost: IconArrowsExchange,
  comment: IconMessageCircle,
  reply: IconMessageCircle,
  like: IconHeart,
  agree: IconThumbUp,
  star: IconStar,
  save: IconBookmark,
  send: IconSend,
  view: IconChartBar,
  dislike: IconThumbDown,
  coin: IconCoin,
};

/** The buttons a phone shows, drawn and nothing more: no figures are invented. Hidden from readers of the screen. */
export function Acts({ along = 'row' }: { readonly along?: 'row' | 'column' }) {
  const t = useWords(previewWords);
  const { skin } = useScene();
  return (
    <div className={classes.acts} data-along={along} data-named={skin.named || undefined} aria-hidden="true">
      {skin.acts.map((act) => {
        const Icon = icons[act];
        return (
          <span key={act} className={classes.act}>
            <Icon size={along === 'column' ? 24 : 17} stroke={1.6} />
            {skin.named && along === 'row' && <span>{t(`act.${act}`)}</span>}
          </span>
        );
      })}
    </div>
  );
}

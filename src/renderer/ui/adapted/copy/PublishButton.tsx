import { IconExternalLink } from '@tabler/icons-react';
import type { PlatformPack } from '../../../../core/platforms/pack';
import { copyWords } from '../../../../core/words/copy';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { TextButton } from '../../TextButton';
import classes from './CopyList.module.css';

/** Opens the platform's own publishing page in the browser, after the shell has checked and asked. */
export function PublishButton({ platform }: { readonly platform: Pick<PlatformPack, 'zh' | 'en' | 'publishUrl'> }) {
  const t = useWords(copyWords);
  const lang = useLang();
  const act = useStudio((state) => state.act);
  const { publishUrl } = platform;
  if (publishUrl === undefined || publishUrl === '')
    return <p className={classes.quiet}>{t('publish.none', { platform: platform[lang] })}</p>;
  return (
    <div className={classes.publish}>
      <TextButton
        icon={<IconExternalLink size={15} stroke={1.6} />}
        onClick={() => void act('studio.browse', { url: publishUrl })}
      >
        {t('publish', { platform: platform[lang] })}
      </TextButton>
      <span className={classes.quiet}>{t('publish.note')}</span>
    </div>
  );
}

import { IconMoon, IconSun } from '@tabler/icons-react';
import { useState } from 'react';
import type { Count } from '../../../../core/adapt/types';
import { sayUnit } from '../../../../core/words/platforms';
import { previewWords } from '../../../../core/words/preview';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { useScheme } from '../../../theme/useScheme';
import { IconButton } from '../../IconButton';
import { Segments } from '../../Segments';
import { PlatformMark } from '../glyphs/PlatformMark';
import { firstLook, type Look, looksOf, lookWord, showsNoText } from './looks';
import { Preview } from './Preview';
import classes from './PreviewPane.module.css';
import { placeKey } from './spans';
import type { PreviewProps } from './types';

/**
 * A preview with its head: platform, the measure of its text, which side to look at, light or dark. Side and brightness
 * are this pane's own; a format that lacks the chosen side shows its first.
 */
export function PreviewPane(props: Omit<PreviewProps, 'look' | 'theme'> & { readonly compact?: boolean }) {
  const t = useWords(previewWords);
  const lang = useLang();
  const { format, adapted, selected, compact = false } = props;
  const app = useScheme(useStudio((state) => state.settings.theme));
  const [chosen, setTheme] = useState<'light' | 'dark' | null>(null);
  const [wanted, setWanted] = useState<{ readonly look: Look; readonly lit: string } | null>(null);
  const sides = looksOf(format);
  const lit = selected == null ? '' : placeKey(selected);
  const standing = wanted !== null && sides.includes(wanted.look) ? wanted.look : firstLook(format);
  // A sentence chosen elsewhere must be seen: a card that shows no text gives way to the page, until it is chosen again.
  const look = lit !== '' && wanted?.lit !== lit && showsNoText(format, standing) ? 'detail' : standing;
  const theme = chosen ?? app;
  const name = `${format.platform[lang]} · ${format.format[lang]}`;
  return (
    <section className={classes.pane} aria-label={t('pane.label', { name })} data-compact={compact || undefined}>
      <header className={classes.head}>
        {!compact && (
          <h3 className={classes.name}>
            <PlatformMark platform={format.platform} size="small" />
            <span>{format.platform[lang]}</span>
          </h3>
        )}
        <HeadCount counts={adapted.counts} />
        <span className={classes.rest} />
        {sides.length > 1 && (
          <Segments
            label={t('look.label')}
            value={look}
            options={sides.map((side) => ({ value: side, label: t(lookWord(format, side)) }))}
            onChange={(side) => setWanted({ look: side, lit })}
          />
        )}
        <IconButton
          label={t(theme === 'light' ? 'theme.dark' : 'theme.light')}
          onClick={() => setTheme(theme === 'light' ? 'dark' : 'light')}
        >
          {theme === 'light' ? <IconMoon size={16} stroke={1.6} /> : <IconSun size={16} stroke={1.6} />}
        </IconButton>
      </header>
      <Preview {...props} look={look} theme={theme} />
    </section>
  );
}

/** The measure of the text: the body, or of a thread its fullest post. */
function HeadCount({ counts }: { readonly counts: readonly Count[] }) {
  const lang = useLang();
  const texts = counts.filter(({ field }) => field === 'body' || field.startsWith('part '));
  const fullest = texts.reduce<Count | undefined>(
    (worst, one) => (worst === undefined || share(one) > share(worst) ? one : worst),
    undefined,
  );
  if (fullest === undefined) return null;
  const { unit, value, limit } = fullest;
  return (
    <span className={classes.count} data-over={(limit !== null && value > limit) || undefined}>
      {sayUnit(lang, unit)} <b>{value.toLocaleString('en-US')}</b>
      {limit === null ? '' : `/${limit.toLocaleString('en-US')}`}
    </span>
  );
}

const share = ({ value, limit }: Count): number => (limit === null || limit === 0 ? 0 : value / limit);

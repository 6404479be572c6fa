import { IconMoon, IconSun } from '@tabler/icons-react';
import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import type { Count } from '../../../../core/adapt/types';
import type { Lang } from '../../../../core/model/records';
import type { Format } from '../../../../core/platforms/pack';
import { previewWords } from '../../../../core/words/preview';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { useScheme } from '../../../theme/useScheme';
import { IconButton } from '../../IconButton';
import { Segments } from '../../Segments';
import { CountLine } from '../CountLine';
import { PlatformMark } from '../glyphs/PlatformMark';
import { formatName } from '../names';
import { firstOf, type Look, lookWord, sidesOf, sideWith } from './looks';
import { Preview } from './Preview';
import classes from './PreviewPane.module.css';
import { isSame, placeKey, placeOf } from './spans';
import type { PreviewProps } from './types';

/**
 * A preview with its head: platform, the measure of its text, which side to look at, light or dark. Side and brightness
 * are this pane's own; a format that lacks the chosen side shows its first.
 */
export function PreviewPane({
  compact = false,
  short = false,
  actions,
  ...props
}: Omit<PreviewProps, 'look' | 'theme'> & {
  /** Without the platform's name and the measure, where both stand beside it already. */
  readonly compact?: boolean;
  /** Only as tall as a side panel can spare, until it is opened. */
  readonly short?: boolean;
  /** What else can be done with what is shown: buttons at the end of the head. */
  readonly actions?: ReactNode;
}) {
  const t = useWords(previewWords);
  const lang = useLang();
  const { format, adapted, selected } = props;
  const app = useScheme(useStudio((state) => state.settings.theme));
  const [chosen, setTheme] = useState<'light' | 'dark' | null>(null);
  const [wanted, setWanted] = useState<{ readonly look: Look; readonly lit: string } | null>(null);
  const sides = sidesOf(format, adapted);
  const lit = selected == null ? '' : placeKey(selected);
  const standing = wanted !== null && sides.includes(wanted.look) ? wanted.look : firstOf(format, sides);
  // A sentence chosen elsewhere must be seen: a card that shows no text gives way to the page, until it is chosen again.
  const look =
    selected == null || wanted?.lit === lit
      ? standing
      : sideWith(format, adapted, (from) => isSame(placeOf(from), selected), standing, sides);
  const theme = chosen ?? app;
  const name = `${format.platform[lang]} · ${format.format[lang]}`;
  const many = sides.length > (compact ? MANY : 1);
  const choice = sides.length > 1 && (
    <div className={classes.sides} data-many={many || undefined}>
      <Segments
        label={t('look.label')}
        value={look}
        options={sides.map((side) => ({ value: side, label: t(lookWord(format, side)) }))}
        onChange={(side) => setWanted({ look: side, lit })}
      />
    </div>
  );
  return (
    <section
      className={classes.pane}
      aria-label={t('pane.label', { name })}
      data-compact={compact || undefined}
      data-short={short || undefined}
    >
      <header className={classes.head}>
        <div className={classes.line}>
          {!compact && (
            <h3 className={classes.name} title={name}>
              <PlatformMark platform={format.platform} size="small" />
              <span>{headName(format, lang)}</span>
            </h3>
          )}
          {!compact && (
            <span>
              <HeadCount counts={adapted.counts} />
            </span>
          )}
          <span className={classes.rest} />
          {!many && choice}
          <IconButton
            label={t(theme === 'light' ? 'theme.dark' : 'theme.light')}
            onClick={() => setTheme(theme === 'light' ? 'dark' : 'light')}
          >
            {theme === 'light' ? <IconMoon size={16} stroke={1.6} /> : <IconSun size={16} stroke={1.6} />}
          </IconButton>
          {actions}
        </div>
        {many && choice}
      </header>
      <Clipped on={short} key={`${format.ref} ${look}`}>
        <Preview {...props} look={look} theme={theme} />
      </Clipped>
    </section>
  );
}

/** A pack of several places is told by its format. */
const headName = (format: Format, lang: Lang): string =>
  format.platform.zh.includes('/') ? formatName(format, lang) : format.platform[lang];

/** More sides than this take a line of their own, beside a name any choice does. */
const MANY = 2;

/** As tall as its content, or cut off with a button that opens it. What fits is never cut. */
function Clipped({ on, children }: { readonly on: boolean; readonly children: ReactNode }) {
  const t = useWords(previewWords);
  const [open, setOpen] = useState(false);
  const [over, setOver] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const element = box.current;
    if (element === null) return;
    const measure = (): void => setOver(element.scrollHeight > SHORT + AIR);
    measure();
    const watch = new ResizeObserver(measure);
    for (const child of element.children) watch.observe(child);
    return () => watch.disconnect();
  }, []);
  const cut = on && over && !open;
  return (
    <>
      <div
        ref={box}
        className={classes.clip}
        data-cut={cut || undefined}
        style={cut ? { maxHeight: SHORT } : undefined}
      >
        {children}
      </div>
      {on && over && (
        <button type="button" className={classes.open} aria-expanded={open} onClick={() => setOpen(!open)}>
          {t(open ? 'pane.less' : 'pane.more')}
        </button>
      )}
    </>
  );
}

/** Height of a short preview in pixels, and how much more is not worth cutting. */
const SHORT = 320;
const AIR = 60;

/** The measure of the text: the body, or of a thread its fullest post. */
function HeadCount({ counts }: { readonly counts: readonly Count[] }) {
  const texts = counts.filter(({ field }) => field === 'body' || field.startsWith('part '));
  const fullest = texts.reduce<Count | undefined>(
    (worst, one) => (worst === undefined || share(one) > share(worst) ? one : worst),
    undefined,
  );
  return fullest === undefined ? null : <CountLine counts={[fullest]} />;
}

const share = ({ value, limit }: Count): number => (limit === null || limit === 0 ? 0 : value / limit);

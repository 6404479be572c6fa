import { IconCheck, IconCopy } from '@tabler/icons-react';
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import type { PlacementCard } from '../../../contract';
import type { Finding } from '../../../core/adapt/types';
import { wallAt } from '../../../core/desk/clock';
import { copyWords } from '../../../core/words/copy';
import { deskWords } from '../../../core/words/desk';
import { sayFinding } from '../../../core/words/findings';
import { say } from '../../../core/words/say';
import type { Command } from '../../commands/command';
import type { Adapted } from '../../state/adapting/adaptPlacement';
import { deskZone } from '../../state/desk';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { lasting } from '../../ui/adapted/article/lasting';
import { CountLine } from '../../ui/adapted/CountLine';
import { sayPart } from '../../ui/adapted/copy/parts';
import type { PreviewImage } from '../../ui/adapted/preview/types';
import { FindingMark } from '../../ui/FindingMark';
import { Keys } from '../../ui/Keys';
import classes from './Copies.module.css';
import { nextOf, type Taking } from './copyKeys';
import { Pictures } from './Pictures';
import { type Take, useTake } from './useTake';

/** Keys 1 to 9 copy the first nine. */
const KEYED = 9;
/** A scrolled part must be reachable by keys (axe: scrollable-region-focusable). */
const reachable = { tabIndex: 0 } as const;

/** Each thing to take along as a card with its text and its button. */
export function Copies({
  card,
  takings,
  adapted,
  images,
}: {
  readonly card: PlacementCard;
  readonly takings: readonly Taking[];
  readonly adapted: Adapted;
  readonly images: readonly PreviewImage[];
}) {
  const t = useWords(deskWords);
  const lang = useLang();
  const take = useTake(card.id);
  const run = (taking: Taking): void => void takeAlong(taking, { take, adapted, images, lang, t });
  useNumberKeys(takings, run, (taking) =>
    taking.kind === 'text' ? sayPart(lang, taking.part) : t(taking.kind === 'pictures' ? 'pictures' : 'alts'),
  );
  return takings.map((taking, index) => {
    const keys = index < KEYED ? `${index + 1}` : undefined;
    if (taking.kind === 'pictures')
      return (
        <Pictures
          key={taking.key}
          card={card}
          images={images}
          take={take}
          slots={adapted.variant.extra.slots ?? []}
          keys={keys}
          onTake={() => run(taking)}
        />
      );
    if (taking.kind === 'alts')
      return (
        <CopyCard
          key={taking.key}
          title={t('alts')}
          button={t('copy', { what: t('alts') })}
          at={take.copiedAt(`alt ${images.length - 1}`)}
          keys={keys}
          onTake={() => run(taking)}
        >
          <ol className={classes.alts} data-selectable>
            {images.map(({ id, alt }, number) => (
              <li key={id} data-empty={alt === '' || undefined}>
                {alt === '' ? t('alt_none', { number: number + 1 }) : alt}
              </li>
            ))}
          </ol>
        </CopyCard>
      );
    const { part } = taking;
    return (
      <CopyCard
        key={taking.key}
        title={sayPart(lang, part)}
        beside={<CountLine counts={part.counts} />}
        button={t('copy', { what: sayPart(lang, part) })}
        at={take.copiedAt(part.key)}
        keys={keys}
        onTake={() => run(taking)}
      >
        <div className={classes.words} data-selectable dir="auto" {...reachable}>
          {part.text}
        </div>
      </CopyCard>
    );
  });
}

type Means = {
  readonly take: Take;
  readonly adapted: Adapted;
  readonly images: readonly PreviewImage[];
  readonly lang: 'zh' | 'en';
  readonly t: (key: keyof (typeof deskWords)['zh'], params?: Readonly<Record<string, string | number>>) => string;
};

/** Pictures and alternative texts go one by one: a clipboard holds one, and the next press brings the next. */
async function takeAlong(taking: Taking, { take, adapted, images, lang, t }: Means): Promise<void> {
  if (taking.kind === 'text') {
    const { part } = taking;
    const html = await lasting(part.html, adapted.format.format.paste, lang);
    return take.text(part.key, sayPart(lang, part), part.text, html);
  }
  const kind = taking.kind === 'pictures' ? 'picture' : 'alt';
  const index = nextOf(images.length, (one) => take.copiedAt(`${kind} ${one}`) !== null);
  const image = images[index];
  if (image === undefined) return;
  if (kind === 'alt') return take.text(`alt ${index}`, t('alt_copy', { number: index + 1 }), image.alt);
  return take.picture(`picture ${index}`, image.id, t('pictures_copied', { number: index + 1 }));
}

export function CopyCard({
  title,
  beside,
  button,
  at,
  keys,
  onTake,
  children,
}: {
  readonly title: string;
  readonly beside?: ReactNode;
  readonly button: string;
  /** When it was copied. */
  readonly at: number | null;
  readonly keys?: string | undefined;
  readonly onTake: () => void;
  readonly children: ReactNode;
}) {
  const t = useWords(deskWords);
  const zone = useStudio(deskZone);
  return (
    <section className={classes.card} aria-label={title}>
      <div className={classes.cardHead}>
        <h3>{title}</h3>
        <span className={classes.beside}>{beside}</span>
        {at !== null && (
          <span className={classes.copied}>
            <IconCheck size={14} stroke={1.8} aria-hidden="true" />
            {t('copied_at', { time: wallAt(at, zone).time })}
          </span>
        )}
        <button type="button" className={classes.copyButton} data-desk-copy={keys} onClick={onTake}>
          <IconCopy size={15} stroke={1.6} aria-hidden="true" />
          {at === null ? (
            button
          ) : (
            <>
              {t('copy_again')} <span className="visually-hidden">{title}</span>
            </>
          )}
          {keys !== undefined && <Keys keys={keys} />}
        </button>
      </div>
      {children}
    </section>
  );
}

/** Nothing of it may be taken along: why, and what to do. */
export function Blocked({ finding }: { readonly finding: Finding }) {
  const t = useWords(copyWords);
  const lang = useLang();
  const said = sayFinding(lang, finding);
  return (
    <p className={classes.blocked} role="status">
      <FindingMark severity="error" />
      <span>
        {t('blocked', { reason: said.title })}
        <span className={classes.remedy}>{said.remedy}</span>
      </span>
    </p>
  );
}

function useNumberKeys(list: readonly Taking[], run: (taking: Taking) => void, name: (taking: Taking) => string): void {
  const offer = useStudio((state) => state.offerCommands);
  const runNow = useEffectEvent(run);
  const nameNow = useEffectEvent(name);
  const keys = list.map(({ key }) => key).join(' | ');
  const listNow = useEffectEvent(() => list);
  useEffect(() => {
    const commands =
      keys === ''
        ? []
        : listNow()
            .slice(0, KEYED)
            .map(
              (taking, index): Command => ({
                id: `copy.${index + 1}`,
                group: 'edit',
                label: (lang) => say(copyWords, lang, 'command', { what: nameNow(taking) }),
                keys: [`${index + 1}`],
                run: () => {
                  const now = listNow()[index];
                  if (now !== undefined) runNow(now);
                },
              }),
            );
    return offer('copy', commands);
  }, [offer, keys]);
}

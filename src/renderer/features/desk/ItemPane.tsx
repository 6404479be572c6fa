import { useMemo } from 'react';
import { wallAt } from '../../../core/desk/clock';
import { sayDay } from '../../../core/words/dates';
import { deskWords } from '../../../core/words/desk';
import { sayUntil } from '../../../core/words/howLong';
import { sayKind } from '../../../core/words/kinds';
import { useAdapted } from '../../state/adapting/useAdapted';
import { faceOf } from '../../state/packs';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { blockedBy, copyParts } from '../../ui/adapted/copy/parts';
import { previewImages } from '../../ui/adapted/preview/previewImages';
import { KindMark } from '../../ui/KindMark';
import { PlatformTile } from '../../ui/PlatformTile';
import { TextButton } from '../../ui/TextButton';
import { seeVersion, settleHold } from './acts';
import { Blocked, Copies } from './Copies';
import { takings } from './copyKeys';
import shared from './Desk.module.css';
import { ItemFoot } from './ItemFoot';
import classes from './ItemPane.module.css';
import { NoteCard } from './NoteCard';
import { Reviewed } from './Reviewed';
import { SayHold } from './SayHold';
import type { Item } from './useDesk';

/** A scrolled part must be reachable by keys (axe: scrollable-region-focusable). */
const reachable = { tabIndex: 0 } as const;

/** One placement with everything that is taken along for it, and below what is said of it afterwards. */
export function ItemPane({ item, now, zone }: { readonly item: Item; readonly now: number; readonly zone: string }) {
  const t = useWords(deskWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const openPiece = useStudio((state) => state.openPiece);
  const { card, hold } = item;
  const found = useAdapted(card);
  const isReworded = useStudio((state) => state.deskReports[card.id]?.reworded === true);
  const adapted = found?.adapted ?? null;
  const parts = useMemo(
    () => (adapted === null ? [] : copyParts(adapted.variant, adapted.format, lang)),
    [adapted, lang],
  );
  const images = useMemo(() => {
    if (adapted === null || found === null) return [];
    const known = previewImages(adapted.source.images, (found.sibling ?? found.opened).assets);
    return (adapted.variant.extra.images ?? []).flatMap((src) => known.find(({ id }) => id === src) ?? []);
  }, [adapted, found]);
  const blocked = adapted === null ? null : blockedBy(adapted.variant.findings);
  const { pieceId } = card;
  return (
    <section className={classes.pane} aria-label={card.title}>
      <div className={classes.paneScroll} {...reachable}>
        <Head item={item} now={now} zone={zone} version={adapted?.format.format[lang] ?? ''} />
        {hold !== null && (
          <p className={classes.holdBar} role="status">
            <span>
              <SayHold hold={hold} />
            </span>
            <TextButton onClick={() => settleHold(studio, card, hold)}>
              {t(`hold_go.${hold.kind}`, { state: hold.kind === 'state' ? hold.state : 'none' })}
            </TextButton>
          </p>
        )}
        {isReworded && hold === null && card.outcome === 'planned' && (
          <p className={classes.holdBar} role="status">
            <span>{t('reworded_long')}</span>
            <TextButton onClick={() => seeVersion(studio, card)}>{t('reworded_go')}</TextButton>
          </p>
        )}
        {blocked !== null && <Blocked finding={blocked} />}
        {found === null && pieceId !== null && <p className={classes.quietLine}>{t('loading')}</p>}
        {(pieceId === null || (found !== null && adapted === null)) && (
          <p className={classes.quietLine}>{t('no_copy')}</p>
        )}
        {adapted !== null && blocked === null && (
          <Copies card={card} takings={takings(parts, images.length)} adapted={adapted} images={images} />
        )}
        <NoteCard card={card} />
        {pieceId !== null && (
          <div className={classes.more}>
            <TextButton onClick={() => openPiece(pieceId)}>{t('open_piece')}</TextButton>
          </div>
        )}
      </div>
      <ItemFoot item={item} />
    </section>
  );
}

function Head({
  item: { card, at },
  now,
  zone,
  version,
}: {
  readonly item: Item;
  readonly now: number;
  readonly zone: string;
  readonly version: string;
}) {
  const t = useWords(deskWords);
  const lang = useLang();
  const account = useStudio((state) => state.outline?.account.find(({ id }) => id === card.accountId));
  const persona = useStudio((state) => state.outline?.persona.find(({ id }) => id === account?.personaId));
  const face = useStudio((state) => faceOf(state, account?.platform ?? ''));
  const today = wallAt(now, zone).day;
  const other = at === null || card.zone === zone ? null : wallAt(at, zone);
  return (
    <header className={classes.itemHead}>
      <PlatformTile glyph={face?.glyph ?? '?'} size="large" />
      <div className={classes.itemName}>
        <h2 className={classes.itemTitle} data-selectable>
          {card.title}
        </h2>
        <p className={classes.facts}>
          {[account?.name, version].filter(Boolean).join(' · ')}
          <span className={shared.bar} />
          <KindMark kind={card.kind} /> {sayKind(lang, card.kind)}
          {persona !== undefined && (
            <>
              <span className={shared.bar} />
              {persona.name}
            </>
          )}
          <Reviewed placementId={card.id} />
        </p>
      </div>
      <div className={classes.itemWhen}>
        <b>{card.time ?? t('no_time')}</b>
        <span>
          {card.day !== null && card.day !== today && `${sayDay(lang, card.day)} · `}
          {at !== null && sayUntil(lang, at - now)}
        </span>
        {other !== null && (
          <span>
            {t('other_zone', {
              zone,
              time: `${other.day === card.day ? '' : `${sayDay(lang, other.day)} `}${other.time}`,
            })}
          </span>
        )}
      </div>
    </header>
  );
}

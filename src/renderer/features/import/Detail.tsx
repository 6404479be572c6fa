import { useEffect, useState } from 'react';
import type { ImportCard, ImportDetail } from '../../../contract';
import type { Wish } from '../../../core/importing/take';
import { docText } from '../../../core/model/docText';
import { sayRowMessage } from '../../../core/words/importing';
import { importWords, wishWords } from '../../../core/words/importScreen';
import { sayKind, sayState } from '../../../core/words/kinds';
import { useLang, useStudioHandle, useWords } from '../../state/StudioProvider';
import look from '../../ui/dryRun/dryRun.module.css';
import { KindMark } from '../../ui/KindMark';
import classes from './Import.module.css';
import { optionsFor, type Said, type Wishes, wishOf } from './importView';
import { EncodingFact } from './mapping/TextFacts';

/** One row whole: what it says about itself, its text, and the piece it would change. */
export function Detail({
  job,
  card,
  busy,
  wishes,
  onWish,
  onSay,
}: {
  readonly job: string;
  readonly card: ImportCard | null;
  readonly busy: boolean;
  readonly wishes: Wishes;
  readonly onWish: (card: ImportCard, wish: Wish) => void;
  readonly onSay: (said: Said) => void;
}) {
  const t = useWords(importWords);
  const detail = useDetail(job, card);
  return (
    <section className={classes.detail} aria-label={t('detail.text')} tabIndex={-1}>
      {card === null ? (
        <p className={look.quiet}>{t('detail.none')}</p>
      ) : (
        <>
          <Head card={card} wish={wishOf(wishes, card)} onWish={(wish) => onWish(card, wish)} />
          {card.source.read !== undefined && (
            <EncodingFact
              read={card.source.read}
              busy={busy}
              onChoose={(encoding) => onSay({ path: card.source.path, sheet: '', choice: { encoding } })}
            />
          )}
          {detail !== null && detail.card.index === card.index && <Body detail={detail} />}
        </>
      )}
    </section>
  );
}

function Head({
  card,
  wish,
  onWish,
}: {
  readonly card: ImportCard;
  readonly wish: Wish;
  readonly onWish: (wish: Wish) => void;
}) {
  const t = useWords(importWords);
  const w = useWords(wishWords);
  const lang = useLang();
  const { source, title, kind, state, verdict, tags } = card;
  const place = t('detail.source', { path: source.path, sheet: source.sheet || 'none', line: source.line ?? 0 });
  return (
    <>
      <h2>{title === '' ? source.file : title}</h2>
      <p className={look.quiet}>{place}</p>
      {kind !== null && (
        <p className={look.facts}>
          <KindMark kind={kind} /> {sayKind(lang, kind)}
          {state !== null && <span>{sayState(lang, state)}</span>}
          {tags.map((tag) => (
            <span key={tag}>#{tag}</span>
          ))}
        </p>
      )}
      {verdict !== 'refused' && (
        <label className={look.field}>
          <span>{t('wish.row')}</span>
          <select value={wish} onChange={({ currentTarget }) => onWish(currentTarget.value as Wish)}>
            {optionsFor(verdict, card.existingId !== null).map((one) => (
              <option key={one} value={one}>
                {w(one)}
              </option>
            ))}
          </select>
        </label>
      )}
      {card.messages.length > 0 && (
        <>
          <h3>{t('detail.messages')}</h3>
          <ul className={classes.messages}>
            {card.messages.map((message) => (
              <li key={JSON.stringify(message)}>{sayRowMessage(lang, message)}</li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function Body({ detail }: { readonly detail: ImportDetail }) {
  const t = useWords(importWords);
  const { piece, placements, existing } = detail;
  const text = piece === null ? '' : docText(piece.body);
  return (
    <>
      {placements.length > 0 && (
        <>
          <h3>{t('detail.placements')}</h3>
          <ul className={classes.messages}>
            {placements.map((one) => (
              <li key={JSON.stringify(one)}>
                {[one.day, one.time, one.platform, one.account]
                  .filter((part) => part !== null && part !== '')
                  .join(' ')}
                {one.accountId === null && <span className={look.quiet}> · {t('detail.unplanned')}</span>}
              </li>
            ))}
          </ul>
        </>
      )}
      {piece !== null && (
        <>
          <h3>{t('detail.text')}</h3>
          <p className={classes.text}>{text === '' ? t('detail.empty') : text}</p>
        </>
      )}
      {existing !== null && (
        <>
          <h3>{t('detail.existing')}</h3>
          <p className={classes.text}>{existing.text === '' ? t('detail.empty') : existing.text}</p>
        </>
      )}
    </>
  );
}

/** A card read again is another one, and its details are asked for again. */
function useDetail(job: string, card: ImportCard | null): ImportDetail | null {
  const studio = useStudioHandle();
  const [detail, setDetail] = useState<ImportDetail | null>(null);
  useEffect(() => {
    if (card === null) return;
    let current = true;
    void studio.api.call('import.row', { job, index: card.index }).then((answer) => {
      if (current && answer.ok) setDetail(answer.value);
    });
    return () => {
      current = false;
    };
  }, [job, card, studio]);
  return card === null ? null : detail;
}

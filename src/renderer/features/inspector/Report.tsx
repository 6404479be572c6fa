import { Button } from '@mantine/core';
import type { PlacementCard } from '../../../contract';
import type { Fix } from '../../../core/check/fixes/fix';
import type { WallDate } from '../../../core/time/wall';
import { sayDate, sayDay } from '../../../core/words/dates';
import { sayFinding } from '../../../core/words/findings';
import { sayFix } from '../../../core/words/fixes';
import { inspectorWords } from '../../../core/words/inspector';
import { kindWords } from '../../../core/words/kinds';
import { sayField, sayUnit } from '../../../core/words/platforms';
import { reviewWords } from '../../../core/words/review';
import type { Adapted } from '../../state/adapting/adaptPlacement';
import { applyFix } from '../../state/adapting/applyFix';
import type { AdaptedPlacement } from '../../state/adapting/useAdapted';
import type { EditorAim } from '../../state/route';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { PreviewPane } from '../../ui/adapted/preview/PreviewPane';
import { previewImages } from '../../ui/adapted/preview/previewImages';
import { BehindMark, FindingMark } from '../../ui/FindingMark';
import { Meter, Meters } from '../../ui/Meter';
import classes from './Inspector.module.css';

/** How the piece looks on this account, how full its fields are, and what to mend first. */
export function Report({ card, found }: { readonly card: PlacementCard; readonly found: AdaptedPlacement | null }) {
  const t = useWords(inspectorWords);
  const k = useWords(kindWords);
  const r = useWords(reviewWords);
  const openReview = useStudio((state) => state.openReview);
  const lang = useLang();
  const behind = useStudio((state) => state.reports[card.id]?.behind ?? false);
  const accountLang = useStudio((state) => state.outline?.account.find((one) => one.id === card.accountId)?.lang);
  if (found === null) return <p className={classes.quiet}>{t('loading')}…</p>;
  const { adapted, opened, sibling } = found;
  const misses = accountLang !== undefined && accountLang !== opened.piece.lang && sibling === null;
  const review = ({ pieceId, format, accountId }: PlacementCard): void => {
    if (pieceId !== null) openReview(pieceId, format === null ? undefined : { format, accountId });
  };
  return (
    <>
      <Preview card={card} found={found} />
      {behind && (
        <p className={classes.warn}>
          <BehindMark />
          <span>{t('behind')}</span>
          <Button className={classes.small ?? ''} title={r('open_behind')} onClick={() => review(card)}>
            {r('open_sentences')}
          </Button>
        </p>
      )}
      {sibling !== null && (
        <p className={classes.quiet}>
          {t('sibling', { lang: k(`lang.${sibling.piece.lang}`), title: sibling.piece.title })}
        </p>
      )}
      {misses && (
        <p className={classes.warn}>
          <FindingMark severity="warning" />
          {t('sibling.missing', { lang: k(`lang.${accountLang}`) })}
        </p>
      )}
      {adapted !== null && (
        <>
          <Meters>
            {adapted.variant.counts.slice(0, 6).map((count) => (
              <Meter
                key={`${count.field} ${count.unit}`}
                label={sayField(lang, count.field)}
                value={count.value}
                limit={count.limit}
                unit={sayUnit(lang, count.unit)}
              />
            ))}
          </Meters>
          <Findings card={card} adapted={adapted} />
          <dl className={classes.origin}>
            {adapted.edited.length > 0 && (
              <>
                <dt>{t('edited')}</dt>
                <dd>{adapted.edited.map((field) => sayField(lang, field)).join(lang === 'zh' ? '、' : ', ')}</dd>
              </>
            )}
            <dt>{t('pack')}</dt>
            <dd>
              {t('pack.checked', {
                platform: adapted.format.platform[lang],
                day: sayDate(lang, adapted.format.platform.checkedOn as WallDate),
              })}
            </dd>
          </dl>
        </>
      )}
    </>
  );
}

/** How it looks there: as the platform's phone shows it, or only the cover while nothing can be adapted. */
function Preview({ card, found }: { readonly card: PlacementCard; readonly found: AdaptedPlacement }) {
  const t = useWords(inspectorWords);
  const lang = useLang();
  const account = useStudio((state) => state.outline?.account.find((one) => one.id === card.accountId) ?? null);
  const { adapted, opened, sibling } = found;
  if (adapted === null) return <p className={classes.quiet}>{t('preview.none')}</p>;
  const { variant, format, source } = adapted;
  return (
    <PreviewPane
      key={card.id}
      compact
      short
      adapted={variant}
      format={format}
      lang={source.lang}
      account={account}
      images={previewImages(source.images, (sibling ?? opened).assets)}
      when={card.day === null ? undefined : `${sayDay(lang, card.day)} ${card.time ?? ''}`.trim()}
    />
  );
}

function Findings({ card, adapted }: { readonly card: PlacementCard; readonly adapted: Adapted }) {
  const t = useWords(inspectorWords);
  const lang = useLang();
  const open = useStudio((state) => state.openPiece);
  const studio = useStudioHandle();
  const { mends, others } = adapted;
  const mend = (fix: Fix): void => {
    const { pieceId, format, accountId } = card;
    if (pieceId !== null && format !== null) void applyFix(studio, { pieceId, format, accountId }, fix);
  };
  if (mends.length === 0) return <p className={classes.quiet}>{t('findings.none')}</p>;
  return (
    <div>
      <ul className={classes.findings}>
        {mends.map(({ finding, fix }) => {
          const { title, remedy } = sayFinding(lang, finding);
          return (
            <li key={`${finding.code} ${finding.field} ${JSON.stringify(finding.params)}`}>
              <FindingMark severity={finding.severity} />
              <div>
                <b>{title}</b>
                <p>{remedy}</p>
              </div>
              {fix === null ? (
                <Button
                  className={classes.small ?? ''}
                  onClick={() => card.pieceId !== null && open(card.pieceId, aimOf(card, finding.field))}
                >
                  {t('findings.fix')}
                </Button>
              ) : (
                <Button className={classes.small ?? ''} onClick={() => mend(fix)}>
                  {sayFix(lang, fix)}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {others > 0 && <p className={classes.more}>{t('findings.more', { count: others })}</p>}
    </div>
  );
}

/** Where in the editor a finding is mended: this account's version, at the field. */
const aimOf = ({ format, accountId }: PlacementCard, field: string): EditorAim | undefined =>
  format === null ? undefined : { format, accountId, field };

import type { ExportPreview, PlacementCard } from '../../../contract';
import { exportWords } from '../../../core/words/export';
import { sayFinding } from '../../../core/words/findings';
import { sayField } from '../../../core/words/platforms';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { FindingMark } from '../../ui/FindingMark';
import classes from './BeforeYouWrite.module.css';
import page from './Export.module.css';

/** What is still wrong in what would be written, each a step away from its piece. */
export function BeforeYouWrite({ preview }: { readonly preview: ExportPreview }) {
  const t = useWords(exportWords);
  const lang = useLang();
  const cards = useStudio((state) => state.cards);
  const studio = useStudioHandle();
  const open = async (placementId: string, field: string): Promise<void> => {
    const card = cards.find(({ id }) => id === placementId) ?? (await cardOf(studio, placementId));
    if (card == null || card.pieceId === null) return;
    const { pieceId, format, accountId } = card;
    studio.getState().openPiece(pieceId, format === null ? undefined : { format, accountId, field });
  };
  const { withErrors, blocked } = preview;
  return (
    <section className={classes.findings} aria-label={t('findings')}>
      <h2>{t('findings')}</h2>
      {blocked > 0 && <p className={classes.blocked}>{t('findings.blocked', { count: blocked })}</p>}
      {withErrors.length === 0 ? (
        blocked === 0 && <p className={page.hint}>{t('findings.none')}</p>
      ) : (
        <>
          {withErrors.length > blocked && (
            <p className={page.hint}>{t('findings.errors', { count: withErrors.length - blocked })}</p>
          )}
          <ul>
            {[...withErrors.filter((one) => one.blocked), ...withErrors.filter((one) => !one.blocked)].map((one) => (
              <li key={`${one.placementId} ${one.code} ${one.field}`}>
                <FindingMark severity="error" />
                <button
                  type="button"
                  title={t('findings.open', { title: one.title })}
                  onClick={() => void open(one.placementId, one.field)}
                >
                  <b>{one.title}</b>
                  <span className={page.quiet}>
                    {one.account} · {sayField(lang, one.field)}
                  </span>
                  <span>{sayFinding(lang, one).title}</span>
                  {one.blocked && <span className={page.quiet}>{sayFinding(lang, one).remedy}</span>}
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

/** A placement that is not on the plan's screens at the moment. */
async function cardOf(studio: ReturnType<typeof useStudioHandle>, placementId: string): Promise<PlacementCard | null> {
  const { act, outline } = studio.getState();
  const days = (outline?.campaign ?? []).flatMap(({ start, end }) => [start, end]).filter((day) => day !== null);
  const from = days.toSorted()[0];
  const to = days.toSorted().at(-1);
  if (from === undefined || to === undefined) return null;
  const cards = await act('placement.range', { from, to });
  return cards?.find(({ id }) => id === placementId) ?? null;
}

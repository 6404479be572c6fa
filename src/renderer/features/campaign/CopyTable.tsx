import { IconEye } from '@tabler/icons-react';
import type { Reckoned } from '../../../core/campaign/reckon';
import type { WaveRow } from '../../../core/campaign/waveRows';
import { edgeOf } from '../../../core/schedule/edge';
import { campaignWords } from '../../../core/words/campaign';
import { sayMoment } from '../../../core/words/dates';
import { sayCopy } from '../../../core/words/sayCampaign';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { FindingMark } from '../../ui/FindingMark';
import { IconButton } from '../../ui/IconButton';
import { PlatformTile } from '../../ui/PlatformTile';
import { StateMark } from '../../ui/StateMark';
import { ruleLabel } from './Marker';
import classes from './Tables.module.css';

/** Every wave in the team's order with how far its copy is, and the way to its versions. */
export function CopyTable({ reckoned }: { readonly reckoned: Reckoned }) {
  const t = useWords(campaignWords);
  if (reckoned.rows.length === 0) return null;
  return (
    <section aria-label={t('copy.title')}>
      <h2>{t('copy.title')}</h2>
      <div className={classes.wide}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('copy.wave')}</th>
              <th scope="col">{t('copy.account')}</th>
              <th scope="col">{t('copy.when')}</th>
              <th scope="col">{t('copy.rule')}</th>
              <th scope="col">{t('copy.state')}</th>
              <th scope="col">
                <span className="visually-hidden">{t('wave.review')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {reckoned.rows.map((row) => (
              <Line key={row.wave.id} row={row} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Line({ row }: { readonly row: WaveRow }) {
  const t = useWords(campaignWords);
  const lang = useLang();
  const packs = useStudio((state) => state.packs);
  const chosen = useStudio((state) => state.waveId === row.wave.id);
  const choose = useStudio((state) => state.chooseWave);
  const openReview = useStudio((state) => state.openReview);
  const { wave, account, piece, placement, moment, isPlanned, copy } = row;
  const format = placement?.format ?? wave.format;
  const name = wave.name === '' ? t('wave.new') : wave.name;
  return (
    <tr data-chosen={chosen || undefined}>
      <td>
        <button type="button" className={classes.name} aria-pressed={chosen} onClick={() => choose(wave.id)}>
          {name}
        </button>
        {piece !== null && <small lang={piece.lang === 'zh' ? 'zh-CN' : 'en'}>{piece.title}</small>}
      </td>
      <td>
        <span className={classes.account}>
          {account !== null && <PlatformTile glyph={packs?.get(account.platform)?.glyph ?? '?'} size="small" />}
          <span>{account?.name ?? '–'}</span>
        </span>
      </td>
      <td className={classes.when} data-by-rule={!isPlanned || undefined}>
        {moment === null ? '–' : sayMoment(lang, moment.day, moment.time)}
        {!isPlanned && moment !== null && <small>{t('wave.by_rule')}</small>}
      </td>
      <td>
        {ruleLabel(lang, row)}
        {row.disagrees && <small data-tone="suggest">{t('wave.disagrees')}</small>}
        {row.pinned && <small>{t('wave.pinned')}</small>}
      </td>
      <td>
        <span className={classes.copy} data-code={copy.code}>
          {copy.errors > 0 && copy.code !== 'live' ? (
            <FindingMark severity="error" />
          ) : (
            <StateMark state={edgeOf(placement?.outcome ?? 'planned', piece?.state ?? 'idea')} />
          )}
          {sayCopy(lang, copy)}
        </span>
      </td>
      <td className={classes.act}>
        {piece !== null && (
          <IconButton
            label={t('copy.open', { name })}
            onClick={() =>
              openReview(piece.id, format === null ? undefined : { format, accountId: account?.id ?? null })
            }
          >
            <IconEye size={15} stroke={1.6} />
          </IconButton>
        )}
      </td>
    </tr>
  );
}

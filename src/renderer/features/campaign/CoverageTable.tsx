import type { Gap, Reach } from '../../../core/campaign/coverage';
import type { Reckoned } from '../../../core/campaign/reckon';
import { pieceKinds } from '../../../core/model/vocabulary';
import { campaignWords } from '../../../core/words/campaign';
import { sayKind, sayRole } from '../../../core/words/kinds';
import { sayGap } from '../../../core/words/sayCampaign';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { KindMark } from '../../ui/KindMark';
import { PlatformTile } from '../../ui/PlatformTile';
import { usePlatformName } from './platformName';
import classes from './Tables.module.css';
import { useAddWave } from './useWaveActs';

/** Which roles, platforms and kinds the campaign reaches, and which it leaves out although the team has them. */
export function CoverageTable({ reckoned }: { readonly reckoned: Reckoned }) {
  const t = useWords(campaignWords);
  const lang = useLang();
  const { roles, total, gaps } = reckoned.coverage;
  return (
    <section aria-label={t('coverage')} id="campaign-coverage" tabIndex={-1} className={classes.section}>
      <h2>{t('coverage')}</h2>
      {total.count === 0 ? (
        <p className={classes.note}>{t('coverage.empty')}</p>
      ) : (
        <div className={classes.coverage}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th scope="col">{t('coverage.role')}</th>
                {pieceKinds.map((kind) => (
                  <th key={kind} scope="col" className={classes.number}>
                    <span className={classes.kind}>
                      <KindMark kind={kind} size={8} />
                      {sayKind(lang, kind)}
                    </span>
                  </th>
                ))}
                <th scope="col" className={classes.number}>
                  {t('coverage.count')}
                </th>
              </tr>
            </thead>
            <tbody>
              {roles.map((role) => (
                <tr key={role.role} data-empty={role.count === 0 || undefined}>
                  <th scope="row">
                    {role.name ?? sayRole(lang, role.role)}
                    <Platforms reaches={role.platforms} />
                  </th>
                  <Counts reach={role} />
                </tr>
              ))}
              <tr className={classes.total}>
                <th scope="row">{t('coverage.all')}</th>
                <Counts reach={total} />
              </tr>
            </tbody>
          </table>
          <Gaps reckoned={reckoned} gaps={gaps} />
        </div>
      )}
    </section>
  );
}

function Platforms({ reaches }: { readonly reaches: Reckoned['coverage']['roles'][number]['platforms'] }) {
  const packs = useStudio((state) => state.packs);
  const name = usePlatformName();
  return (
    <span className={classes.platforms}>
      {reaches.map(({ platform, count }) => (
        <span key={platform} title={`${name(platform)} ${count}`} data-empty={count === 0 || undefined}>
          <PlatformTile glyph={packs?.get(platform)?.glyph ?? '?'} size="small" />
          <span className="visually-hidden">{name(platform)}</span>
          {count}
        </span>
      ))}
    </span>
  );
}

const Counts = ({ reach }: { readonly reach: Reach }) => (
  <>
    {pieceKinds.map((kind) => (
      <td key={kind} className={classes.number} data-empty={reach.kinds[kind] === 0 || undefined}>
        {reach.kinds[kind]}
      </td>
    ))}
    <td className={classes.number} data-empty={reach.count === 0 || undefined}>
      {reach.count}
    </td>
  </>
);

function Gaps({ reckoned, gaps }: { readonly reckoned: Reckoned; readonly gaps: readonly Gap[] }) {
  const t = useWords(campaignWords);
  const lang = useLang();
  const platform = usePlatformName();
  const add = useAddWave(reckoned.plan);
  if (gaps.length === 0) return <p className={classes.note}>{t('coverage.full')}</p>;
  return (
    <div className={classes.gaps}>
      <h3>{t('coverage.gaps')}</h3>
      <ul>
        {gaps.map((gap) => {
          const words = sayGap(lang, gap, platform);
          return (
            <li key={words}>
              <span>{words}</span>
              <button
                type="button"
                aria-label={`${t('coverage.add')}: ${words}`}
                onClick={() => void add(gap.kind === 'piece_kind' ? undefined : gap.accountId)}
              >
                {t('coverage.add')}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}

import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import type { Reckoned } from '../../../core/campaign/reckon';
import type { WaveRow } from '../../../core/campaign/waveRows';
import { followersOf, treeOf } from '../../../core/cascade/tree';
import type { Json } from '../../../core/model/json';
import { formatsOf } from '../../../core/platforms/registry';
import { edgeOf } from '../../../core/schedule/edge';
import { campaignWords } from '../../../core/words/campaign';
import { checkWords } from '../../../core/words/campaignChecks';
import { sayMoment } from '../../../core/words/dates';
import { sayOutcome } from '../../../core/words/kinds';
import { sayCopy } from '../../../core/words/sayCampaign';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { IconButton } from '../../ui/IconButton';
import { titleOrNone } from '../../ui/plan/tileWords';
import { StateMark } from '../../ui/StateMark';
import { ChoiceField, TextField } from './fields';
import { RuleField } from './RuleField';
import { useMake } from './useEdits';
import { useSetRule, useSettleWave } from './useWaveActs';
import classes from './WaveDetail.module.css';
import { WaveMenu } from './WaveMenu';

/** One wave, to be changed in place: what goes out where, by which rule, and what became of it. */
export function WaveDetail({ row, reckoned }: { readonly row: WaveRow; readonly reckoned: Reckoned }) {
  const t = useWords(campaignWords);
  const make = useMake();
  const chooseWave = useStudio((state) => state.chooseWave);
  const { wave } = row;
  const set = (register: string, value: Json): void =>
    void make('wave_edit', wave.name, [{ kind: 'set', type: 'wave', id: wave.id, register, value }]);
  const close = (): void => {
    chooseWave(null);
    document.querySelector<HTMLElement>(`[data-wave="${wave.id}"]`)?.focus();
  };
  return (
    <section
      className={classes.detail}
      aria-label={t('wave.detail')}
      onKeyDown={(event) => {
        // A field that gives its old value back takes the first Escape; the open menu, drawn elsewhere, has its own.
        if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
        if (!event.currentTarget.contains(event.target as Node)) return;
        event.preventDefault();
        close();
      }}
    >
      <header className={classes.head}>
        <IconButton label={t('wave.close')} keys="escape" onClick={close}>
          <IconArrowLeft size={16} stroke={1.6} />
        </IconButton>
        <h2>{wave.name === '' ? t('wave.new') : wave.name}</h2>
        <WaveMenu row={row} reckoned={reckoned} />
      </header>
      <div className={classes.scroll} data-wave-form>
        <TextField label={t('wave.name')} value={wave.name} max={200} onSave={(name) => set('name', name.trim())} />
        <Where row={row} reckoned={reckoned} set={set} />
        {!row.isLead && <After row={row} reckoned={reckoned} />}
        <RuleField key={wave.id} row={row} />
        <Standing row={row} />
      </div>
      <Acts row={row} reckoned={reckoned} />
    </section>
  );
}

type Set = (register: string, value: Json) => void;

/** Account, format and piece. Another account brings its own format; a planned wave is moved on the matrix. */
function Where({ row, reckoned, set }: { readonly row: WaveRow; readonly reckoned: Reckoned; readonly set: Set }) {
  const t = useWords(campaignWords);
  const lang = useLang();
  const make = useMake();
  const packs = useStudio((state) => state.packs);
  const { wave, placement } = row;
  const { accounts, pieces } = reckoned.plan;
  const pack = packs?.get(row.account?.platform ?? '');
  const formats = pack === undefined ? [] : formatsOf([pack]);
  const format = placement?.format ?? wave.format;
  const openAccounts = [...accounts.values()].filter(({ id, closed }) => !closed || id === row.account?.id);
  const both = (register: 'accountId' | 'format' | 'pieceId', value: string | null): void => {
    const other = accounts.get(register === 'accountId' ? (value ?? '') : '');
    const own = other === undefined ? null : (other.defaultFormat ?? other.formats[0] ?? null);
    const changes: readonly (readonly [string, string | null])[] =
      register === 'accountId' && other?.platform !== row.account?.platform
        ? [
            ['accountId', value],
            ['format', own],
          ]
        : [[register, value]];
    void make(
      'wave_edit',
      wave.name,
      changes.flatMap(([name, to]) => [
        { kind: 'set', type: 'wave', id: wave.id, register: name, value: to } as const,
        // What the wave planned is the same post: it goes along, unless it went out.
        ...(placement?.outcome === 'planned' && to !== null
          ? [{ kind: 'set', type: 'placement', id: placement.id, register: name, value: to } as const]
          : []),
      ]),
    );
  };
  return (
    <>
      <ChoiceField
        label={t('wave.account')}
        value={row.account?.id ?? ''}
        options={[
          { value: '', label: t('wave.account_none') },
          ...openAccounts.map(({ id, name, platform }) => ({
            value: id,
            label: `${name} · ${packs?.get(platform)?.[lang] ?? platform}`,
          })),
        ]}
        onSave={(id) => both('accountId', id === '' ? null : id)}
      />
      <ChoiceField
        label={t('wave.format')}
        value={format ?? ''}
        options={[
          { value: '', label: t('wave.format_own') },
          ...formats.map((one) => ({ value: one.ref, label: one.format[lang] })),
        ]}
        onSave={(ref) => both('format', ref === '' ? null : ref)}
      />
      <ChoiceField
        label={t('wave.piece')}
        value={row.piece?.id ?? ''}
        options={[
          { value: '', label: t('wave.piece_none') },
          ...pieces.map(({ id, title }) => ({ value: id, label: titleOrNone(lang, title) })),
        ]}
        onSave={(id) =>
          placement === null ? set('pieceId', id === '' ? null : id) : both('pieceId', id === '' ? null : id)
        }
      />
    </>
  );
}

/** The wave this one is reckoned from: not itself, nor one that is reckoned from it. */
function After({ row, reckoned }: { readonly row: WaveRow; readonly reckoned: Reckoned }) {
  const t = useWords(campaignWords);
  const setRule = useSetRule();
  const { campaign, waves } = reckoned.plan;
  const below = followersOf(row.wave.id, treeOf(campaign, waves));
  const anchors = reckoned.rows.filter(({ wave, isLead }) => !isLead && !below.has(wave.id));
  if (anchors.length === 0 && row.wave.afterWaveId === null) return null;
  return (
    <ChoiceField
      label={t('wave.after')}
      value={row.wave.afterWaveId ?? ''}
      options={[
        { value: '', label: t('wave.after_lead') },
        ...anchors.map(({ wave }) => ({ value: wave.id, label: wave.name })),
      ]}
      onSave={(id) => void setRule(row, row.wave, id === '' ? null : id)}
    />
  );
}

/** When it goes out by rule and in the plan, how far its copy is, what became of it. */
function Standing({ row }: { readonly row: WaveRow }) {
  const t = useWords(campaignWords);
  const w = useWords(checkWords);
  const lang = useLang();
  const { wants, placement, disagrees, piece, copy } = row;
  const wanted = wants.kind === 'at' ? sayMoment(lang, wants.moment.day, wants.moment.time) : w(`why.${wants.why}`);
  return (
    <dl className={classes.facts}>
      <dt>{t('wave.wants')}</dt>
      <dd>{wanted}</dd>
      <dt>{t('wave.at')}</dt>
      <dd data-off={disagrees || undefined}>
        {placement?.day == null ? t('wave.not_planned') : sayMoment(lang, placement.day, placement.time)}
        {disagrees && <small>{t('wave.disagrees')}</small>}
      </dd>
      {placement !== null && (
        <>
          <dt>{t('wave.outcome')}</dt>
          <dd>
            <StateMark state={edgeOf(placement.outcome, piece?.state ?? 'idea')} />
            {sayOutcome(lang, placement.outcome)}
          </dd>
        </>
      )}
      <dt>{t('wave.copy')}</dt>
      <dd>{sayCopy(lang, copy)}</dd>
    </dl>
  );
}

function Acts({ row, reckoned }: { readonly row: WaveRow; readonly reckoned: Reckoned }) {
  const t = useWords(campaignWords);
  const show = useStudio((state) => state.showPlacement);
  const openReview = useStudio((state) => state.openReview);
  const openPiece = useStudio((state) => state.openPiece);
  const { plan, settle } = useSettleWave(reckoned.plan);
  const { wave, placement, piece, account, moment, disagrees } = row;
  const format = placement?.format ?? wave.format;
  return (
    <div className={classes.acts}>
      {placement !== null && placement.outcome === 'planned' && (
        <label className={classes.pin}>
          <input
            type="checkbox"
            checked={placement.pinned}
            onChange={(event) => void settle(row, event.currentTarget.checked ? 'pin' : 'unpin')}
          />
          {t('wave.pinned')}
        </label>
      )}
      {disagrees && (
        <>
          <Button onClick={() => void settle(row, 'fit')}>{t('wave.follow')}</Button>
          <Button onClick={() => void settle(row, 'rule')}>{t('wave.keep')}</Button>
        </>
      )}
      {placement?.day == null ? (
        <Button
          variant="filled"
          disabled={piece === null || account === null || moment === null}
          onClick={() => void plan(row)}
        >
          {t('wave.plan')}
        </Button>
      ) : (
        <Button variant="filled" onClick={() => void show(placement.id)}>
          {t('wave.show')}
        </Button>
      )}
      {piece !== null && (
        <>
          <Button
            onClick={() =>
              openReview(piece.id, format === null ? undefined : { format, accountId: account?.id ?? null })
            }
          >
            {t('wave.review')}
          </Button>
          <Button onClick={() => openPiece(piece.id)}>{t('wave.edit')}</Button>
        </>
      )}
    </div>
  );
}

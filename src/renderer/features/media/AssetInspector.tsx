import { Button } from '@mantine/core';
import { useEffect, useId, useState } from 'react';
import type { AssetCard, AssetUse } from '../../../contract';
import type { Json } from '../../../core/model/json';
import type { Lang } from '../../../core/model/records';
import { sayDate } from '../../../core/words/dates';
import { mediaWords } from '../../../core/words/media';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { useDraft } from '../../ui/useDraft';
import { FocalPicture } from './FocalPicture';
import classes from './Media.module.css';
import { Player } from './Player';

/** Everything about one asset: preview, focal point, what is known of it, and where it is used. */
export function AssetInspector({
  asset,
  asking,
  onRemove,
  onRestore,
  onKeep,
}: {
  readonly asset: AssetCard;
  /** It is in use, and the user must decide. */
  readonly asking: { readonly name: string; readonly count: number } | null;
  readonly onRemove: (anyway: boolean) => void;
  readonly onRestore: () => void;
  readonly onKeep: () => void;
}) {
  const t = useWords(mediaWords);
  const act = useStudio((state) => state.act);
  const change = (values: Readonly<Record<string, Json>>): void => {
    const ops = Object.entries(values).map(
      ([register, value]) => ({ kind: 'set', type: 'asset', id: asset.id, register, value }) as const,
    );
    void act('change.make', { label: { code: 'asset_edit', params: { title: asset.name } }, ops });
  };
  const picture = asset.mime.startsWith('image/');
  return (
    <div className={classes.inspector}>
      <h2>{asset.name}</h2>
      {picture && <FocalPicture key={asset.id} asset={asset} onMove={(x, y) => change({ focalX: x, focalY: y })} />}
      {/^(video|audio)\//.test(asset.mime) && <Player key={asset.id} asset={asset} />}
      {picture && (
        <p className={classes.hint}>
          {t('focal.hint')}
          {(asset.focalX !== 500 || asset.focalY !== 500) && (
            <button type="button" className={classes.link} onClick={() => change({ focalX: 500, focalY: 500 })}>
              {t('focal.centre')}
            </button>
          )}
        </p>
      )}
      <dl className={classes.facts}>
        <Fact label={t('type')} value={asset.mime} />
        {asset.width > 0 && (
          <Fact label={t('size')} value={t('size.value', { width: `${asset.width}`, height: `${asset.height}` })} />
        )}
        {asset.seconds > 0 && <Fact label={t('seconds')} value={clock(asset.seconds)} />}
        <Fact label={t('bytes')} value={sayBytes(asset.bytes)} />
      </dl>
      <Note
        key={`${asset.id} name`}
        label={t('name')}
        value={asset.name}
        max={300}
        onWrite={(name) => change({ name })}
      />
      <Note
        key={`${asset.id} alt`}
        label={t('alt')}
        hint={t('alt.hint')}
        value={asset.alt}
        max={2000}
        long
        onWrite={(alt) => change({ alt })}
      />
      <Note
        key={`${asset.id} licence`}
        label={t('licence')}
        hint={t('licence.hint')}
        value={asset.licence}
        max={300}
        onWrite={(licence) => change({ licence })}
      />
      <Note
        key={`${asset.id} credit`}
        label={t('credit')}
        value={asset.credit}
        max={300}
        onWrite={(credit) => change({ credit })}
      />
      <Note
        key={`${asset.id} consent`}
        label={t('consent')}
        hint={t('consent.hint')}
        value={asset.consent}
        max={1000}
        long
        onWrite={(consent) => change({ consent })}
      />
      <Uses asset={asset} />
      {asking !== null && (
        <div className={classes.asking} role="alert">
          <p>{t('remove.ask', { name: asking.name, count: asking.count })}</p>
          <Button color="red" onClick={() => onRemove(true)}>
            {t('remove.anyway')}
          </Button>
          <Button variant="default" onClick={onKeep}>
            {t('remove.keep')}
          </Button>
        </div>
      )}
      {asking === null && (
        <div className={classes.end}>
          {asset.deletedAt === null ? (
            <Button variant="default" onClick={() => onRemove(false)}>
              {t('remove')}
            </Button>
          ) : (
            <Button onClick={onRestore}>{t('restore')}</Button>
          )}
        </div>
      )}
    </div>
  );
}

const Fact = ({ label, value }: { readonly label: string; readonly value: string }) => (
  <>
    <dt>{label}</dt>
    <dd>{value}</dd>
  </>
);

const clock = (seconds: number): string => `${Math.floor(seconds / 60)}:${`${seconds % 60}`.padStart(2, '0')}`;
const sayBytes = (bytes: number): string =>
  bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`;

function Note({
  label,
  hint,
  value,
  max,
  long = false,
  onWrite,
}: {
  readonly label: string;
  readonly hint?: string;
  readonly value: string;
  readonly max: number;
  readonly long?: boolean;
  readonly onWrite: (value: string) => void;
}) {
  const draft = useDraft({ value, when: 'leaving', onCommit: onWrite });
  const id = useId();
  return (
    <div className={classes.note}>
      <label htmlFor={id}>{label}</label>
      {long ? (
        <textarea id={id} rows={2} maxLength={max} placeholder={hint} {...draft} />
      ) : (
        <input id={id} maxLength={max} placeholder={hint} {...draft} />
      )}
    </div>
  );
}

/** Pieces and templates that show it; a piece opens on a click. */
function Uses({ asset }: { readonly asset: AssetCard }) {
  const t = useWords(mediaWords);
  const lang = useLang();
  const { getState } = useStudioHandle();
  const openPiece = useStudio((state) => state.openPiece);
  const [uses, setUses] = useState<readonly AssetUse[]>([]);
  const { id, uses: count } = asset;
  // Read again when the number changes: that is what an edit elsewhere shows here.
  useEffect(() => {
    let here = true;
    if (count > 0)
      void getState()
        .act('asset.uses', { id })
        .then((found) => here && setUses(found ?? []));
    else setUses([]);
    return () => {
      here = false;
    };
  }, [getState, id, count]);
  return (
    <section className={classes.uses} aria-label={t('uses')}>
      <h3>{t('uses')}</h3>
      {uses.length === 0 ? (
        <p className={classes.hint}>{t('uses.none')}</p>
      ) : (
        <ul>
          {uses.map((use) => (
            <li key={use.id}>
              {use.type === 'piece' ? (
                <button type="button" className={classes.use} onClick={() => openPiece(use.id)}>
                  {use.title || t('uses.untitled')}
                </button>
              ) : (
                <span>{use.title || t('uses.untitled')}</span>
              )}
              <small>{factsOf(use, t, lang).join(' · ')}</small>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function factsOf(
  use: AssetUse,
  t: ReturnType<typeof useWords<keyof (typeof mediaWords)['zh']>>,
  lang: Lang,
): readonly string[] {
  const day = use.placements.find((placement) => placement.day !== null)?.day;
  const planned = use.placements.length;
  return [
    ...(use.type === 'template' ? [t('uses.template')] : []),
    ...(use.trashed ? [t('uses.trashed')] : []),
    ...(use.cover ? [t('uses.cover')] : []),
    ...(use.formats.length > 0 ? [t('uses.formats', { count: use.formats.length })] : []),
    ...(planned === 0
      ? []
      : [
          day == null
            ? t('uses.planned_no_day', { count: planned })
            : t('uses.planned', { count: planned, day: sayDate(lang, day) }),
        ]),
  ];
}

import { Button } from '@mantine/core';
import { IconClockExclamation, IconPlus } from '@tabler/icons-react';
import { useMemo, useRef, useState } from 'react';
import { removeFormat, resetFormat, resetPlatform, singleKeys } from '../../../../core/platforms/edits';
import { applyOverrides } from '../../../../core/platforms/overrides';
import { formatKey, PLATFORM_KEY } from '../../../../core/platforms/ownPacks';
import type { PlatformPack } from '../../../../core/platforms/pack';
import { isStale } from '../../../../core/platforms/registry';
import type { WallDate } from '../../../../core/time/wall';
import { platformWords } from '../../../../core/words/platforms';
import { rulePackWords } from '../../../../core/words/rulePacks';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { PlatformTile } from '../../../ui/PlatformTile';
import { Segments } from '../../../ui/Segments';
import { TextRow } from '../Row';
import { AddFormat } from './AddFormat';
import { FormatNames } from './FormatNames';
import { OwnHead } from './OwnHead';
import classes from './Rules.module.css';
import { RuleTable } from './RuleTable';
import { useSaveRules, useValues } from './useRules';
import { WindowRules } from './WindowRules';

/** One platform: when it was checked and by whom, its formats, and every rule of the chosen one. */
export function PackDetail({ pack, today }: { readonly pack: PlatformPack; readonly today: WallDate | null }) {
  const t = useWords(rulePackWords);
  const lang = useLang();
  const act = useStudio((state) => state.act);
  const shipped = useStudio((state) => state.shipped?.find(({ id }) => id === pack.id));
  const note = useStudio((state) => state.outline?.platform.find(({ id }) => id === pack.id)?.note ?? '');
  const values = useValues(pack.id);
  const save = useSaveRules(pack);
  const [wanted, setWanted] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  const format = pack.formats.find(({ id }) => id === wanted) ?? pack.formats[0];
  const base = useBase(pack.id)?.formats.find(({ id }) => id === format?.id);
  const old = today !== null && isStale(pack, today);
  const own = values[PLATFORM_KEY] !== undefined && shipped === undefined;
  const { publishUrl } = pack;
  return (
    <>
      <header className={classes.head}>
        <PlatformTile glyph={pack.glyph} size="large" />
        <div className={classes.headWords}>
          <h2>{pack[lang]}</h2>
          <p>
            {old && (
              <span className={classes.stale}>
                <IconClockExclamation size={15} stroke={1.6} aria-hidden="true" />
                {t('stale')}
              </span>
            )}
            <span>
              {t(values.checkedOn === undefined ? 'checked' : 'checked_by_team', { date: pack.checkedOn })}
              {pack.roleNote[lang] !== '' && ` · ${pack.roleNote[lang]}`}
            </span>
          </p>
        </div>
        {today !== null && (
          <Button
            variant={old ? 'filled' : 'default'}
            title={t('check_today_note')}
            disabled={pack.checkedOn === today}
            onClick={() => void save({ checkedOn: JSON.stringify(today) })}
          >
            {t('check_today')}
          </Button>
        )}
      </header>
      {publishUrl !== undefined && (
        <button
          type="button"
          className={classes.publish}
          onClick={() => void act('studio.browse', { url: publishUrl })}
        >
          {t('publish', { url: publishUrl })}
        </button>
      )}
      {own && <OwnHead pack={pack} />}
      <WindowRules key={`window ${pack.id}`} pack={pack} shipped={shipped} />
      <div className={classes.formats}>
        {format !== undefined && (
          <Segments
            label={t('format_list', { name: pack[lang] })}
            value={adding ? '' : format.id}
            options={pack.formats.map((one) => ({ value: one.id, label: one[lang] }))}
            onChange={(id) => {
              setWanted(id);
              setAdding(false);
            }}
          />
        )}
        <Button
          leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
          ref={addButton}
          aria-expanded={adding}
          onClick={() => setAdding(true)}
        >
          {t('add_format')}
        </Button>
      </div>
      {adding ? (
        <AddFormat
          pack={pack}
          onDone={(id) => {
            setAdding(false);
            addButton.current?.focus();
            if (id !== null) setWanted(id);
          }}
        />
      ) : (
        format !== undefined && (
          <section aria-label={format[lang]}>
            <p className={classes.note}>
              <PlatformFamily family={format.family} />
              {values[formatKey(format.id)] !== undefined && ` · ${t('added_by_team')}`}
              {format.notable.length > 0 && <span lang="en">{` · ${format.notable.join(' · ')}`}</span>}
            </p>
            {values[formatKey(format.id)] !== undefined && (
              <FormatNames key={`names ${format.id}`} pack={pack} base={base ?? format} />
            )}
            <RuleTable key={format.id} pack={pack} format={format} base={base ?? format} />
            <div className={classes.acts}>
              {Object.keys(resetFormat(values, format.id)).length > 0 && (
                <Button onClick={() => void save(resetFormat(values, format.id))}>{t('reset_format')}</Button>
              )}
              {values[formatKey(format.id)] !== undefined && pack.formats.length > 1 && (
                <Button onClick={() => void save(removeFormat(values, format.id))}>{t('remove_format')}</Button>
              )}
            </div>
          </section>
        )
      )}
      <TextRow
        label={t('team_note')}
        value={note}
        note={t('team_note_hint')}
        max={2_000}
        long
        onSave={(text) => void save({}, text)}
      />
      <div className={classes.acts}>
        {!own && (singleKeys(values).length > 0 || Object.keys(values).length > 0) && (
          <Button onClick={() => void save(resetPlatform(values))}>{t('reset_platform')}</Button>
        )}
        {own && <RemovePlatform pack={pack} onRemove={() => void save(resetPlatform(values))} />}
      </div>
    </>
  );
}

/** The platform without the team's single values: as shipped, with the formats the team wrote itself. */
function useBase(id: string): PlatformPack | undefined {
  const shipped = useStudio((state) => state.shipped);
  const values = useValues(id);
  return useMemo(() => {
    const overrides = Object.fromEntries(Object.entries(values).filter(([key]) => key.startsWith(PLATFORM_KEY)));
    return applyOverrides(shipped ?? [], [{ id, overrides }]).packs.find((pack) => pack.id === id);
  }, [shipped, id, values]);
}

function PlatformFamily({ family }: { readonly family: PlatformPack['formats'][number]['family'] }) {
  const t = useWords(platformWords);
  return t(`family.${family}`);
}

/** Asks once, because a whole platform goes. */
function RemovePlatform({ pack, onRemove }: { readonly pack: PlatformPack; readonly onRemove: () => void }) {
  const t = useWords(rulePackWords);
  const lang = useLang();
  const [asking, setAsking] = useState(false);
  if (!asking) return <Button onClick={() => setAsking(true)}>{t('remove_platform')}</Button>;
  return (
    <div className={classes.asking} role="alert">
      <span>{t('confirm_remove_platform', { name: pack[lang], count: pack.formats.length })}</span>
      <Button onClick={onRemove}>{t('remove_platform')}</Button>
      <Button variant="default" onClick={() => setAsking(false)}>
        {t('form_cancel')}
      </Button>
    </div>
  );
}

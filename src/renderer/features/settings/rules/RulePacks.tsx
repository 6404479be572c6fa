import { Button } from '@mantine/core';
import { IconClockExclamation, IconPlus } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { singleKeys } from '../../../../core/platforms/edits';
import type { PlatformPack } from '../../../../core/platforms/pack';
import { isStale } from '../../../../core/platforms/registry';
import type { WallDate } from '../../../../core/time/wall';
import { rulePackWords } from '../../../../core/words/rulePacks';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { PlatformTile } from '../../../ui/PlatformTile';
import { AddPlatform } from './AddPlatform';
import { PackDetail } from './PackDetail';
import { Rejected } from './Rejected';
import classes from './Rules.module.css';
import { useValues } from './useRules';

/** What the studio knows about each platform, how sure it is and where from, and what the team says instead. */
export function RulePacks() {
  const t = useWords(rulePackWords);
  const packs = useStudio((state) => state.packs);
  const today = useStudio((state) => state.boot?.today ?? null);
  const [query, setQuery] = useState('');
  const [wanted, setWanted] = useState<string | null>(null);
  const [adding, setAdding] = useState(false);
  const addButton = useRef<HTMLButtonElement>(null);
  if (packs === null) return null;
  const all = [...packs.values()];
  const found = all.filter((pack) => matches(pack, query));
  const chosen = found.find(({ id }) => id === wanted) ?? found[0] ?? null;
  return (
    <div data-wide>
      <p className={classes.note}>{t('note')}</p>
      <Rejected />
      <div className={classes.columns}>
        <div className={classes.side}>
          <input
            type="search"
            className={classes.search}
            aria-label={t('search')}
            placeholder={t('search')}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
          <ul aria-label={t('list')}>
            {found.map((pack) => (
              <PackItem
                key={pack.id}
                pack={pack}
                today={today}
                current={!adding && pack.id === chosen?.id}
                onChoose={() => {
                  setWanted(pack.id);
                  setAdding(false);
                }}
              />
            ))}
          </ul>
          {found.length === 0 && <p className={classes.note}>{t('none_found', { query })}</p>}
          <Button
            leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
            ref={addButton}
            aria-expanded={adding}
            onClick={() => setAdding(true)}
          >
            {t('add_platform')}
          </Button>
        </div>
        <div className={classes.detail}>
          {adding ? (
            <AddPlatform
              onDone={(id) => {
                setAdding(false);
                addButton.current?.focus();
                setQuery('');
                if (id !== null) setWanted(id);
              }}
            />
          ) : (
            chosen !== null && <PackDetail key={chosen.id} pack={chosen} today={today} />
          )}
        </div>
      </div>
    </div>
  );
}

function matches(pack: PlatformPack, query: string): boolean {
  const wanted = query.trim().toLowerCase();
  const names = [pack, ...pack.formats].flatMap(({ id, zh, en }) => [id, zh, en]);
  return wanted === '' || names.some((name) => name.toLowerCase().includes(wanted));
}

function PackItem({
  pack,
  today,
  current,
  onChoose,
}: {
  readonly pack: PlatformPack;
  readonly today: WallDate | null;
  readonly current: boolean;
  readonly onChoose: () => void;
}) {
  const t = useWords(rulePackWords);
  const lang = useLang();
  const shipped = useStudio((state) => state.shipped?.some(({ id }) => id === pack.id) ?? true);
  const own = singleKeys(useValues(pack.id)).length;
  const notes = [
    t('formats', { count: pack.formats.length }),
    ...(shipped ? [] : [t('own_platform')]),
    ...(own > 0 ? [t('own_values', { count: own })] : []),
  ];
  return (
    <li>
      <button type="button" className={classes.item} aria-current={current || undefined} onClick={onChoose}>
        <PlatformTile glyph={pack.glyph} />
        <span className={classes.itemWords}>
          <b>{pack[lang]}</b>
          <span>{notes.join(' · ')}</span>
        </span>
        {today !== null && isStale(pack, today) && (
          <span className={classes.stale} title={t('stale')}>
            <IconClockExclamation size={16} stroke={1.6} aria-hidden="true" />
            <span className="visually-hidden">{t('stale')}</span>
          </span>
        )}
      </button>
    </li>
  );
}

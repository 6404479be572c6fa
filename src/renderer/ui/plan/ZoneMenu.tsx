import { Popover } from '@mantine/core';
import { type KeyboardEvent, useMemo, useState } from 'react';
import type { Lang } from '../../../core/model/records';
import { planViewWords } from '../../../core/words/planViews';
import { sayZonePlace } from '../../../core/words/zones';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import type { OpenMenu } from '../MenuButton';
import { SearchBox } from '../SearchBox';
import { useWalls } from './useWalls';
import classes from './ZoneMenu.module.css';
import { sayZone, sayZoneName } from './zoneName';

/** Where the readers and colleagues of a Chinese team mostly are, from east to west. */
const usualZones = [
  'Pacific/Auckland',
  'Australia/Sydney',
  'Asia/Tokyo',
  'Asia/Shanghai',
  'Asia/Singapore',
  'Asia/Bangkok',
  'Asia/Kolkata',
  'Asia/Dubai',
  'Europe/Moscow',
  'Europe/Berlin',
  'Europe/London',
  'UTC',
  'America/Sao_Paulo',
  'America/New_York',
  'America/Chicago',
  'America/Los_Angeles',
];

/**
 * A zone to be shown beside the workspace's: the usual ones and all that the plan in view uses, or any that the machine
 * knows, found by place, name in either language, or offset.
 */
export function ZoneMenu({ label, onClose }: OpenMenu) {
  const p = useWords(planViewWords);
  const lang = useLang();
  const { home, second } = useWalls();
  const configure = useStudio((state) => state.configure);
  const cards = useStudio((state) => state.cards);
  const [query, setQuery] = useState('');
  const found = useMemo(() => {
    const near = [...new Set([...usualZones, ...cards.map(({ zone }) => zone), ...(second === '' ? [] : [second])])];
    const zones = query.trim() === '' ? near : searchZones(query, near);
    return zones.filter((zone) => zone !== home);
  }, [query, cards, second, home]);
  const choose = (zone: string) => {
    void configure({ secondZone: zone });
    onClose();
  };
  const option = (zone: string, text: string) => (
    <button
      key={zone}
      type="button"
      role="menuitemradio"
      aria-checked={zone === second}
      className={classes.option}
      tabIndex={-1}
      onClick={() => choose(zone)}
    >
      {text}
    </button>
  );
  return (
    <Popover opened onClose={onClose} position="bottom-end" offset={4} trapFocus closeOnEscape>
      <Popover.Target>
        <span aria-hidden="true" className={classes.anchor} />
      </Popover.Target>
      <Popover.Dropdown aria-label={label} aria-labelledby={undefined} className={classes.dropdown} onKeyDown={walk}>
        <div>
          <SearchBox clear={query === '' ? undefined : { label: p('zone.clear'), run: () => setQuery('') }}>
            <input
              data-autofocus=""
              value={query}
              aria-label={p('zone.search')}
              placeholder={p('zone.search')}
              onChange={(event) => setQuery(event.currentTarget.value)}
            />
          </SearchBox>
        </div>
        <p className={classes.count} role="status">
          {query.trim() === '' ? p('zone.choose') : p('zone.found', { count: found.length })}
        </p>
        <div role="menu" aria-label={p('zone.choose')} className={classes.list}>
          {query.trim() === '' && option('', p('zone.none'))}
          {found.map((zone) => option(zone, `${sayZonePlace(lang, zone)} · ${sayZoneName(lang, zone)}`))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

/** From the field into the list and through it; Enter in the field takes the first. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const options = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=menuitemradio]')];
  const at = options.findIndex((one) => one.contains(event.target as Node));
  const composing = event.nativeEvent.isComposing;
  if (event.key === 'Enter' && at < 0 && !composing && event.target instanceof HTMLInputElement) options[0]?.click();
  else if (event.key === 'ArrowDown') options[Math.min(at + 1, options.length - 1)]?.focus();
  else if (event.key === 'ArrowUp' && at > 0) options[at - 1]?.focus();
  else if (event.key === 'ArrowUp') event.currentTarget.querySelector('input')?.focus();
  else return;
  event.preventDefault();
}

/** Zones that all words are found in, those near first. */
function searchZones(query: string, near: readonly string[]): readonly string[] {
  const words = query.trim().toLocaleLowerCase().split(/\s+/);
  return [...new Set([...near, ...Intl.supportedValuesOf('timeZone')])].filter((zone) => {
    const text = textOf(zone);
    return words.every((word) => text.includes(word));
  });
}

const texts = new Map<string, string>();
/** What a zone is found by; reckoned once, since asking for a zone's names takes a while. */
function textOf(zone: string): string {
  const known = texts.get(zone);
  if (known !== undefined) return known;
  const langs: readonly Lang[] = ['zh', 'en'];
  const text = [zone, ...langs.flatMap((lang) => [sayZonePlace(lang, zone), sayZone(lang, zone)])]
    .join(' ')
    .toLocaleLowerCase();
  texts.set(zone, text);
  return text;
}

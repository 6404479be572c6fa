import { Menu } from '@mantine/core';
import { IconChevronDown, IconFlag, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { type PieceKind, pieceKinds } from '../../../core/model/vocabulary';
import { isFiltering } from '../../../core/schedule/filter';
import { sayKind } from '../../../core/words/kinds';
import { matrixWords } from '../../../core/words/matrix';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { KindMark } from '../KindMark';
import { PersonDot } from '../PersonDot';
import { PlatformTile } from '../PlatformTile';
import classes from './FilterBar.module.css';

const none: readonly never[] = [];

/** What the plan's screens leave out: a chip per chosen campaign, a list each for kinds, personas and platforms. */
export function FilterBar({ hidden }: { readonly hidden: number }) {
  const t = useWords(matrixWords);
  const filter = useStudio((state) => state.filter);
  const clear = useStudio((state) => state.clearFilter);
  return (
    <div className={classes.bar}>
      <CampaignFilter />
      <KindFilter />
      <PersonaFilter />
      <PlatformFilter />
      {isFiltering(filter) && (
        <span className={classes.hidden}>
          {t('filter.hidden', { count: hidden })}
          <button type="button" className={classes.clear} onClick={clear}>
            {t('filter.clear')}
          </button>
        </span>
      )}
    </div>
  );
}

function CampaignFilter() {
  const t = useWords(matrixWords);
  const campaigns = useStudio((state) => state.outline?.campaign ?? none);
  const chosen = useStudio((state) => state.filter.campaignIds);
  const setFilter = useStudio((state) => state.setFilter);
  if (campaigns.length === 0) return null;
  const only = chosen.length === 1 ? campaigns.find((campaign) => campaign.id === chosen[0]) : undefined;
  if (only !== undefined)
    return (
      <span className={classes.chip} data-on>
        <IconFlag size={14} stroke={1.6} aria-hidden="true" />
        <span className={classes.chipName}>{only.name}</span>
        <button
          type="button"
          className={classes.remove}
          aria-label={t('filter.remove', { what: only.name })}
          onClick={() => setFilter({ campaignIds: [] })}
        >
          <IconX size={13} stroke={1.6} />
        </button>
      </span>
    );
  return (
    <Choices
      name={t('filter.campaign')}
      chosen={chosen}
      options={campaigns.map((campaign) => ({ value: campaign.id, label: campaign.name, mark: null }))}
      onChange={(campaignIds) => setFilter({ campaignIds })}
    />
  );
}

function KindFilter() {
  const t = useWords(matrixWords);
  const lang = useLang();
  const chosen = useStudio((state) => state.filter.kinds);
  const setFilter = useStudio((state) => state.setFilter);
  return (
    <Choices<PieceKind>
      name={t('filter.kind')}
      chosen={chosen}
      options={pieceKinds.map((kind) => ({ value: kind, label: sayKind(lang, kind), mark: <KindMark kind={kind} /> }))}
      onChange={(kinds) => setFilter({ kinds })}
    />
  );
}

function PersonaFilter() {
  const t = useWords(matrixWords);
  const personas = useStudio((state) => state.outline?.persona ?? none);
  const chosen = useStudio((state) => state.filter.personaIds);
  const setFilter = useStudio((state) => state.setFilter);
  if (personas.length === 0) return null;
  return (
    <Choices
      name={t('filter.persona')}
      chosen={chosen}
      options={personas.map((persona) => ({
        value: persona.id,
        label: persona.name,
        mark: <PersonDot name={persona.name} tint={persona.tint} hint={false} />,
      }))}
      onChange={(personaIds) => setFilter({ personaIds })}
    />
  );
}

function PlatformFilter() {
  const t = useWords(matrixWords);
  const lang = useLang();
  const accounts = useStudio((state) => state.outline?.account ?? none);
  const packs = useStudio((state) => state.packs);
  const chosen = useStudio((state) => state.filter.platforms);
  const setFilter = useStudio((state) => state.setFilter);
  const platforms = [...new Set(accounts.map((account) => account.platform))];
  if (platforms.length < 2) return null;
  return (
    <Choices
      name={t('filter.platform')}
      chosen={chosen}
      options={platforms.map((id) => ({
        value: id,
        label: packs?.get(id)?.[lang] ?? id,
        mark: <PlatformTile size="small" glyph={packs?.get(id)?.glyph ?? '·'} />,
      }))}
      onChange={(next) => setFilter({ platforms: next })}
    />
  );
}

/** A list in which several may be ticked; nothing ticked means all. */
function Choices<T extends string>({
  name,
  chosen,
  options,
  onChange,
}: {
  readonly name: string;
  readonly chosen: readonly T[];
  readonly options: readonly { readonly value: T; readonly label: string; readonly mark: ReactNode }[];
  readonly onChange: (chosen: readonly T[]) => void;
}) {
  const t = useWords(matrixWords);
  const only = chosen.length === 1 ? options.find((option) => option.value === chosen[0])?.label : undefined;
  const shown = chosen.length === 0 ? t('filter.all') : (only ?? t('filter.some', { count: chosen.length }));
  return (
    <Menu position="bottom-start" offset={4}>
      <Menu.Target>
        <button type="button" className={classes.chip} data-on={chosen.length > 0 || undefined}>
          <span className={classes.chipName}>
            {name} {shown}
          </span>
          <IconChevronDown size={13} stroke={1.6} aria-hidden="true" />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {options.map((option) => (
          <Menu.CheckboxItem
            key={option.value}
            checked={chosen.includes(option.value)}
            onChange={(on) =>
              onChange(on ? [...chosen, option.value] : chosen.filter((value) => value !== option.value))
            }
          >
            <span className={classes.option}>
              {option.mark}
              {option.label}
            </span>
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

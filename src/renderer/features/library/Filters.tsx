import { Button, Menu, Popover } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import type { PieceFilter } from '../../../contract';
import { langs, pieceKinds, pieceStates } from '../../../core/model/records';
import { kindWords, sayKind, sayState } from '../../../core/words/kinds';
import { libraryWords } from '../../../core/words/library';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { TagList } from '../../ui/TagList';
import classes from './Library.module.css';

type Change = (change: Partial<PieceFilter>) => void;

/** Chips that narrow the list. A chip that narrows is filled with the accent and says how many it lets through. */
export function Filters({ filter, onChange }: { readonly filter: PieceFilter; readonly onChange: Change }) {
  const t = useWords(libraryWords);
  const k = useWords(kindWords);
  const lang = useLang();
  const outline = useStudio((state) => state.outline);
  const named = (records: readonly { readonly id: string; readonly name: string }[] = []) =>
    records.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <Choices
        name={t('filter.kind')}
        value={filter.kinds}
        options={pieceKinds.map((kind) => ({ value: kind, label: sayKind(lang, kind) }))}
        onChange={(kinds) => onChange({ kinds })}
      />
      <Choices
        name={t('filter.state')}
        value={filter.states}
        options={pieceStates.map((state) => ({ value: state, label: sayState(lang, state) }))}
        onChange={(states) => onChange({ states })}
      />
      <Choices
        name={t('filter.persona')}
        value={filter.personaIds}
        options={named(outline?.persona)}
        onChange={(personaIds) => onChange({ personaIds })}
      />
      <Choices
        name={t('filter.campaign')}
        value={filter.campaignIds}
        options={named(outline?.campaign)}
        onChange={(campaignIds) => onChange({ campaignIds })}
      />
      <Choices
        name={t('filter.lang')}
        value={filter.langs}
        options={langs.map((one) => ({ value: one, label: k(`lang.${one}`) }))}
        onChange={(chosen) => onChange({ langs: chosen })}
      />
      <Tags filter={filter} onChange={onChange} />
      <Switch on={filter.unplannedOnly} onClick={() => onChange({ unplannedOnly: !filter.unplannedOnly })}>
        {t('filter.unplanned')}
      </Switch>
      <Switch on={filter.trashed} onClick={() => onChange({ trashed: !filter.trashed })}>
        {t('filter.trash')}
      </Switch>
    </>
  );
}

function Choices<T extends string>({
  name,
  value,
  options,
  onChange,
}: {
  readonly name: string;
  readonly value: readonly T[];
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T[]) => void;
}) {
  const t = useWords(libraryWords);
  if (options.length === 0) return null;
  const [only] = value;
  const shown =
    value.length === 0
      ? name
      : value.length === 1
        ? (options.find((option) => option.value === only)?.label ?? name)
        : t('filter.chosen', { name, count: value.length });
  return (
    <Menu closeOnItemClick={false} position="bottom-start">
      <Menu.Target>
        <Button
          className={classes.chip ?? ''}
          data-on={value.length > 0 || undefined}
          rightSection={<IconChevronDown size={13} stroke={1.6} aria-hidden="true" />}
        >
          {shown}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.choices ?? ''}>
        {options.map((option) => {
          const on = value.includes(option.value);
          return (
            <Menu.CheckboxItem
              key={option.value}
              checked={on}
              onChange={() => onChange(on ? value.filter((other) => other !== option.value) : [...value, option.value])}
            >
              {option.label}
            </Menu.CheckboxItem>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

function Tags({ filter, onChange }: { readonly filter: PieceFilter; readonly onChange: Change }) {
  const t = useWords(libraryWords);
  const { tags } = filter;
  return (
    <Popover position="bottom-start" width={260} trapFocus returnFocus>
      <Popover.Target>
        <Button
          className={classes.chip ?? ''}
          data-on={tags.length > 0 || undefined}
          rightSection={<IconChevronDown size={13} stroke={1.6} aria-hidden="true" />}
        >
          {tags.length === 0 ? t('filter.tag') : tags.join(' ')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8}>
        <TagList
          label={t('filter.tag')}
          tags={tags}
          hint={t('filter.tag_hint')}
          removeLabel={(tag) => `${t('count.clear')} ${tag}`}
          onAdd={(tag) => onChange({ tags: [...tags, tag] })}
          onRemove={(tag) => onChange({ tags: tags.filter((other) => other !== tag) })}
        />
      </Popover.Dropdown>
    </Popover>
  );
}

function Switch({
  on,
  onClick,
  children,
}: {
  readonly on: boolean;
  readonly onClick: () => void;
  readonly children: string;
}) {
  return (
    <Button className={classes.chip ?? ''} data-on={on || undefined} aria-pressed={on} onClick={onClick}>
      {children}
    </Button>
  );
}

import { Button, Checkbox, Popover, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import type { Account } from '../../../../core/model/records';
import type { Format, PlatformPack } from '../../../../core/platforms/pack';
import { formatsOf } from '../../../../core/platforms/registry';
import { searchable } from '../../../../core/text/searchable';
import { versionWords } from '../../../../core/words/versions';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { formatName } from '../../../ui/adapted/names';
import { PlatformTile } from '../../../ui/PlatformTile';
import classes from './Variants.module.css';

/** Formats not shown yet, those of the team's own accounts first. */
export function couldAdd(
  packs: ReadonlyMap<string, PlatformPack>,
  accounts: readonly Account[],
  shown: readonly string[],
): readonly Format[] {
  const used = new Set(accounts.filter(({ closed }) => !closed).map(({ platform }) => platform));
  const rest = formatsOf([...packs.values()]).filter(({ ref }) => !shown.includes(ref));
  return [
    ...rest.filter(({ platform }) => used.has(platform.id)),
    ...rest.filter(({ platform }) => !used.has(platform.id)),
  ];
}

/** All formats by platform, each a switch. */
export function FormatPicker({
  shown,
  onSwitch,
}: {
  readonly shown: readonly string[];
  readonly onSwitch: (format: string) => void;
}) {
  const t = useWords(versionWords);
  const lang = useLang();
  const packs = useStudio((state) => state.packs);
  const [query, setQuery] = useState('');
  const wanted = searchable(query.trim());
  const platforms = [...(packs?.values() ?? [])].flatMap((platform) => {
    const formats = formatsOf([platform]).filter(({ format }) =>
      searchable(`${platform.zh} ${platform.en} ${format.zh} ${format.en}`).includes(wanted),
    );
    return formats.length === 0 ? [] : [{ platform, formats }];
  });
  return (
    <Popover position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="subtle"
          leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}
          aria-label={t('variants.add_label')}
        >
          {t('variants.add')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p={8}>
        <TextInput
          size="xs"
          aria-label={t('variants.add_hint')}
          placeholder={t('variants.add_hint')}
          leftSection={<IconSearch size={14} stroke={1.6} aria-hidden="true" />}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
        />
        <div className={classes.picker}>
          {platforms.map(({ platform, formats }) => (
            <fieldset key={platform.id} className={classes.pickerGroup}>
              <legend className={classes.pickerHead}>
                <PlatformTile size="small" glyph={platform.glyph} />
                {platform[lang]}
              </legend>
              {formats.map((format) => (
                <Checkbox
                  key={format.ref}
                  size="xs"
                  py={4}
                  px={10}
                  label={formatName(format, lang)}
                  checked={shown.includes(format.ref)}
                  onChange={() => onSwitch(format.ref)}
                />
              ))}
            </fieldset>
          ))}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}

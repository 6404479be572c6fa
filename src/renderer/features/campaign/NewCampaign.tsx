import { Button, Menu } from '@mantine/core';
import { IconFlag, IconPlus, IconTemplate } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import type { CascadeTemplateEntry } from '../../../contract';
import { campaignWords } from '../../../core/words/campaign';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';

/** The cascades one may begin with; read when the menu opens, so that what was just kept is among them. */
function useCascades(opened: boolean): readonly CascadeTemplateEntry[] {
  const lang = useLang();
  const act = useStudio((state) => state.act);
  const [entries, setEntries] = useState<readonly CascadeTemplateEntry[]>([]);
  useEffect(() => {
    let wanted = opened;
    if (opened)
      void act('cascade.templates', { lang }).then((found) => {
        if (wanted && found !== null) setEntries(found);
      });
    return () => {
      wanted = false;
    };
  }, [opened, act, lang]);
  return entries;
}

/** A new campaign: blank, or from a cascade of the team or of the studio. */
export function NewCampaign({
  onBlank,
  onTemplate,
}: {
  readonly onBlank: () => void;
  readonly onTemplate: (template: CascadeTemplateEntry) => void;
}) {
  const t = useWords(campaignWords);
  const [opened, setOpened] = useState(false);
  const entries = useCascades(opened);
  const own = entries.filter((entry) => entry.own);
  const shelf = entries.filter((entry) => !entry.own);
  const item = (entry: CascadeTemplateEntry) => (
    <Menu.Item
      key={entry.id}
      leftSection={<IconTemplate size={14} stroke={1.6} aria-hidden="true" />}
      onClick={() => onTemplate(entry)}
    >
      {entry.name}
    </Menu.Item>
  );
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" width={248}>
      <Menu.Target>
        <Button leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />}>{t('add')}</Button>
      </Menu.Target>
      <Menu.Dropdown aria-label={t('add.menu')}>
        <Menu.Item leftSection={<IconFlag size={14} stroke={1.6} aria-hidden="true" />} onClick={onBlank}>
          {t('add.blank')}
        </Menu.Item>
        {own.length > 0 && <Menu.Label>{t('add.own')}</Menu.Label>}
        {own.map(item)}
        {shelf.length > 0 && <Menu.Label>{t('add.shelf')}</Menu.Label>}
        {shelf.map(item)}
      </Menu.Dropdown>
    </Menu>
  );
}

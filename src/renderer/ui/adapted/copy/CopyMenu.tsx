import { Button, Menu } from '@mantine/core';
import { IconCheck, IconCopy, IconExternalLink } from '@tabler/icons-react';
import type { Variant } from '../../../../core/adapt/types';
import type { Format } from '../../../../core/platforms/pack';
import { copyWords } from '../../../../core/words/copy';
import { sayFinding } from '../../../../core/words/findings';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { lasting } from '../article/lasting';
import { blockedBy, copyParts, sayPart } from './parts';
import { useCopy } from './useCopy';

/** The same texts as a menu, where there is no room for a list. */
export function CopyMenu({
  adapted,
  format,
}: {
  readonly adapted: Variant | undefined;
  readonly format: Format | undefined;
}) {
  const t = useWords(copyWords);
  const lang = useLang();
  const act = useStudio((state) => state.act);
  const { last, copy } = useCopy();
  const blocked = adapted === undefined ? null : blockedBy(adapted.findings);
  const parts =
    adapted === undefined || format === undefined || blocked !== null ? [] : copyParts(adapted, format, lang);
  return (
    <Menu position="top-end" offset={4}>
      <Menu.Target>
        <Button
          leftSection={last === null ? <IconCopy size={15} stroke={1.6} /> : <IconCheck size={15} stroke={1.8} />}
          disabled={adapted === undefined}
        >
          {t(last === null ? 'menu' : 'copied.short')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {blocked !== null && <Menu.Label>{t('blocked', { reason: sayFinding(lang, blocked).title })}</Menu.Label>}
        {parts.map((part) => {
          const what = sayPart(lang, part);
          return (
            <Menu.Item
              key={part.key}
              onClick={() => {
                void lasting(part.html, format?.format.paste, lang).then((html) =>
                  copy(part.key, what, part.text, html),
                );
              }}
            >
              {t('label', { what })}
            </Menu.Item>
          );
        })}
        {format?.platform.publishUrl !== undefined && (
          <>
            <Menu.Divider />
            <Menu.Item
              leftSection={<IconExternalLink size={14} stroke={1.6} />}
              onClick={() => void act('studio.browse', { url: format.platform.publishUrl ?? '' })}
            >
              {t('publish', { platform: format.platform[lang] })}
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

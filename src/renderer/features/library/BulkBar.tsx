import { Button, Menu } from '@mantine/core';
import { IconChevronDown, IconX } from '@tabler/icons-react';
import { pieceStates } from '../../../core/model/records';
import { sayState } from '../../../core/words/kinds';
import { libraryWords } from '../../../core/words/library';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { StateMark } from '../../ui/StateMark';
import type { Bulk } from './bulk';
import classes from './Library.module.css';

/** What can be done to the selected pieces; each act is one step of undo. */
export function BulkBar({
  count,
  trashed,
  onDo,
  onClear,
}: {
  readonly count: number;
  readonly trashed: boolean;
  readonly onDo: (bulk: Bulk) => void;
  readonly onClear: () => void;
}) {
  const t = useWords(libraryWords);
  const lang = useLang();
  const campaigns = useStudio((state) => state.outline?.campaign ?? none);
  const more = <IconChevronDown size={13} stroke={1.6} aria-hidden="true" />;
  return (
    <div className={classes.bulk}>
      <b>{t('bulk.selected', { count })}</b>
      {trashed ? (
        <Button onClick={() => onDo({ kind: 'restore' })}>{t('bulk.restore')}</Button>
      ) : (
        <>
          <Menu position="bottom-start">
            <Menu.Target>
              <Button rightSection={more}>{t('bulk.state')}</Button>
            </Menu.Target>
            <Menu.Dropdown>
              {pieceStates.map((state) => (
                <Menu.Item
                  key={state}
                  leftSection={<StateMark state={state === 'archived' ? 'skipped' : state} />}
                  onClick={() => onDo({ kind: 'state', state })}
                >
                  {sayState(lang, state)}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
          {campaigns.length > 0 && (
            <Menu position="bottom-start">
              <Menu.Target>
                <Button rightSection={more}>{t('bulk.campaign')}</Button>
              </Menu.Target>
              <Menu.Dropdown>
                {campaigns.map(({ id, name }) => (
                  <Menu.Item key={id} onClick={() => onDo({ kind: 'campaign', id, name })}>
                    {name}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
          <input
            className={classes.bulkTag}
            aria-label={t('bulk.tag')}
            placeholder={t('bulk.tag_hint', { count })}
            maxLength={200}
            onKeyDown={(event) => {
              const tag = event.currentTarget.value.replace(/^[#＃]|[#＃]$/g, '').trim();
              if (event.key !== 'Enter' || event.nativeEvent.isComposing || tag === '') return;
              event.currentTarget.value = '';
              onDo({ kind: 'tag', tag });
            }}
          />
          <Button onClick={() => onDo({ kind: 'trash' })}>{t('bulk.trash')}</Button>
        </>
      )}
      <Button variant="subtle" leftSection={<IconX size={14} stroke={1.6} aria-hidden="true" />} onClick={onClear}>
        {t('bulk.clear')}
      </Button>
    </div>
  );
}

const none: readonly never[] = [];

import { Menu } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { type ReactNode, useState } from 'react';
import type { BlockMarks } from '../../../../core/model/doc';
import { editorWords } from '../../../../core/words/editor';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { PlatformTile } from '../../../ui/PlatformTile';
import classes from './Margin.module.css';
import type { toggled } from './marginMarks';

type Choice = Parameters<typeof toggled>[1];

/** What adaptation may do with a block: three switches, then the platforms that do or do not see it. */
export function MarkMenu({
  marks,
  platforms,
  onChoose,
}: {
  readonly marks: BlockMarks;
  readonly platforms: readonly string[];
  readonly onChoose: (choice: Choice) => void;
}) {
  const t = useWords(editorWords);
  const lang = useLang();
  const packs = useStudio((state) => state.packs);
  const [side, setSide] = useState<'only' | 'not' | null>(
    marks.only.length > 0 ? 'only' : marks.not.length > 0 ? 'not' : null,
  );
  const all = [...(packs?.values() ?? [])];
  const own = all.filter(({ id }) => platforms.includes(id));
  const rest = all.filter(({ id }) => !platforms.includes(id));
  return (
    <>
      {(['lead', 'keep', 'optional'] as const).map((kind) => (
        <Toggle key={kind} on={marks[kind]} note={t(`mark.${kind}_note`)} onClick={() => onChoose({ kind })}>
          {t(`mark.${kind}`)}
        </Toggle>
      ))}
      <Menu.Divider />
      {(['only', 'not'] as const).map((kind) => (
        <Toggle
          key={kind}
          on={marks[kind].length > 0}
          expanded={side === kind}
          onClick={() => {
            setSide(side === kind ? null : kind);
          }}
        >
          {t(`mark.${kind}`)}
        </Toggle>
      ))}
      {side !== null && (
        <div className={classes.platforms}>
          {[...own, ...rest].map((pack) => {
            const on = marks[side].some((ref) => ref === pack.id || ref.startsWith(`${pack.id}/`));
            return (
              <Menu.Item
                key={pack.id}
                role="menuitemcheckbox"
                aria-checked={on}
                className={classes.platform}
                leftSection={<PlatformTile size="small" glyph={pack.glyph} />}
                rightSection={on ? <IconCheck size={14} stroke={2} aria-hidden="true" /> : null}
                onClick={() => onChoose({ kind: side, ref: pack.id })}
              >
                {pack[lang]}
              </Menu.Item>
            );
          })}
        </div>
      )}
      <Menu.Divider />
      <Menu.Item onClick={() => onChoose({ kind: 'clear' })}>{t('mark.clear')}</Menu.Item>
    </>
  );
}

function Toggle({
  on,
  note,
  expanded,
  onClick,
  children,
}: {
  readonly on: boolean;
  readonly note?: string;
  readonly expanded?: boolean;
  readonly onClick: () => void;
  readonly children: ReactNode;
}) {
  return (
    <Menu.Item
      {...(expanded === undefined ? { role: 'menuitemcheckbox', 'aria-checked': on } : { 'aria-expanded': expanded })}
      rightSection={on ? <IconCheck size={14} stroke={2} aria-hidden="true" /> : null}
      onClick={onClick}
    >
      {children}
      {note !== undefined && <span className={classes.note}>{note}</span>}
    </Menu.Item>
  );
}

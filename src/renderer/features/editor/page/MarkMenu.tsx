import { Menu } from '@mantine/core';
import { IconCheck, IconChevronRight } from '@tabler/icons-react';
import { Fragment, useState } from 'react';
import type { BlockMarks } from '../../../../core/model/doc';
import type { PlatformPack } from '../../../../core/platforms/pack';
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
        <Menu.CheckboxItem key={kind} checked={marks[kind]} onChange={() => onChoose({ kind })}>
          {t(`mark.${kind}`)}
          <span className={classes.note}>{t(`mark.${kind}_note`)}</span>
        </Menu.CheckboxItem>
      ))}
      <Menu.Divider />
      {(['only', 'not'] as const).map((kind) => (
        <Menu.Item
          key={kind}
          aria-expanded={side === kind}
          leftSection={
            <IconChevronRight size={14} stroke={1.6} aria-hidden="true" data-open={side === kind || undefined} />
          }
          rightSection={marks[kind].length > 0 ? <IconCheck size={14} stroke={2} aria-hidden="true" /> : null}
          onClick={() => setSide(side === kind ? null : kind)}
        >
          {t(`mark.${kind}`)}
        </Menu.Item>
      ))}
      {side !== null && (
        <div className={classes.platforms}>
          {[...own, ...rest].map((pack) => (
            <Fragment key={pack.id}>
              <Menu.CheckboxItem
                checked={marks[side].some((ref) => ref === pack.id || ref.startsWith(`${pack.id}/`))}
                className={classes.platform}
                rightSection={<PlatformTile size="small" glyph={pack.glyph} />}
                onChange={() => onChoose({ kind: side, ref: pack.id })}
              >
                {pack[lang]}
              </Menu.CheckboxItem>
              {own.includes(pack) && pack.formats.length > 1 && (
                <FormatItems
                  pack={pack}
                  refs={marks[side]}
                  onChoose={(ref, among) => onChoose({ kind: side, ref, among })}
                />
              )}
            </Fragment>
          ))}
        </div>
      )}
      <Menu.Divider />
      <Menu.Item onClick={() => onChoose({ kind: 'clear' })}>{t('mark.clear')}</Menu.Item>
    </>
  );
}

/** The single formats of a platform the piece goes to. */
function FormatItems({
  pack,
  refs,
  onChoose,
}: {
  readonly pack: PlatformPack;
  readonly refs: readonly string[];
  readonly onChoose: (ref: string, among: readonly string[]) => void;
}) {
  const lang = useLang();
  const among = pack.formats.map(({ id }) => `${pack.id}/${id}`);
  return pack.formats.map((format) => {
    const ref = `${pack.id}/${format.id}`;
    return (
      <Menu.CheckboxItem
        key={ref}
        checked={refs.includes(pack.id) || refs.includes(ref)}
        className={classes.format}
        onChange={() => onChoose(ref, among)}
      >
        {format[lang]}
      </Menu.CheckboxItem>
    );
  });
}

import { Button, Menu } from '@mantine/core';
import { IconFileText, IconPlus, IconTemplate } from '@tabler/icons-react';
import { Fragment } from 'react';
import { type PieceKind, pieceKinds, type Subkind, subkinds } from '../../../core/model/records';
import { sayKind, saySubkind } from '../../../core/words/kinds';
import { libraryWords } from '../../../core/words/library';
import { templateWords } from '../../../core/words/templates';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Keys } from '../../ui/Keys';
import { KindMark } from '../../ui/KindMark';
import { newBlank, newFromTemplate } from './actions';
import classes from './Library.module.css';

/** A new piece: blank by kind and sub-kind, or from a template of the shelf. */
export function NewMenu({
  opened,
  onChange,
}: {
  readonly opened: boolean;
  readonly onChange: (open: boolean) => void;
}) {
  const t = useWords(libraryWords);
  const lang = useLang();
  const studio = useStudioHandle();
  const w = useWords(templateWords);
  const openShelf = useStudio((state) => state.setShelfOpen);
  const templates = useStudio((state) => state.outline?.template ?? none);
  return (
    <Menu opened={opened} onChange={onChange} position="bottom-end" width={264}>
      <Menu.Target>
        <Button variant="filled" leftSection={<IconPlus size={14} stroke={2} aria-hidden="true" />}>
          {t('new')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown className={classes.newMenu ?? ''} aria-label={t('new.menu')}>
        {pieceKinds.map((kind) => (
          <Fragment key={kind}>
            <Menu.Item
              leftSection={<KindMark kind={kind} />}
              rightSection={kind === 'scene' ? <Keys keys="n" /> : null}
              onClick={() => void newBlank(studio, kind, null)}
            >
              {t('new.blank', { kind: sayKind(lang, kind) })}
            </Menu.Item>
            {subkindsOf(kind).map((subkind) => (
              <Menu.Item
                key={subkind}
                className={classes.subkind ?? ''}
                onClick={() => void newBlank(studio, kind, subkind)}
              >
                {saySubkind(lang, subkind)}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconTemplate size={14} stroke={1.6} aria-hidden="true" />}
          onClick={() => openShelf(true)}
          data-testid="open-shelf"
        >
          {w('open')}
        </Menu.Item>
        {templates.length > 0 && (
          <>
            <Menu.Label>{t('new.templates')}</Menu.Label>
            {templates.map((template) => (
              <Menu.Item
                key={template.id}
                leftSection={<IconFileText size={14} stroke={1.6} aria-hidden="true" />}
                onClick={() => void newFromTemplate(studio, template.id)}
              >
                {template.name}
              </Menu.Item>
            ))}
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

const none: readonly never[] = [];
const subkindsOf = (kind: PieceKind): readonly Subkind[] => subkinds[kind];

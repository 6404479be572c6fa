import { Button } from '@mantine/core';
import { IconDeviceFloppy, IconTrash } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { exportWords } from '../../../core/words/export';
import { useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { IconButton } from '../../ui/IconButton';
import classes from './Choices.module.css';
import { deletePreset, presetsOf, savePreset, updatePreset } from './presets';

/** What was kept by name: take one up, keep what is chosen now, mend or drop one. */
export function Presets({
  chosen,
  now,
  onChoose,
  onKept,
}: {
  readonly chosen: string | null;
  /** The present choice as a preset keeps it. */
  readonly now: string;
  readonly onChoose: (id: string | null) => void;
  /** What is chosen now was kept under this id. */
  readonly onKept: (id: string) => void;
}) {
  const t = useWords(exportWords);
  const studio = useStudioHandle();
  const outline = useStudio((state) => state.outline);
  const presets = presetsOf(outline);
  const preset = presets.find(({ id }) => id === chosen) ?? null;
  const [naming, setNaming] = useState<string | null>(null);
  const list = useRef<HTMLSelectElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const isNaming = naming !== null;
  // It came because it was asked for.
  useEffect(() => {
    if (isNaming) field.current?.focus();
  }, [isNaming]);
  const keep = async (name: string): Promise<void> => {
    const id = await savePreset(studio, name, now);
    if (id === null) return;
    setNaming(null);
    onKept(id);
    list.current?.focus();
    studio.getState().announce(t('preset.saved', { name }));
  };
  return (
    <section aria-label={t('preset')}>
      <h2>{t('preset')}</h2>
      <div className={classes.presets}>
        <select
          ref={list}
          className={classes.input}
          aria-label={t('preset')}
          value={preset?.id ?? ''}
          onChange={(event) => onChoose(event.currentTarget.value || null)}
        >
          <option value="">{t(presets.length === 0 ? 'preset.none' : 'preset.without')}</option>
          {presets.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
        {preset === null ? (
          <IconButton label={t('preset.save')} onClick={() => setNaming(naming === null ? '' : null)}>
            <IconDeviceFloppy size={16} stroke={1.6} aria-hidden="true" />
          </IconButton>
        ) : (
          <>
            {preset.filter !== now && (
              <IconButton label={t('preset.update')} onClick={() => void updatePreset(studio, preset, now)}>
                <IconDeviceFloppy size={16} stroke={1.6} aria-hidden="true" />
              </IconButton>
            )}
            <IconButton
              label={t('preset.delete')}
              onClick={() =>
                void deletePreset(studio, preset).then((gone) => {
                  if (!gone) return;
                  onChoose(null);
                  list.current?.focus();
                })
              }
            >
              <IconTrash size={16} stroke={1.6} aria-hidden="true" />
            </IconButton>
          </>
        )}
      </div>
      {isNaming && (
        <form
          className={classes.naming}
          onSubmit={(event) => {
            event.preventDefault();
            if (naming.trim() !== '') void keep(naming.trim());
          }}
        >
          <input
            className={classes.input}
            aria-label={t('preset.name')}
            placeholder={t('preset.name')}
            maxLength={100}
            ref={field}
            value={naming}
            onChange={(event) => setNaming(event.currentTarget.value)}
            onKeyDown={(event) => {
              if (event.key !== 'Escape') return;
              event.stopPropagation();
              setNaming(null);
              list.current?.focus();
            }}
          />
          <Button type="submit" disabled={naming.trim() === ''}>
            {t('preset.keep')}
          </Button>
        </form>
      )}
    </section>
  );
}

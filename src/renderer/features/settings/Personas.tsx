import { useState } from 'react';
import type { Persona } from '../../../core/model/records';
import { createOp } from '../../../core/plan/ops';
import { kindWords } from '../../../core/words/kinds';
import { settingsWords } from '../../../core/words/settings';
import { useStudio, useWords } from '../../state/StudioProvider';
import { PersonDot } from '../../ui/PersonDot';
import { TagList } from '../../ui/TagList';
import { MasterDetail } from './MasterDetail';
import { ChoiceRow, NumberRow, Row, TextRow } from './Row';
import { useRecordEdit } from './useRecordEdit';

/** Who speaks for the brand, and how. */
export function Personas() {
  const t = useWords(settingsWords);
  const k = useWords(kindWords);
  const personas = useStudio((state) => state.outline?.persona ?? none);
  const act = useStudio((state) => state.act);
  const [wanted, setWanted] = useState<string | null>(null);
  const chosen = personas.find(({ id }) => id === wanted) ?? personas[0] ?? null;
  const add = async (): Promise<void> => {
    const id = crypto.randomUUID();
    const name = t('personas.new_name');
    const made = await act('change.make', {
      label: { code: 'persona_edit', params: { title: name } },
      ops: [createOp('persona', id, { name })],
    });
    if (made !== null) setWanted(id);
  };
  return (
    <MasterDetail
      label={t('personas.list')}
      items={personas.map((persona) => ({
        id: persona.id,
        name: persona.name,
        note: [k(`level.${persona.level}`), persona.title].filter(Boolean).join(' · '),
        mark: <PersonDot name={persona.name} tint={persona.tint} hint={false} />,
      }))}
      chosen={chosen?.id ?? null}
      onChoose={setWanted}
      addLabel={t('personas.add')}
      onAdd={() => void add()}
      empty={t(personas.length === 0 ? 'personas.none' : 'personas.pick')}
    >
      {chosen !== null && <PersonaForm key={chosen.id} persona={chosen} />}
    </MasterDetail>
  );
}

const none: readonly never[] = [];

/** Lists of words of a persona, with the name each has on screen. */
const wordLists = [
  ['labels', 'personas.labels', null],
  ['focus', 'personas.focus', null],
  ['catchphrases', 'personas.catchphrases', null],
  ['useWords', 'personas.use', 'personas.words_note'],
  ['avoidWords', 'personas.avoid', 'personas.words_note'],
  ['standingTags', 'personas.tags', 'personas.words_note'],
] as const;

function PersonaForm({ persona }: { readonly persona: Persona }) {
  const t = useWords(settingsWords);
  const k = useWords(kindWords);
  const edit = useRecordEdit('persona', persona.id, 'persona_edit', persona.name);
  return (
    <>
      <TextRow label={t('personas.name')} value={persona.name} max={100} onSave={(name) => edit.set('name', name)} />
      <TextRow
        label={t('personas.title')}
        value={persona.title}
        max={200}
        onSave={(title) => edit.set('title', title)}
      />
      <ChoiceRow
        label={t('personas.level')}
        value={persona.level}
        options={(['core', 'niche'] as const).map((level) => ({ value: level, label: k(`level.${level}`) }))}
        onSave={(level) => edit.set('level', level)}
      />
      <TextRow label={t('personas.bio')} value={persona.bio} max={4000} long onSave={(bio) => edit.set('bio', bio)} />
      {wordLists.map(([name, word, note]) => (
        <Row key={name} label={t(word)} note={note === null ? undefined : t(note)}>
          <TagList
            label={t(word)}
            tags={persona[name]}
            hint={t('personas.hint')}
            removeLabel={(tag) => t('tag_remove', { tag })}
            onAdd={(tag) => edit.add(name, tag)}
            onRemove={(tag) => edit.remove(name, tag)}
          />
        </Row>
      ))}
      <TextRow
        label={t('personas.signOff')}
        value={persona.signOff}
        note={t('personas.line_note')}
        onSave={(text) => edit.set('signOff', text)}
      />
      <TextRow
        label={t('personas.linkLine')}
        value={persona.linkLine}
        note={t('personas.line_note')}
        onSave={(text) => edit.set('linkLine', text)}
      />
      <NumberRow
        label={t('personas.ceiling')}
        value={persona.ceiling}
        unit="%"
        max={100}
        empty
        note={t('personas.ceiling_note')}
        onSave={(ceiling) => edit.set('ceiling', ceiling)}
      />
    </>
  );
}

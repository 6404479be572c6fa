import { Button, Modal } from '@mantine/core';
import { IconFileImport, IconPlus } from '@tabler/icons-react';
import { useCallback, useMemo, useState } from 'react';
import type { Occasion } from '../../../core/model/records';
import { createOp } from '../../../core/plan/ops';
import { searchable } from '../../../core/text/searchable';
import type { WallDate } from '../../../core/time/wallDate';
import { sayDate } from '../../../core/words/dates';
import { kindWords } from '../../../core/words/kinds';
import { occasionWords } from '../../../core/words/occasions';
import { occasionsIn } from '../../state/days';
import { todayOf } from '../../state/plan';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { CalendarFile } from './CalendarFile';
import { KindDot } from './KindDot';
import { occasionKinds } from './kinds';
import { OccasionForm } from './OccasionForm';
import classes from './Occasions.module.css';

/** The team's own dates, industry dates and hot topics: a list with a search, and the chosen one to edit. */
export function OccasionsDialog() {
  const t = useWords(occasionWords);
  const close = useStudio((state) => state.closeOccasions);
  return (
    <Modal
      opened
      onClose={close}
      title={t('list.open')}
      size={900}
      closeButtonProps={{ 'aria-label': t('close') }}
      overlayProps={{ backgroundOpacity: 1, color: 'var(--jz-scrim)' }}
    >
      <p className={classes.lead}>{t('list.lead')}</p>
      <Desk />
    </Modal>
  );
}

type Kind = Occasion['kind'] | 'all';

function Desk() {
  const t = useWords(occasionWords);
  const k = useWords(kindWords);
  const opened = useStudio((state) => state.occasionsOpen);
  const occasions = useStudio(occasionsIn);
  const act = useStudio((state) => state.act);
  const openOccasions = useStudio((state) => state.openOccasions);
  const today = useStudio(todayOf);
  const file = opened?.file ?? null;
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<Kind>('all');
  const [made, setMade] = useState<string | null>(null);
  const [wanted, setWanted] = useState<string | null>(opened?.chosen ?? null);
  const groups = useGroups(occasions, words, kind, today);
  const chosen = occasions.find(({ id }) => id === wanted) ?? null;
  const choose = (id: string): void => {
    setWanted(id);
    if (file !== null) openOccasions();
  };
  const add = async (): Promise<void> => {
    const id = crypto.randomUUID();
    const name = t('new_name');
    const day = opened?.newOn ?? today;
    const done = await act('change.make', {
      label: { code: 'occasion_add', params: { title: name } },
      ops: [createOp('occasion', id, { name, start: day, end: day, kind: kind === 'all' ? 'own' : kind })],
    });
    if (done === null) return;
    setMade(id);
    choose(id);
  };
  const finish = useCallback(() => openOccasions(), [openOccasions]);
  const chooseFile = async (): Promise<void> => {
    const file = await act('dialog.open_file', { what: 'calendar' });
    if (file !== null) openOccasions({ file: file.token });
  };
  return (
    <div className={classes.desk}>
      <div className={classes.side}>
        <div className={classes.tools}>
          <Button leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />} onClick={() => void add()}>
            {t('list.add')}
          </Button>
          <Button
            variant="subtle"
            leftSection={<IconFileImport size={15} stroke={1.6} aria-hidden="true" />}
            onClick={() => void chooseFile()}
          >
            {t('list.import')}
          </Button>
        </div>
        <div className={classes.tools}>
          <input
            type="search"
            className={classes.input}
            aria-label={t('list.search')}
            placeholder={t('list.search')}
            value={words}
            onChange={(event) => setWords(event.currentTarget.value)}
          />
          <select
            className={classes.input}
            aria-label={t('list.kind')}
            value={kind}
            onChange={(event) => setKind(kindOf(event.currentTarget.value))}
          >
            <option value="all">{t('list.kind_all')}</option>
            {occasionKinds.map((one) => (
              <option key={one} value={one}>
                {k(`occasion.${one}`)}
              </option>
            ))}
          </select>
        </div>
        <div className={classes.list}>
          {groups.every(({ rows }) => rows.length === 0) && (
            <p className={classes.empty}>{t(occasions.length === 0 ? 'list.empty' : 'list.none')}</p>
          )}
          {groups.map(
            ({ word, rows }) =>
              rows.length > 0 && <Group key={word} label={t(word)} rows={rows} chosen={wanted} onChoose={setWanted} />,
          )}
        </div>
      </div>
      <div className={classes.detail}>
        {file !== null ? (
          <CalendarFile key={file} token={file} onDone={finish} />
        ) : chosen === null ? (
          <p className={classes.empty}>{t('list.pick')}</p>
        ) : (
          <OccasionForm key={chosen.id} occasion={chosen} isNew={chosen.id === made} onGone={() => setWanted(null)} />
        )}
      </div>
    </div>
  );
}

function Group({
  label,
  rows,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}) {
  return (
    <>
      <h3>{label}</h3>
      <ul aria-label={label}>
        {rows.map((row) => (
          <OccasionRow
            key={row.occasion.id}
            row={row}
            isChosen={row.occasion.id === chosen}
            onChoose={() => onChoose(row.occasion.id)}
          />
        ))}
      </ul>
    </>
  );
}

const kindOf = (value: string): Kind => occasionKinds.find((kind) => kind === value) ?? 'all';

type Row = { readonly occasion: Occasion; readonly from: WallDate | null; readonly to: WallDate | null };

function OccasionRow({
  row: { occasion, from, to },
  isChosen,
  onChoose,
}: {
  readonly row: Row;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  const k = useWords(kindWords);
  const lang = useLang();
  const when =
    from === null
      ? ''
      : to === null || to === from
        ? sayDate(lang, from)
        : `${sayDate(lang, from)} – ${sayDate(lang, to)}`;
  return (
    <li>
      <button type="button" className={classes.item} aria-current={isChosen || undefined} onClick={onChoose}>
        <KindDot kind={occasion.kind} />
        <span className={classes.words}>
          <b>{occasion.name}</b>
          <span>{[when, k(`occasion.${occasion.kind}`)].filter((part) => part !== '').join(' · ')}</span>
        </span>
      </button>
    </li>
  );
}

/** Those that come or are under way by their next day, those over by the latest first, those without a date. */
function useGroups(occasions: readonly Occasion[], words: string, kind: Kind, today: WallDate) {
  const knowledge = useStudio((state) => state.days);
  return useMemo(() => {
    const sought = searchable(words.trim());
    const found = occasions.filter(
      (occasion) =>
        (kind === 'all' || occasion.kind === kind) &&
        (sought === '' || searchable(`${occasion.name}\n${occasion.note}\n${occasion.source}`).includes(sought)),
    );
    const coming: Row[] = [];
    const past: Row[] = [];
    const undated: Row[] = [];
    for (const occasion of found) {
      const next = knowledge?.nextHappening(occasion, today) ?? null;
      if (occasion.start === null) undated.push({ occasion, from: null, to: null });
      else if (next !== null) coming.push({ occasion, from: next.from, to: next.to });
      else past.push({ occasion, from: occasion.start, to: occasion.end });
    }
    coming.sort((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1));
    past.sort((a, b) => ((a.from ?? '') > (b.from ?? '') ? -1 : 1));
    return [
      { word: 'list.coming', rows: coming },
      { word: 'list.undated', rows: undated },
      { word: 'list.past', rows: past },
    ] as const;
  }, [occasions, words, kind, today, knowledge]);
}

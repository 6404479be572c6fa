import { IconCheck, IconPlus, IconX } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { type AutoResult, asksFor, autoChecks, type GateResult, type Obstacle } from '../../../core/campaign/gates';
import { MAX_NAME } from '../../../core/model/record';
import type { Phase } from '../../../core/model/records';
import { checkWords } from '../../../core/words/campaignChecks';
import { sayCopy, sayOpen, sayPhaseName } from '../../../core/words/sayCampaign';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { titleOrNone } from '../../ui/plan/tileWords';
import classes from './Phases.module.css';
import { useMake } from './useEdits';

/** Obstacles named at once; the others are counted. */
const NAMED = 6;

/** The way into a phase, or out of it: what the studio computes says why it is open, the rest is ticked by hand. */
export function Gate({ phase, gate }: { readonly phase: Phase; readonly gate: GateResult }) {
  const t = useWords(checkWords);
  const { side, done, total } = gate;
  const edit = useCheckEdit(phase, gate);
  return (
    <div className={classes.gate}>
      <h3>
        {t(`side.${side}`)}
        {total > 0 && (
          <span data-open={done < total || undefined}>
            {done}/{total}
          </span>
        )}
      </h3>
      <ul>
        {gate.checks.map((check) =>
          check.kind === 'auto' ? (
            <AutoLine key={check.check} result={check} onStop={() => edit.ask(check.check, false)} />
          ) : (
            <OwnLine
              key={`own ${check.name}`}
              name={check.name}
              done={check.done}
              onTick={(ticked) => edit.tick(check.name, ticked)}
              onRemove={() => edit.tick(check.name, null)}
            />
          ),
        )}
      </ul>
      <AddCheck phase={phase} gate={gate} />
    </div>
  );
}

function useCheckEdit(phase: Phase, { side }: GateResult) {
  const lang = useLang();
  const make = useMake();
  const set = (register: string, value: boolean | null) =>
    make('phase_edit', sayPhaseName(lang, phase), [{ kind: 'set', type: 'phase', id: phase.id, register, value }]);
  return {
    /** Null takes the check away. */
    tick: (name: string, value: boolean | null) => void set(`${side}Checks.${name}`, value),
    ask: (check: string, asked: boolean) => void set(`gates.${side}.${check}`, asked),
  };
}

function AutoLine({ result, onStop }: { readonly result: AutoResult; readonly onStop: () => void }) {
  const t = useWords(checkWords);
  const lang = useLang();
  const [shown, setShown] = useState(false);
  const listId = useId();
  const name = t(`auto.${result.check}`);
  const { open, done } = result;
  return (
    <li className={classes.line} data-done={done || undefined}>
      <span className={classes.sign} aria-hidden="true">
        {done ? <IconCheck size={13} stroke={2.2} /> : <i />}
      </span>
      <span className={classes.words} title={t('computed')}>
        {name}
        <span className="visually-hidden">{t(done ? 'done' : 'open')}</span>
        {!done &&
          (open.length === 0 ? (
            <small>{sayOpen(lang, result)}</small>
          ) : (
            <button
              type="button"
              className={classes.why}
              aria-expanded={shown}
              aria-controls={shown ? listId : undefined}
              onClick={() => setShown(!shown)}
            >
              {sayOpen(lang, result)}
            </button>
          ))}
      </span>
      <button
        type="button"
        className={classes.drop}
        aria-label={t('auto.remove', { name })}
        title={t('auto.remove', { name })}
        onClick={onStop}
      >
        <IconX size={12} stroke={1.6} />
      </button>
      {shown && open.length > 0 && (
        <ul id={listId} className={classes.obstacles}>
          {open.slice(0, NAMED).map((obstacle) => (
            <ObstacleLine key={obstacle.id} obstacle={obstacle} />
          ))}
          {open.length > NAMED && <li>{t('obstacles.more', { count: open.length - NAMED })}</li>}
        </ul>
      )}
    </li>
  );
}

/** What stands in the way, and the way there. */
function ObstacleLine({ obstacle }: { readonly obstacle: Obstacle }) {
  const t = useWords(checkWords);
  const lang = useLang();
  const accounts = useStudio((state) => state.outline?.account);
  const show = useStudio((state) => state.showPlacement);
  const chooseWave = useStudio((state) => state.chooseWave);
  const isWave = obstacle.kind === 'wave';
  const accountId = isWave ? obstacle.row.wave.accountId : obstacle.copy.placement.accountId;
  const title = isWave ? obstacle.row.wave.name : titleOrNone(lang, obstacle.copy.placement.title);
  const account = accounts?.find(({ id }) => id === accountId)?.name ?? '';
  return (
    <li>
      <button type="button" onClick={() => (isWave ? chooseWave(obstacle.id) : void show(obstacle.id))}>
        <span>{t('obstacle', { title, account })}</span>
        {!isWave && <small>{sayCopy(lang, obstacle.copy)}</small>}
      </button>
    </li>
  );
}

function OwnLine({
  name,
  done,
  onTick,
  onRemove,
}: {
  readonly name: string;
  readonly done: boolean;
  readonly onTick: (done: boolean) => void;
  readonly onRemove: () => void;
}) {
  const t = useWords(checkWords);
  return (
    <li className={classes.line} data-done={done || undefined}>
      <label>
        <input type="checkbox" checked={done} onChange={(event) => onTick(event.currentTarget.checked)} />
        <span className={classes.words}>{name}</span>
      </label>
      <button
        type="button"
        className={classes.drop}
        aria-label={t('own.remove', { name })}
        title={t('own.remove', { name })}
        onClick={onRemove}
      >
        <IconX size={12} stroke={1.6} />
      </button>
    </li>
  );
}

/** The form opens at a press of its button: who pressed it wants to write. */
const focused = (input: HTMLInputElement | null): void => input?.focus();

/** A check of one's own, or one the studio computes that this phase does not ask for yet. */
function AddCheck({ phase, gate }: { readonly phase: Phase; readonly gate: GateResult }) {
  const t = useWords(checkWords);
  const edit = useCheckEdit(phase, gate);
  const [open, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [why, setWhy] = useState<string | null>(null);
  const { side } = gate;
  const own = side === 'entry' ? phase.entryChecks : phase.exitChecks;
  const more = autoChecks.filter((check) => !asksFor(phase, side, check));
  const close = (): void => {
    setOpen(false);
    setText('');
    setWhy(null);
  };
  if (!open)
    return (
      <button type="button" className={classes.add} onClick={() => setOpen(true)}>
        <IconPlus size={12} stroke={1.8} aria-hidden="true" />
        {t('own.add')}
      </button>
    );
  return (
    <form
      className={classes.adding}
      aria-label={`${t(`side.${side}`)} · ${t('own.add')}`}
      onSubmit={(event) => {
        event.preventDefault();
        const name = text.trim();
        if (name === '') return;
        if (Object.hasOwn(own, name)) {
          setWhy(t('own.there', { name }));
          return;
        }
        edit.tick(name, false);
        close();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.nativeEvent.isComposing) return;
        event.stopPropagation();
        close();
      }}
    >
      <input
        ref={focused}
        type="text"
        aria-label={t('own.add')}
        placeholder={t('own.hint')}
        maxLength={MAX_NAME - 'entryChecks.'.length}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {why !== null && <p role="alert">{why}</p>}
      {more.map((check) => (
        <button
          key={check}
          type="button"
          onClick={() => {
            edit.ask(check, true);
            close();
          }}
        >
          <IconPlus size={11} stroke={1.8} aria-hidden="true" />
          {t(`auto.${check}`)}
        </button>
      ))}
      <button type="button" onClick={close}>
        {t('own.cancel')}
      </button>
    </form>
  );
}

import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { Finding } from '../../../../core/adapt/types';
import { versionWords } from '../../../../core/words/versions';
import { formatOf, switchFormat, targetKey, targetsOf } from '../../../state/adapting/targets';
import type { EditorAim } from '../../../state/route';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { shownFindings } from '../../../ui/adapted/cardFields';
import { formatName } from '../../../ui/adapted/names';
import { PlatformTile } from '../../../ui/PlatformTile';
import type { Session } from '../session';
import { couldAdd, FormatPicker } from './FormatPicker';
import { VariantCard } from './VariantCard';
import classes from './Variants.module.css';

/** More cards than this and each shows one line of text, so that eight are seen at once. */
const ROOMY = 6;

/** The right column: every version of the piece, computed at rest, one card each. */
export function VariantsPanel({
  session,
  readOnly,
  open,
  at,
  onOpen,
  onLookAt,
  onSource,
  aim,
}: {
  readonly session: Session;
  readonly readOnly: boolean;
  readonly open: string | null;
  /** Which finding of the opened version one is at. */
  readonly at: number;
  readonly onOpen: (key: string | null) => void;
  /** The version the keyboard is in; null when it left the panel. */
  readonly onLookAt: (key: string | null) => void;
  readonly onSource: (finding: Pick<Finding, 'field'>) => void;
  /** The version and field somebody came to mend. */
  readonly aim?: EditorAim | undefined;
}) {
  const t = useWords(versionWords);
  const accounts = useStudio((state) => state.outline?.account ?? none);
  const piece = useStore(session, (state) => state.piece);
  const placements = useStore(session, (state) => state.opened.placements);
  const keys = useStore(
    session,
    useShallow((state) => Object.keys(state.outcomes)),
  );
  const formats = keys.map(formatOf);
  const change = (format: string): void => {
    const { add, remove } = switchFormat(piece, targetsOf(piece, placements, accounts), format);
    const op = (kind: 'add' | 'remove') => (element: string) =>
      ({ kind, type: 'piece', id: piece.id, set: 'formats', element }) as const;
    void session.change([...add.map(op('add')), ...remove.map(op('remove'))]);
  };
  return (
    <aside className={classes.panel} aria-label={t('variants.title', { count: keys.length })}>
      <div className={classes.head}>
        <h2>{t('variants.title', { count: keys.length })}</h2>
        {keys.length > 0 && <Tally session={session} />}
        {!readOnly && <FormatPicker shown={formats} onSwitch={change} />}
      </div>
      <ul
        className={classes.list}
        data-many={keys.length > ROOMY || undefined}
        onFocus={({ target }) => onLookAt(target.closest('[data-target]')?.getAttribute('data-target') ?? null)}
        onBlur={({ currentTarget, relatedTarget }) => {
          if (!currentTarget.contains(relatedTarget)) onLookAt(null);
        }}
      >
        {keys.length === 0 && <Nothing session={session} />}
        {keys.map((key, index) => (
          <VariantCard
            key={key}
            session={session}
            targetKey={key}
            twins={formats.indexOf(formats[index] ?? '') !== formats.lastIndexOf(formats[index] ?? '')}
            open={open === key}
            at={open === key ? at : 0}
            onToggle={(toggled) => onOpen(open === toggled ? null : toggled)}
            onSource={onSource}
            aimedAt={aim !== undefined && key === targetKey(aim.format, aim.accountId) ? aim.field : null}
          />
        ))}
        {!readOnly && <Could shown={formats} onAdd={change} />}
      </ul>
    </aside>
  );
}

const none: readonly never[] = [];

function Nothing({ session }: { readonly session: Session }) {
  const t = useWords(versionWords);
  const settled = useStore(session, (state) => state.bodyTurn > 0 && !state.working);
  return <li className={classes.empty}>{settled ? t('variants.empty') : t('variants.working')}</li>;
}

function Tally({ session }: { readonly session: Session }) {
  const t = useWords(versionWords);
  const tally = useStore(
    session,
    useShallow((state) => {
      let errors = 0;
      let warnings = 0;
      let behind = 0;
      for (const outcome of Object.values(state.outcomes)) {
        if (outcome.behind) behind += 1;
        for (const { severity } of shownFindings(outcome.findings)) {
          if (severity === 'error') errors += 1;
          else warnings += 1;
        }
      }
      return { errors, warnings, behind };
    }),
  );
  const said = (['errors', 'warnings', 'behind'] as const).filter((kind) => tally[kind] > 0);
  return (
    <span className={classes.tally}>
      {said.length === 0
        ? t('variants.clean')
        : said.map((kind) => t(`tally.${kind}`, { count: tally[kind] })).join(' · ')}
    </span>
  );
}

/** Three formats one click away: those of the accounts the team already has. */
function Could({ shown, onAdd }: { readonly shown: readonly string[]; readonly onAdd: (format: string) => void }) {
  const t = useWords(versionWords);
  const lang = useLang();
  const packs = useStudio((state) => state.packs);
  const accounts = useStudio((state) => state.outline?.account ?? none);
  if (packs === null) return null;
  const all = couldAdd(packs, accounts, shown);
  const near = all.slice(0, 3);
  return (
    <li className={classes.could}>
      {t('variants.could')}
      {near.map((format) => (
        <button key={format.ref} type="button" className={classes.coulds} onClick={() => onAdd(format.ref)}>
          <PlatformTile size="small" glyph={format.platform.glyph} />
          {formatName(format, lang)}
        </button>
      ))}
      {all.length > near.length && (
        <span className={classes.rest}>{t('variants.rest', { count: all.length - near.length })}</span>
      )}
    </li>
  );
}

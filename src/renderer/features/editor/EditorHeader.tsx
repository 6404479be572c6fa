import { Button, Menu } from '@mantine/core';
import {
  IconChevronDown,
  IconFileTypeDocx,
  IconFocusCentered,
  IconHistory,
  IconLayoutSidebar,
  IconLayoutSidebarRight,
  IconTemplate,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { PieceState } from '../../../core/model/records';
import { pieceStates } from '../../../core/model/records';
import { sayDate } from '../../../core/words/dates';
import { editorWords } from '../../../core/words/editor';
import { sayKindOf, sayState } from '../../../core/words/kinds';
import { reviewWords } from '../../../core/words/review';
import { templateWords } from '../../../core/words/templates';
import { wordFileWords } from '../../../core/words/wordFiles';
import { keyCaps } from '../../commands/keys';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { IconButton } from '../../ui/IconButton';
import { KindMark } from '../../ui/KindMark';
import { PersonDot } from '../../ui/PersonDot';
import { ToolbarGap } from '../../ui/Screen';
import { StateMark } from '../../ui/StateMark';
import { SaveTemplate } from '../../ui/templates/SaveTemplate';
import classes from './EditorPage.module.css';
import { OpenMarks } from './OpenMarks';
import type { Panels } from './panelMemory';
import type { Session } from './session';
import { WaitingTexts } from './WaitingTexts';
import { writeAsWord } from './writeAsWord';

/** Kind, state, persona and plan of the piece; at the right the one act that moves it on. */
export function EditorHeader({
  session,
  readOnly,
  panels,
  onPanels,
  onFocus,
}: {
  readonly session: Session;
  readonly readOnly: boolean;
  readonly panels: Panels;
  readonly onPanels: (panels: Panels) => void;
  readonly onFocus: () => void;
}) {
  const t = useWords(editorWords);
  const lang = useLang();
  const piece = useStore(session, (state) => state.piece);
  const persona = useStudio((state) => state.outline?.persona.find(({ id }) => id === piece.personaId) ?? null);
  const setState = (state: PieceState): void =>
    void session.change([{ kind: 'set', type: 'piece', id: piece.id, register: 'state', value: state }]);
  const w = useWords(templateWords);
  const review = useWords(reviewWords);
  const word = useWords(wordFileWords);
  const studio = useStudioHandle();
  const openReview = useStudio((state) => state.openReview);
  const [keeping, setKeeping] = useState(false);
  const history = useStore(session, (state) => state.over?.kind === 'history');
  const brief = panels === 'both' || panels === 'brief';
  const variants = panels === 'both' || panels === 'variants';
  return (
    <>
      <span className={classes.kind} data-kind={piece.kind}>
        <KindMark kind={piece.kind} />
        {sayKindOf(lang, piece)}
      </span>
      <Menu position="bottom-start" width={160}>
        <Menu.Target>
          <Button
            disabled={readOnly}
            aria-label={`${t('state.label')} ${sayState(lang, piece.state)}`}
            leftSection={<StateMark state={edge(piece.state)} />}
            rightSection={<IconChevronDown size={13} stroke={1.6} aria-hidden="true" />}
          >
            {sayState(lang, piece.state)}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {pieceStates.map((state) => (
            <Menu.Item
              key={state}
              leftSection={<StateMark state={edge(state)} />}
              aria-current={state === piece.state || undefined}
              onClick={() => setState(state)}
            >
              {sayState(lang, state)}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {persona !== null && (
        <span className={classes.persona}>
          <PersonDot name={persona.name} tint={persona.tint} hint={false} /> {persona.name}
        </span>
      )}
      <Planned session={session} />
      <OpenMarks pieceId={piece.id} />
      <WaitingTexts pieceId={piece.id} />
      <ToolbarGap />
      <IconButton label={w('save.act')} onClick={() => void session.flush().then(() => setKeeping(true))}>
        <IconTemplate size={17} stroke={1.6} />
      </IconButton>
      {keeping && <SaveTemplate pieceId={piece.id} name={piece.title} onClose={() => setKeeping(false)} />}
      <IconButton label={word('one')} onClick={() => void writeAsWord(studio, session)}>
        <IconFileTypeDocx size={17} stroke={1.6} />
      </IconButton>
      <IconButton
        label={t('history.open')}
        keys="mod+shift+h"
        pressed={history}
        onClick={() => void session.look(history ? null : { kind: 'history', aim: null })}
      >
        <IconHistory size={17} stroke={1.6} />
      </IconButton>
      <IconButton
        label={t('panels.brief')}
        pressed={brief}
        onClick={() => onPanels(brief ? (variants ? 'variants' : 'none') : variants ? 'both' : 'brief')}
      >
        <IconLayoutSidebar size={17} stroke={1.6} />
      </IconButton>
      <IconButton
        label={t('panels.variants')}
        pressed={variants}
        onClick={() => onPanels(variants ? (brief ? 'brief' : 'none') : brief ? 'both' : 'variants')}
      >
        <IconLayoutSidebarRight size={17} stroke={1.6} />
      </IconButton>
      <IconButton label={t('panels.none')} keys="mod+." pressed={panels === 'none'} onClick={onFocus}>
        <IconFocusCentered size={17} stroke={1.6} />
      </IconButton>
      <Button title={caps('mod+shift+a')} onClick={() => openReview(piece.id)}>
        {review('open')}
      </Button>
      {piece.state === 'ready' ? (
        <Button disabled={readOnly} onClick={() => setState('drafting')}>
          {t('state.reopen')}
        </Button>
      ) : (
        <Button variant="filled" title={t('state.ready_tip')} disabled={readOnly} onClick={() => setState('ready')}>
          {t('state.ready')}
        </Button>
      )}
    </>
  );
}

/** The writing's state as an edge; an archived piece has none left to fill. */
const edge = (state: PieceState) => (state === 'archived' ? 'skipped' : state);

function Planned({ session }: { readonly session: Session }) {
  const t = useWords(editorWords);
  const lang = useLang();
  const today = useStudio((state) => state.boot?.today ?? null);
  const placements = useStore(session, (state) => state.opened.placements);
  const days = placements.flatMap(({ day, outcome, time }) =>
    day === null || outcome === 'skipped' ? [] : [{ day, time: time ?? '' }],
  );
  const ahead = days.filter(({ day }) => today === null || day >= today);
  const shown = (ahead.length > 0 ? ahead : days).toSorted((a, b) =>
    `${a.day} ${a.time}`.localeCompare(`${b.day} ${b.time}`),
  );
  const at = ahead.length > 0 ? shown[0] : shown.at(-1);
  return (
    <span className={classes.planned}>
      {t('planned', {
        count: days.length,
        which: ahead.length > 0 ? 'next' : 'last',
        day: at === undefined ? '' : `${sayDate(lang, at.day)} ${at.time}`.trim(),
      })}
    </span>
  );
}

const caps = (keys: string): string => keyCaps(keys, navigator.platform).join(' ');

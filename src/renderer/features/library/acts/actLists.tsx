import {
  IconArchive,
  IconCopy,
  IconFileExport,
  IconFileSearch,
  IconFileTypeDocx,
  IconFlag,
  IconProgressCheck,
  IconRestore,
  IconTrash,
  IconTrashX,
  IconUser,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { BulkAct, BulkTarget } from '../../../../contract';
import { pieceStates } from '../../../../core/model/records';
import { sayState } from '../../../../core/words/kinds';
import { libraryWords } from '../../../../core/words/library';
import { wordFileWords } from '../../../../core/words/wordFiles';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { writeWordFiles } from '../../../state/wordFiles';
import { PersonDot } from '../../../ui/PersonDot';
import { StateMark } from '../../../ui/StateMark';
import { doBulk } from '../actions';
import type { Desk } from '../desk';
import { exportPieces } from '../exportPieces';
import { handReview } from '../handReview';
import { askPurge } from '../trash/askPurge';

export type ActChoice = {
  readonly key: string;
  readonly label: string;
  readonly mark: ReactNode;
  readonly act: BulkAct;
};
/** An act that needs one more choice: state, campaign, persona. */
export type ActList = {
  readonly id: string;
  readonly name: string;
  readonly icon: ReactNode;
  readonly choices: readonly ActChoice[];
};
/** An act that needs nothing more. `keys` is its shortcut in the library. */
export type SingleAct = {
  readonly id: string;
  readonly name: string;
  readonly icon: ReactNode;
  readonly keys?: string;
  readonly run: (target: BulkTarget) => void;
};

const icon = (Icon: typeof IconTrash): ReactNode => <Icon size={15} stroke={1.6} aria-hidden="true" />;

/** What the menu of a piece and the bar of the selection both offer. */
export function useActs(desk: Desk): { readonly lists: readonly ActList[]; readonly singles: readonly SingleAct[] } {
  const t = useWords(libraryWords);
  const w = useWords(wordFileWords);
  const lang = useLang();
  const outline = useStudio((state) => state.outline);
  const trashed = useStudio((state) => state.library.filter.trashed);
  const run = (act: BulkAct) => (target: BulkTarget) => void doBulk(desk, act, target);
  if (trashed)
    return {
      lists: [],
      singles: [
        { id: 'restore', name: t('bulk.restore'), icon: icon(IconRestore), keys: 'r', run: run({ kind: 'restore' }) },
        {
          id: 'purge',
          name: t('bulk.purge'),
          icon: icon(IconTrashX),
          keys: 'delete',
          run: (target) => void askPurge(desk, target),
        },
      ],
    };
  return {
    lists: [
      {
        id: 'state',
        name: t('bulk.state'),
        icon: icon(IconProgressCheck),
        choices: pieceStates.map((state) => ({
          key: state,
          label: sayState(lang, state),
          mark: <StateMark state={state === 'archived' ? 'skipped' : state} />,
          act: { kind: 'state', state },
        })),
      },
      {
        id: 'campaign',
        name: t('bulk.campaign'),
        icon: icon(IconFlag),
        choices: [
          ...(outline?.campaign ?? []).map(
            ({ id, name }): ActChoice => ({ key: id, label: name, mark: null, act: { kind: 'campaign', id } }),
          ),
          { key: 'none', label: t('bulk.no_campaign'), mark: null, act: { kind: 'campaign', id: null } },
        ],
      },
      {
        id: 'persona',
        name: t('bulk.persona'),
        icon: icon(IconUser),
        choices: [
          ...(outline?.persona ?? []).map(
            ({ id, name, tint }): ActChoice => ({
              key: id,
              label: name,
              mark: <PersonDot name={name} tint={tint} hint={false} />,
              act: { kind: 'persona', id },
            }),
          ),
          { key: 'none', label: t('bulk.no_persona'), mark: null, act: { kind: 'persona', id: null } },
        ],
      },
    ],
    singles: [
      {
        id: 'duplicate',
        name: t('bulk.duplicate'),
        icon: icon(IconCopy),
        keys: 'mod+d',
        run: run({ kind: 'duplicate', lang }),
      },
      {
        id: 'export',
        name: t('bulk.export'),
        icon: icon(IconFileExport),
        run: (target) => void exportPieces(desk, target),
      },
      {
        id: 'word',
        name: w('one'),
        icon: icon(IconFileTypeDocx),
        run: (pieces) => void writeWordFiles(desk.studio.getState(), { pieces }),
      },
      {
        id: 'review',
        name: t('bulk.review'),
        icon: icon(IconFileSearch),
        run: (target) => void handReview(desk, target),
      },
      {
        id: 'archive',
        name: t('bulk.archive'),
        icon: icon(IconArchive),
        run: run({ kind: 'state', state: 'archived' }),
      },
      { id: 'trash', name: t('bulk.trash'), icon: icon(IconTrash), keys: 'delete', run: run({ kind: 'trash' }) },
    ],
  };
}

import type { ReactNode } from 'react';
import { outcomes, type PieceKind, pieceKinds, pieceStates } from '../../../core/model/vocabulary';
import { edgeOf } from '../../../core/schedule/edge';
import { findingKinds } from '../../../core/schedule/filter';
import { sayKind, sayOutcome, sayState } from '../../../core/words/kinds';
import { matrixWords } from '../../../core/words/matrix';
import { planWords } from '../../../core/words/plan';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { BehindMark, FindingMark } from '../FindingMark';
import { KindMark } from '../KindMark';
import { PersonDot } from '../PersonDot';
import { PlatformTile } from '../PlatformTile';
import { StateMark } from '../StateMark';

/** One list of the filter: what it is about, what may be ticked, and what is. Nothing ticked means all. */
export type FilterList = {
  readonly id: 'campaign' | 'kind' | 'persona' | 'platform' | 'state' | 'outcome' | 'finding';
  readonly name: string;
  readonly chosen: readonly string[];
  readonly options: readonly { readonly value: string; readonly label: string; readonly mark: ReactNode }[];
  readonly choose: (chosen: readonly string[]) => void;
};

const none: readonly never[] = [];
const isKind = (value: string): value is PieceKind => pieceKinds.some((kind) => kind === value);

/** The lists that have something to choose from in this plan. */
export function useFilterLists(): readonly FilterList[] {
  const t = useWords(matrixWords);
  const p = useWords(planWords);
  const lang = useLang();
  const filter = useStudio((state) => state.filter);
  const setFilter = useStudio((state) => state.setFilter);
  const campaigns = useStudio((state) => state.outline?.campaign ?? none);
  const personas = useStudio((state) => state.outline?.persona ?? none);
  const accounts = useStudio((state) => state.outline?.account ?? none);
  const packs = useStudio((state) => state.packs);
  const platforms = [...new Set(accounts.map((account) => account.platform))];
  const lists: readonly FilterList[] = [
    {
      id: 'campaign',
      name: t('filter.campaign'),
      chosen: filter.campaignIds,
      options: campaigns.map(({ id, name }) => ({ value: id, label: name, mark: null })),
      choose: (campaignIds) => setFilter({ campaignIds }),
    },
    {
      id: 'kind',
      name: t('filter.kind'),
      chosen: filter.kinds,
      options: pieceKinds.map((kind) => ({ value: kind, label: sayKind(lang, kind), mark: <KindMark kind={kind} /> })),
      choose: (kinds) => setFilter({ kinds: kinds.filter(isKind) }),
    },
    {
      id: 'persona',
      name: t('filter.persona'),
      chosen: filter.personaIds,
      options: personas.map(({ id, name, tint }) => ({
        value: id,
        label: name,
        mark: <PersonDot name={name} tint={tint} hint={false} />,
      })),
      choose: (personaIds) => setFilter({ personaIds }),
    },
    {
      id: 'platform',
      name: t('filter.platform'),
      chosen: filter.platforms,
      options: platforms.map((id) => ({
        value: id,
        label: packs?.get(id)?.[lang] ?? id,
        mark: <PlatformTile size="small" glyph={packs?.get(id)?.glyph ?? '·'} />,
      })),
      choose: (chosen) => setFilter({ platforms: chosen }),
    },
    {
      id: 'state',
      name: p('filter.state'),
      chosen: filter.states,
      options: pieceStates.map((state) => ({
        value: state,
        label: sayState(lang, state),
        mark: <StateMark state={edgeOf('planned', state)} />,
      })),
      choose: (chosen) => setFilter({ states: pieceStates.filter((state) => chosen.includes(state)) }),
    },
    {
      id: 'outcome',
      name: p('filter.outcome'),
      chosen: filter.outcomes,
      options: outcomes.map((outcome) => ({ value: outcome, label: sayOutcome(lang, outcome), mark: null })),
      choose: (chosen) => setFilter({ outcomes: outcomes.filter((outcome) => chosen.includes(outcome)) }),
    },
    {
      id: 'finding',
      name: p('filter.finding'),
      chosen: filter.findings,
      options: findingKinds.map((kind) => ({
        value: kind,
        label: p(`finding.${kind}`),
        mark: kind === 'behind' ? <BehindMark /> : kind === 'clean' ? null : <FindingMark severity={kind} />,
      })),
      choose: (chosen) => setFilter({ findings: findingKinds.filter((kind) => chosen.includes(kind)) }),
    },
  ];
  return lists.filter(({ options }) => options.length > 0);
}

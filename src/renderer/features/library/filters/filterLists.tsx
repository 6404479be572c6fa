import type { ReactNode } from 'react';
import { type PieceCounts, type PieceFilter, reviewFilters } from '../../../../contract';
import { langs, pieceKinds, pieceStates, type Subkind, subkinds } from '../../../../core/model/records';
import { chooseKinds } from '../../../../core/search/kindChoice';
import { kindWords, sayKind, sayState, saySubkind } from '../../../../core/words/kinds';
import { libraryWords } from '../../../../core/words/library';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { KindMark } from '../../../ui/KindMark';
import { PersonDot } from '../../../ui/PersonDot';
import { PlatformTile } from '../../../ui/PlatformTile';
import { StateMark } from '../../../ui/StateMark';
import { changeFilter, type Desk } from '../desk';
import { ReviewMark } from '../ReviewMark';

export type FilterOption = {
  readonly value: string;
  readonly label: string;
  readonly mark: ReactNode;
  readonly count: number | undefined;
  /** Stands below and belongs to the option before it. */
  readonly under?: boolean;
};

/** One condition with its choices, for a chip or a part of the menu of all others. */
export type FilterList = {
  readonly id: string;
  readonly name: string;
  readonly chosen: readonly string[];
  readonly options: readonly FilterOption[];
  readonly choose: (values: readonly string[]) => void;
};

/** Every condition of the library that is a choice among names. Numbers are what each choice alone would leave. */
export function useFilterLists(desk: Desk, counts: PieceCounts | null): Readonly<Record<FilterId, FilterList>> {
  const t = useWords(libraryWords);
  const k = useWords(kindWords);
  const lang = useLang();
  const filter = useStudio((state) => state.library.filter);
  const outline = useStudio((state) => state.outline);
  const packs = useStudio((state) => state.packs);
  const change = (part: Partial<PieceFilter>) => changeFilter(desk, part);
  const countIn = (group: Readonly<Record<string, number>> | undefined, id: string) =>
    group === undefined ? undefined : (group[id] ?? 0);
  const platforms = [...new Set((outline?.account ?? []).map(({ platform }) => platform))];
  return {
    kind: {
      id: 'kind',
      name: t('filter.kind'),
      chosen: [...filter.kinds, ...filter.subkinds],
      options: pieceKinds.flatMap((kind): readonly FilterOption[] => [
        {
          value: kind,
          label: sayKind(lang, kind),
          mark: <KindMark kind={kind} />,
          count: countIn(counts?.kinds, kind),
        },
        ...subkinds[kind].map((subkind: Subkind) => ({
          value: subkind,
          label: saySubkind(lang, subkind),
          mark: null,
          count: countIn(counts?.subkinds, subkind),
          under: true,
        })),
      ]),
      choose: (values) => {
        const { kinds, subkinds: under } = chooseKinds([...filter.kinds, ...filter.subkinds], values);
        change({ kinds: [...kinds], subkinds: [...under] });
      },
    },
    state: {
      id: 'state',
      name: t('filter.state'),
      chosen: filter.states,
      options: pieceStates.map((state) => ({
        value: state,
        label: sayState(lang, state),
        mark: <StateMark state={state === 'archived' ? 'skipped' : state} />,
        count: countIn(counts?.states, state),
      })),
      choose: (values) => change({ states: pieceStates.filter((state) => values.includes(state)) }),
    },
    persona: {
      id: 'persona',
      name: t('filter.persona'),
      chosen: filter.personaIds,
      options: (outline?.persona ?? []).map(({ id, name, tint }) => ({
        value: id,
        label: name,
        mark: <PersonDot name={name} tint={tint} hint={false} />,
        count: countIn(counts?.personas, id),
      })),
      choose: (values) => change({ personaIds: [...values] }),
    },
    campaign: {
      id: 'campaign',
      name: t('filter.campaign'),
      chosen: filter.campaignIds,
      options: (outline?.campaign ?? []).map(({ id, name }) => ({
        value: id,
        label: name,
        mark: null,
        count: countIn(counts?.campaigns, id),
      })),
      choose: (values) => change({ campaignIds: [...values] }),
    },
    platform: {
      id: 'platform',
      name: t('filter.platform'),
      chosen: filter.platforms,
      options: platforms.map((id) => ({
        value: id,
        label: packs?.get(id)?.[lang] ?? id,
        mark: <PlatformTile size="small" glyph={packs?.get(id)?.glyph ?? '·'} />,
        count: countIn(counts?.platforms, id),
      })),
      choose: (values) => change({ platforms: [...values] }),
    },
    lang: {
      id: 'lang',
      name: t('filter.lang'),
      chosen: filter.langs,
      options: langs.map((one) => ({
        value: one,
        label: k(`lang.${one}`),
        mark: null,
        count: countIn(counts?.langs, one),
      })),
      choose: (values) => change({ langs: langs.filter((one) => values.includes(one)) }),
    },
    review: {
      id: 'review',
      name: t('filter.review'),
      chosen: filter.reviews,
      options: reviewFilters.map((one) => ({
        value: one,
        label: t(`review.${one}`),
        mark: <ReviewMark standing={one} />,
        count: countIn(counts?.reviews, one),
      })),
      choose: (values) => change({ reviews: reviewFilters.filter((one) => values.includes(one)) }),
    },
    owner: {
      id: 'owner',
      name: t('filter.owner'),
      chosen: filter.ownerIds,
      options: (outline?.member ?? []).map(({ id, name }) => ({
        value: id,
        label: name,
        mark: <PersonDot name={name} hint={false} />,
        count: countIn(counts?.owners, id),
      })),
      choose: (values) => change({ ownerIds: [...values] }),
    },
  };
}
export type FilterId = 'kind' | 'state' | 'persona' | 'campaign' | 'platform' | 'lang' | 'owner' | 'review';

import { useMemo } from 'react';
import type { ReviewSourceInput } from '../../../contract';
import { periodOf } from '../../../core/schedule/days';
import { saySpan } from '../../../core/words/dates';
import { marksWords } from '../../../core/words/marks';
import { anchorOf, weekStartOf } from '../../state/plan';
import type { MarksTask } from '../../state/route';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { selectedIds } from '../../state/selection';

/** Something whose texts can be handed over in one act. */
export type HandSource = {
  readonly key: string;
  readonly name: string;
  readonly input: ReviewSourceInput;
  /** Pieces beyond those that are asked about. */
  readonly more: number;
};

/** What was asked for first; then what the plan has selected, what it shows, and every campaign. */
export function useHandSources(task: Extract<MarksTask, { readonly kind: 'hand' }>): readonly HandSource[] {
  const t = useWords(marksWords);
  const lang = useLang();
  const filter = useStudio((state) => state.filter);
  const zoom = useStudio((state) => state.zoom);
  const anchor = useStudio(anchorOf);
  const weekStart = useStudio(weekStartOf);
  const selection = useStudio((state) => state.selection);
  const campaigns = useStudio((state) => state.outline?.campaign);
  return useMemo(() => {
    const { pieceIds, more = 0, campaignId } = task;
    const { from, to } = periodOf(zoom, anchor, weekStart);
    const { kinds, ...shown } = structuredClone(filter) as {
      -readonly [K in keyof typeof filter]: [...(typeof filter)[K]];
    };
    const selected = selectedIds(selection);
    const picked: HandSource[] =
      pieceIds.length === 0
        ? []
        : [
            {
              key: 'picked',
              name: t('hand.source.picked', { count: pieceIds.length }),
              input: { pieceIds: [...pieceIds] },
              more,
            },
          ];
    const inPlan: HandSource[] = [
      ...(selected.length === 0
        ? []
        : [
            {
              key: 'selected',
              name: t('hand.source.selected', { count: selected.length }),
              input: { plan: { placementIds: [...selected] } },
              more: 0,
            },
          ]),
      {
        key: 'shown',
        name: t('hand.source.shown', { span: saySpan(lang, from, to) }),
        input: { plan: { from, to, ...shown, pieceKinds: kinds } },
        more: 0,
      },
    ];
    const ofCampaigns = (campaigns ?? []).map(
      ({ id, name }): HandSource => ({
        key: `campaign ${id}`,
        name: t('hand.source.campaign', { name }),
        input: { plan: { campaignIds: [id] } },
        more: 0,
      }),
    );
    const all = [...picked, ...inPlan, ...ofCampaigns];
    const asked = all.filter(({ key }) => key === `campaign ${campaignId}`);
    return [...asked, ...all.filter((source) => !asked.includes(source))];
  }, [t, lang, task, zoom, anchor, weekStart, filter, selection, campaigns]);
}

import type { PlacementCard } from '../../../contract';
import { type Flavours, tableFlavours } from '../../../core/export/flavours';
import type { Lang } from '../../../core/model/records';
import { edgeOf } from '../../../core/schedule/edge';
import { byTime } from '../../../core/schedule/planned';
import { exporterWords } from '../../../core/words/exporters';
import { sayKind, sayOutcome, sayState } from '../../../core/words/kinds';
import { say } from '../../../core/words/say';
import type { StudioState } from '../../state/studio';

const columns = ['date', 'time', 'platform', 'account', 'kind', 'title', 'state'] as const;

/** Chosen placements as a table to paste into a sheet, in the order of their days. */
export function placementTable(state: StudioState, ids: readonly string[], lang: Lang): Flavours {
  const accounts = new Map(state.outline?.account.map((account) => [account.id, account]));
  const cells: { readonly [C in (typeof columns)[number]]: (card: PlacementCard) => string } = {
    date: ({ day }) => day ?? '',
    time: ({ time }) => time ?? '',
    platform: ({ format }) => {
      const [platform = '', shape = ''] = (format ?? '').split('/');
      const pack = state.packs?.get(platform);
      const named = pack?.formats.find(({ id }) => id === shape);
      return [pack?.[lang] ?? platform, named?.[lang] ?? shape].filter((part) => part !== '').join(' · ');
    },
    account: ({ accountId }) => accounts.get(accountId ?? '')?.name ?? '',
    kind: ({ kind }) => sayKind(lang, kind),
    title: ({ title }) => title,
    state: ({ outcome, pieceState }) => {
      const edge = edgeOf(outcome, pieceState);
      return edge === 'handed_over' || edge === 'live' || edge === 'skipped'
        ? sayOutcome(lang, edge)
        : sayState(lang, edge);
    },
  };
  const cards = state.cards
    .filter(({ id }) => ids.includes(id))
    .sort((a, b) => ((a.day ?? '9') < (b.day ?? '9') ? -1 : (a.day ?? '9') > (b.day ?? '9') ? 1 : byTime(a, b)));
  return tableFlavours([
    columns.map((column) => say(exporterWords, lang, `column.${column}`)),
    ...cards.map((card) => columns.map((column) => cells[column](card))),
  ]);
}

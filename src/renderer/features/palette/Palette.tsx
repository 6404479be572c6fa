import {
  createSpotlight,
  Spotlight,
  type SpotlightActionData,
  type SpotlightActionGroupData,
  type SpotlightStore,
} from '@mantine/spotlight';
import '@mantine/spotlight/styles.layer.css';
import { IconBookmark, IconCalendarPin, IconFlag } from '@tabler/icons-react';
import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import type { PieceCard, PlacementCard } from '../../../contract';
import { campaignWords } from '../../../core/words/campaign';
import { commandWords } from '../../../core/words/commands';
import { sayDate, sayMoment, saySpan } from '../../../core/words/dates';
import { sayOutcome, sayState } from '../../../core/words/kinds';
import { say } from '../../../core/words/say';
import { type Command, commandGroups } from '../../commands/command';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { Keys } from '../../ui/Keys';
import { KindMark } from '../../ui/KindMark';
import { titleOrNone } from '../../ui/plan/tileWords';
import classes from './Palette.module.css';

/** Everything that can be done, and every piece, by typing. */
export function Palette() {
  const t = useWords(commandWords);
  const lang = useLang();
  const close = useStudio((state) => state.setPaletteOpen);
  const [query, setQuery] = useState('');
  const [[store, spotlight]] = useState(createSpotlight);
  useEffect(() => spotlight.open(), [spotlight]);
  const { pieces, searching } = usePieces(query);
  const commands = useCommandGroups(query);
  const studio = useStudioHandle();
  const found: SpotlightActionData[] = pieces.map((piece) => ({
    id: `piece ${piece.id}`,
    label: titleOrNone(lang, piece.title),
    description: [
      sayState(lang, piece.state),
      piece.nextDay === null ? null : sayDate(lang, piece.nextDay),
      piece.excerpt,
    ]
      .filter(Boolean)
      .join(' · '),
    leftSection: <KindMark kind={piece.kind} size={12} />,
    onClick: () => studio.getState().openPiece(piece.id),
  }));
  const views = useViews(query);
  const campaigns = useCampaigns(query);
  const planned = usePlanned(query);
  const actions: SpotlightActionGroupData[] = [
    ...(found.length > 0 ? [{ group: t('palette.pieces'), actions: found }] : []),
    ...(planned.length > 0 ? [{ group: t('palette.planned'), actions: planned }] : []),
    ...(campaigns.length > 0 ? [{ group: t('palette.campaigns'), actions: campaigns }] : []),
    ...(views.length > 0 ? [{ group: t('palette.views'), actions: views }] : []),
    ...commands,
  ];
  const shown = actions.flatMap((group) => group.actions.map(({ id }) => id)).join('\n');
  useFirstChosen(store, query.trim() === '' ? '' : shown);
  return (
    <Spotlight
      store={store}
      actions={actions}
      query={query}
      onQueryChange={setQuery}
      onSpotlightClose={() => close(false)}
      closeOnEscape
      shortcut={null}
      filter={(_query, given) => given}
      nothingFound={searching ? t('palette.searching') : t('palette.nothing')}
      searchProps={{ placeholder: t('palette.placeholder'), 'aria-label': t('palette.placeholder') }}
      maxHeight="min(70vh, 560px)"
      scrollable
      size={600}
      classNames={classes}
      attributes={{ content: { 'aria-label': t('studio.palette') } }}
      overlayProps={{ backgroundOpacity: 1, blur: 0, color: 'var(--jz-scrim)' }}
      shadow="md"
      transitionProps={{ duration: 120 }}
    />
  );
}

/**
 * What is typed has a first answer, and Enter is for it, whatever arrived or left since the last letter. An answer that
 * the arrows went to stays chosen while it is there.
 */
function useFirstChosen(store: SpotlightStore, shown: string): void {
  useLayoutEffect(() => {
    const list = document.getElementById(store.getState().listId);
    if (shown === '' || list === null) return;
    const answers = [...list.querySelectorAll('[data-action]')];
    const kept = answers.findIndex((answer) => answer.matches('[data-selected]'));
    const selected = store.getState().selected > 0 ? Math.max(kept, 0) : 0;
    // The list keeps what is chosen as a mark on its element, and where it stands as a number.
    for (const [at, answer] of answers.entries()) answer.toggleAttribute('data-selected', at === selected);
    store.updateState((state) => ({ ...state, selected }));
  }, [store, shown]);
}

/** Pieces whose text holds the words, newest first; the last answer counts. */
function usePieces(query: string): { readonly pieces: readonly PieceCard[]; readonly searching: boolean } {
  const { api } = useStudioHandle();
  const [found, setFound] = useState<{ readonly query: string; readonly pieces: readonly PieceCard[] }>({
    query: '',
    pieces: [],
  });
  const wanted = query.trim();
  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      const answer = await api.call('piece.list', { filter: { query: wanted.slice(0, 200) }, limit: 8, offset: 0 });
      if (current && answer.ok) setFound({ query: wanted, pieces: answer.value.items });
    }, 60);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [api, wanted]);
  const limit = wanted === '' ? 3 : 8;
  const searching = found.query !== wanted;
  // Until the store has answered, what was found for fewer letters stands only where its title has these, too.
  const pieces = searching ? found.pieces.filter(({ title }) => title.includes(wanted)) : found.pieces;
  return { pieces: pieces.slice(0, limit), searching };
}

/** Where the words stand in the plan, the nearest to today first: one step to the tile. */
function usePlanned(query: string): SpotlightActionData[] {
  const studio = useStudioHandle();
  const { api } = studio;
  const lang = useLang();
  const accounts = useStudio((state) => state.outline?.account ?? none);
  const packs = useStudio((state) => state.packs);
  const [cards, setCards] = useState<readonly PlacementCard[]>([]);
  const wanted = query.trim();
  useEffect(() => {
    let current = true;
    const timer = setTimeout(async () => {
      if (wanted === '') return setCards([]);
      const answer = await api.call('placement.search', { query: wanted.slice(0, 200), limit: 6 });
      if (current && answer.ok) setCards(answer.value);
    }, 60);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [api, wanted]);
  return cards.flatMap((card) => {
    if (card.day === null) return [];
    const account = accounts.find(({ id }) => id === card.accountId);
    return {
      id: `placement ${card.id}`,
      label: titleOrNone(lang, card.title),
      description: [
        sayMoment(lang, card.day, card.time),
        packs?.get(account?.platform ?? '')?.[lang],
        account?.name,
        card.outcome === 'planned' ? undefined : sayOutcome(lang, card.outcome),
      ]
        .filter((part) => part !== undefined)
        .join(' · '),
      leftSection: <IconCalendarPin size={15} stroke={1.6} aria-hidden="true" />,
      onClick: () => void studio.getState().showPlacement(card.id),
    };
  });
}

/** Campaigns by name, hashtag or product: one step to the page. */
function useCampaigns(query: string): SpotlightActionData[] {
  const studio = useStudioHandle();
  const lang = useLang();
  const campaigns = useStudio((state) => state.outline?.campaign ?? none);
  const wanted = query.trim().toLowerCase();
  if (wanted === '') return [];
  return campaigns
    .filter(({ name, hashtag, product }) => `${name}\n${hashtag}\n${product}`.toLowerCase().includes(wanted))
    .slice(0, MOST_CAMPAIGNS)
    .map(({ id, name, hashtag, start, end }) => ({
      id: `campaign ${id}`,
      label: name === '' ? say(campaignWords, lang, 'unnamed') : name,
      description: [hashtag, start === null || end === null ? '' : saySpan(lang, start, end)]
        .filter(Boolean)
        .join(' · '),
      leftSection: <IconFlag size={15} stroke={1.6} aria-hidden="true" />,
      onClick: () => studio.getState().openCampaign(id),
    }));
}

/** Campaigns offered at once. */
const MOST_CAMPAIGNS = 6;

/** The library's saved views by name: one step away from every screen. */
function useViews(query: string): SpotlightActionData[] {
  const studio = useStudioHandle();
  const lang = useLang();
  const views = useStudio((state) => state.outline?.view ?? none);
  const wanted = query.trim().toLowerCase();
  // Without words the palette stays short; the views stand in the library's own menu.
  if (wanted === '') return [];
  return views
    .filter(({ screen, name }) => screen === 'library' && name !== '' && name.toLowerCase().includes(wanted))
    .map(({ id, name }) => ({
      id: `view ${id}`,
      label: say(commandWords, lang, 'palette.view', { name }),
      leftSection: <IconBookmark size={15} stroke={1.6} aria-hidden="true" />,
      onClick: () => studio.getState().openSavedView(id),
    }));
}

function useCommandGroups(query: string): readonly SpotlightActionGroupData[] {
  const t = useWords(commandWords);
  const studio = useStudioHandle();
  const sets = useStudio((state) => state.commandSets);
  const lang = useLang();
  return useMemo(() => {
    const state = studio.getState();
    const wanted = query.trim().toLowerCase();
    const offered = Object.values(sets)
      .flat()
      .filter((command) => command.hidden !== true && command.byPart !== true && (command.applies?.(state) ?? true))
      // Both languages are searched: people type 撤销 and undo alike.
      .filter((command) =>
        `${command.label('zh', state)} ${command.label('en', state)}`.toLowerCase().includes(wanted),
      );
    return commandGroups.flatMap((group) => {
      const mine = offered.filter((command) => command.group === group);
      if (mine.length === 0) return [];
      return [
        {
          group: t(`group.${group}`),
          actions: mine.map((command: Command) => ({
            id: command.id,
            label: command.label(lang, state),
            rightSection: command.keys?.[0] === undefined ? null : <Keys keys={command.keys[0]} />,
            onClick: () => void command.run(studio.getState()),
          })),
        },
      ];
    });
  }, [studio, sets, query, lang, t]);
}

const none: readonly never[] = [];

import { useEffect, useEffectEvent } from 'react';
import { commandWords } from '../../../core/words/commands';
import { deskWords } from '../../../core/words/desk';
import { speakerIn } from '../../../core/words/say';
import type { Command } from '../../commands/command';
import { useStudio } from '../../state/StudioProvider';
import type { Desk } from './useDesk';

const word = speakerIn(deskWords);
const common = speakerIn(commandWords);

/** Walking, days and zoom of the desk, while it is open. */
export function useDeskCommands(desk: Desk, step: (by: number) => void): void {
  const offer = useStudio((state) => state.offerCommands);
  const choose = useStudio((state) => state.chooseAtDesk);
  const walk = useEffectEvent((by: 1 | -1) => {
    const at = desk.items.findIndex(({ card }) => card.id === desk.chosen?.card.id);
    const next = desk.items[at + by];
    if (next !== undefined) choose(next.card.id);
  });
  const stepNow = useEffectEvent(step);
  useEffect(() => {
    const commands: readonly Command[] = [
      { id: 'desk.next', group: 'view', label: word('command.next'), keys: ['j', 'arrowdown'], run: () => walk(1) },
      {
        id: 'desk.previous',
        group: 'view',
        label: word('command.previous'),
        keys: ['k', 'arrowup'],
        run: () => walk(-1),
      },
      {
        id: 'plan.today',
        group: 'view',
        label: common('plan.today'),
        keys: ['t'],
        run: (state) => state.lookAtDesk({ from: null }),
      },
      { id: 'plan.previous', group: 'view', label: common('plan.previous'), keys: ['['], run: () => stepNow(-1) },
      { id: 'plan.next', group: 'view', label: common('plan.next'), keys: [']'], run: () => stepNow(1) },
      {
        id: 'desk.day',
        group: 'view',
        label: word('command.day'),
        keys: ['shift+d'],
        run: (state) => state.lookAtDesk({ span: 1 }),
      },
      { id: 'desk.three', group: 'view', label: word('command.three'), run: (state) => state.lookAtDesk({ span: 3 }) },
      {
        id: 'desk.week',
        group: 'view',
        label: word('command.week'),
        keys: ['shift+w'],
        run: (state) => state.lookAtDesk({ span: 7 }),
      },
    ];
    return offer('desk', commands);
  }, [offer]);
}

type FootActs = { readonly [K in 'handed' | 'live' | 'link' | 'skip' | 'publish']: (() => void) | null };
const footKeys = { handed: ['h'], live: ['l'], link: ['v'], skip: ['x'], publish: ['o'] } as const;

/** What can be said of the item that is looked at. */
export function useFootCommands(acts: FootActs): void {
  const offer = useStudio((state) => state.offerCommands);
  const now = useEffectEvent((name: keyof FootActs) => acts[name]);
  useEffect(() => {
    const commands = (Object.keys(footKeys) as (keyof FootActs)[]).map(
      (name): Command => ({
        id: `desk.${name}`,
        group: 'edit',
        label: word(`command.${name}`),
        keys: footKeys[name],
        applies: () => now(name) !== null,
        run: () => now(name)?.(),
      }),
    );
    return offer('desk.item', commands);
  }, [offer]);
}

import type { PlanFinding } from '../../../core/cadence/finding';
import { makeWaiver, type Waiver, waiverRegister, writeWaiver } from '../../../core/cadence/waive';
import { sayPlanFinding } from '../../../core/words/planCheck';
import { planCheckScreenWords } from '../../../core/words/planCheckScreen';
import { say } from '../../../core/words/say';
import { todayOf } from '../../state/plan';
import { checkedSpan } from '../../state/planCheck';
import type { Studio } from '../../state/studio';

/** Fixes findings as one step of undo, and tells how many; what is left needs a person. */
export async function fixThese(studio: Studio, keys: readonly string[]): Promise<void> {
  const state = studio.getState();
  const { lang } = state.settings;
  if (keys.length === 0) return state.announce(say(planCheckScreenWords, lang, 'told.none'));
  const answer = await state.act('plan.fix', { ...checkedSpan(state), keys: [...keys] });
  if (answer === null) return;
  const { fixed, left } = answer;
  const message =
    fixed === 0
      ? say(planCheckScreenWords, lang, 'told.none')
      : left > 0
        ? say(planCheckScreenWords, lang, 'told.left', { fixed, left })
        : say(planCheckScreenWords, lang, 'told.fixed', { count: fixed });
  studio.getState().announce(message);
  if (fixed > 0) studio.getState().notify({ message, undo: true });
}

/** Leaves a finding as it is, with a reason; it travels with the plan. */
export async function waiveThis(studio: Studio, finding: PlanFinding, reason: string): Promise<void> {
  const { lang } = studio.getState().settings;
  const { title } = sayPlanFinding(lang, finding);
  const text = writeWaiver(makeWaiver(finding, reason.trim(), title, todayOf(studio.getState())));
  await write(studio, 'plan_waive', finding.key, text, say(planCheckScreenWords, lang, 'told.waived', { title }));
}

export async function unwaive(studio: Studio, key: string, waiver: Waiver): Promise<void> {
  const { lang } = studio.getState().settings;
  const told = say(planCheckScreenWords, lang, 'told.unwaived', { title: waiver.about });
  await write(studio, 'plan_unwaive', key, null, told);
}

async function write(
  studio: Studio,
  code: 'plan_waive' | 'plan_unwaive',
  key: string,
  value: string | null,
  told: string,
): Promise<void> {
  const { act, outline } = studio.getState();
  const id = outline?.workspace[0]?.id;
  if (id === undefined) return;
  const ops = [{ kind: 'set' as const, type: 'workspace' as const, id, register: waiverRegister(key), value }];
  if ((await act('change.make', { label: { code, params: {} }, ops })) === null) return;
  studio.getState().announce(told);
  studio.getState().notify({ message: told, undo: true });
}

/** Goes where a finding is: to its tile, which lights up, or to its days. */
export async function goTo(studio: Studio, finding: PlanFinding): Promise<void> {
  const state = studio.getState();
  const [id] = finding.placementIds;
  if (id !== undefined) {
    await state.showPlacement(id);
    return;
  }
  if (finding.from === null) return;
  if (state.route.screen !== 'calendar') state.go({ screen: 'matrix' });
  state.setAnchor(finding.from);
  if (finding.accountId !== null) state.select({ kind: 'cell', accountId: finding.accountId, day: finding.from });
}

/** Once the plan has gone where it was sent: it gives the tile the focus, and the list asks it back to go on. */
export function whenLanded(studio: Studio, then: () => void): void {
  const { jump } = studio.getState();
  if (jump === null) {
    then();
    return;
  }
  const stop = studio.subscribe((state) => {
    if (state.jump === jump) return;
    stop();
    // The tile is focused by the drawing that landed it.
    studio.world.afterPaint(then);
  });
}

import { afterEach, expect, it } from 'vitest';
import { keepPlanView, openPlanWith, planViewsOf, updatePlanView } from '../../../src/renderer/state/planning/views';
import { bridge, TODAY } from '../../helpers/bridge';
import { openWindow, type TestWindow } from '../screen';

let open: TestWindow | null = null;
afterEach(() => open?.close());

it('opens the plan with the view that was chosen for it, and no longer once that is taken back', async () => {
  open = await openWindow(await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } }));
  const { studio } = open;
  const views = () => planViewsOf(studio.getState().outline);
  const view = (name: string) => {
    const found = views().find((one) => one.name === name);
    if (found === undefined) throw new Error(`No view ${name}.`);
    return found;
  };
  const settled = (name: string, opens: boolean) =>
    open?.until(() => views().some((one) => one.name === name && one.filter.includes('"opens":true') === opens));
  studio.getState().setZoom('month');
  studio.getState().setFilter({ ...studio.getState().filter, kinds: ['scene'] });
  await keepPlanView(studio, '场景');
  await settled('场景', false);
  studio.getState().setZoom('week');
  await keepPlanView(studio, '一周');
  await settled('一周', false);

  await openPlanWith(studio, view('一周'), true);
  await settled('一周', true);
  // One of them at most: choosing another takes it from the first, as one step of undo.
  await openPlanWith(studio, view('场景'), true);
  await settled('场景', true);
  await settled('一周', false);
  studio.getState().setZoom('quarter');
  await updatePlanView(studio, view('场景'));
  await open.until(() => view('场景').filter.includes('quarter'));
  await settled('场景', true);

  const again = async () => {
    const { getState, setState } = studio;
    getState().clearFilter();
    getState().setZoom('fortnight');
    setState({ outline: null });
    await getState().start();
  };
  await again();
  await open.until(() => studio.getState().planView === view('场景').id);
  expect(studio.getState()).toMatchObject({ zoom: 'quarter', filter: { kinds: ['scene'] } });

  await openPlanWith(studio, view('场景'), false);
  await settled('场景', false);
  await again();
  await open.until(() => studio.getState().outline !== null);
  expect(studio.getState()).toMatchObject({ zoom: 'fortnight', planView: null });
});

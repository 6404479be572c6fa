import { expect, it } from 'vitest';
import { bridge, value, TODAY } from '../helpers/bridge';
it('opens', async () => {
  const b = await bridge({ seed: { kind: 'sample', edition: 'zh', today: TODAY } });
  const o = value(await b.call('plan.outline', {}));
  console.log(o.account.length, o.campaign.length, o.trayCount, o.wave.length);
  b.close();
  expect(1).toBe(1);
});

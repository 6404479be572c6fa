import { expect, test } from 'vitest';
import { checkAddress } from '../../src/main/external';
import cases from '../fixtures/links/addresses.json';

/** Cases are data: `[address, host or fault]`; `\u` escapes keep invisible characters visible. */
test.each(cases.pass as [string, string][])('%j is opened and shows the host %s', (address, host) => {
  expect(checkAddress(address)).toEqual({ ok: true, value: { url: new URL(address).href, host } });
});

test.each(cases.refuse as [string, string][])('%j is refused as %s', (address, fault) => {
  expect(checkAddress(address)).toEqual({ ok: false, error: fault });
});

test('an address of more than 2,000 characters is refused', () => {
  expect(checkAddress(`https://example.com/${'a'.repeat(2_000)}`)).toEqual({ ok: false, error: 'too_long' });
});

test('there are at least 80 cases', () => {
  expect(cases.pass.length + cases.refuse.length + 1).toBeGreaterThanOrEqual(80);
});

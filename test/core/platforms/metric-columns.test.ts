import { describe, expect, it } from 'vitest';
import { shippedMetricColumns } from '../../../src/core/platforms/metricColumns';
import { findPlatform } from '../../../src/core/platforms/registry';
import { shippedPacks } from '../../../src/core/platforms/shipped';

describe('columns of platform exports', () => {
  it('load, belong to known platforms, and are named once per export', () => {
    const { platforms } = shippedMetricColumns();
    expect(platforms.map(({ id }) => id)).toContain('xiaohongshu');
    for (const { id, exports } of platforms) {
      expect(findPlatform(shippedPacks(), id), id).not.toBeNull();
      for (const sheet of exports) {
        const names = sheet.columns.map(({ name }) => name);
        expect(new Set(names).size, `${id}/${sheet.id}`).toBe(names.length);
        for (const sign of sheet.signature ?? []) expect(names, `${id}/${sheet.id}`).toContain(sign);
      }
    }
  });
});

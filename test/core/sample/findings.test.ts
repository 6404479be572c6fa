import { describe, expect, it } from 'vitest';
import { adapt } from '../../../src/core/adapt/adapt';
import { sourceOf, voiceOf } from '../../../src/core/adapt/source';
import type { Finding, Overrides } from '../../../src/core/adapt/types';
import { type Lang, langs } from '../../../src/core/model/records';
import { applyOverrides } from '../../../src/core/platforms/overrides';
import { findFormat } from '../../../src/core/platforms/registry';
import { shippedPacks } from '../../../src/core/platforms/shipped';
import { sampleOn, TODAY, viewsOf } from './plan';

type Reported = { readonly placement: string; readonly format: string; readonly findings: readonly Finding[] };

/** What adaptation says about every placement of an edition, leaving out what is only information. */
function reportsOf(edition: Lang): readonly Reported[] {
  const plan = sampleOn(TODAY, edition);
  const { packs, rejected } = applyOverrides(shippedPacks(), viewsOf(plan, 'platform'));
  expect(rejected).toEqual([]);
  const [assets, personas, communities] = [
    viewsOf(plan, 'asset'),
    viewsOf(plan, 'persona'),
    viewsOf(plan, 'community'),
  ];
  return viewsOf(plan, 'placement').map(({ id, pieceId, accountId, format: ref }) => {
    const piece = viewsOf(plan, 'piece').find((one) => one.id === pieceId);
    const account = viewsOf(plan, 'account').find((one) => one.id === accountId);
    const doc = plan.records.find((record) => record.id === pieceId)?.doc;
    const format = findFormat(packs, ref ?? '');
    if (!piece || !account || !doc || !format) throw new Error(`The placement ${id} cannot be adapted.`);
    const persona = personas.find((one) => one.id === account.personaId) ?? null;
    const community = communities.find((one) => one.id === account.communityId) ?? null;
    const variant = viewsOf(plan, 'variant').find(
      (one) => one.pieceId === pieceId && one.accountId === accountId && one.format === ref,
    );
    const { findings } = adapt({
      source: sourceOf(piece, doc, assets),
      format,
      voice: voiceOf(account, persona, community),
      overrides: (variant?.overrides ?? {}) as Overrides,
    });
    return { placement: id, format: format.ref, findings: findings.filter(({ severity }) => severity !== 'info') };
  });
}

describe.each(langs)('adapted for every placement, the %s edition', (edition) => {
  const reports = reportsOf(edition);
  const places = (code: string) =>
    reports.filter(({ findings }) => findings.some((finding) => finding.code === code)).map(({ format }) => format);

  it('shows each fault that was put there on purpose', () => {
    expect(places('link_banned')).toEqual(['xiaohongshu/note_image']);
    expect(places('title_too_long')).toContain('xiaohongshu/note_image');
    expect(places('image_no_alt').length).toBeGreaterThan(0);
    expect(places('unresolved_field').length).toBeGreaterThan(0);
    // The list of words is Chinese, and so is the law.
    if (edition === 'zh') expect(places('ad_law_term').length).toBeGreaterThan(0);
  });

  it('is otherwise clean: four placements in five have nothing to fix', () => {
    const clean = reports.filter(({ findings }) => findings.length === 0);
    expect(clean.length / reports.length).toBeGreaterThan(0.8);
  });

  it('has no must-fix on anything that is live', () => {
    const live = new Set(
      viewsOf(sampleOn(TODAY, edition), 'placement').flatMap(({ id, outcome }) => (outcome === 'live' ? id : [])),
    );
    const broken = reports.filter(
      ({ placement, findings }) => live.has(placement) && findings.some(({ severity }) => severity === 'error'),
    );
    expect(broken).toEqual([]);
  });
});

import { sayFindingLine } from '../words/findings';
import { formatName, platformName, sortEntries } from './entries';
import { FORMAT, type Schedule, VERSION } from './json/schema';
import type { ExportEntry, ExportFile, ExportModel } from './types';

/** The schedule for other programs: every placement with its text, its lengths and what is to settle (`json/schema.ts`). */
export const runJson = (model: ExportModel): readonly ExportFile[] => [
  { path: 'schedule.json', content: `${JSON.stringify(scheduleOf(model), null, 2)}\n` },
];

export const scheduleOf = (model: ExportModel): Schedule => ({
  format: FORMAT,
  version: VERSION,
  title: model.title,
  lang: model.lang,
  zone: model.zone,
  from: model.shown.from,
  to: model.shown.to,
  filter: [...model.shown.filter],
  placements: sortEntries(model.entries).map((entry) => placementOf(entry, model)),
});

function placementOf(entry: ExportEntry, model: ExportModel): Schedule['placements'][number] {
  const { placement, piece, account, persona, variant, blocked, campaign } = entry;
  return {
    id: placement.id,
    day: placement.day,
    time: placement.time,
    zone: placement.zone,
    platform: { id: variant.platform, name: platformName(model, entry) },
    format: { id: `${variant.platform}/${variant.format}`, name: formatName(model, entry) },
    account: account === null ? null : { id: account.id, name: account.name, handle: account.handle },
    persona: persona?.name || null,
    campaign: campaign || null,
    outcome: placement.outcome,
    liveLink: placement.liveLink || null,
    piece: {
      id: piece.id,
      title: piece.title,
      kind: piece.kind,
      subkind: piece.subkind,
      state: piece.state,
      lang: piece.lang,
      link: piece.link || null,
    },
    // A text that fits no lawful form is listed, never written.
    text: blocked
      ? null
      : { title: variant.title, body: variant.body, posts: [...variant.parts], tags: [...variant.tags] },
    counts: variant.counts.map(({ field, unit, value, limit }) => ({ field, unit, value, limit })),
    findings: variant.findings.map((finding) => ({
      severity: finding.severity,
      code: finding.code,
      field: finding.field,
      text: sayFindingLine(model.lang, finding),
    })),
  };
}

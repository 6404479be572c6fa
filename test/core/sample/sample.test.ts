import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sourceHash } from '../../../src/core/adapt/sourceHash';
import { readMarkdown } from '../../../src/core/markdown/readMarkdown';
import type { BlockNode } from '../../../src/core/model/doc';
import { idSchema } from '../../../src/core/model/ids';
import { langs, recordTypes, subkinds } from '../../../src/core/model/records';
import { createOp, opSchema } from '../../../src/core/plan/ops';
import { sampleFiles } from '../../../src/core/sample/files';
import { sampleSource } from '../../../src/core/sample/schema';
import { addDays, daysBetween, wallDate } from '../../../src/core/time/wall';
import { sampleOn, TODAY, viewsOf } from './plan';

const source = sampleSource.parse(sampleFiles);
const han = /\p{Script=Han}/u;

describe.each(langs)('the %s edition of the sample', (edition) => {
  const plan = sampleOn(TODAY, edition);
  const views = <T extends Parameters<typeof viewsOf>[1]>(type: T) => viewsOf(plan, type);

  it('holds only records that the plan store would take', () => {
    for (const { type, id, draft, doc } of plan.records) {
      expect(idSchema.safeParse(id).success, id).toBe(true);
      const op = opSchema.safeParse(createOp(type, id, draft as never, doc));
      expect(op.success ? [] : op.error.issues, id).toEqual([]);
    }
  });

  it('has at least one record of every type, each id once', () => {
    expect(new Set(plan.records.map(({ type }) => type))).toEqual(new Set(recordTypes));
    expect(new Set(plan.records.map(({ id }) => id)).size).toBe(plan.records.length);
  });

  it('refers only to what it holds', () => {
    const known = new Set(plan.records.map(({ id }) => id));
    const dangling = plan.records.flatMap(({ id, draft, doc }) => [
      ...Object.entries(draft)
        .filter(([field, value]) => /Id$/.test(field) && value !== null && !known.has(String(value)))
        .map(([field, value]) => `${id}.${field} → ${value}`),
      ...['standIns', 'pieces']
        .flatMap((set) => (draft as Record<string, readonly string[]>)[set] ?? [])
        .filter((value) => !known.has(value)),
      ...picturesIn(doc?.content ?? []).filter((src) => !known.has(src)),
    ]);
    expect(dangling).toEqual([]);
  });

  it('is large enough that every screen looks alive', () => {
    const placed = new Set(
      views('placement')
        .filter(({ outcome }) => outcome !== 'skipped')
        .map(({ pieceId }) => pieceId),
    );
    const tray = views('piece').filter(({ id }) => !placed.has(id));
    expect(views('account').length).toBeGreaterThanOrEqual(12);
    expect(views('placement').length).toBeGreaterThanOrEqual(60);
    expect(views('piece').filter(({ lang }) => lang === edition).length).toBeGreaterThanOrEqual(24);
    expect(tray.length).toBeGreaterThanOrEqual(5);
    expect(tray.every(({ lang, state }) => lang === edition && (state === 'idea' || state === 'drafting'))).toBe(true);
    expect(views('wave').length).toBeGreaterThanOrEqual(8);
    expect(views('template').length).toBeGreaterThanOrEqual(6);
    expect(views('feedback').length).toBeGreaterThanOrEqual(8);
    expect(views('community').map(({ tier }) => tier)).toEqual(['core', 'active', 'potential']);
    expect(views('persona').map(({ level }) => level)).toEqual(['core', 'niche', 'niche']);
  });

  it('shows every state, outcome, approval and sub-kind', () => {
    expect(new Set(views('piece').map(({ state }) => state))).toEqual(
      new Set(['idea', 'drafting', 'in_review', 'ready']),
    );
    expect(new Set(views('placement').map(({ outcome }) => outcome))).toEqual(
      new Set(['planned', 'handed_over', 'live', 'skipped']),
    );
    expect(new Set(views('variant').map(({ approval }) => approval))).toEqual(
      new Set(['none', 'requested', 'approved', 'changes']),
    );
    expect(new Set(views('feedback').map(({ life }) => life))).toEqual(
      new Set(['heard', 'planned', 'shipped', 'told']),
    );
    const shown = new Set(views('piece').flatMap(({ subkind }) => subkind ?? []));
    expect(shown).toEqual(new Set([...subkinds.story, ...subkinds.interactive]));
  });

  it('is written for accounts in their own language', () => {
    const pieces = new Map(views('piece').map((piece) => [piece.id, piece]));
    const accounts = new Map(views('account').map((account) => [account.id, account]));
    const others = views('placement').filter(({ pieceId, accountId }) => {
      return pieces.get(pieceId ?? '')?.lang !== accounts.get(accountId ?? '')?.lang;
    });
    expect(others).toEqual([]);
    const siblings = views('piece').filter(({ lang }) => lang !== edition);
    expect(siblings.length).toBeGreaterThanOrEqual(edition === 'zh' ? 6 : 1);
    for (const { siblingGroup } of siblings)
      expect(views('piece').filter((piece) => piece.siblingGroup === siblingGroup)).toHaveLength(2);
  });

  it('has one version behind its source, and only one', () => {
    const pieces = new Map(plan.records.filter(({ type }) => type === 'piece').map((record) => [record.id, record]));
    const behind = views('variant').filter(({ pieceId, sourceHash: made }) => {
      const piece = views('piece').find(({ id }) => id === pieceId);
      const doc = pieces.get(pieceId ?? '')?.doc;
      if (piece === undefined || doc === undefined) throw new Error(`No piece ${pieceId}.`);
      return made !== sourceHash(piece, doc);
    });
    expect(behind.map(({ format }) => format)).toEqual(['wechat_channels/video']);
  });

  it('tells what became of the past and plans only the future', () => {
    for (const { id, day, outcome, liveDay, liveTime, skipReason } of views('placement')) {
      const past = day !== null && day < TODAY;
      if (past) expect(outcome, id).not.toBe('planned');
      if (day !== null && day > TODAY) expect(outcome, id).toBe('planned');
      if (outcome === 'live') expect([liveDay, liveTime === null], id).toEqual([day, false]);
      if (outcome === 'skipped') expect(skipReason, id).not.toBe('');
    }
    const live = new Set(views('placement').flatMap(({ id, outcome }) => (outcome === 'live' ? id : [])));
    expect(
      views('metric').every(({ placementId, sourceFile, unit }) => live.has(placementId ?? '') && sourceFile && unit),
    ).toBe(true);
    expect(views('metric').filter(({ onDay }) => onDay === null || onDay > TODAY)).toEqual([]);
  });

  it('keeps to its own language in everything that is not a text for an account of the other', () => {
    if (edition === 'zh') return;
    const mixed = plan.records.flatMap(({ type, id, draft }) => {
      if (type === 'metric' || ('lang' in draft && draft.lang === 'zh')) return [];
      const { handle: _, overrides: __, ...rest } = draft as Record<string, unknown>;
      return han.test(JSON.stringify(rest)) ? [id] : [];
    });
    expect(mixed).toEqual([]);
  });
});

describe('the days of the sample', () => {
  const day = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays(wallDate('2024-01-01'), days));

  it('put today into the burst phase, whatever the day', () => {
    fc.assert(
      fc.property(day, (today) => {
        const plan = sampleOn(today, 'zh');
        const phases = viewsOf(plan, 'phase');
        const [campaign] = viewsOf(plan, 'campaign');
        const burst = phases.find(({ kind }) => kind === 'burst');
        expect(burst?.start && burst.end && burst.start <= today && today <= burst.end).toBe(true);
        expect(phases[0]?.start).toBe(campaign?.start);
        expect(phases.at(-1)?.end).toBe(campaign?.end);
        phases.slice(1).forEach((phase, index) => {
          expect(daysBetween(phases[index]?.end ?? today, phase.start ?? today)).toBe(1);
        });
        const placed = viewsOf(plan, 'placement').flatMap(({ day: on }) => on ?? []);
        expect(placed.every((on) => on >= (campaign?.start ?? on) && on <= (campaign?.end ?? on))).toBe(true);
      }),
      { numRuns: 10 },
    );
  });

  it('make equal plans from equal days, and equal ids on every day', () => {
    const ids = (today: string) => sampleOn(today, 'en').records.map(({ id }) => id);
    expect(sampleOn(TODAY, 'zh')).toEqual(sampleOn(TODAY, 'zh'));
    expect(ids('2027-02-28')).toEqual(ids(TODAY));
  });

  it('follow the rules of the waves', () => {
    const plan = sampleOn(TODAY, 'zh');
    const when = (wave: string) => {
      const found = viewsOf(plan, 'placement').find(({ waveId }) => waveId === `wave-${wave}`);
      return [found?.day, found?.time];
    };
    expect(when('open-douyin')).toEqual(['2026-10-13', '20:00']);
    expect(when('core-early')).toEqual(['2026-10-12', '20:00']);
    expect(when('weibo-follow')).toEqual(['2026-10-13', '21:30']);
    expect(when('gu-answers')).toEqual(['2026-10-14', '12:00']);
    // Tuesday and three workdays is Friday; five is the Tuesday after the weekend.
    expect(when('oa-depth')).toEqual(['2026-10-16', '20:00']);
    expect(when('youtube-depth')).toEqual(['2026-10-20', '22:00']);
  });

  it('never leave a placement without its wave, or a wave without its placement', () => {
    const plan = sampleOn(TODAY, 'zh');
    const placed = viewsOf(plan, 'placement').flatMap(({ waveId }) => waveId ?? []);
    expect(placed.sort()).toEqual(
      viewsOf(plan, 'wave')
        .map(({ id }) => id)
        .sort(),
    );
  });
});

describe('the texts of the sample', () => {
  const files = Object.entries({ ...source.pieceTexts, ...source.templateTexts });

  it('stand in both languages', () => {
    const names = (texts: Readonly<Record<string, string>>, lang: string) =>
      Object.keys(texts)
        .filter((name) => name.endsWith(`.${lang}`))
        .map((name) => name.slice(0, -3))
        .sort();
    for (const texts of [source.pieceTexts, source.templateTexts]) {
      expect(names(texts, 'zh')).toEqual(names(texts, 'en'));
    }
    expect(names(source.pieceTexts, 'zh')).toEqual(source.pieces.map(({ slug }) => slug).sort());
  });

  it.each(files)('%s reads without a warning, in the language its name says', (name, text) => {
    const read = readMarkdown(text, `${name}.md`);
    if (!read.ok) throw new Error(JSON.stringify(read.error));
    expect(read.value.warnings).toEqual([]);
    expect(read.value.piece.lang).toBe(name.slice(-2));
    if (name.endsWith('.en')) expect(han.test(text)).toBe(false);
  });

  it('leave the brief of a template to whoever begins with it: a hint would pass for an answer', () => {
    for (const [name, text] of Object.entries(source.templateTexts)) {
      const read = readMarkdown(text, `${name}.md`);
      expect(read.ok && Object.values(read.value.piece.brief).filter((value) => value !== ''), name).toEqual([]);
    }
  });

  it('agree in kind, sub-kind, pictures and filled brief fields between the two languages', () => {
    for (const slug of source.pieces.map((piece) => piece.slug)) {
      const facts = langs.map((lang) => {
        const read = readMarkdown(source.pieceTexts[`${slug}.${lang}`] ?? '', slug);
        if (!read.ok) throw new Error(slug);
        const { kind, subkind, images, brief } = read.value.piece;
        const filled = Object.keys(brief).filter((key) => brief[key] !== '');
        return { kind, subkind, images: [...images].sort(), filled };
      });
      expect(facts[0], slug).toEqual(facts[1]);
    }
  });

  it('include one long article and use every block mark, a field and a link', () => {
    const all = Object.values(source.pieceTexts).join('\n');
    for (const mark of ['lead', 'keep', 'optional', 'only:', 'not:']) expect(all).toContain(`<!-- ${mark}`);
    expect(all).toContain('{{deadline}}');
    const article = source.pieceTexts['tech-twelve-frames.zh'] ?? '';
    expect([...article.matchAll(/\p{Script=Han}/gu)].length).toBeGreaterThan(1_500);
  });
});

function picturesIn(blocks: readonly BlockNode[]): readonly string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'image') return [block.attrs.src];
    if (block.type === 'blockquote') return picturesIn(block.content);
    if (block.type === 'bulletList' || block.type === 'orderedList')
      return block.content.flatMap((item) => picturesIn(item.content));
    return [];
  });
}

import type { RecordType } from '../../core/model/records';
import type { PlanContent } from '../../core/plan/file/content';
import { type PlanAbout, partOf } from '../../core/plan/part';
import { cliWords } from '../../core/words/cli';
import { cliHelpWords } from '../../core/words/cliHelp';
import { say, speaker } from '../../core/words/say';
import { type ExitCode, exitCodes, type Io, Stop } from '../io';
import { type Asked, readOptions, twoFiles } from '../options';
import { type Plan, planOf } from '../planEntries';
import { readPlan } from '../planFile';
import { writePacked } from '../writePlan';

type Options = 'out' | 'campaigns' | 'pieces';
const FLAGS = ['no-pictures', 'no-notes', 'force'] as const;

/** `part PLAN -o OUT.juzhen [--campaigns LIST] [--pieces LIST] [--no-pictures] [--no-notes]`: a part of a plan as a file of its own. */
export async function partCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  const asked = readOptions<Options>(argv, ['out', 'campaigns', 'pieces'], FLAGS);
  const { lang, flags } = asked;
  const t = speaker(cliWords, lang);
  if (asked.help) {
    io.out(say(cliHelpWords, lang, 'part'));
    return exitCodes.ok;
  }
  const [file, out] = twoFiles(asked, 'part PLAN.juzhen -o PART.juzhen');
  const content = await readPlan(io, lang, file);
  const about = aboutOf(asked, planOf(content));
  const notes = !flags.has('no-notes');
  const states = partOf(content.states, { about, notes });
  const part: PlanContent = {
    ...content,
    states,
    assets: flags.has('no-pictures') ? new Map() : picturesOf(content, states),
    ...(about === null && notes ? {} : { part: true }),
  };
  await writePacked(io, lang, out, part, flags.has('force'));
  io.out(`${out}\n`);
  io.err(`${t('part_written', { records: states.length, of: content.states.length, pictures: part.assets.size })}\n`);
  return exitCodes.ok;
}

/** What was named; null for the whole plan. */
function aboutOf(asked: Asked<Options>, plan: Plan): PlanAbout | null {
  const { campaigns: named, pieces: chosen } = asked.values;
  if (named === undefined && chosen === undefined) return null;
  const campaigns = new Set(idsOf(asked, 'campaigns', plan.list('campaign'), ({ name }) => name));
  const singled = new Set(idsOf(asked, 'pieces', plan.list('piece'), ({ title }) => title));
  const placements = plan
    .list('placement')
    .filter(({ campaignId, pieceId }) => campaigns.has(campaignId ?? '') || singled.has(pieceId ?? ''));
  const planned = plan.list('piece').filter(({ campaignId, trashed }) => !trashed && campaigns.has(campaignId ?? ''));
  return {
    campaigns,
    placements: new Set(placements.map(({ id }) => id)),
    pieces: new Set([...singled, ...planned.map(({ id }) => id)]),
  };
}

/** Records by their id or their whole name; every one that has it. */
function idsOf<V extends { readonly id: string }>(
  { values, lang }: Asked<Options>,
  option: 'campaigns' | 'pieces',
  records: readonly V[],
  nameOf: (record: V) => string,
): readonly string[] {
  const names = (values[option] ?? '').split(/[,，]/).map((name) => name.trim());
  return names
    .filter((name) => name !== '')
    .flatMap((name) => {
      const found = records.filter((record) => record.id === name || nameOf(record) === name);
      if (found.length === 0)
        throw new Stop(speaker(cliWords, lang)('usage_no_such', { option, name, type: TYPES[option] }));
      return found.map(({ id }) => id);
    });
}
const TYPES = { campaigns: 'campaign', pieces: 'piece' } as const satisfies Record<string, RecordType>;

/** Pictures of the records that go with it, by the digest in their name. */
function picturesOf({ assets }: PlanContent, states: PlanContent['states']): PlanContent['assets'] {
  const hashes = new Set(states.flatMap(({ type, registers }) => (type === 'asset' ? [registers.hash] : [])));
  return new Map([...assets].filter(([name]) => hashes.has(name.split('.', 1)[0] ?? '')));
}

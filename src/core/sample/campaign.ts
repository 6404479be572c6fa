import { addWorkdays, chineseWorkdays } from '../cascade/calendar';
import { addDays, type WallDate, type WallTime } from '../time/wall';
import { bySlug, orderOf, type SampleContext, type SampleRecord } from './context';
import { sampleId } from './ids';
import { pieceIdFor } from './pieces';
import type { SampleRule, SampleSource } from './schema';

const MINUTES_PER_DAY = 1_440;

/** The campaign, its four phases, and the waves of its cascade. */
export function campaignOf(context: SampleContext): readonly SampleRecord[] {
  const { source, say, on } = context;
  const { campaign } = source;
  const campaignId = sampleId.campaign(campaign.slug);
  const lead = campaign.waves.find(({ rule }) => rule.kind === 'lead');
  return [
    {
      type: 'campaign',
      id: campaignId,
      draft: {
        name: say(campaign.name),
        goal: say(campaign.goal),
        hashtag: say(campaign.hashtag),
        product: say(campaign.product),
        budgetNote: say(campaign.budgetNote),
        start: on(campaign.start),
        end: on(campaign.end),
        zeroDay: on(campaign.zero),
        leadWaveId: lead === undefined ? null : sampleId.wave(lead.slug),
        order: orderOf(0),
      },
    },
    ...campaign.phases.map(
      (phase, index): SampleRecord => ({
        type: 'phase',
        id: sampleId.phase(phase.kind),
        draft: {
          campaignId,
          kind: phase.kind,
          name: say(phase.name),
          start: on(phase.start),
          end: on(phase.end),
          order: orderOf(index),
          entryChecks: Object.fromEntries(phase.entry.map(({ check, done }) => [say(check), done])),
          exitChecks: Object.fromEntries(phase.exit.map(({ check, done }) => [say(check), done])),
        },
      }),
    ),
    ...campaign.waves.map(
      (wave, index): SampleRecord => ({
        type: 'wave',
        id: sampleId.wave(wave.slug),
        draft: {
          campaignId,
          name: say(wave.name),
          accountId: sampleId.account(wave.account),
          format: wave.format,
          pieceId: pieceIdFor(context, wave.piece, wave.account),
          placementId: sampleId.placement(wave.piece, wave.account),
          rule: wave.rule,
          order: orderOf(index),
        },
      }),
    ),
    templateOf(context),
  ];
}

/** The team kept this cascade to start the next challenge from. */
function templateOf({ source, say, edition }: SampleContext): SampleRecord {
  const { campaign, accounts } = source;
  return {
    type: 'cascadeTemplate',
    id: sampleId.cascadeTemplate(campaign.slug),
    draft: {
      name: say(campaign.template.name),
      about: say(campaign.template.about),
      lang: edition,
      order: orderOf(0),
      pattern: {
        phases: campaign.phases.map(({ kind, name, start, end, entry, exit }) => ({
          kind,
          name: say(name),
          from: start - campaign.zero,
          to: end - campaign.zero,
          entry: entry.map(({ check }) => say(check)),
          exit: exit.map(({ check }) => say(check)),
        })),
        waves: campaign.waves.map(({ name, account, format, rule }, index) => {
          const { role, platform } = bySlug(accounts, account);
          const peers = accounts.filter((other) => other.role === role && other.platform === platform);
          const seat = peers.findIndex(({ slug }) => slug === account);
          return {
            name: say(name),
            role,
            platform,
            seat,
            format,
            after: index === 0 ? null : 0,
            rule,
            onlyWorkdays: false,
          };
        }),
      },
    },
  };
}

export type Moment = { readonly day: WallDate; readonly time: WallTime };

/** When a wave goes out, after its rule. */
export function momentOf(campaign: SampleSource['campaign'], rule: SampleRule, today: WallDate): Moment {
  const zero = addDays(today, campaign.zero);
  switch (rule.kind) {
    case 'lead':
      return { day: zero, time: rule.time };
    case 'minutes': {
      const start = leadMinutes(campaign) + rule.minutes;
      const days = Math.floor(start / MINUTES_PER_DAY);
      return { day: addDays(zero, days), time: clock(start - days * MINUTES_PER_DAY) };
    }
    case 'days':
      return { day: addDays(zero, rule.days), time: rule.time };
    case 'workdays':
      return { day: addWorkdays(zero, rule.days, chineseWorkdays), time: rule.time };
  }
}

function leadMinutes({ waves }: SampleSource['campaign']): number {
  for (const { rule } of waves)
    if (rule.kind === 'lead') return Number(rule.time.slice(0, 2)) * 60 + Number(rule.time.slice(3));
  throw new Error('The sample campaign has no lead wave.');
}

const clock = (minutes: number): WallTime =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}` as WallTime;

import { canonical } from '../plan/canonical';
import { langOf, orderOf, type SampleContext, type SampleRecord } from './context';
import { sampleId } from './ids';

/** The workspace, who works in it, who speaks, to whom, and where: workspace, members, personas, tiers, accounts. */
export const peopleOf = (context: SampleContext): readonly SampleRecord[] => [
  workspaceOf(context),
  ...membersOf(context),
  ...platformsOf(context),
  ...personasOf(context),
  ...communitiesOf(context),
  ...accountsOf(context),
];

function workspaceOf({ source: { workspace }, say, edition, zone }: SampleContext): SampleRecord {
  const names = Object.entries(workspace.roleNames);
  return {
    type: 'workspace',
    id: sampleId.workspace,
    draft: {
      name: say(workspace.name),
      product: say(workspace.product),
      lang: edition,
      zone,
      weekStart: 1,
      kindTargets: workspace.kindTargets,
      roleNames: Object.fromEntries(names.map(([role, name]) => [role, say(name)])),
      roleOrder: Object.fromEntries(names.map(([role], index) => [role, orderOf(index)])),
    },
  };
}

const membersOf = ({ source, say, on }: SampleContext): readonly SampleRecord[] =>
  source.workspace.members.map(({ slug, name, duty, joined }) => ({
    type: 'member',
    id: sampleId.member(slug),
    draft: { name: say(name), duty: say(duty), joinedOn: on(joined) },
  }));

const platformsOf = ({ source, say }: SampleContext): readonly SampleRecord[] =>
  source.workspace.platforms.map(({ platform, name, note, overrides }) => ({
    type: 'platform',
    id: platform,
    draft: {
      name: say(name),
      note: say(note),
      overrides: Object.fromEntries(Object.entries(overrides).map(([key, value]) => [key, canonical(value)])),
    },
  }));

const personasOf = ({ source, say, edition }: SampleContext): readonly SampleRecord[] =>
  source.personas.map((persona, index) => ({
    type: 'persona',
    id: sampleId.persona(persona.slug),
    draft: {
      name: say(persona.name),
      title: say(persona.title),
      level: persona.level,
      bio: say(persona.bio),
      signOff: say(persona.signOff),
      ceiling: persona.ceiling,
      tint: persona.tint,
      order: orderOf(index),
      labels: persona.labels[edition],
      focus: persona.focus[edition],
      useWords: persona.useWords[edition],
      avoidWords: persona.avoidWords[edition],
      catchphrases: persona.catchphrases[edition],
      standIns: persona.standIns.map(sampleId.persona),
    },
  }));

const communitiesOf = ({ source, say }: SampleContext): readonly SampleRecord[] =>
  source.communities.map(({ slug, tier, size, weeklyCeiling, earlyHours, ...words }, index) => ({
    type: 'community',
    id: sampleId.community(slug),
    draft: {
      name: say(words.name),
      benefit: say(words.benefit),
      tone: say(words.tone),
      tier,
      size,
      weeklyCeiling,
      earlyHours,
      order: orderOf(index),
    },
  }));

const accountsOf = ({ source, say, edition }: SampleContext): readonly SampleRecord[] =>
  source.accounts.map((account, index) => {
    const lang = langOf(account, edition);
    return {
      type: 'account',
      id: sampleId.account(account.slug),
      draft: {
        platform: account.platform,
        name: say(account.name),
        handle: account.handle,
        role: account.role,
        personaId: account.persona === undefined ? null : sampleId.persona(account.persona),
        communityId: account.community === undefined ? null : sampleId.community(account.community),
        lang,
        weeklyCapacity: account.weeklyCapacity,
        signOff: account.signOff?.[lang] ?? '',
        linkLine: account.linkLine?.[lang] ?? '',
        defaultFormat: account.formats[0] ?? null,
        order: orderOf(index),
        standingTags: account.standingTags[lang],
        formats: account.formats,
      },
    };
  });

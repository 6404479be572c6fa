import { canonical } from '../plan/canonical';
import { addDays, type WallDate } from '../time/wall';
import { bySlug, orderOf, type SampleContext, type SampleRecord } from './context';
import { sampleId } from './ids';

/** What people said, what the calendar brings, the standing dates, and the views the team keeps at hand. */
export const audienceOf = (context: SampleContext): readonly SampleRecord[] => [
  ...feedbackOf(context),
  ...occasionsOf(context),
  ...seriesOf(context),
  ...viewsOf(context),
];

const feedbackOf = ({ source, say, on, edition }: SampleContext): readonly SampleRecord[] =>
  source.feedback.map((card) => ({
    type: 'feedback',
    id: sampleId.feedback(card.slug),
    draft: {
      said: say(card.said),
      source: say(card.source),
      onDay: on(card.day),
      life: card.life,
      communityId: card.community === undefined ? null : sampleId.community(card.community),
      accountId: card.account === undefined ? null : sampleId.account(card.account),
      consent: card.consent,
      credit: card.credit === undefined ? '' : say(card.credit),
      voices: card.voices,
      pieces: card.pieces.map((piece) => sampleId.piece(bySlug(source.pieces, piece).slug, edition)),
      topics: card.topics[edition],
    },
  }));

const occasionsOf = ({ source, say, on }: SampleContext): readonly SampleRecord[] =>
  source.occasions.map(({ slug, name, kind, on: when, days, source: from }) => {
    const start = typeof when === 'number' ? on(when) : (when as WallDate);
    return {
      type: 'occasion',
      id: sampleId.occasion(slug),
      draft: { name: say(name), kind, start, end: addDays(start, days - 1), source: say(from) },
    };
  });

const seriesOf = ({ source, say, on, zone }: SampleContext): readonly SampleRecord[] =>
  source.series.map(({ slug, account, name, format, kind, weekdays, time, start, count }, index) => ({
    type: 'series',
    id: sampleId.series(slug),
    draft: {
      accountId: sampleId.account(account),
      name: say(name),
      format,
      kind,
      unit: 'week',
      time,
      zone,
      start: on(start),
      count,
      weekdays,
      order: orderOf(index),
    },
  }));

const viewsOf = ({ source, say }: SampleContext): readonly SampleRecord[] =>
  source.views.map(({ slug, name, screen, campaign, personas, kinds, states, platforms }, index) => ({
    type: 'view',
    id: sampleId.view(slug),
    draft: {
      name: say(name),
      screen,
      filter: canonical({
        campaignIds: campaign ? [sampleId.campaign(source.campaign.slug)] : [],
        personaIds: personas.map(sampleId.persona),
        kinds,
        ...(screen === 'library' ? { states } : { platforms }),
      }),
      order: orderOf(index),
    },
  }));

import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { weigh } from '../../../src/core/adapt/weigh';
import { sentFrom, slugs } from './campaign';
import { campaignText } from './campaignText';
import { shorteningPage } from './shorteningPage';
import { beforeFitting, besideTailCut } from './tailCut';

const root = join(import.meta.dirname, '../../..');
const campaign = slugs.map((slug) => ({ slug, sent: sentFrom(slug) }));

describe('The sample campaign on every format', () => {
  test.each(campaign)('$slug reads as an editor reviewed it', async ({ slug, sent }) => {
    await expect(campaignText(slug, sent)).toMatchFileSnapshot(join(root, `test/fixtures/adapt/campaign/${slug}.md`));
  });

  const shortened = campaign.flatMap(({ sent }) =>
    sent.flatMap((one) => {
      const cuts = besideTailCut(one.input, one.variant);
      return cuts === null ? [] : [{ ...one, cuts }];
    }),
  );
  const differing = shortened.filter(({ cuts }) => cuts.some(({ tail, ours }) => tail !== ours));

  test('is shortened otherwise than from the end in more than half of all cases', () => {
    expect(shortened.length).toBeGreaterThan(40);
    expect(differing.length / shortened.length).toBeGreaterThan(0.5);
  });

  test('and the page of both, side by side, is the one in docs', async () => {
    await expect(shorteningPage(shortened)).toMatchFileSnapshot(join(root, 'docs/shortening.md'));
  });

  test('leaves no more than a third of the ordinary sentences without a weight', () => {
    const ordinary = campaign.flatMap(({ sent }) =>
      ['weibo/post', 'x/post'].flatMap((ref) => {
        const one = sent.find(({ format }) => format.ref === ref);
        if (one === undefined) throw new Error(`nothing for ${ref}`);
        const { draft, context } = beforeFitting(one.input);
        const sentences = draft.paragraphs.flatMap((paragraph) => paragraph.sentences);
        return weigh(draft.paragraphs, context)
          .flat()
          .flatMap((weighed, index) =>
            weighed.tier === 'ordinary' ? [{ text: sentences[index]?.source, parts: weighed.parts }] : [],
          );
      }),
    );
    const weightless = ordinary.filter(({ parts }) => parts.length === 0);
    expect(weightless.length / ordinary.length).toBeLessThanOrEqual(1 / 3);
  });
});

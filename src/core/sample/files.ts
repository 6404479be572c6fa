import accounts from '../../../resources/sample/accounts.json';
import campaign from '../../../resources/sample/campaign.json';
import communities from '../../../resources/sample/communities.json';
import feedback from '../../../resources/sample/feedback.json';
import images from '../../../resources/sample/images.json';
import metrics from '../../../resources/sample/metrics.json';
import occasions from '../../../resources/sample/occasions.json';
import personas from '../../../resources/sample/personas.json';
import pieces from '../../../resources/sample/pieces.json';
import placements from '../../../resources/sample/placements.json';
import reviews from '../../../resources/sample/reviews.json';
import series from '../../../resources/sample/series.json';
import variants from '../../../resources/sample/variants.json';
import views from '../../../resources/sample/views.json';
import workspace from '../../../resources/sample/workspace.json';
import type { SampleFiles } from './schema';

type Texts = Readonly<Record<string, unknown>>;
/** What the bundler replaces by the files' texts; told here, because core knows no bundler's types. */
type Bundled = {
  readonly glob: (
    pattern: string,
    options: { readonly query: '?raw'; readonly eager: true; readonly import: 'default' },
  ) => Texts;
};

/** `../../…/night-noodles.zh.md` → `night-noodles.zh`. */
const byName = (files: Texts): Texts =>
  Object.fromEntries(
    Object.entries(files).map(([path, text]) => [path.replace(/^.*\//, '').replace(/\.md$/, ''), text]),
  );

/** The files of the sample plan, bundled as text, so that the window, the command line and tests read the same ones. */
export const sampleFiles: SampleFiles = {
  workspace,
  personas,
  communities,
  accounts,
  campaign,
  pieces,
  placements,
  variants,
  reviews,
  feedback,
  metrics,
  occasions,
  series,
  views,
  images,
  pieceTexts: byName(
    (import.meta as unknown as Bundled).glob('../../../resources/sample/pieces/*.md', {
      query: '?raw',
      eager: true,
      import: 'default',
    }),
  ),
  templateTexts: byName(
    (import.meta as unknown as Bundled).glob('../../../resources/sample/templates/*.md', {
      query: '?raw',
      eager: true,
      import: 'default',
    }),
  ),
};

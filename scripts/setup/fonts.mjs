import { attempt } from './run.mjs';

/** What the studio draws with. Without the first two every Chinese character is a box. */
const WANTED = [
  { what: 'a Chinese sans-serif font', query: ':lang=zh', fits: /./, package: 'fonts-noto-cjk' },
  {
    what: 'a Chinese serif (Song) font',
    query: ':lang=zh',
    fits: /serif|song|sung|ming|宋|明/i,
    package: 'fonts-noto-cjk',
  },
  { what: 'an emoji font', query: ':lang=und-zsye', fits: /./, package: 'fonts-noto-color-emoji' },
];

/** 2 MB instead of 60, and no serif: better than boxes where the good one cannot be had. */
export const SMALL_FONT = 'fonts-wqy-microhei';

/** The wishes that no installed font fulfils; fontconfig itself missing leaves all of them open. */
export async function missingFonts() {
  const lists = await Promise.all(WANTED.map(({ query }) => attempt('fc-list', [query, 'family'])));
  return WANTED.filter(({ fits }, index) => !lists[index].output.split('\n').some((family) => fits.test(family)));
}

import type { WallDate } from '../time/wallDate';

/**
 * Lunar months and solar terms of 1901 to 2100 by Beijing time (GB/T 33661-2017), as two small tables. Made by
 * `scripts/lunar-table.mjs` from tyme4ts 1.5.2 on 2026-11-23; test/core/occasions/lunar.test.ts holds every day
 * against other engines.
 */

/** The first lunar year and the solar day it begins on; the last lunar year. */
export const FIRST_YEAR = 1901;
export const FIRST_DAY = '1901-02-19' as WallDate;
export const LAST_YEAR = 2100;

/** Four characters a year, base 36: the leap month above thirteen bits of month lengths, 1 for 30 days, first month highest. */
export const monthTable = [
  '01uk04320xn1057005d60rx1025003tm0ehp01uk15zv042i056y10v904h405as0gd603p21a2f01ta',
  '042e100b02mi02p40tkl012k03ou0egf01ta14eu059005sa0yax028q012k0mlq03mk1d7x04yy0590',
  '17be04h602500ti300xm03mi0hm3046i1cph02ok04h60xpx01x0043a0l07021i1iqy05re02ms167e',
  '048a01v00tda043202180opy05d61ahh025003q20xgd01ui042i0uh9056y1jtx04h404ic15ne03p2',
  '01ti0tcn042e1vm302mi02p4167o048c03ou0xf301ta02hi0ll605sa1h7p028o048c0z8t03mk04z0',
  '0uj9059005e20evp02501cgr00xm03mi10kr046i04gk0tre04a21n0501v8043a13yv021i046e0s5x',
  '02ms04a20ek501v0160e042k057011d2059i028k0lm203q21zdp01ui042i174b056y059g110404hg',
  '02560ehn01ti1cbb042e047e102t02p004ac0l2u03n21gdr01ta02hi14ju05sa02n80tik047w03mk',
  '0nxq04z01dhx059005e20xud0250044a0rbx021m1iqz046i04gk16ei04a202440tdm043a021i0n53',
  '02li1b2r02ms04a20xit01v004320rbi05641kbq059g05ec14kq025601uk0tct040q05620i05059g',
].join('');

/** The earliest day of its month each term falls on, from 小寒 in January. */
export const earliestTerms: readonly number[] = [
  4, 19, 3, 18, 4, 19, 4, 19, 4, 20, 4, 20, 6, 22, 6, 22, 6, 22, 7, 22, 6, 21, 6, 21,
];

/** Eight characters a year, six bits each: three terms as days after their earliest. */
export const termTable = [
  'paaqmqqpqaquqqqqqvruruqq6qWaWZqlpaaqmqqpqaqqqqqqqvruruqq6qWaWZqlpaaqmqqpqaqqqqqqqvruruqq6qWaWZqV',
  'laaqmpqppaaqqqqqqrququqqqqWaWZaVlaaampqppaaqqqqpqrququqqqqWaWZaVlaWampqlpaaqqqqpqaququqqqqWaWZaV',
  'laWampqlpaaqmqqpqaququqqqqWaWZVVlaWaWZqlpaaqmqqpqaquqqqqqqWZWZVVlaWaWZqlpaaqmqqpqaqqqqqqqqWZWZVV',
  'laWaWZqlpaaqmqqpqaqqqqqqqqWZWZVVlaWaWZqlpaaqmqqpqaqqqqqqqqVZWZVVlaWaWZaVlaaqmpqppaaqqqqqqmVZVZVV',
  'VaWaWZaVlaWampqppaaqqqqqqmVZVZVVVaWaWZaVlaWampqlpaaqmqqpqlVZVZVVVaWaWZaVlaWaWZqlpaaqmqqpqVVZVVVV',
  'VaWZWZVVlaWaWZqlpaaqmqqpqVVZVVVVVaWZWZVVlaWaWZqlpaaqmqqpqVVVVVVVVaWZWZVVlaWaWZqlpaaqmqqpqVVVVVVV',
  'VaVZWZVVlaWaWZqlpaaqmpqpqVFVVVVVVaVZVZVVlaWaWZallaaampqpqVFVVVVVVaVZVZVVlaWaWZaVlaWampqppVFVRVVV',
  'VWVZVZVVVaWaWZaVlaWaWpqlpVFVRVVUVVVZVVVVVaWZWZaVlaWaWZqlpVFVRVVUVFVZVVVVVaWZWZVVlaWaWZqlpVFVRVVU',
  'VFVVVVVVVaWZWZVVlaWaWZqlpVFVRVVUVFVVVVVVVaWZWZVVlaWaWZqlpVFVRVVUVFVVVVVVVaVZVZVVlaWaWZqlpVFVRUVU',
  'VFFVVVVVVaVZVZVVlaWaWZalpVFFRUVUVFFVRVVVVaVZVZVVlaWaWZaVlVBFRUVUUFFVRVVVVWVZVZVVVaWZWZaVlVBFBEVU',
  'UFFVRVVUVVVZVVVVVaWZWZaVlVBFBEVQUFFVRVVUVFVVVVVVVaWZWZVVlVBFBEVQUFFVRVVUVFVVVVVVVaWZWZVVlVBFBEVQ',
  'UFFVRVVUVFVVVVVVVaVZVZVVlVBFBEVQUFFVRVVUVFVVVVVVVaVZVZVVlVBFBEVQUFFFRUVUVFFVVVVVVaVZVZVVlVBFBEFQ',
  'UFBFRUVUVFFVRVVVVaVZVZVVlVBEBEFAQFBFBEVUUFFVRVVVVVVZVVVVVVBEBEFAQFBFBEVUUFFVRVVVVVVVVVVVVVBEBEFA',
  'QFBFBEVQUFFVRVVUVVVVVVVVVVBEBEAAQFBFBEVQUFFVRVVUVFVVVVVVVVBEBEAAQFBFBEVQUFFVRVVUVFVVVVVVVVAEAEAA',
  'QFBFBEVQUFFFRUVUVFVVVVVVVVAEAEAAQFBFBEFQUFFFRUVUVFFVRVVVVVAEAEAAQFBFBEFQUFBFBUVUVFFVRVVVVVAEAEAA',
  'QFBEBEFAUFBFBEVUUFFVRVVVVQAEAAAAAFBEBEFAQFBFBEVUUFFVRVVVVQAAAAAAAFBEBEFAQFBFBEVQUFFVRVVUVQAAAAAA',
  'AFBEBEAAQFBFBEVQUFFVRVVUVAAAAAAAAFBEAEAAQFBFBEVQUFFVRVVUVFVVVVVV',
].join('');

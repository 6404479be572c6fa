/** What the tests use of lunar-javascript, which comes without types. */
declare module 'lunar-javascript' {
  export const Solar: {
    fromYmd(
      year: number,
      month: number,
      day: number,
    ): {
      /** Months of a leap are negative; `getJieQi` is empty on days without a term. */
      getLunar(): { getMonth(): number; getDay(): number; getJieQi(): string };
    };
  };
}

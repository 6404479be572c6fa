/** The parts of the reference library for X that serve as an oracle in tests; it ships no types of its own. */
declare module 'twitter-text' {
  const twitter: {
    extractUrlsWithIndices(
      text: string,
    ): readonly { readonly url: string; readonly indices: readonly [number, number] }[];
    parseTweet(text: string): { readonly weightedLength: number; readonly valid: boolean };
  };
  export default twitter;
}

/** Traditional characters with their simplified ones: `乾 干|亂 乱|…`, the first of each entry the character. */
declare module 'opencc-js/dict/TSCharacters' {
  const entries: string;
  export default entries;
}

/** Letters of pinyin kept in the index for one place; what is longer is told apart by looking at the title. */
export const FULL_LETTERS = 8;
export const FIRST_LETTERS = 6;

/** Whether a term may be meant as pinyin: two letters or more, nothing else. */
export const isSound = (term: string): boolean => /^[a-z]{2,}$/.test(term);

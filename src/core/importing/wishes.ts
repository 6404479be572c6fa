/** What the user wants of a row that may be here already. */
export const wishes = ['new', 'update', 'skip'] as const;
export type Wish = (typeof wishes)[number];

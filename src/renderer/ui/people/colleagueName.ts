/** What everybody's own first entry among the members is called until they change it: of a colleague it says nothing. */
const unnamed: ReadonlySet<string> = new Set(['', '我', 'Me']);

/** The name of somebody else, or null when they never gave one. */
export const colleagueName = (name: string): string | null => (unnamed.has(name) ? null : name);

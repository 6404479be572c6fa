/** What letting go and planning do, read when it is first done: the first screen stands without it. */
export const lateActs = () => import('./acts');

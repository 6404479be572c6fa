/** Which columns stand beside the page. `none` is writing with nothing else in sight. */
export type Panels = 'both' | 'brief' | 'variants' | 'none';

export type PanelChoice = {
  readonly panels: Panels;
  /** What leaving the bare page brings back. */
  readonly before: Exclude<Panels, 'none'>;
};

const all: readonly Panels[] = ['both', 'brief', 'variants', 'none'];
const KEY = 'editor.panels';
const first: PanelChoice = { panels: 'both', before: 'both' };

/** The columns as they were last on this machine: a habit of the eye, no part of a plan. */
export function recallPanels(): PanelChoice {
  const [now, then] = (localStorage.getItem(KEY) ?? '').split(' ');
  const panels = all.find((known) => known === now);
  const before = all.find((known) => known === then);
  if (panels === undefined) return first;
  return choosePanels({ ...first, before: before === undefined || before === 'none' ? 'both' : before }, panels);
}

export const rememberPanels = ({ panels, before }: PanelChoice): void =>
  localStorage.setItem(KEY, `${panels} ${before}`);

/** The next choice, with what it will come back to. */
export const choosePanels = (now: PanelChoice, panels: Panels): PanelChoice => ({
  panels,
  before: panels === 'none' ? now.before : panels,
});

/** Into the bare page, or back to what stood there before. */
export const switchFocus = (now: PanelChoice): PanelChoice =>
  choosePanels(now, now.panels === 'none' ? now.before : 'none');

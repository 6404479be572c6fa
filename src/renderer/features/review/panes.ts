/** Parts of the review one walks between by F6, in reading order; each marks itself with `data-pane`. */
const panes = ['bench', 'source', 'preview', 'trace', 'changes', 'mine', 'compare'] as const;

/** Puts the focus into the next part that stands on the screen: on what is chosen there, else on what comes first. */
export function nextPane(by: 1 | -1): void {
  const standing = panes.flatMap((name) => document.querySelector<HTMLElement>(`[data-pane="${name}"]`) ?? []);
  if (standing.length === 0) return;
  const here = standing.findIndex((pane) => pane.contains(document.activeElement));
  const from = here === -1 && by === -1 ? 0 : here;
  for (let step = 1; step <= standing.length; step += 1) {
    const pane = standing[(from + by * step + standing.length * 2) % standing.length];
    const first = ways.map((way) => pane?.querySelector<HTMLElement>(way)).find((found) => found != null);
    if (first == null) continue;
    first.focus();
    first.scrollIntoView({ block: 'nearest' });
    return;
  }
}

/** What takes the focus, the first of them that is there. */
const ways = [
  '[data-selected] button, [aria-current="true"] button',
  '[aria-pressed="true"]:not([tabindex="-1"])',
  '[role="button"][tabindex="0"], [data-sentence][tabindex="0"]',
  'input:not([type="radio"])',
  'button:not([tabindex="-1"]), select, [tabindex="0"]',
] as const;

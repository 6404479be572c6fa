import { entry, once, type Step, traced } from '../draft';

/** How paragraphs are set apart: an empty line, one line end, or a space where the platform swallows line ends. */
export const lines: Step = once((draft, { format }) => {
  const next = { ...draft, lines: format.format.lines };
  const merged = format.format.lines === 'collapse' && draft.paragraphs.length + draft.closings.length > 1;
  return merged ? traced(next, [entry('lines', 'changed', 'lines_collapsed')]) : next;
});

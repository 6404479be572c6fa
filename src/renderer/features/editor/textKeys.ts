/** Keys that ProseMirror hears in the text, by the tool that does the same: for tips and the shortcut sheet. */
export const textKeys = {
  h1: 'mod+alt+1',
  h2: 'mod+alt+2',
  bold: 'mod+b',
  italic: 'mod+i',
  quote: 'mod+shift+b',
  bullets: 'mod+shift+8',
  numbers: 'mod+shift+7',
} as const;

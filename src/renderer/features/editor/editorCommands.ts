import { editorWords } from '../../../core/words/editor';
import { fixWords } from '../../../core/words/fixes';
import { pictureWords } from '../../../core/words/pictures';
import { reviewWords } from '../../../core/words/review';
import { say } from '../../../core/words/say';
import { typographyWords } from '../../../core/words/typography';
import { wordFileWords } from '../../../core/words/wordFiles';
import { writingWords } from '../../../core/words/writing';
import type { Command } from '../../commands/command';
import { textKeys } from './textKeys';

/** Applies the fix of the finding one is at; F8 goes from finding to finding. */
export const FIX_KEYS = 'shift+f8';

type Acts = {
  readonly save: () => void;
  readonly marks: () => void;
  readonly link: () => void;
  readonly find: (replacing: boolean) => void;
  readonly typography: () => void;
  readonly pictures: () => void;
  readonly nextFinding: () => void;
  readonly applyFix: () => void;
  readonly focus: () => void;
  readonly history: () => void;
  readonly word: () => void;
  readonly review: () => void;
};

/** What the editor adds to palette, keyboard and shortcut sheet while it is open. Inside the text Ctrl+K is a link. */
export const editorCommands = (acts: Acts): readonly Command[] => [
  {
    id: 'editor.save',
    group: 'edit',
    label: (lang) => say(editorWords, lang, 'command.save'),
    keys: ['mod+s'],
    whileTyping: true,
    run: acts.save,
  },
  {
    id: 'editor.marks',
    group: 'edit',
    label: (lang) => say(editorWords, lang, 'foot.marks'),
    keys: ['mod+;'],
    whileTyping: true,
    run: acts.marks,
  },
  {
    id: 'editor.link',
    group: 'edit',
    label: (lang) => say(editorWords, lang, 'tool.link'),
    keys: ['mod+k'],
    whileTyping: true,
    applies: () => document.activeElement?.classList.contains('ProseMirror') ?? false,
    run: acts.link,
  },
  {
    id: 'editor.find',
    group: 'edit',
    label: (lang) => say(writingWords, lang, 'command.find'),
    keys: ['mod+f'],
    whileTyping: true,
    run: () => acts.find(false),
  },
  {
    id: 'editor.replace',
    group: 'edit',
    label: (lang) => say(writingWords, lang, 'command.replace'),
    keys: ['mod+h'],
    whileTyping: true,
    run: () => acts.find(true),
  },
  {
    id: 'editor.typography',
    group: 'edit',
    label: (lang) => say(typographyWords, lang, 'command'),
    keys: ['mod+shift+y'],
    whileTyping: true,
    run: acts.typography,
  },
  {
    id: 'editor.pictures',
    group: 'edit',
    label: (lang) => say(pictureWords, lang, 'title'),
    keys: ['mod+shift+p'],
    whileTyping: true,
    run: acts.pictures,
  },
  {
    id: 'editor.next_finding',
    group: 'edit',
    label: (lang) => say(editorWords, lang, 'foot.next_finding'),
    keys: ['f8'],
    whileTyping: true,
    run: acts.nextFinding,
  },
  {
    id: 'editor.apply_fix',
    group: 'edit',
    label: (lang) => say(fixWords, lang, 'command'),
    keys: [FIX_KEYS],
    whileTyping: true,
    run: acts.applyFix,
  },
  {
    id: 'editor.focus',
    group: 'view',
    label: (lang) => say(editorWords, lang, 'panels.none'),
    keys: ['mod+.'],
    whileTyping: true,
    run: acts.focus,
  },
  {
    id: 'editor.history',
    group: 'view',
    label: (lang) => say(editorWords, lang, 'history.open'),
    keys: ['mod+shift+h'],
    whileTyping: true,
    run: acts.history,
  },
  ...(Object.keys(textKeys) as (keyof typeof textKeys)[]).map(
    (tool): Command => ({
      id: `editor.text_${tool}`,
      group: 'edit',
      label: (lang) => say(editorWords, lang, `tool.${tool}`),
      keys: [textKeys[tool]],
      byPart: true,
      run: () => undefined,
    }),
  ),
  { id: 'editor.word', group: 'edit', label: (lang) => say(wordFileWords, lang, 'one'), run: acts.word },
  {
    id: 'editor.review',
    group: 'go',
    label: (lang) => say(reviewWords, lang, 'open'),
    keys: ['mod+shift+a'],
    whileTyping: true,
    run: acts.review,
  },
];

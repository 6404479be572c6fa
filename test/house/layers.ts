import type { Import, SourceFile } from './tree';

/**
 * Who may import whom, as data. The direction is one-way: core ← contract ← main, preload, cli, renderer. A message
 * says where the thing belongs instead.
 */
type Layer = { readonly folder: string; readonly may: readonly string[]; readonly instead: string };

/** The most specific folder decides. */
const layers: readonly Layer[] = [
  {
    folder: 'src/core/',
    may: ['src/core/', 'resources/'],
    instead: 'core is the studio without a computer: pass the clock, ids and files in as values',
  },
  {
    folder: 'src/contract/',
    may: ['src/contract/', 'src/core/'],
    instead: 'the contract promises values of core only: move what it needs down to src/core',
  },
  {
    folder: 'src/preload/',
    may: ['src/preload/', 'src/contract/'],
    instead: 'the preload carries names only: put the name into src/contract/names.ts',
  },
  {
    folder: 'src/disk/',
    may: ['src/disk/', 'src/core/'],
    instead: 'the disk knows neither window nor command line: hand in what it needs',
  },
  {
    folder: 'src/main/store/',
    may: ['src/main/store/', 'src/disk/', 'src/contract/', 'src/core/'],
    instead: 'the store knows no shell: pass what it needs in StoreOptions (src/main/store/client.ts)',
  },
  {
    folder: 'src/main/',
    may: ['src/main/', 'src/disk/', 'src/contract/', 'src/core/'],
    instead: 'what shell and screens share is a rule (src/core) or a promise (src/contract)',
  },
  {
    folder: 'src/cli/',
    may: ['src/cli/', 'src/disk/', 'src/contract/', 'src/core/', 'resources/'],
    instead: 'the command line is core without a window: move the rule down to src/core',
  },
  {
    folder: 'src/renderer/ui/',
    may: [
      'src/renderer/ui/',
      'src/renderer/theme/',
      'src/renderer/state/',
      'src/renderer/commands/',
      'src/contract/',
      'src/core/',
    ],
    instead: 'a look knows no feature: give it what it shows as props',
  },
  {
    folder: 'src/renderer/state/',
    may: ['src/renderer/state/', 'src/renderer/api/', 'src/renderer/commands/', 'src/contract/', 'src/core/'],
    instead: 'state knows no screen: move the rule down to src/core, or let the feature subscribe',
  },
  {
    folder: 'src/renderer/',
    may: ['src/renderer/', 'src/contract/', 'src/core/', 'resources/'],
    instead: 'a screen asks the shell by a call: add it to a table of src/contract/calls/',
  },
];

/** Packages with one home. Everything else is decided by the folder's own list below. */
const homes: Readonly<Record<string, readonly string[]>> = {
  'better-sqlite3': ['src/main/store/'],
  'wasm-vips': ['src/main/images/engine.ts'],
  mammoth: ['src/main/reader/word.ts'],
  '@noble/hashes': ['src/core/model/ids.ts'],
  canonicalize: ['src/core/plan/canonical.ts'],
  diff: ['src/core/diff/lists.ts'],
  fflate: ['src/core/plan/file/'],
  'opencc-js/': ['src/core/search/searched.ts'],
  'pinyin-pro': ['src/core/search/pinyin.ts'],
  'ical.js': ['src/core/occasions/ics/'],
  saxes: ['src/core/sheets/read/workbook/xml.ts'],
  'intl-messageformat': ['src/core/words/say.ts'],
  yaml: ['src/core/markdown/'],
  hast: ['src/core/html/parse.ts'],
  'hast-util-from-html': ['src/core/html/parse.ts'],
  mdast: ['src/core/markdown/'],
  'mdast-util-from-markdown': ['src/core/markdown/'],
  'mdast-util-to-markdown': ['src/core/markdown/'],
  'mdast-util-gfm': ['src/core/markdown/'],
  'micromark-extension-gfm': ['src/core/markdown/'],
  'micromark-extension-cjk-friendly': ['src/core/markdown/'],
  '@tiptap/': ['src/renderer/features/editor/'],
  'prosemirror-search': ['src/renderer/features/editor/extensions/find.ts'],
  '@mantine/tiptap': ['src/renderer/features/editor/'],
  '@fullcalendar/': ['src/renderer/features/calendar/'],
  '@atlaskit/pragmatic-drag-and-drop': ['src/renderer/features/matrix/', 'src/renderer/features/library/board/'],
  zustand: ['src/renderer/'],
  react: ['src/renderer/'],
  'react-dom': ['src/renderer/'],
  '@mantine/': ['src/renderer/'],
  '@tabler/icons-react': ['src/renderer/'],
  zod: ['src/core/', 'src/contract/', 'src/main/', 'src/cli/', 'src/renderer/'],
};
/** Files that may use Electron when the studio runs; its types may be named in all of the shell. */
const electronFiles = [
  'src/main/index.ts',
  'src/main/window.ts',
  'src/main/desktop.ts',
  'src/main/native-menu.ts',
  'src/main/reminder/notices.ts',
  'src/main/reminder/tray.ts',
  'src/preload/index.ts',
];
const nodeFolders = ['src/main/', 'src/cli/', 'src/disk/'];

/** What is wrong with a file's imports, each with the place where the thing belongs. */
export function layerFaults(file: SourceFile): readonly string[] {
  return file.imports.flatMap((one) => {
    const fault = one.target === null ? packageFault(file.path, one) : pathFault(file.path, one.target);
    return fault === null ? [] : [`${file.path} imports ${one.from}: ${fault}`];
  });
}

function pathFault(path: string, target: string): string | null {
  const feature = featureOf(path);
  const other = featureOf(target);
  if (feature !== null && other !== null && feature !== other) {
    return 'features never import each other: move what both need down to core (a rule), state (a state) or ui (a look)';
  }
  if (feature !== null && target.startsWith('src/renderer/app/')) return 'the app arranges features, not the reverse';
  const layer = layers.find(({ folder }) => path.startsWith(folder));
  if (layer === undefined) return 'this folder has no place in the layers: name it in test/house/layers.ts';
  const fits = layer.may.some((folder) => `${target}/`.startsWith(folder) || target.startsWith(folder));
  return fits ? null : layer.instead;
}

const featureOf = (path: string): string | null => /^src\/renderer\/features\/([^/]+)/.exec(path)?.[1] ?? null;

function packageFault(path: string, { from, typeOnly }: Import): string | null {
  if (from.startsWith('node:')) {
    return nodeFolders.some((folder) => path.startsWith(folder))
      ? null
      : 'only src/main, src/cli and src/disk run on Node';
  }
  if (from === 'electron') {
    if (electronFiles.includes(path) || (typeOnly && /^src\/main\/(?!store\/)/.test(path))) return null;
    return `Electron stops at ${electronFiles.join(', ')}: pass what is needed in as a value`;
  }
  const home = Object.entries(homes)
    .filter(([name]) => from === name || from.startsWith(name.endsWith('/') ? name : `${name}/`))
    .sort(([one], [two]) => two.length - one.length)[0];
  if (home === undefined)
    return 'this package has no home yet: name one in test/house/layers.ts and say why in docs/decisions';
  const [name, folders] = home;
  return folders.some((folder) => path.startsWith(folder)) ? null : `${name} lives in ${folders.join(', ')} only`;
}

/** Names that say nothing about what is inside. */
export function nameFault(path: string): string | null {
  const empty = /(^|\/)(utils?|helpers?|common|misc|shared|lib|stuff)(\.[a-z]+|\/)/i.exec(path)?.[2];
  return empty === undefined
    ? null
    : `${path}: "${empty}" says nothing about what is inside. Name the subject, or keep the function private to its file`;
}

/** Places of one machine or network, which no committed file may hold. Written in parts so that this file may stand. */
const machinePlaces: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`/${'work'}/(main|shared|\\.)`), 'a path of the machine it was written on'],
  [new RegExp(`\\.\\./${'shared'}/`), 'a folder beside the checkout'],
  [/(?<![\w.])\/(root|home\/[a-z]+|Users\/[A-Za-z]+)\/(?!example)/, 'a home folder'],
  [
    /https?:\/\/(registry\.npmjs\.org|registry\.npmmirror\.com|[\w.-]*artifactory[\w.-]*|[\w.-]*nexus[\w.-]*)\//,
    'a package registry',
  ],
];
export const placeFaults = (path: string, text: string): readonly string[] =>
  machinePlaces.flatMap(([pattern, what]) => {
    const found = pattern.exec(text);
    return found === null ? [] : [`${path}: "${found[0]}" is ${what}`];
  });

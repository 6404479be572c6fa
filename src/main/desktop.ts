import electron, { BrowserWindow, clipboard, dialog, type NativeImage, nativeImage, shell } from 'electron';
import { calendarExtensions } from '../core/importing/calendarFile';
import { importExtensions } from '../core/importing/files';
import type { Lang } from '../core/model/records';
import { fileExtensions } from '../core/plan/file/fileExtensions';
import { type DialogWord, dialogWords } from '../core/words/menu';
import { say } from '../core/words/say';
import type { WebAddress } from './external';
import { printPage } from './printing';
import type { ChosenKind } from './tokens';

/**
 * What the handlers ask of the desktop around the studio. The only place that opens dialogs, the browser, the file
 * manager, the clipboard or a page to print; tests of the handlers pass their own.
 */
export type Desktop = {
  /** Absolute paths, or null when the user closed the dialog. Several only for an import. */
  readonly chooseFile: (
    what: 'plan' | 'image' | 'import' | 'calendar' | 'received',
  ) => Promise<readonly string[] | null>;
  /** Any number of pictures, films and sounds; empty when the user closed the dialog. */
  readonly chooseMedia: () => Promise<readonly string[]>;
  readonly chooseFolder: () => Promise<string | null>;
  readonly chooseTarget: (what: 'plan' | 'marks' | 'slip', name: string) => Promise<string | null>;
  /** Asks the user, naming the host, then hands a checked address to the browser. */
  readonly browse: (address: WebAddress) => Promise<void>;
  /** Opens a folder of ours in the file manager. */
  readonly reveal: (folder: string) => Promise<boolean>;
  readonly copy: (text: string, html: string | undefined) => Promise<void>;
  /** A picture our own thread made. False when the desktop cannot read it. */
  readonly copyPicture: (path: string) => Promise<boolean>;
  /** A page of ours as PDF. Throws when it cannot be printed. */
  readonly print: (html: string) => Promise<Uint8Array>;
};

const extensions: { readonly [K in Exclude<ChosenKind, 'folder' | `${string}_target`>]: string[] } = {
  // A folder cannot be chosen where files are: its `juzhen.json` stands for it.
  plan: ['juzhen', 'json'],
  received: [...Object.values(fileExtensions), 'json'],
  calendar: [...calendarExtensions],
  image: ['png', 'jpg', 'jpeg', 'webp', 'gif'],
  import: [
    ...importExtensions,
    ...calendarExtensions,
    fileExtensions.review,
    fileExtensions.marks,
    fileExtensions.slip,
  ],
  media: ['png', 'jpg', 'jpeg', 'webp', 'gif', 'mp4', 'mov', 'webm', 'm4a', 'mp3', 'heic', 'svg', 'avif'],
};

export function createDesktop(window: () => BrowserWindow | null, lang: () => Lang): Desktop {
  const word = (key: DialogWord, params?: { host: string }): string => say(dialogWords, lang(), key, params);
  const parent = (): BrowserWindow => window() ?? BrowserWindow.getAllWindows()[0] ?? failWithoutWindow();

  return {
    chooseFile: async (what) => {
      const filters = [{ name: word(what), extensions: extensions[what] }];
      const properties = what === 'import' ? (['openFile', 'multiSelections'] as const) : (['openFile'] as const);
      const { canceled, filePaths } = await dialog.showOpenDialog(parent(), { properties: [...properties], filters });
      return canceled || filePaths.length === 0 ? null : filePaths;
    },
    chooseMedia: async () => {
      const filters = [{ name: word('media'), extensions: extensions.media }];
      const properties = ['openFile', 'multiSelections'] as ('openFile' | 'multiSelections')[];
      const { canceled, filePaths } = await dialog.showOpenDialog(parent(), { properties, filters });
      return canceled ? [] : filePaths;
    },
    chooseFolder: async () => {
      const properties = ['openDirectory', 'createDirectory'] as ('openDirectory' | 'createDirectory')[];
      const { canceled, filePaths } = await dialog.showOpenDialog(parent(), { properties });
      return canceled ? null : (filePaths[0] ?? null);
    },
    chooseTarget: async (what, name) => {
      const filters = [{ name: word(what), extensions: [fileExtensions[what]] }];
      const defaultPath = `${name}.${fileExtensions[what]}`;
      const { canceled, filePath } = await dialog.showSaveDialog(parent(), { defaultPath, filters });
      return canceled || filePath === '' ? null : filePath;
    },
    browse: async ({ url, host }) => {
      const { response } = await dialog.showMessageBox(parent(), {
        type: 'question',
        message: word('browse_question', { host }),
        detail: url,
        buttons: [word('browse_open'), word('browse_stay')],
        defaultId: 0,
        cancelId: 1,
      });
      if (response === 0) await shell.openExternal(url);
    },
    reveal: async (folder) => (await shell.openPath(folder)) === '',
    copy: writeClipboard,
    copyPicture: writePicture,
    print: printPage,
  };
}

/** The clipboard as it was before Electron 40, which the fallback runtime still has: synchronous, one plain object. */
type OldClipboard = {
  readonly write: (data: { readonly text: string; readonly html?: string }) => void;
  readonly writeImage: (image: NativeImage) => void;
};

async function writeClipboard(text: string, html: string | undefined): Promise<void> {
  if (typeof electron.ClipboardItem === 'function') {
    const item = { 'text/plain': text, ...(html === undefined ? {} : { 'text/html': html }) };
    await clipboard.write([new electron.ClipboardItem(item)]);
    return;
  }
  (clipboard as unknown as OldClipboard).write(html === undefined ? { text } : { text, html });
}

async function writePicture(path: string): Promise<boolean> {
  const image = nativeImage.createFromPath(path);
  if (image.isEmpty()) return false;
  if (typeof electron.ClipboardItem === 'function') {
    const png = new Blob([new Uint8Array(image.toPNG())], { type: 'image/png' });
    await clipboard.write([new electron.ClipboardItem({ 'image/png': png })]);
  } else (clipboard as unknown as OldClipboard).writeImage(image);
  return true;
}

/** Dialogs come from clicks in the window, so there is one. */
function failWithoutWindow(): never {
  throw new Error('A dialog was asked for without a window');
}

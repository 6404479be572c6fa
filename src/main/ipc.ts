import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import type { Answer, Chosen } from '../contract';
import { CALL_CHANNEL, DROP_CHANNEL } from '../contract/names';
import { failure } from '../core/result';

/** Who may call: the page of the one window, loaded from the app's own address, and no frame inside it. */
export function isOwnPage(event: Pick<IpcMainInvokeEvent, 'senderFrame' | 'sender'>, own: OwnPage): boolean {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null || !own.isWindow(event.sender.id)) return false;
  return originOf(frame.url) === own.origin;
}
export type OwnPage = {
  /** `app://bundle`, or the development server's origin. */
  readonly origin: string;
  /** Whether web contents with this id are the studio's window. */
  readonly isWindow: (webContentsId: number) => boolean;
};

/** `URL.origin` is "null" for a custom scheme in plain Node, so scheme and host are compared as parsed. */
export function originOf(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host, username, password } = new URL(url);
  return username === '' && password === '' ? `${protocol}//${host}` : null;
}

/**
 * Hears calls on the one channel. The only user of Electron's `ipcMain`. Who calls is decided here, before the code
 * that reads and answers calls has to be there: `answering` may still be on its way when the page first asks.
 */
export function register(
  ipcMain: Pick<IpcMain, 'handle'>,
  own: OwnPage,
  answering: Promise<Answering>,
  dropping: Promise<Dropping>,
  onStranger: () => void,
): void {
  ipcMain.handle(CALL_CHANNEL, async (event, name: unknown, input: unknown) => {
    if (!isOwnPage(event, own)) {
      onStranger();
      return { ok: false, failure: failure('bad_input', { field: 'sender' }) } satisfies Answer<never>;
    }
    return (await answering)(name, input);
  });
  ipcMain.handle(DROP_CHANNEL, async (event, paths: unknown) => {
    if (!isOwnPage(event, own)) {
      onStranger();
      return { ok: false, failure: failure('bad_input', { field: 'sender' }) } satisfies Answer<never>;
    }
    return (await dropping)(paths);
  });
}
/** Takes paths of dropped files, see `drop.ts`. */
export type Dropping = (paths: unknown) => Answer<Chosen>;
/** Measures, parses and answers a call, see `answer.ts`. */
export type Answering = (name: unknown, input: unknown) => Promise<Answer<unknown>>;

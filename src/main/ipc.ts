import type { IpcMain, IpcMainInvokeEvent } from 'electron';
import { type Answer, CALL_CHANNEL, type CallName, type CallOutput, type CallParsed, calls } from '../contract';
import { failure, Refusal } from '../core/result';
import { measure } from './measure';

/** One function per call, input parsed. A missing one does not compile. */
export type Handlers<N extends CallName = CallName> = {
  readonly [K in N]: (input: CallParsed<K>) => CallOutput<K> | Promise<CallOutput<K>>;
};

/** Called once for a failure nobody foresaw. */
export type OnInternal = (call: CallName, error: unknown) => void;

const isCall = (name: unknown): name is CallName => typeof name === 'string' && Object.hasOwn(calls, name);

/**
 * Answers one call: measures and parses the input, runs the handler, and turns whatever happens into data. Knows no
 * Electron, so tests and the in-process bridge call it directly.
 */
export async function answer(
  handlers: Handlers,
  name: unknown,
  input: unknown,
  onInternal: OnInternal = () => undefined,
): Promise<Answer<unknown>> {
  if (!isCall(name)) return { ok: false, failure: failure('bad_input', { field: 'name' }) };
  const size = measure(input);
  if (!size.ok) return { ok: false, failure: failure('bad_input', { call: name, field: size.error }) };
  try {
    const parsed = calls[name].input.safeParse(input);
    if (!parsed.success) {
      const field = parsed.error.issues[0]?.path.join('.').slice(0, 80) ?? '';
      return { ok: false, failure: failure('bad_input', { call: name, field }) };
    }
    const run = handlers[name] as (input: unknown) => unknown;
    return { ok: true, value: await run(parsed.data) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure };
    onInternal(name, error);
    return { ok: false, failure: failure('internal', { call: name }) };
  }
}

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

/** Joins the handlers to the one channel. The only user of Electron's `ipcMain`. */
export function register(
  ipcMain: Pick<IpcMain, 'handle'>,
  handlers: Handlers,
  own: OwnPage,
  watch: { readonly onInternal: OnInternal; readonly onStranger: () => void; readonly around: Around },
): void {
  ipcMain.handle(CALL_CHANNEL, (event, name: unknown, input: unknown) => {
    if (!isOwnPage(event, own)) {
      watch.onStranger();
      return { ok: false, failure: failure('bad_input', { field: 'sender' }) } satisfies Answer<never>;
    }
    return watch.around(() => answer(handlers, name, input, watch.onInternal));
  });
}
/** Wraps each call; quitting counts the calls in flight with it. */
export type Around = <T>(run: () => Promise<T>) => Promise<T>;

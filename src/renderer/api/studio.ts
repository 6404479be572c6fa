import type { Answer, CallInput, CallName, CallOutput, StudioBridge } from '../../contract';

/** The studio behind the screens: `window.studio` in the app, the in-process bridge in tests. */
export type Api = StudioBridge;

export type Ask = <N extends CallName>(name: N, input: CallInput<N>) => Promise<Answer<CallOutput<N>>>;

declare global {
  interface Window {
    readonly studio: StudioBridge;
  }
}

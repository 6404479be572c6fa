import type { StateCreator } from 'zustand/vanilla';
import type { CallInput, CallName, CallOutput } from '../../contract';
import type { Api } from '../api/studio';
import type { StudioState } from './studio';
import type { World } from './world';

/** What every slice is given: the calls, the world, and two ways to call. */
export type Tools = {
  readonly api: Api;
  readonly world: World;
};

/** One subject's part of the state with its actions. It sees the whole state and changes its own part. */
export type Slice<Part> = (tools: Tools) => StateCreator<StudioState, [], [], Part>;

/** Calls, and on failure says why in a notice. Answers null then. */
export type Act = <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N> | null>;

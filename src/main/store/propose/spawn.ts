import { inThread } from '../thread';
import type { FromProposer, SpawnProposer } from './protocol';

/** Works proposals out in a thread from the built file `proposer.js`, so that the store answers meanwhile. */
export const proposeFrom =
  (file: string): SpawnProposer =>
  (problem, hear, died) =>
    inThread<FromProposer>(file, { workerData: problem }, ({ kind }) => kind === 'done', hear, died);

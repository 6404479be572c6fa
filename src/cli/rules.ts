import type { Lang } from '../core/model/records';
import { type PlatformPack, platformPack } from '../core/platforms/pack';
import { shippedPacks } from '../core/platforms/shipped';
import { cliWords } from '../core/words/cli';
import { say } from '../core/words/say';
import { exitCodes, type Io, Stop } from './io';
import { packsOf, planOf } from './planEntries';
import { isPlan, readPlan } from './planFile';
import { readBytes } from './readFile';

/** Largest data file of one platform, in bytes. */
const MAX_PACK = 4 * 1024 * 1024;

/**
 * The rules a command works by: the shipped ones; with a plan file, that team's; with the data file of one platform,
 * the shipped ones and this one, in the place of its namesake.
 */
export async function packsAsked(io: Io, lang: Lang, file: string | undefined): Promise<readonly PlatformPack[]> {
  const shipped = shippedPacks();
  if (file === undefined) return shipped;
  if (await isPlan(io, file)) return packsOf(planOf(await readPlan(io, lang, file)), shipped);
  const pack = readPack(new TextDecoder().decode(await readBytes(io, lang, file, MAX_PACK)), file, lang);
  return [...shipped.filter(({ id }) => id !== pack.id), pack];
}

function readPack(text: string, file: string, lang: Lang): PlatformPack {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Stop(
      say(cliWords, lang, 'rules_unreadable', { file, where: error instanceof Error ? error.message : '' }),
      exitCodes.badInput,
    );
  }
  const read = platformPack.safeParse(value);
  if (read.success) return read.data;
  const [issue] = read.error.issues;
  const where = `${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`;
  throw new Stop(say(cliWords, lang, 'rules_unreadable', { file, where }), exitCodes.badInput);
}

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { docText } from '../../src/core/model/docText';
import { complaintOf, openDatabase } from '../../src/main/store/database';
import { readBody } from '../../src/main/store/pieces/pieces';
import { listViews } from '../../src/main/store/rows';
import { closeWorkspace, DATABASE, openWorkspace } from '../../src/main/store/workspace';

const root = resolve(import.meta.dirname, '../..');
const worker = join(root, 'out/main/store.js');
const binding = process.env.JUZHEN_SQLITE_BINDING ?? null;

type Ack = { readonly id: string; readonly title?: string; readonly text?: string };

/** The newest acknowledged title and text of each piece. */
export type Promised = Map<string, { title: number; text: number }>;

/**
 * One cycle of fault F1: a child writes through the built store worker and is killed without warning after `millis` of
 * work; what it had acknowledged is added to `promised`. The record is kept by this process, outside the victim.
 */
export async function writeAndKill(folder: string, seed: number, millis: number, promised: Promised): Promise<number> {
  if (!existsSync(worker)) throw new Error('The studio is not built. Run: npm run build');
  const child = spawn(process.execPath, [join(root, 'test/fixtures/worker/writer.mjs'), worker, folder, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let heard = '';
  let acks = 0;
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    if (heard === '') setTimeout(() => child.kill('SIGKILL'), millis);
    heard += chunk;
  });
  await new Promise((gone) => child.once('close', gone));
  // A line cut by the kill was not heard, so nobody relies on it.
  for (const line of heard.split('\n').slice(0, -1)) {
    const ack = JSON.parse(line) as Ack & { refused?: unknown };
    if (ack.refused !== undefined) throw new Error(`The store refused to open: ${line}`);
    const known = promised.get(ack.id) ?? { title: -1, text: -1 };
    promised.set(ack.id, {
      title: Math.max(known.title, numberOf(ack.title)),
      text: Math.max(known.text, numberOf(ack.text)),
    });
    acks += 1;
  }
  return acks;
}

const numberOf = (value: string | undefined): number => (value === undefined ? -1 : Number(value.slice(1)));

/** Opens what the kill left and answers every broken promise in words; empty when all is well. */
export async function brokenPromises(folder: string, promised: Promised): Promise<readonly string[]> {
  const broken: string[] = [];
  const check = openDatabase(join(folder, DATABASE), { binding });
  const complaint = complaintOf(check);
  if (complaint !== null) broken.push(`integrity: ${complaint}`);
  check.close();
  const { db } = await openWorkspace({ folder, binding, now: Date.now });
  const pieces = new Map(listViews(db, 'piece').map((piece) => [piece.id, piece]));
  for (const [id, { title, text }] of promised) {
    const piece = pieces.get(id);
    if (piece === undefined) {
      broken.push(`${id} was acknowledged and is not there`);
      continue;
    }
    if (numberOf(piece.title) < title) broken.push(`${id}: title t${title} was acknowledged, ${piece.title} is there`);
    const { doc } = readBody(db, id);
    const stored = doc === null ? 't-1' : docText(doc);
    if (numberOf(stored) < text) broken.push(`${id}: text t${text} was acknowledged, ${stored} is there`);
  }
  // Title and product are always written together: one without the other is half a transaction.
  for (const piece of pieces.values())
    if (piece.title !== piece.product) broken.push(`${piece.id}: half a change, ${piece.title} and ${piece.product}`);
  closeWorkspace(db);
  return broken;
}

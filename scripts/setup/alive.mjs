import { readFileSync } from 'node:fs';

export function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Names a process for good: numbers are reused, so where the system tells it, the moment of its
 * start (in ticks since boot) is part of the name.
 */
export const nameOf = (pid) => `${pid}@${stat(pid).startTime ?? ''}`;

/** A zombie is dead, though in a container whose first process reaps nobody it stays for ever. */
export function isSameAlive(name) {
  const pid = Number.parseInt(name, 10);
  return isAlive(pid) && nameOf(pid) === name && stat(pid).state !== 'Z';
}

/** Linux only; elsewhere nothing is known. The program's name may hold spaces and brackets, hence the last one. */
function stat(pid) {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    return { state: fields[0], startTime: fields[19] };
  } catch {
    return {};
  }
}

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
export function nameOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return `${pid}@${stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]}`;
  } catch {
    return `${pid}@`;
  }
}

export const isSameAlive = (name) => {
  const pid = Number.parseInt(name, 10);
  return isAlive(pid) && nameOf(pid) === name;
};

import { closeSync, fsyncSync, openSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { zipParts } from '../../../core/plan/file/zip';
import { refuse } from '../../../core/result';
import { byteWork } from '../../../disk/byteWork';
import { type Gathered, gathered } from './gathered';

/** Zips below a folder, written entry by entry: never more than one file of them in memory. */
export type Zips = {
  /** Adds a file to the zip of that name, the one before is finished with another name. Answers the bytes written. */
  readonly add: (zip: string, path: string, bytes: Uint8Array) => number;
  readonly end: () => void;
  /** Lets go of the file that is open; what is written is for the caller to remove. */
  readonly drop: () => void;
};

export function openZips(root: string): Zips {
  let open: {
    readonly name: string;
    readonly file: number;
    readonly out: Gathered;
    readonly zip: ReturnType<typeof zipParts>;
  } | null = null;
  const drop = (): void => {
    if (open !== null) closeSync(open.file);
    open = null;
  };
  const end = (): void => {
    if (open === null) return;
    for (const part of open.zip.end()) open.out.add(part);
    open.out.flush();
    fsyncSync(open.file);
    drop();
  };
  const begin = (name: string): NonNullable<typeof open> => {
    end();
    const target = resolve(root, name);
    if (!target.startsWith(root + sep)) refuse('file_unsafe_path', { file: name, place: name });
    const file = openSync(target, 'wx', 0o600);
    const begun = { name, file, out: gathered(file), zip: zipParts(byteWork) };
    open = begun;
    return begun;
  };
  return {
    add: (name, path, bytes) => {
      const current = open?.name === name ? open : begin(name);
      let sum = 0;
      for (const part of current.zip.add({ path, bytes }, isPacked(path))) {
        current.out.add(part);
        sum += part.length;
      }
      return sum;
    },
    end,
    drop,
  };
}

/** Pictures, films and sounds are packed already. */
export const isPacked = (path: string): boolean => PACKED.test(path);

const PACKED = /\.(?:jpe?g|png|gif|webp|avif|heic|mp4|mov|m4a|mp3|zip)$/i;

import { isDeviceName } from '../file/paths';

/**
 * A plan as a folder that version control can follow: one file per record, so that two people's changes meet in one
 * file only where they changed one record.
 *
 *   juzhen.json                     what it is, which workspace, and what newer versions added beside the records
 *   records/<type>/<id>.json        one record, clocks written in full, keys sorted, a line for each value
 *   assets/<sha256>.<ext>
 *   kept/<path>                     files of a later format that stand beside these in the packed file
 *   .gitattributes                  which files git may merge how; not read
 *
 * There is no manifest: every commit would change it. A picture's name is its digest, and a record that is not there
 * deletes nothing.
 */
export const HEAD_PATH = 'juzhen.json';
export const RECORDS = 'records';
export const ASSETS = 'assets';
export const KEPT = 'kept';
export const ATTRIBUTES_PATH = '.gitattributes';

export const FOLDER_FORMAT = 'juzhen-folder';
export const RECORD_FORMAT = 'juzhen-record';

/** Line ends stay as written on Windows too, and records are merged by the law (docs/git.md). */
export const ATTRIBUTES = [
  '# Juzhen: records are merged by their own law, see docs/git.md of the studio.',
  `${HEAD_PATH} text eol=lf`,
  `${RECORDS}/**/*.json text eol=lf merge=juzhen`,
  `${ASSETS}/** -text`,
  '',
].join('\n');

/** Where a record's file stands, relative to the folder. Two records never share a file, on any file system. */
export const recordPath = (type: string, id: string): string => `${RECORDS}/${fileName(type)}/${fileName(id)}.json`;

/**
 * A type or id as the name of a file. Capitals are written `~a`, since some systems take `P1` and `p1` for one file;
 * `~` is in no id. Names of Windows' devices get `~~` before them.
 */
const fileName = (name: string): string => {
  const lower = name.replace(/[A-Z]/g, (capital) => `~${capital.toLowerCase()}`);
  return isDeviceName(lower) ? `~~${lower}` : lower;
};

/** Whether a path is one that `recordPath` or the name of a picture may give. */
export const isOwnPath = (path: string): boolean =>
  /^records\/[a-z0-9_~]+\/[a-z0-9_~-]+\.json$/.test(path) || /^assets\/[0-9a-f]{64}\.[a-z0-9]{1,8}$/.test(path);

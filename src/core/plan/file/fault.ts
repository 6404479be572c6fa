import { err, type Failure, failure, ok, type Result } from '../../result';

/** Ends reading at the first thing that is wrong. Thrown and caught within this folder only: see `reading`. */
class Fault extends Error {
  constructor(
    readonly code: Failure['code'],
    readonly params: Failure['params'],
  ) {
    super(code);
  }
}

export const fault = (code: Failure['code'], params: Failure['params'] = {}): never => {
  throw new Fault(code, params);
};

/** `place` names the record and field, the entry, or the byte. */
export const damaged = (place: string): never => fault('file_damaged', { place: place.slice(0, 300) });

export const tooBig = (limit: string | number): never => fault('file_too_big', { limit });

/** Runs one reader; its fault becomes a failure that names the file. */
export function reading<T>(file: string, read: () => T): Result<T, Failure> {
  try {
    return ok(read());
  } catch (error) {
    if (error instanceof Fault) return err(failure(error.code, { file, ...error.params }));
    throw error;
  }
}

/**
 * Runs what reads a file of a later format. What would be damage in one of our own is, there, what we do not understand:
 * then the file is refused as newer, not as broken.
 */
export function readingNewer<T>(found: number, known: number, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof Fault && error.code === 'file_damaged' && found > known)
      return fault('file_future', { found, known });
    throw error;
  }
}

export const isFault = (error: unknown): boolean => error instanceof Fault;

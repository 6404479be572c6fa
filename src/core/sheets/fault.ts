import { err, type Failure, failure, ok, type Result } from '../result';
import type { SheetProblem } from './problems';

/** Ends reading a sheet at the first thing that makes it unreadable. Thrown and caught within this folder only. */
class SheetFault extends Error {
  constructor(
    readonly problem: SheetProblem,
    readonly params: Failure['params'],
  ) {
    super(problem);
  }
}

export const sheetFault = (problem: SheetProblem, params: Failure['params'] = {}): never => {
  throw new SheetFault(problem, params);
};

/** Runs a reader; its fault becomes a failure that names the file. */
export function readingSheet<T>(file: string, read: () => T): Result<T, Failure> {
  try {
    return ok(read());
  } catch (error) {
    if (error instanceof SheetFault)
      return err(failure('sheet_unreadable', { file, problem: error.problem, ...error.params }));
    throw error;
  }
}

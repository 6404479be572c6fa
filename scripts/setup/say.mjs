/** Something the reader can put right: the message is the whole story, so no stack is shown. */
export class Problem extends Error {}

/** Everything about setting up goes to standard error; standard output belongs to results. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a script's main function, which answers its exit code. A Problem becomes its sentence; the
 * process is then left at once, since a step beside the failed one may still be at work.
 */
export async function main(script) {
  try {
    process.exitCode = (await script(process.argv.slice(2))) ?? 0;
  } catch (error) {
    say(error instanceof Problem ? error.message : (error?.stack ?? String(error)));
    process.exit(1);
  }
}

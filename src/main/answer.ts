import { type Answer, type CallName, type CallOutput, type CallParsed, calls } from '../contract';
import { failure, Refusal } from '../core/result';
import { measure } from './measure';

/** One function per call, input parsed. A missing one does not compile. */
export type Handlers<N extends CallName = CallName> = {
  readonly [K in N]: (input: CallParsed<K>) => CallOutput<K> | Promise<CallOutput<K>>;
};

/** Called once for a failure nobody foresaw. */
export type OnInternal = (call: CallName, error: unknown) => void;

const isCall = (name: unknown): name is CallName => typeof name === 'string' && Object.hasOwn(calls, name);

/**
 * Answers one call: measures and parses the input, runs the handler, and turns whatever happens into data. Knows no
 * Electron, so tests and the in-process bridge call it directly.
 */
export async function answer(
  handlers: Handlers,
  name: unknown,
  input: unknown,
  onInternal: OnInternal = () => undefined,
): Promise<Answer<unknown>> {
  if (!isCall(name)) return { ok: false, failure: failure('bad_input', { field: 'name' }) };
  const size = measure(input);
  if (!size.ok) return { ok: false, failure: failure('bad_input', { call: name, field: size.error }) };
  try {
    const parsed = calls[name].input.safeParse(input);
    if (!parsed.success) {
      const field = parsed.error.issues[0]?.path.join('.').slice(0, 80) ?? '';
      return { ok: false, failure: failure('bad_input', { call: name, field }) };
    }
    const run = handlers[name] as (input: unknown) => unknown;
    return { ok: true, value: await run(parsed.data) };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, failure: error.failure };
    onInternal(name, error);
    return { ok: false, failure: failure('internal', { call: name }) };
  }
}

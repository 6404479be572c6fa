import type { Json } from '../../core/model/json';
import type { AnySpec } from '../../core/model/record';
import { type RecordType, type RecordView, records } from '../../core/model/records';

const defaults = new Map<RecordType, Readonly<Record<string, unknown>>>();

function defaultsOf(type: RecordType): Readonly<Record<string, unknown>> {
  let known = defaults.get(type);
  if (known === undefined) {
    const spec: AnySpec = records[type];
    known = {
      ...Object.fromEntries(Object.entries(spec.fields).map(([name, schema]) => [name, schema.parse(undefined)])),
      ...Object.fromEntries(Object.keys(spec.sets).map((name) => [name, []])),
    };
    defaults.set(type, known);
  }
  return known;
}

/** The visible fields and maps of a record whose registers were checked when they were written; its sets are empty. */
export function viewOfState<T extends RecordType>(
  type: T,
  id: string,
  registers: Readonly<Record<string, Json>>,
): RecordView<T> {
  const spec: AnySpec = records[type];
  const view: Record<string, unknown> = { id, ...defaultsOf(type) };
  for (const name of Object.keys(spec.maps)) view[name] = {};
  for (const [name, value] of Object.entries(registers)) {
    if (Object.hasOwn(spec.fields, name)) {
      view[name] = value;
      continue;
    }
    const dot = name.indexOf('.');
    if (dot > 0 && value !== null) (view[name.slice(0, dot)] as Record<string, Json>)[name.slice(dot + 1)] = value;
  }
  return view as RecordView<T>;
}

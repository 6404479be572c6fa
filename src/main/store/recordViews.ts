import type { Json } from '../../core/model/json';
import type { AnySpec } from '../../core/model/record';
import { type RecordType, type RecordView, records } from '../../core/model/records';

type Shape = {
  /** A whole view as it is while nothing was written, under no id: copying all of it at once is several times quicker. */
  readonly empty: Readonly<Record<string, unknown>>;
  readonly fields: ReadonlySet<string>;
  readonly maps: readonly string[];
};
const shapes = new Map<RecordType, Shape>();

function shapeOf(type: RecordType): Shape {
  let known = shapes.get(type);
  if (known === undefined) {
    const spec: AnySpec = records[type];
    known = {
      empty: {
        id: '',
        ...Object.fromEntries(Object.entries(spec.fields).map(([name, schema]) => [name, schema.parse(undefined)])),
        ...Object.fromEntries(Object.keys(spec.sets).map((name) => [name, []])),
        ...Object.fromEntries(Object.keys(spec.maps).map((name) => [name, {}])),
      },
      fields: new Set(Object.keys(spec.fields)),
      maps: Object.keys(spec.maps),
    };
    shapes.set(type, known);
  }
  return known;
}

/** The visible fields and maps of a record whose registers were checked when they were written; its sets are empty. */
export function viewOfState<T extends RecordType>(
  type: T,
  id: string,
  registers: Readonly<Record<string, Json>>,
): RecordView<T> {
  const { empty, fields, maps } = shapeOf(type);
  const view: Record<string, unknown> = { ...empty };
  view.id = id;
  for (const name of maps) view[name] = {};
  // Registers come from JSON: all their names are their own, so the plain loop sees what `Object.entries` would copy.
  for (const name in registers) {
    const value = registers[name] as Json;
    if (fields.has(name)) {
      view[name] = value;
      continue;
    }
    const dot = name.indexOf('.');
    if (dot > 0 && value !== null) (view[name.slice(0, dot)] as Record<string, Json>)[name.slice(dot + 1)] = value;
  }
  return view as RecordView<T>;
}

/**
 * The table of a record type, in the shape of the first schema. Released migrations are made of it, so it is never edited
 * either (`test/store/migrations.test.ts` holds each migration to the letter); another shape gets another function.
 *
 * `before` stand ahead of the tombstone, `columns` at the end: what lists filter by.
 */
export function recordTable(
  type: string,
  { before = [], columns = [] }: { readonly before?: readonly string[]; readonly columns?: readonly string[] } = {},
): string {
  const lines = [
    'id TEXT PRIMARY KEY',
    'registers TEXT NOT NULL',
    'stamps TEXT NOT NULL',
    'sets TEXT NOT NULL',
    "carried TEXT NOT NULL DEFAULT '{}'",
    ...before,
    'deleted TEXT',
    'alive INTEGER NOT NULL',
    'touched TEXT NOT NULL',
    ...columns,
  ];
  return `CREATE TABLE ${type} (\n${lines.map((line) => `  ${line}`).join(',\n')}\n) STRICT;`;
}

/** A column generated from a register, with SQL for when there is none: `registerColumn('state TEXT', 'state', "'idea'")`. */
export function registerColumn(column: string, register: string, otherwise?: string): string {
  const value = `json_extract(registers, '$.${register}')`;
  return `${column} GENERATED ALWAYS AS (${otherwise === undefined ? value : `COALESCE(${value}, ${otherwise})`}) VIRTUAL`;
}

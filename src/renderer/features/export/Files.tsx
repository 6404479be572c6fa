import { IconFile, IconFolder, IconPhoto } from '@tabler/icons-react';
import type { ExportPreview } from '../../../contract';
import { exportWords } from '../../../core/words/export';
import { useWords } from '../../state/StudioProvider';
import { useWindowing } from '../../ui/useWindowing';
import page from './Export.module.css';
import { saySize, treeOf } from './exportView';
import classes from './Files.module.css';

const LINE = 26;

/** The files that will be written, as a tree with sizes. Arrows walk it; the chosen one shows at the right. */
export function Files({
  preview,
  chosen,
  onChoose,
}: {
  readonly preview: ExportPreview;
  readonly chosen: string | null;
  readonly onChoose: (path: string) => void;
}) {
  const t = useWords(exportWords);
  const lines = treeOf(preview.files);
  const { ref, window: seen, show } = useWindowing(lines.length, LINE);
  const at = lines.findIndex(({ path }) => path === chosen);
  const walk = (by: 1 | -1, from = at): void => {
    for (let next = from + by; next >= 0 && next < lines.length; next += by) {
      const line = lines[next];
      if (line === undefined || line.folder) continue;
      onChoose(line.path);
      show(next);
      return;
    }
  };
  return (
    <div
      ref={ref}
      className={classes.tree}
      role="listbox"
      aria-label={t('files.tree')}
      aria-activedescendant={at >= seen.first && at < seen.last ? `file-${at}` : undefined}
      tabIndex={0}
      onClick={({ target }) => {
        const path = target instanceof Element ? target.closest('[data-path]')?.getAttribute('data-path') : null;
        if (path) onChoose(path);
      }}
      onKeyDown={(event) => {
        if (event.key === 'ArrowDown') walk(1);
        else if (event.key === 'ArrowUp') walk(-1);
        else if (event.key === 'Home') walk(1, -1);
        else if (event.key === 'End') walk(-1, lines.length);
        else return;
        event.preventDefault();
      }}
    >
      <div role="presentation" style={{ height: lines.length * LINE, position: 'relative' }}>
        {lines.slice(seen.first, seen.last).map((line, offset) => {
          const index = seen.first + offset;
          return (
            <div
              key={line.path}
              id={`file-${index}`}
              role="option"
              data-path={line.folder ? undefined : line.path}
              tabIndex={-1}
              className={classes.line}
              style={{ top: index * LINE, paddingLeft: 12 + line.depth * 16 }}
              aria-selected={line.path === chosen}
              aria-disabled={line.folder || undefined}
            >
              {line.folder ? (
                <IconFolder size={14} stroke={1.6} aria-hidden="true" />
              ) : /\.(png|jpe?g|webp|gif)$/i.test(line.name) ? (
                <IconPhoto size={14} stroke={1.6} aria-hidden="true" />
              ) : (
                <IconFile size={14} stroke={1.6} aria-hidden="true" />
              )}
              <span className={classes.fileName}>{line.name}</span>
              <span className={classes.size}>{line.bytes === null ? '' : saySize(line.bytes)}</span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

const LINES = 1_000;
/** A scrolled text must be reachable by keys (axe: scrollable-region-focusable). */
const reachable = { tabIndex: 0 } as const;

/** A table as a sheet shows it, its first rows. */
function TableText({ path, table }: { readonly path: string; readonly table: readonly (readonly string[])[] }) {
  const t = useWords(exportWords);
  const [header = [], ...rest] = table;
  /** Numbered as a sheet does: equal rows are still two. */
  const rows = rest.map((cells, at) => ({ cells, row: at + 2 }));
  return (
    <section className={classes.sheet} data-selectable aria-label={path} {...reachable}>
      <table>
        <thead>
          <tr>
            {header.map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ cells, row }) => (
            <tr key={row}>
              {cells.map((text, column) => (
                <td key={header[column]} title={text.length > 24 ? text : undefined}>
                  {text}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length === ROWS && <p className={page.hint}>{t('preview.rows', { count: ROWS })}</p>}
    </section>
  );
}

/** As many as a preview sends. */
const ROWS = 200;

/** What is in one file: its text, or that it is an image. */
export function FileText({ file }: { readonly file: ExportPreview['files'][number] | null }) {
  const t = useWords(exportWords);
  if (file === null) return <p className={page.hint}>{t('preview.none')}</p>;
  if (file.table !== null) return <TableText path={file.path} table={file.table} />;
  if (file.text === null)
    return (
      <p className={page.hint}>
        {file.bytes === null ? t('preview.unmade') : t('preview.binary', { size: saySize(file.bytes) })}
      </p>
    );
  const lines = file.text.split('\n');
  const cut = lines.length > LINES;
  return (
    <section className={classes.text} data-selectable aria-label={file.path} {...reachable}>
      <pre>{cut ? lines.slice(0, LINES).join('\n') : file.text}</pre>
      {cut && <p className={page.hint}>{t('preview.truncated', { count: LINES })}</p>}
    </section>
  );
}

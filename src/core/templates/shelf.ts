import { readShelf, type StarterTemplate } from './starter';

type Texts = Readonly<Record<string, string>>;
/** What the bundler replaces by the files' texts; told here, because core knows no bundler's types. */
type Bundled = {
  readonly glob: (
    pattern: string,
    options: { readonly query: '?raw'; readonly eager: true; readonly import: 'default' },
  ) => Texts;
};

/** The shelf's files, bundled as text: loaded only by who opens the shelf, because they would weigh on every start. */
const files = Object.fromEntries(
  Object.entries(
    (import.meta as unknown as Bundled).glob('../../../resources/templates/*.md', {
      query: '?raw',
      eager: true,
      import: 'default',
    }),
  ).map(([path, text]) => [path.replace(/^.*\//, '').replace(/\.md$/, ''), text]),
);

let read: readonly StarterTemplate[] | null = null;

/** The starter shelf: at least two templates per kind and sub-kind in each language. Parsed once. */
export function starterShelf(): readonly StarterTemplate[] {
  read ??= readShelf(files);
  return read;
}

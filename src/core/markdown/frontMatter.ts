import { briefKeys, type Lang, langs, type PieceKind, pieceKinds, subkinds } from '../model/records';
import { err, type Failure, failure, ok, type Result } from '../result';
import type { MarkdownWarning, ProblemCode } from './problems';
import { readYaml, type YamlRead } from './yaml';

/** The head of a Markdown piece. What the file does not say is null or empty; the reader decides the default. */
export type FrontMatter = {
  readonly title: string | null;
  readonly kind: PieceKind | null;
  readonly subkind: string | null;
  readonly lang: Lang | null;
  readonly brief: Readonly<Record<string, string>>;
  readonly tags: readonly string[];
  readonly persona: string;
  readonly link: string;
  readonly images: readonly string[];
};

export type Head = {
  readonly matter: FrontMatter;
  readonly warnings: readonly MarkdownWarning[];
  /** The Markdown after the head, and the number of lines before it. */
  readonly rest: string;
  readonly linesBefore: number;
};

export const emptyMatter: FrontMatter = {
  title: null,
  kind: null,
  subkind: null,
  lang: null,
  brief: {},
  tags: [],
  persona: '',
  link: '',
  images: [],
};

const MAX_TEXT = 4_000;
const MAX_TITLE = 500;
const MAX_NAME = 200;
const MAX_LIST = 200;

/** Splits a file into its head and its text. `file` only names it in the failure. */
export function readFrontMatter(text: string, file: string): Result<Head, Failure> {
  const opening = /^---[ \t]*\n/.exec(text);
  if (opening === null) {
    const warning: MarkdownWarning = { code: 'no_front_matter', line: 1, name: '' };
    return ok({ matter: emptyMatter, warnings: [warning], rest: text, linesBefore: 0 });
  }
  const closing = /^(?:---|\.\.\.)[ \t]*(?:\n|$)/m.exec(text.slice(opening[0].length));
  if (closing === null) return err(problem(file, 1, 'not_closed'));
  const yaml = text.slice(opening[0].length, opening[0].length + closing.index);
  const rest = text.slice(opening[0].length + closing.index + closing[0].length);
  const linesBefore = text.slice(0, text.length - rest.length).split('\n').length - 1;
  const read = readYaml(yaml);
  if (!read.ok) return err(problem(file, read.line + 1, 'yaml', '', read.message));
  if (read.value === null) return ok({ matter: emptyMatter, warnings: [], rest, linesBefore });
  if (typeof read.value !== 'object' || Array.isArray(read.value)) return err(problem(file, 2, 'not_a_map'));
  try {
    const fields = new Fields(read.value as Readonly<Record<string, unknown>>, read, file);
    return ok({ ...matterOf(fields), rest, linesBefore });
  } catch (error) {
    if (error instanceof Problem) return err(error.failure);
    throw error;
  }
}

const problem = (file: string, line: number, code: ProblemCode, key = '', value = ''): Failure =>
  failure('markdown_front_matter', { file, line, problem: code, key, value: value.slice(0, 200) });

function matterOf(fields: Fields): { matter: FrontMatter; warnings: readonly MarkdownWarning[] } {
  const kind = fields.oneOf('kind', pieceKinds, 'wrong_kind');
  const subkind = fields.text('subkind', MAX_NAME);
  if (subkind !== null && subkind !== '' && !(subkinds[kind ?? 'scene'] as readonly string[]).includes(subkind))
    fields.fail('subkind', 'wrong_subkind', subkind);
  const brief = fields.brief();
  const known: readonly string[] = kind === null ? [] : briefKeys[kind];
  const strange = kind === null ? [] : Object.keys(brief).filter((key) => !known.includes(key));
  const warnings: MarkdownWarning[] = [
    ...fields.unknown().map((name): MarkdownWarning => ({ code: 'unknown_key', line: fields.line([name]), name })),
    ...strange.map(
      (name): MarkdownWarning => ({ code: 'unknown_brief_key', line: fields.line(['brief', name]), name }),
    ),
  ];
  return {
    matter: {
      title: fields.text('title', MAX_TITLE),
      kind,
      subkind: subkind === '' ? null : subkind,
      lang: fields.lang(),
      brief,
      tags: fields.list('tags', MAX_NAME),
      persona: fields.text('persona', MAX_NAME) ?? '',
      link: fields.text('link', 2_000) ?? '',
      images: fields.list('images', MAX_TITLE),
    },
    warnings,
  };
}

const knownKeys: readonly string[] = Object.keys(emptyMatter);

class Problem extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

/** The head's fields, each read as what it should be or refused with its line. */
class Fields {
  constructor(
    private readonly values: Readonly<Record<string, unknown>>,
    private readonly yaml: Extract<YamlRead, { ok: true }>,
    private readonly file: string,
  ) {}

  /** Line in the file: the head's first line of YAML is the second. */
  line(path: readonly (string | number)[]): number {
    return this.yaml.lineOf(path) + 1;
  }

  fail(key: string, code: ProblemCode, value = ''): never {
    throw new Problem(problem(this.file, this.line(key.split('.')), code, key, value));
  }

  unknown(): readonly string[] {
    return Object.keys(this.values).filter((key) => !knownKeys.includes(key));
  }

  private get(key: string): unknown {
    return Object.hasOwn(this.values, key) ? this.values[key] : undefined;
  }

  text(key: string, max: number): string | null {
    const value = this.get(key);
    return value === undefined || value === null ? null : this.scalar(key, value, max);
  }

  oneOf<T extends string>(key: string, allowed: readonly T[], code: ProblemCode): T | null {
    const value = this.text(key, MAX_NAME);
    if (value === null || value === '') return null;
    return allowed.find((name) => name === value) ?? this.fail(key, code, value);
  }

  /** Other tools write `zh-CN` and `en_US`: the language counts, not the country. */
  lang(): Lang | null {
    const value = this.text('lang', MAX_NAME);
    if (value === null || value === '') return null;
    const [language] = value.toLowerCase().split(/[-_]/);
    return langs.find((name) => name === language) ?? this.fail('lang', 'wrong_lang', value);
  }

  list(key: string, max: number): readonly string[] {
    const value = this.get(key);
    if (value === undefined || value === null || value === '') return [];
    if (typeof value === 'string') return this.texts(key, value.split(/[,，]/), max);
    return Array.isArray(value) ? this.texts(key, value, max) : this.fail(key, 'not_a_list');
  }

  private texts(key: string, values: readonly unknown[], max: number): readonly string[] {
    if (values.length > MAX_LIST) this.fail(key, 'too_many');
    return values.map((value) => this.scalar(key, value, max)).filter((value) => value !== '');
  }

  brief(): Readonly<Record<string, string>> {
    const value = this.get('brief');
    if (value === undefined || value === null) return {};
    if (typeof value !== 'object' || Array.isArray(value)) this.fail('brief', 'not_brief');
    const entries = Object.entries(value as Readonly<Record<string, unknown>>).slice(0, MAX_LIST);
    return Object.fromEntries(
      entries.flatMap(([name, field]) =>
        field === null || field === undefined || name === '__proto__'
          ? []
          : [[name, this.scalar(`brief.${name}`, field, MAX_TEXT)]],
      ),
    );
  }

  /** Numbers and yes/no are what an editor typed, so they become text again. */
  private scalar(key: string, value: unknown, max: number): string {
    if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean')
      this.fail(key, 'not_text');
    const text = String(value).toWellFormed().trim();
    return text.length > max ? this.fail(key, 'too_long', String(max)) : text;
  }
}

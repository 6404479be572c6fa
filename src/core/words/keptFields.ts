import type { Lang } from '../model/records';
import { sayBriefLabel } from './briefLabels';
import { defineWords, say } from './say';

/** What undo and redo left alone, because somebody changed it since: which field of which thing. */
export type KeptField = { readonly type: string; readonly id: string; readonly name: string; readonly field: string };

type FieldWord =
  | 'title'
  | 'name'
  | 'body'
  | 'brief'
  | 'kind'
  | 'subkind'
  | 'state'
  | 'tags'
  | 'lang'
  | 'siblingGroup'
  | 'points'
  | 'formats'
  | 'personaId'
  | 'campaignId'
  | 'ownerId'
  | 'product'
  | 'sourceKey'
  | 'link'
  | 'notes'
  | 'coverId'
  | 'trashed'
  | 'day'
  | 'time'
  | 'accountId'
  | 'format'
  | 'outcome'
  | 'overrides'
  | 'life'
  | 'other';

const keptWords = defineWords<FieldWord | 'of' | 'of_unnamed' | 'more'>({
  zh: {
    title: '标题',
    name: '名字',
    body: '正文',
    brief: '简报',
    kind: '类型',
    subkind: '子类型',
    state: '状态',
    tags: '标签',
    lang: '语言',
    siblingGroup: '语言版本',
    points: '版本的名字',
    formats: '格式',
    personaId: '人物',
    campaignId: '战役',
    ownerId: '负责人',
    product: '产品',
    sourceKey: '来源编号',
    link: '链接',
    notes: '备注',
    coverId: '封面',
    trashed: '回收站',
    day: '日期',
    time: '时间',
    accountId: '账号',
    format: '格式',
    outcome: '发布结果',
    overrides: '版本里的字',
    life: '去留',
    other: '其他设置',
    of: '「{name}」的{fields}',
    of_unnamed: '{fields}',
    more: '另有 {count} 项',
  },
  en: {
    title: 'title',
    name: 'name',
    body: 'body',
    brief: 'brief',
    kind: 'kind',
    subkind: 'subkind',
    state: 'state',
    tags: 'tags',
    lang: 'language',
    siblingGroup: 'language versions',
    points: 'names of versions',
    formats: 'formats',
    personaId: 'persona',
    campaignId: 'campaign',
    ownerId: 'owner',
    product: 'product',
    sourceKey: 'source number',
    link: 'link',
    notes: 'notes',
    coverId: 'cover',
    trashed: 'place in the trash',
    day: 'day',
    time: 'time',
    accountId: 'account',
    format: 'format',
    outcome: 'outcome',
    overrides: 'edited text of a version',
    life: 'being there at all',
    other: 'other settings',
    of: '{fields} of “{name}”',
    of_unnamed: '{fields}',
    more: '{count} more',
  },
});

/** So many things are named; a notice is read in passing. */
const MOST = 3;

/**
 * 「末班渡船上的灯」的标题、日期. `nameOf` finds a name for what has none of its own, such as a placement; without one only
 * the fields are named.
 */
export function sayKept(
  lang: Lang,
  kept: readonly KeptField[],
  nameOf: (entry: KeptField) => string | null = () => null,
): string {
  const things = new Map<string, { readonly name: string | null; readonly fields: Set<string> }>();
  for (const entry of kept) {
    const key = `${entry.type} ${entry.id}`;
    const name = entry.name === entry.id ? nameOf(entry) : entry.name;
    const thing = things.get(key) ?? { name, fields: new Set<string>() };
    thing.fields.add(sayField(lang, entry.field));
    things.set(key, thing);
  }
  const comma = lang === 'zh' ? '、' : ', ';
  const said = [...things.values()].slice(0, MOST).map(({ name, fields }) =>
    say(keptWords, lang, name === null || name === '' ? 'of_unnamed' : 'of', {
      name: name ?? '',
      fields: [...fields].join(comma),
    }),
  );
  if (things.size > MOST) said.push(say(keptWords, lang, 'more', { count: things.size - MOST }));
  return said.join(lang === 'zh' ? '，' : '; ');
}

/** A field by its register: `title`, `brief.deadline`, `overrides.body`. */
export function sayField(lang: Lang, field: string): string {
  const [head = field, key] = field.split('.', 2);
  if (head === 'brief' && key !== undefined) return sayBriefLabel(lang, key);
  return say(keptWords, lang, isField(head) ? head : 'other');
}

const fields: ReadonlySet<string> = new Set(Object.keys(keptWords.zh).filter((key) => !/^(of|more)/.test(key)));
const isField = (name: string): name is FieldWord => fields.has(name);

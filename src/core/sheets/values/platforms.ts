import type { Family, PlatformPack } from '../../platforms/pack';
import { plain } from './text';

/** A platform as a cell names it, and the format when the cell says that too (`抖音视频`, `小红书图文`). */
export type NamedPlatform = {
  /** Id of the pack; empty when no pack is meant, and then `written` stays for the message. */
  readonly id: string;
  /** `weibo/post`, or the form as written where the platform has none or several of it; empty when not said. */
  readonly format: string;
  readonly written: string;
};

/** Names people use beside those of the packs. Folded: lower case, no blanks. */
const nicknames: Readonly<Record<string, readonly string[]>> = {
  weibo: ['新浪微博', '围脖', 'sinaweibo', 'wb'],
  douyin: ['dy', '抖音号', '抖音短视频'],
  wechat_oa: [
    '公众号',
    '微信公号',
    '公号',
    '订阅号',
    '服务号',
    '微信订阅号',
    '微信服务号',
    'wechatoa',
    'wechatofficialaccount',
    'gzh',
    'mp',
  ],
  wechat_channels: ['视频号', '微信视频', 'sph', 'wechatchannels', 'wechatvideo'],
  wechat_private: [
    '朋友圈',
    '微信朋友圈',
    '社群',
    '微信群',
    '企业微信',
    '企微',
    '私域',
    '企微社群',
    'moments',
    'wecom',
  ],
  bilibili: ['b站', '哔哩', '小破站', 'bili', 'b 站'],
  xiaohongshu: ['red', 'xhs', 'rednote', '小红薯', '红书', 'littleredbook', 'xiaohongshu'],
  kuaishou: ['ks', '快手号', 'kwai'],
  zhihu: ['知乎号'],
  toutiao: ['头条', '头条号', '今日头条号', 'toutiao'],
  x: ['twitter', '推特', 'x(twitter)', 'x/twitter', 'twitter/x', 'x推特', 'twitter(x)'],
  instagram: ['ins', 'ig', 'insta', '照片墙'],
  tiktok: ['tk', 'tiktok', '海外抖音'],
  youtube: ['油管', 'yt', 'ytb', 'youtubeshorts'],
  linkedin: ['领英', 'linkedinpage', 'li'],
  facebook: ['fb', '脸书', '脸谱', 'facebookpage', 'meta'],
  threads: ['thread'],
  mastodon: ['长毛象'],
  bluesky: ['bsky', '蓝天'],
};

/** Sayings for several at once. */
const sets: Readonly<Record<string, readonly string[]>> = {
  双微: ['weibo', 'wechat_oa'],
  两微: ['weibo', 'wechat_oa'],
  双微一抖: ['weibo', 'wechat_oa', 'douyin'],
  两微一抖: ['weibo', 'wechat_oa', 'douyin'],
};

const fold = (text: string): string =>
  plain(text)
    .toLowerCase()
    .replaceAll(/[\s._-]/g, '');

export type PlatformNames = {
  readonly exact: ReadonlyMap<string, string>;
  /** Names with their ids, longest first, for cells that say a platform and more. */
  readonly byLength: readonly (readonly [string, string])[];
  readonly packs: readonly PlatformPack[];
  /** Cells read before, for `platformList`. */
  readonly read: Map<string, readonly NamedPlatform[]>;
};

/** All names of a set of packs, made once per import. */
export function platformNames(packs: readonly PlatformPack[]): PlatformNames {
  const exact = new Map<string, string>();
  const add = (name: string, id: string) => {
    const folded = fold(name);
    if (folded !== '' && !exact.has(folded)) exact.set(folded, id);
  };
  for (const { id, zh, en } of packs) {
    add(id, id);
    add(zh, id);
    add(zh.replace(/（.*$/, ''), id);
    add(en, id);
    add(en.replace(/ ?\(.*$/, ''), id);
  }
  for (const { id } of packs)
    for (const name of Object.hasOwn(nicknames, id) ? (nicknames[id] ?? []) : []) add(name, id);
  const byLength = [...exact].filter(([name]) => name.length > 1 && !/^[a-z]{1,3}$/.test(name));
  byLength.sort(([one], [two]) => two.length - one.length);
  return { exact, byLength, packs, read: new Map() };
}

/** The platforms a cell's part names: usually one, several for 双微一抖, none for what is no platform. */
export function platformsIn(part: string, names: PlatformNames): readonly NamedPlatform[] {
  const written = part.trim();
  // Our own table says `微博 · 微博（普通博文）`.
  const [head = '', ...more] = plain(written).split(' · ');
  const whole = fold(head);
  const set = Object.hasOwn(sets, whole) ? sets[whole] : undefined;
  if (set !== undefined) return set.map((id) => ({ id, format: '', written }));
  const id = names.exact.get(whole);
  if (id !== undefined)
    return [{ id, format: more.length === 0 ? '' : formatOf(more.join(' · '), id, names), written }];
  for (const [name, known] of names.byLength) {
    if (!whole.startsWith(name)) continue;
    const rest = whole.slice(name.length).replace(/^[(（:：/]+|[)）]+$/g, '');
    const format = formatOf(rest, known, names);
    if (format.includes('/')) return [{ id: known, format, written }];
  }
  return [];
}

export const isPlatform = (part: string, names: PlatformNames): boolean => platformsIn(part, names).length > 0;

/** What a form is called in sheets, by family. */
const families: Readonly<Record<Family, readonly string[]>> = {
  short_post: [
    '短帖',
    '微博',
    '博文',
    '动态',
    '短文',
    '想法',
    '微头条',
    '帖子',
    '推文',
    'post',
    'posts',
    'text',
    'tweet',
    'status',
    '文字',
  ],
  image_note: [
    '图文',
    '笔记',
    '图片',
    '图文笔记',
    '图集',
    '海报',
    '长图',
    '贴图',
    'image',
    'photo',
    'carousel',
    'picture',
    'note',
  ],
  video: ['视频', '短视频', 'vlog', '视频笔记', '中视频', 'video', 'reel', 'reels', 'short', 'shorts'],
  live: ['直播', 'live', 'livestream'],
  article: ['文章', '长文', '专栏', '图文消息', '推送', '头条文章', '回答', '长图文', '公众号文章', 'article', 'blog'],
  private: ['朋友圈', '社群', '群发', '一对一', '海报转发'],
};

/** The family a form's name belongs to; null when it names none. */
export function familyNamed(name: string): Family | null {
  const folded = fold(name);
  for (const [family, list] of Object.entries(families)) if (list.includes(folded)) return family as Family;
  return null;
}

/**
 * `platform/format` of a form's name on a platform: by its id or name, else the only format of its family (or the first
 * the pack names, as its usual one). The name as written when the platform has nothing like it.
 */
export function formatOf(name: string, platform: string, { packs }: PlatformNames): string {
  const pack = packs.find(({ id }) => id === platform);
  const folded = fold(name);
  if (pack === undefined || folded === '') return name.trim();
  const named = pack.formats.find(({ id, zh, en }) =>
    [id, `${platform}/${id}`, zh, en, zh.replace(/（.*$/, ''), `${pack.zh}${zh}`].map(fold).includes(folded),
  );
  const contained = pack.formats.find(({ zh }) => folded.length > 1 && fold(zh.replace(/（.*$/, '')).includes(folded));
  const family = familyNamed(name);
  const found = named ?? contained ?? pack.formats.find((format) => format.family === family);
  return found === undefined ? name.trim() : `${platform}/${found.id}`;
}

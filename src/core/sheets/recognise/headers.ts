import { digest } from '../../model/ids';
import type { SheetField } from './fields';

/**
 * A header without what people vary: width, case, blanks, signs. `发布日期：` is `发布日期`, `Post Date*` is `postdate`.
 */
export const foldHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}#]/gu, '');

/**
 * One key for sheets with the same headers in any order, under which a mapping is remembered. 16 hex digits.
 */
export const fingerprintOf = (headers: readonly string[]): string =>
  digest([...headers].map(foldHeader).sort().join('\n')).slice(0, 16);

/** The field a header names; `like` when only a part of it does. Null for headers we do not know. */
export function fieldOfHeader(header: string): { readonly field: SheetField; readonly like: boolean } | null {
  const whole = foldHeader(header);
  const known = byName.get(whole) ?? byName.get(foldHeader(header.normalize('NFKC').replaceAll(/[（(【[].*$/g, '')));
  if (known !== undefined) return { field: known, like: false };
  // A name below a name of a JSON file: `author.name` is the author, `post.text` the text.
  if (/^[\w ]+(?:\.[\w ]+)+$/.test(header))
    for (const part of header.split('.').reverse()) {
      const below = /^(?:name|id|value|label)$/i.test(part.trim()) ? undefined : byName.get(foldHeader(part));
      if (below !== undefined) return { field: below, like: true };
    }
  for (const [part, field] of parts) if (whole.includes(part)) return { field, like: true };
  return null;
}

const names: Readonly<Record<Exclude<SheetField, 'ignore'>, string>> = {
  day: `日期 发布日期 发布时间 发文时间 发文日期 推送时间 推送日期 排期 排期日期 排期时间 计划日期 计划时间 计划发布时间 计划发布日期 预计发布时间
    预计发布日期 拟发布时间 拟发日期 上线时间 上线日期 投放时间 投放日期 发布日 日程 date day postdate publishdate publishingdate scheduledate
    scheduleddate scheduletime scheduledat scheduledtime scheduledfor scheduledatetime publishat publishon publishtime publishdatetime
    postatspecifictime datetime datetimeutc postingdate posttime postdatetime sendat senddate golive golivedate duedate due`,
  time: '时间 时刻 时点 具体时间 时间点 几点 发布时刻 time hour24 time24hr posttimeofday timeofday clock posttimehhmm',
  week: '周次 周数 第几周 week weekno weeknumber 周',
  weekday: '星期 星期几 周几 weekday dayofweek',
  zone: '时区 timezone zone tz',
  platform: `平台 发布平台 投放平台 渠道 发布渠道 投放渠道 媒体 媒体平台 阵地 发布阵地 分发平台 分发渠道 端口 platform platforms channel channels network
    networks socialnetwork socialnetworks socialmedia socialplatform`,
  account: `账号 帐号 发布账号 发布帐号 账户 帐户 账号名称 账号名 帐号名称 公众号名称 号 矩阵账号 account accounts profile profiles socialprofile
    socialprofiles socialaccount socialaccounts accountname profilename page pages handle`,
  format: `形式 内容形式 发布形式 体裁 内容体裁 展现形式 呈现形式 形态 内容形态 作品形式 格式 媒体形式 format posttype contentformat mediatype medium`,
  kind: `类型 内容类型 类别 内容类别 栏目 内容栏目 板块 分类 内容分类 选题类型 选题方向 内容方向 内容支柱 type kind contenttype category categories contentpillar pillar
    pillars contentcategory theme`,
  title: `标题 主题 选题 内容主题 文章标题 视频标题 稿件标题 作品标题 题目 选题名称 选题标题 推文标题 名称 内容标题 主标题 title headline subject topic name
    posttitle posttopic workingtitle`,
  body: `正文 文案 内容 发布文案 正文文案 文字内容 正文内容 发布内容 文案内容 推文内容 详细内容 内容文案 稿件 稿件内容 全文 脚本 text content message caption captions copy body post
    posttext postcopy messagetext description postcontent socialcopy textcontent captiontext postmessage`,
  tags: `标签 话题 话题标签 关键词 关键字 tag #话题 #标签 #话题# 话题tag 带话题 tags hashtag hashtags keywords topics labels label`,
  state: `状态 进度 完成情况 完成状态 发布状态 内容状态 审核状态 当前状态 稿件状态 制作状态 是否发布 是否完成 是否已发布 进展 status state progress stage
    workflowstatus approvalstatus`,
  owner: `负责人 责任人 编辑 责编 作者 撰稿人 撰写人 撰稿 文案负责人 执行人 运营 运营人员 对接人 跟进人 主笔 小编 owner author writer assignee assignedto editor
    responsible createdby`,
  persona: '人设 出镜人 出镜 代言人 IP 人物IP 主理人 persona spokesperson voice presenter',
  campaign:
    '活动 活动名称 项目 所属活动 所属项目 战役 专题 所属专题 campaign campaignname campaigns project initiative',
  product: '产品 产品名称 商品 关联产品 推广产品 型号 product products sku',
  lang: '语言 语种 language lang locale',
  link: `链接 外链 跳转链接 原文链接 参考链接 素材链接 文章链接 网址 url link links linkurl ogmetaurl previewlink destinationurl website weburl
    linkogmetaurl`,
  liveLink: `发布链接 已发布链接 成品链接 作品链接 发布后链接 线上链接 回链 发布地址 livelink liveurl publishedurl publishedlink postlink posturl permalink`,
  images: `图片 配图 封面 封面图 素材 图片链接 图片地址 图片素材 附件 视频链接 视频地址 视频素材 image images imageurl imageurls imagelink picture pictures photo photos media
    mediaurl mediaurls mediaurlorurls attachment attachments gifurl gifurls videourl videourls video videos coverimage thumbnail cover creative`,
  sourceKey: '编号 序号 选题编号 内容编号 稿件编号 id no number postid rowid contentid key #',
  year: 'year 年份 年',
  month: 'month 月份 月',
  dayOfMonth: 'dayofmonth 日',
  hour: 'hour hour023 小时 时',
  minute: 'minute minutes 分钟 分',
  notes: `备注 说明 其他 备注说明 补充说明 注意事项 要求 修改意见 反馈 评论 首评 notes note comment comments remark remarks memo internalnotes firstcomment followupcomment
    description2 feedback`,
};

const byName: ReadonlyMap<string, SheetField> = new Map(
  Object.entries(names).flatMap(([field, list]) =>
    list
      .split(/\s+/)
      .filter((name) => name !== '')
      .map((name) => [foldHeader(name), field as SheetField] as const),
  ),
);

/** What names a column when it stands anywhere in a longer header, the more telling first. */
const parts: readonly (readonly [string, SheetField])[] = [
  ['发布链接', 'liveLink'],
  ['图片', 'images'],
  ['配图', 'images'],
  ['imageurl', 'images'],
  ['videourl', 'images'],
  ['链接', 'link'],
  ['负责', 'owner'],
  ['状态', 'state'],
  ['日期', 'day'],
  ['发布时间', 'day'],
  ['账号', 'account'],
  ['平台', 'platform'],
  ['标题', 'title'],
  ['话题', 'tags'],
  ['标签', 'tags'],
  ['hashtag', 'tags'],
  ['文案', 'body'],
  ['正文', 'body'],
  ['备注', 'notes'],
  ['scheduled', 'day'],
  ['postat', 'day'],
];

import type { Severity } from '../adapt/types';
import type { ScheduleColumn } from '../export/columns';
import type { CopyFieldKind } from '../export/copyFields';
import { defineWords } from './say';

/** What exporters write around the copy: headings of the schedule, the checklist, and the page of the copy pack. */
type Keys =
  | `column.${ScheduleColumn}`
  | `field.${CopyFieldKind}`
  | `do.${CopyFieldKind}`
  | `severity.${Severity}`
  | `shot.${'number' | 'seconds' | 'picture' | 'voice' | 'caption'}`
  | 'finding'
  | 'blocked'
  | 'blocked.heading'
  | 'blocked.line'
  | 'no_day'
  | 'no_time'
  | 'no_account'
  | 'open'
  | 'images'
  | 'do.images'
  | 'cover'
  | 'do.covers'
  | 'do.link_back'
  | 'check.heading'
  | 'check.summary'
  | 'check.counts'
  | 'check.findings'
  | 'check.clean'
  | 'count.field'
  | 'count.unit'
  | 'count.value'
  | 'count.limit'
  | 'count.none'
  | 'page.lead'
  | 'page.sum'
  | 'page.images'
  | 'page.copy'
  | 'page.copy_rich'
  | 'page.copied'
  | 'page.select'
  | 'page.unkept'
  | 'page.done'
  | 'page.empty'
  | 'schedule.heading'
  | 'schedule.lead';

export const exporterWords = defineWords<Keys>({
  zh: {
    'column.date': '日期',
    'column.time': '时间',
    'column.zone': '时区',
    'column.platform': '平台',
    'column.account': '账号',
    'column.persona': '人设',
    'column.kind': '类型',
    'column.title': '标题',
    'column.state': '稿件',
    'column.outcome': '去向',
    'column.link': '链接',
    'column.campaign': '战役',
    'column.length': '字数',
    'column.findings': '要处理',

    'field.title': '标题',
    'field.body': '正文',
    'field.part': '第 {number} 条',
    'field.html': '排好版的正文',
    'field.tags': '标签',
    'field.digest': '摘要',
    'field.cover': '封面字',
    'field.source_url': '原文链接',
    'field.first_comment': '首条评论',
    'field.script': '分镜脚本',
    'field.subtitles': '字幕',
    'field.topics': '话题',
    'field.pictures': '图片和封面怎么裁',
    'field.chapters': '章节',
    'field.contents': '目录',
    'field.run_of_show': '直播流程',
    'field.sending': '发给谁，怎么说',
    'do.title': '标题栏贴 `{file}`',
    'do.body': '正文贴 `{file}`',
    'do.part': '第 {number} 条贴 `{file}`，接在上一条后面发',
    'do.html': '用浏览器打开 `{file}`，全选复制，贴进编辑器；带不上格式时贴 `body.txt`',
    'do.tags': '标签一个个填，照 `{file}`',
    'do.digest': '摘要贴 `{file}`',
    'do.cover': '封面上的字照 `{file}`',
    'do.source_url': '原文链接填 `{file}`',
    'do.first_comment': '发出后，首条评论贴 `{file}`',
    'do.script': '照 `{file}` 拍和剪',
    'do.subtitles': '上传字幕 `{file}`',
    'do.topics': '话题照 `{file}` 一个个输入，从平台的候选里点选；只打字不算话题',
    'do.pictures': '图片的顺序、比例，封面在各处露出哪一块，照 `{file}`',
    'do.chapters': '章节照 `{file}` 填；只收简介的平台，贴在简介最后',
    'do.contents': '想要目录，把 `{file}` 贴在正文最前',
    'do.run_of_show': '开播前过一遍 `{file}`：几分说什么，哪里停下来等回复',
    'do.sending': '发之前看 `{file}`：这一层是谁，用什么口气',

    'shot.number': '镜',
    'shot.seconds': '秒',
    'shot.picture': '画面',
    'shot.voice': '口播',
    'shot.caption': '字幕',

    'severity.error': '须改',
    'severity.warning': '留意',
    'severity.info': '知道就好',
    finding: '{severity} · {field}：{text}',
    blocked: '文字放不进这个平台，没有写出。改短源稿，或给这个平台单独写一版。',
    'blocked.heading': '没有写出的',
    'blocked.line': '{when} {platform} · {account}：{title}',
    no_day: '未定日期',
    no_time: '未定时间',
    no_account: '未定账号',
    open: '打开发布页：{url}',
    images: '{count} 张图',
    'do.images': '按顺序上传图片：{files}',
    cover: '封面 · {place}',
    'do.covers': '上传封面：{files}',
    'do.link_back': '发出后，把链接和实际时间填回矩阵',
    'check.heading': '发前清单',
    'check.summary': '{placements} 处，{days} 天。改动回矩阵里做，再导出一次。',
    'check.counts': '字数',
    'check.findings': '要处理',
    'check.clean': '没有要改的。',
    'count.field': '位置',
    'count.unit': '单位',
    'count.value': '现在',
    'count.limit': '上限',
    'count.none': '不限',
    'page.lead': '点「复制」，到平台里粘贴。离线可用，不会联网。',
    'page.sum': '已发 %d / %n',
    'page.images': '{count} 张图，按编号的顺序上传；点开大图，长按保存',
    'page.copy': '复制',
    'page.copy_rich': '带格式复制',
    'page.copied': '已复制',
    'page.select': '没能复制，请长按选中文字再复制。',
    'page.unkept': '这个浏览器不记勾选：关掉页面后，发过哪些要自己记。',
    'page.done': '发好了',
    'page.empty': '这一份里没有可复制的内容。',
    'schedule.heading': '排期',
    'schedule.lead': '{from} 至 {to}，{count} 处。',
  },
  en: {
    'column.date': 'Date',
    'column.time': 'Time',
    'column.zone': 'Time zone',
    'column.platform': 'Platform',
    'column.account': 'Account',
    'column.persona': 'Persona',
    'column.kind': 'Kind',
    'column.title': 'Title',
    'column.state': 'Piece',
    'column.outcome': 'Outcome',
    'column.link': 'Link',
    'column.campaign': 'Campaign',
    'column.length': 'Length',
    'column.findings': 'To settle',

    'field.title': 'Title',
    'field.body': 'Text',
    'field.part': 'Post {number}',
    'field.html': 'Formatted text',
    'field.tags': 'Tags',
    'field.digest': 'Summary',
    'field.cover': 'Words on the cover',
    'field.source_url': 'Link to the original',
    'field.first_comment': 'First comment',
    'field.script': 'Shot list',
    'field.subtitles': 'Subtitles',
    'field.topics': 'Topics',
    'field.pictures': 'Crops of pictures and cover',
    'field.chapters': 'Chapters',
    'field.contents': 'Contents',
    'field.run_of_show': 'Run of show',
    'field.sending': 'Who reads it, and how to speak',
    'do.title': 'Paste `{file}` into the title',
    'do.body': 'Paste `{file}` into the text',
    'do.part': 'Paste `{file}` as post {number}, as a reply to the one before',
    'do.html': 'Open `{file}` in a browser, select all, copy, paste into the editor; `body.txt` is the plain way',
    'do.tags': 'Enter the tags one by one from `{file}`',
    'do.digest': 'Paste `{file}` into the summary',
    'do.cover': 'Put the words of `{file}` on the cover',
    'do.source_url': 'Enter `{file}` as the link to the original',
    'do.first_comment': 'Once it is out, paste `{file}` as the first comment',
    'do.script': 'Shoot and cut after `{file}`',
    'do.subtitles': 'Upload the subtitles `{file}`',
    'do.topics': 'Type the topics of `{file}` one by one and pick each from the list; a word only typed is no topic',
    'do.pictures': 'Order, ratio and crop of the pictures, and what each place shows of the cover, are in `{file}`',
    'do.chapters': 'Enter the chapters of `{file}`; where only the description takes them, paste them at its end',
    'do.contents': 'For contents, paste `{file}` at the beginning of the text',
    'do.run_of_show': 'Walk through `{file}` before going live: what is said when, and where to wait for answers',
    'do.sending': 'Read `{file}` before sending: who this tier is and how it is spoken to',

    'shot.number': 'Shot',
    'shot.seconds': 'Seconds',
    'shot.picture': 'Picture',
    'shot.voice': 'Voice',
    'shot.caption': 'Caption',

    'severity.error': 'Must change',
    'severity.warning': 'Mind',
    'severity.info': 'Good to know',
    finding: '{severity} · {field}: {text}',
    blocked:
      'The text does not fit this platform and was not written. Shorten the source, or write a version for this platform.',
    'blocked.heading': 'Not written',
    'blocked.line': '{when} {platform} · {account}: {title}',
    no_day: 'No date',
    no_time: 'No time',
    no_account: 'No account',
    open: 'Open the publishing page: {url}',
    images: '{count, plural, one {# image} other {# images}}',
    'do.images': 'Upload the images in this order: {files}',
    cover: 'Cover · {place}',
    'do.covers': 'Upload the cover: {files}',
    'do.link_back': 'Once it is out, bring the link and the time back to Juzhen',
    'check.heading': 'Before posting',
    'check.summary':
      '{placements, plural, one {# placement} other {# placements}} on {days, plural, one {# day} other {# days}}. Make changes in Juzhen and export again.',
    'check.counts': 'Length',
    'check.findings': 'To settle',
    'check.clean': 'Nothing to change.',
    'count.field': 'Where',
    'count.unit': 'Unit',
    'count.value': 'Now',
    'count.limit': 'Limit',
    'count.none': 'none',
    'page.lead': 'Tap “Copy” and paste on the platform. Works offline and never goes online.',
    'page.sum': '%d of %n posted',
    'page.images':
      '{count, plural, one {# image} other {# images}}, to upload in this order; open one, then press and hold to save it',
    'page.copy': 'Copy',
    'page.copy_rich': 'Copy formatted',
    'page.copied': 'Copied',
    'page.select': 'Copying did not work. Press and hold the text to select it.',
    'page.unkept': 'This browser keeps no ticks: after closing the page you have to know yourself what is posted.',
    'page.done': 'Posted',
    'page.empty': 'There is nothing to copy in this pack.',
    'schedule.heading': 'Schedule',
    'schedule.lead': '{from} to {to}, {count, plural, one {# placement} other {# placements}}.',
  },
});

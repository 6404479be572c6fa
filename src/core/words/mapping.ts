import type { DialectId } from '../sheets/recognise/dialects';
import type { MappingReason, SheetField } from '../sheets/recognise/fields';
import type { DateOrder } from '../sheets/values/dates';
import { defineWords } from './say';

/** How a sheet's columns were understood, and what can be said against it. */
type Keys =
  | `field.${SheetField}`
  | `reason.${MappingReason}`
  | `dialect.${DialectId}`
  | `order.${DateOrder}`
  | 'title'
  | 'take'
  | 'hidden'
  | 'header_row'
  | 'header_row_none'
  | 'above'
  | 'order'
  | 'order.column'
  | 'order.open'
  | 'year'
  | 'year.sheet'
  | 'year.column'
  | 'year.today'
  | 'year.chosen'
  | 'target'
  | 'target.none'
  | 'target.note'
  | 'column'
  | 'sample'
  | 'field'
  | 'reason'
  | 'field_of'
  | 'more_columns'
  | 'busy'
  | 'left';

export const mappingWords = defineWords<Keys>({
  zh: {
    title: '列的对应',
    take: '读这张表',
    hidden: '在文件里是隐藏的',
    header_row: '表头在第几行',
    header_row_none: '0 表示没有表头',
    above: '上面 {count} 行没有当作内容',
    order: '日期的写法',
    'order.mdy': '月 / 日 / 年',
    'order.dmy': '日 / 月 / 年',
    'order.ymd': '年 / 月 / 日',
    'order.column': '按整列判断',
    'order.open': '两种都说得通，请选一种',
    year: '没写年份的算哪一年',
    'year.sheet': '取自标题或文件名',
    'year.column': '取自同一列',
    'year.today': '取最近的一年',
    'year.chosen': '由你指定',
    target: '没写账号的发到',
    'target.none': '先不排期',
    'target.note': '这张表没有平台和账号列。选一个账号，日期才能进排期',
    column: '列',
    sample: '内容示例',
    field: '当作',
    reason: '依据',
    field_of: '「{name}」当作',
    more_columns: '还有 {count} 列，内容都记在备注里',
    busy: '正在按新的对应重读',
    left: '这张表没有读',
    'field.day': '日期',
    'field.time': '时间',
    'field.week': '周次',
    'field.weekday': '星期',
    'field.zone': '时区',
    'field.platform': '平台',
    'field.account': '账号',
    'field.format': '形式',
    'field.kind': '类型',
    'field.title': '标题',
    'field.body': '正文',
    'field.tags': '标签',
    'field.state': '状态',
    'field.owner': '负责人',
    'field.persona': '人设',
    'field.campaign': '活动',
    'field.product': '产品',
    'field.lang': '语言',
    'field.link': '链接',
    'field.liveLink': '发布后的链接',
    'field.images': '图片地址',
    'field.sourceKey': '编号',
    'field.year': '年',
    'field.month': '月',
    'field.dayOfMonth': '日',
    'field.hour': '时',
    'field.minute': '分',
    'field.notes': '备注',
    'field.ignore': '不导入',
    'reason.header': '表头',
    'reason.header_like': '表头里有这个词',
    'reason.dialect': '这个软件的写法',
    'reason.cells': '看内容',
    'reason.remembered': '上次的选择',
    'reason.chosen': '你选的',
    'reason.unknown': '不认识，放进备注',
    'dialect.juzhen': '矩阵导出的排期表',
    'dialect.gohighlevel': 'GoHighLevel 格式',
    'dialect.magicsync': 'MagicSync 格式',
    'dialect.sprout': 'Sprout 格式',
    'dialect.ayrshare': 'Ayrshare 格式',
    'dialect.flamel': 'flamel 格式',
    'dialect.statusbrew': 'Statusbrew 格式',
    'dialect.hootsuite': 'Hootsuite 格式',
    'dialect.chinese_schedule': '常见的内容排期表',
  },
  en: {
    title: 'Columns',
    take: 'Read this sheet',
    hidden: 'hidden in the file',
    header_row: 'Row of the headers',
    header_row_none: '0 for none',
    above: '{count, plural, one {# row} other {# rows}} above not taken as content',
    order: 'How days are written',
    'order.mdy': 'month / day / year',
    'order.dmy': 'day / month / year',
    'order.ymd': 'year / month / day',
    'order.column': 'told by the whole column',
    'order.open': 'both ways fit; choose one',
    year: 'Days without a year are in',
    'year.sheet': 'from the title or file name',
    'year.column': 'from the same column',
    'year.today': 'the nearest year',
    'year.chosen': 'your choice',
    target: 'Rows without an account go to',
    'target.none': 'Not planned yet',
    'target.note': 'No column names a platform or account. Choose one, so that days can be planned',
    column: 'Column',
    sample: 'Holds, for example',
    field: 'Taken as',
    reason: 'Because of',
    field_of: '“{name}” taken as',
    more_columns: '{count, plural, one {# more column goes} other {# more columns go}} into the notes',
    busy: 'Reading again with the new columns',
    left: 'This sheet is not read',
    'field.day': 'Day',
    'field.time': 'Time',
    'field.week': 'Week',
    'field.weekday': 'Weekday',
    'field.zone': 'Time zone',
    'field.platform': 'Platform',
    'field.account': 'Account',
    'field.format': 'Format',
    'field.kind': 'Kind',
    'field.title': 'Title',
    'field.body': 'Text',
    'field.tags': 'Tags',
    'field.state': 'State',
    'field.owner': 'Owner',
    'field.persona': 'Persona',
    'field.campaign': 'Campaign',
    'field.product': 'Product',
    'field.lang': 'Language',
    'field.link': 'Link',
    'field.liveLink': 'Link when out',
    'field.images': 'Picture addresses',
    'field.sourceKey': 'Number in the source',
    'field.year': 'Year',
    'field.month': 'Month',
    'field.dayOfMonth': 'Day of month',
    'field.hour': 'Hour',
    'field.minute': 'Minute',
    'field.notes': 'Notes',
    'field.ignore': 'Leave out',
    'reason.header': 'header',
    'reason.header_like': 'part of the header',
    'reason.dialect': 'this program’s way',
    'reason.cells': 'its cells',
    'reason.remembered': 'your last choice',
    'reason.chosen': 'your choice',
    'reason.unknown': 'not known: notes',
    'dialect.juzhen': 'schedule exported by Juzhen',
    'dialect.gohighlevel': 'GoHighLevel form',
    'dialect.magicsync': 'MagicSync form',
    'dialect.sprout': 'Sprout form',
    'dialect.ayrshare': 'Ayrshare form',
    'dialect.flamel': 'flamel form',
    'dialect.statusbrew': 'Statusbrew form',
    'dialect.hootsuite': 'Hootsuite form',
    'dialect.chinese_schedule': 'common Chinese schedule',
  },
});

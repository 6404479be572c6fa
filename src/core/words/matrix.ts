import { defineWords } from './say';

/** The matrix and what calendar and matrix share: periods, filters, moves. */
export type MatrixWord =
  | 'screen'
  | 'grid'
  | 'grid.help'
  | 'toolbar.previous'
  | 'toolbar.next'
  | 'toolbar.today'
  | 'toolbar.zoom'
  | 'toolbar.density'
  | 'toolbar.zone'
  | 'toolbar.new'
  | 'toolbar.propose'
  | 'zoom.week'
  | 'zoom.fortnight'
  | 'zoom.month'
  | 'zoom.quarter'
  | 'density.compact'
  | 'density.normal'
  | 'density.comfortable'
  | 'filter.campaign'
  | 'filter.kind'
  | 'filter.persona'
  | 'filter.platform'
  | 'filter.name'
  | 'filter.all'
  | 'filter.some'
  | 'filter.remove'
  | 'filter.hidden'
  | 'filter.clear'
  | 'head.account'
  | 'head.load'
  | 'head.load_of'
  | 'head.today'
  | 'head.count'
  | 'head.day'
  | 'lane.fold'
  | 'lane.unfold'
  | 'lane.week'
  | 'lane.week_of'
  | 'lane.share'
  | 'lane.reckoned'
  | 'lane.targets'
  | 'lane.targets_note'
  | 'lane.targets_keep'
  | 'lane.acts'
  | 'lane.rename'
  | 'lane.name'
  | 'lane.up'
  | 'lane.down'
  | 'lane.fold_all'
  | 'lane.unfold_all'
  | 'lane.moved'
  | 'lane.over'
  | 'lane.silent'
  | 'lane.empty'
  | 'lane.owes'
  | 'lane.steady'
  | 'row.load'
  | 'row.load_open'
  | 'row.label'
  | 'cell.count'
  | 'cell.add'
  | 'cell.more'
  | 'cell.less'
  | 'tile.no_time'
  | 'tile.must'
  | 'tile.suggestions'
  | 'tile.behind'
  | 'tile.untitled'
  | 'tray.title'
  | 'tray.hint'
  | 'tray.empty'
  | 'tray.waited'
  | 'tray.new_today'
  | 'tray.more'
  | 'tray.again'
  | 'tray.drop'
  | 'tray.plan'
  | 'tray.plan_submit'
  | 'move.to'
  | 'move.same'
  | 'move.many'
  | 'move.copy'
  | 'move.from_tray'
  | 'move.to_tray'
  | 'move.refused_past'
  | 'move.refused_live'
  | 'move.refused_closed'
  | 'move.choose'
  | 'move.choose_move'
  | 'move.choose_variant'
  | 'move.choose_cancel'
  | 'move.done'
  | 'move.done_many'
  | 'move.copied'
  | 'move.planned'
  | 'move.unplanned'
  | 'move.mode_start'
  | 'move.mode_at'
  | 'move.mode_stop'
  | 'menu.label'
  | 'menu.day'
  | 'menu.time'
  | 'menu.account'
  | 'menu.move_submit'
  | 'menu.copy_submit'
  | 'menu.cancel'
  | 'empty.accounts'
  | 'empty.accounts_act'
  | 'empty.filtered';

export const matrixWords = defineWords<MatrixWord>({
  zh: {
    screen: '矩阵',
    grid: '矩阵：每行一个账号，每列一天',
    'grid.help': '方向键移动，Enter 打开，空格选中，M 用方向键移动，E 展开这一行，Delete 放回待排，N 新建。',
    'toolbar.previous': '前一段',
    'toolbar.next': '后一段',
    'toolbar.today': '今天',
    'toolbar.zoom': '缩放',
    'toolbar.density': '疏密',
    'toolbar.zone': '计划按这个时区：{zone}',
    'toolbar.new': '新建',
    'toolbar.propose': '排一版建议',
    'zoom.week': '周',
    'zoom.fortnight': '双周',
    'zoom.month': '月',
    'zoom.quarter': '季',
    'density.compact': '紧凑',
    'density.normal': '标准',
    'density.comfortable': '宽松',
    'filter.campaign': '战役',
    'filter.kind': '类型',
    'filter.persona': '人物',
    'filter.platform': '平台',
    'filter.name': '筛选',
    'filter.all': '全部',
    'filter.some': '{count} 项',
    'filter.remove': '去掉筛选：{what}',
    'filter.hidden': '已隐藏 {count} 篇',
    'filter.clear': '清除',
    'head.account': '账号',
    'head.load': '本周 / 上限',
    'head.load_of': '{day}那周 / 上限',
    'head.today': '今天',
    'head.count': '{count} 篇',
    'head.day':
      '{day}，{count, plural, =0 {没有内容} other {# 篇}}{rest, select, yes {，休息日} other {}}{today, select, yes {，今天} other {}}',
    'lane.fold': '收起{lane}',
    'lane.unfold': '展开{lane}',
    'lane.week': '本周 {count} / {capacity} 篇',
    'lane.week_of': '{day}那周 {count} / {capacity} 篇',
    'lane.share': '{kind} {count} / {wanted} 篇',
    'lane.reckoned': '目标 {percent}%，本周按 {of} 篇算',
    'lane.targets': '类型目标',
    'lane.targets_note': '三类各占多少。合计不是 100 也行，按比例算。',
    'lane.targets_keep': '保存',
    'lane.acts': '{lane}可以做的事',
    'lane.rename': '改名',
    'lane.name': '行组名称',
    'lane.up': '上移',
    'lane.down': '下移',
    'lane.fold_all': '全部收起',
    'lane.unfold_all': '全部展开',
    'lane.moved': '{lane}：第 {place} 组，共 {count} 组',
    'lane.over': '，超出 {count} 篇',
    'lane.silent': '{day}起连续 {days} 天没有内容',
    'lane.empty': '这段时间还没有内容',
    'lane.owes': '{kind}欠 {count} 篇',
    'lane.steady': '{longest, plural, =0 {天天都有内容} other {最多间隔 # 天，节奏正常}}',
    'row.load': '{count}/{capacity}',
    'row.load_open': '{count} 篇',
    'row.label':
      '{account}，{platform}，{persona, select, none {} other {{persona}，}}本周 {count} 篇{capacity, plural, =0 {} other {，上限 #}}',
    'cell.count': '{count, plural, =0 {空} other {# 篇}}',
    'cell.add': '在 {day} 为{account}新建一篇',
    'cell.more': '还有 {count} 篇',
    'cell.less': '收起',
    'tile.no_time': '时间未定',
    'tile.must': '{count} 处须改',
    'tile.suggestions': '{count} 条建议',
    'tile.behind': '落后于源稿',
    'tile.untitled': '还没有标题',
    'tray.title': '待排 {count} 篇',
    'tray.hint': '等最久的在前',
    'tray.empty': '没有等着排期的内容。按 N 新建一篇。',
    'tray.waited': '等了 {days} 天',
    'tray.new_today': '今天新建',
    'tray.more': '再看 {count} 篇',
    'tray.again': '从头看',
    'tray.drop': '放到这里，回到待排',
    'tray.plan': '排期…',
    'tray.plan_submit': '排期',
    'move.to': '{from} → {to}',
    'move.same': '原处',
    'move.many': '{count} 篇：{from} → {to}',
    'move.copy': '再排一处：{to}',
    'move.from_tray': '排到 {to}',
    'move.to_tray': '放回待排',
    'move.refused_past': '{day}已经过去，排不进去。',
    'move.refused_live': '已发布的不能再移动。',
    'move.refused_closed': '这个账号已停用，排不进去。',
    'move.choose': '{account}在另一个平台。移过去，还是再加一个版本？',
    'move.choose_move': '移到{account}',
    'move.choose_variant': '为{account}加一个版本',
    'move.choose_cancel': '取消',
    'move.done': '已把「{title}」移到 {to}',
    'move.done_many': '已移动 {count} 篇',
    'move.copied': '已把「{title}」再排到 {to}',
    'move.planned': '已把「{title}」排到 {to}',
    'move.unplanned': '已把{count, plural, =1 {「{title}」} other { # 篇}}放回待排',
    'move.mode_start': '正在移动「{title}」。方向键选位置，Enter 放下，Esc 取消。',
    'move.mode_at': '{account}，{day}{why, select, ok {} other {。{why}}}',
    'move.mode_stop': '没有移动，留在原处。',
    'menu.label': '「{title}」可以做的事',
    'menu.day': '日期',
    'menu.time': '时间',
    'menu.account': '账号',
    'menu.move_submit': '移过去',
    'menu.copy_submit': '再排一处',
    'menu.cancel': '取消',
    'empty.accounts': '还没有账号。先到设置里加一个，矩阵就有了第一行。',
    'empty.accounts_act': '去设置',
    'empty.filtered': '筛选之后没有账号。清除筛选，行就回来。',
  },
  en: {
    screen: 'Matrix',
    grid: 'Matrix: one account a row, one day a column',
    'grid.help':
      'Arrow keys move, Enter opens, Space selects, M moves with the arrow keys, E unfolds the row, Delete returns to the tray, N makes a new piece.',
    'toolbar.previous': 'Earlier',
    'toolbar.next': 'Later',
    'toolbar.today': 'Today',
    'toolbar.zoom': 'Zoom',
    'toolbar.density': 'Density',
    'toolbar.zone': 'The plan’s times are in {zone}',
    'toolbar.new': 'New',
    'toolbar.propose': 'Propose a plan',
    'zoom.week': 'Week',
    'zoom.fortnight': '2 weeks',
    'zoom.month': 'Month',
    'zoom.quarter': 'Quarter',
    'density.compact': 'Compact',
    'density.normal': 'Normal',
    'density.comfortable': 'Comfortable',
    'filter.campaign': 'Campaign',
    'filter.kind': 'Kind',
    'filter.persona': 'Persona',
    'filter.platform': 'Platform',
    'filter.name': 'Filter',
    'filter.all': 'all',
    'filter.some': '{count}',
    'filter.remove': 'Remove the filter: {what}',
    'filter.hidden': '{count} hidden',
    'filter.clear': 'Clear',
    'head.account': 'Account',
    'head.load': 'Week / limit',
    'head.load_of': 'Week of {day}',
    'head.today': 'Today',
    'head.count': '{count, plural, one {# piece} other {# pieces}}',
    'head.day':
      '{day}, {count, plural, =0 {nothing planned} one {# piece} other {# pieces}}{rest, select, yes {, day off} other {}}{today, select, yes {, today} other {}}',
    'lane.fold': 'Fold {lane}',
    'lane.unfold': 'Unfold {lane}',
    'lane.week': '{count} / {capacity} this week',
    'lane.week_of': '{count} / {capacity} in the week of {day}',
    'lane.share': '{kind} {count} / {wanted}',
    'lane.reckoned': 'target {percent}% of {of} a week',
    'lane.targets': 'Kind targets',
    'lane.targets_note': 'How much of each kind. They need not add up to 100; their proportion counts.',
    'lane.targets_keep': 'Save',
    'lane.acts': 'What can be done with {lane}',
    'lane.rename': 'Rename',
    'lane.name': 'Name of the lane',
    'lane.up': 'Move up',
    'lane.down': 'Move down',
    'lane.fold_all': 'Fold all',
    'lane.unfold_all': 'Unfold all',
    'lane.moved': '{lane}: lane {place} of {count}',
    'lane.over': ', {count} over',
    'lane.silent': 'nothing for {days} days from {day}',
    'lane.empty': 'nothing planned in these days',
    'lane.owes': '{kind}: {count} short',
    'lane.steady':
      '{longest, plural, =0 {something every day} one {gaps of # day at most, steady} other {gaps of # days at most, steady}}',
    'row.load': '{count}/{capacity}',
    'row.load_open': '{count}',
    'row.label':
      '{account}, {platform}, {persona, select, none {} other {{persona}, }}{count} this week{capacity, plural, =0 {} other {, limit #}}',
    'cell.count': '{count, plural, =0 {empty} one {# piece} other {# pieces}}',
    'cell.add': 'New piece for {account} on {day}',
    'cell.more': '{count} more',
    'cell.less': 'Fold',
    'tile.no_time': 'no time yet',
    'tile.must': '{count, plural, one {one must-fix} other {# must-fixes}}',
    'tile.suggestions': '{count, plural, one {one suggestion} other {# suggestions}}',
    'tile.behind': 'behind the source',
    'tile.untitled': 'Untitled',
    'tray.title': '{count} waiting',
    'tray.hint': 'longest wait first',
    'tray.empty': 'Nothing waits for a day. Press N for a new piece.',
    'tray.waited': '{days, plural, one {waiting # day} other {waiting # days}}',
    'tray.new_today': 'new today',
    'tray.more': '{count} more',
    'tray.again': 'From the start',
    'tray.drop': 'Drop here to return it to the tray',
    'tray.plan': 'Plan…',
    'tray.plan_submit': 'Plan',
    'move.to': '{from} → {to}',
    'move.same': 'Where it was',
    'move.many': '{count} pieces: {from} → {to}',
    'move.copy': 'Plan once more: {to}',
    'move.from_tray': 'Plan for {to}',
    'move.to_tray': 'Back to the tray',
    'move.refused_past': '{day} is over; nothing can be planned there.',
    'move.refused_live': 'What is live stays where it went out.',
    'move.refused_closed': 'This account is closed; nothing can be planned there.',
    'move.choose': '{account} is on another platform. Move it, or add a version?',
    'move.choose_move': 'Move to {account}',
    'move.choose_variant': 'Add a version for {account}',
    'move.choose_cancel': 'Cancel',
    'move.done': 'Moved “{title}” to {to}',
    'move.done_many': 'Moved {count, plural, one {# piece} other {# pieces}}',
    'move.copied': 'Planned “{title}” once more, {to}',
    'move.planned': 'Planned “{title}” for {to}',
    'move.unplanned': 'Returned {count, plural, =1 {“{title}”} other {# pieces}} to the tray',
    'move.mode_start': 'Moving “{title}”. Arrow keys choose the place, Enter drops, Escape cancels.',
    'move.mode_at': '{account}, {day}{why, select, ok {} other {. {why}}}',
    'move.mode_stop': 'Not moved; it stays where it was.',
    'menu.label': 'What can be done with “{title}”',
    'menu.day': 'Day',
    'menu.time': 'Time',
    'menu.account': 'Account',
    'menu.move_submit': 'Move',
    'menu.copy_submit': 'Plan once more',
    'menu.cancel': 'Cancel',
    'empty.accounts': 'No accounts yet. Add one in the settings and the matrix gets its first row.',
    'empty.accounts_act': 'Go to settings',
    'empty.filtered': 'The filters leave no account. Clear them and the rows return.',
  },
});

import { defineWords } from './say';

/** The page of campaigns: the list, a campaign’s own facts, phases, waves, coverage and checklist. */
export type CampaignWord =
  | 'screen'
  | 'list'
  | 'none'
  | 'add'
  | 'add.blank'
  | 'add.menu'
  | 'add.own'
  | 'add.shelf'
  | 'template.name'
  | 'template.time'
  | 'template.waves'
  | 'template.no_account'
  | 'template.make'
  | 'template.back'
  | 'template.forget'
  | 'template.forgotten'
  | 'template.missing'
  | 'keep'
  | 'kept'
  | 'kept.but'
  | 'new_name'
  | 'unnamed'
  | 'more'
  | 'remove'
  | 'remove.what'
  | 'remove.yes'
  | 'remove.no'
  | 'removed'
  | 'stage.undated'
  | 'stage.upcoming'
  | 'stage.running'
  | 'stage.running_in'
  | 'stage.over'
  | 'progress'
  | 'progress.none'
  | 'facts'
  | 'name'
  | 'goal'
  | 'goal.hint'
  | 'hashtag'
  | 'product'
  | 'budget'
  | 'start'
  | 'end'
  | 'zero'
  | 'zero.note'
  | 'date.order'
  | 'figures'
  | 'figure.waves'
  | 'figure.live'
  | 'figure.handed'
  | 'figure.copy'
  | 'figure.errors'
  | 'figure.behind'
  | 'figure.disagree'
  | 'figure.measured'
  | 'phases'
  | 'phases.none'
  | 'phases.make'
  | 'phases.missing'
  | 'phases.overlap'
  | 'phase.start'
  | 'phase.end'
  | 'phase.name'
  | 'phase.days'
  | 'phase.edge'
  | 'phase.moved'
  | 'phase.remove'
  | 'waves'
  | 'waves.none'
  | 'waves.add'
  | 'waves.grid'
  | 'waves.help'
  | 'waves.unsettled'
  | 'waves.no_account'
  | 'wave.new'
  | 'wave.lead'
  | 'wave.label'
  | 'wave.when_none'
  | 'wave.planned'
  | 'wave.by_rule'
  | 'wave.detail'
  | 'wave.close'
  | 'wave.name'
  | 'wave.account'
  | 'wave.account_none'
  | 'wave.format'
  | 'wave.format_own'
  | 'wave.piece'
  | 'wave.piece_none'
  | 'wave.after'
  | 'wave.after_lead'
  | 'wave.rule'
  | 'wave.rule_hint'
  | 'wave.rule_pick'
  | 'wave.rule_unread'
  | 'wave.rule_far'
  | 'wave.only_workdays'
  | 'wave.wants'
  | 'wave.at'
  | 'wave.not_planned'
  | 'wave.disagrees'
  | 'wave.pinned'
  | 'wave.outcome'
  | 'wave.copy'
  | 'wave.show'
  | 'wave.review'
  | 'wave.edit'
  | 'wave.plan'
  | 'wave.follow'
  | 'wave.keep'
  | 'wave.rule_done'
  | 'unfit.no_wave'
  | 'unfit.lead'
  | 'unfit.unplaced'
  | 'unfit.past'
  | 'unfit.closed'
  | 'unfit.settled'
  | 'unfit.too_far'
  | 'unfit.no_time'
  | 'unfit.anchor_gone'
  | 'unfit.anchor_unsettled'
  | 'unfit.circle'
  | 'waves.lay'
  | 'waves.laid'
  | 'wave.lead_make'
  | 'wave.up'
  | 'wave.down'
  | 'wave.remove'
  | 'wave.removed'
  | 'wave.moved'
  | 'wave.added'
  | 'wave.zero_moved'
  | 'wave.still'
  | 'copy.title'
  | 'copy.wave'
  | 'copy.account'
  | 'copy.when'
  | 'copy.rule'
  | 'copy.state'
  | 'copy.findings'
  | 'copy.open'
  | 'coverage'
  | 'coverage.role'
  | 'coverage.count'
  | 'coverage.all'
  | 'coverage.empty'
  | 'coverage.full'
  | 'coverage.gaps'
  | 'coverage.add'
  | 'checklist'
  | 'checklist.done'
  | 'checklist.count'
  | 'checklist.posts'
  | 'checklist.setup'
  | 'checklist.late'
  | 'checklist.today'
  | 'checklist.week'
  | 'checklist.later'
  | 'checklist.any';

export const campaignWords = defineWords<CampaignWord>({
  zh: {
    screen: '战役',
    list: '战役列表',
    none: '还没有战役。新建一个，定下零日，波次就能按规则排开。',
    add: '新建战役',
    'add.blank': '空白战役',
    'add.menu': '从什么开始',
    'add.own': '自己的模板',
    'add.shelf': '随软件带的',
    'template.name': '战役名称',
    'template.time': '首发钟点',
    'template.waves': '会排出这些波次',
    'template.no_account': '还没有这样的账号',
    'template.make': '照这个开始',
    'template.back': '不用了',
    'template.forget': '删除这个模板',
    'template.forgotten': '已删除模板「{name}」',
    'template.missing': '《{name}》建好了；{waves}没有合适的账号，先空着。',
    keep: '存为模板',
    kept: '已存为模板「{name}」',
    'kept.but': '已存为模板「{name}」；没有账号或日期的没存：{what}',
    new_name: '新战役',
    unnamed: '未命名的战役',
    more: '更多',
    remove: '删除这个战役…',
    'remove.what':
      '删除《{name}》？{phases} 个阶段、{waves} 个波次一起删；{pieces} 篇内容和 {placements} 处排期留下，不再属于它。',
    'remove.yes': '删除',
    'remove.no': '留着',
    removed: '已删除《{name}》',
    'stage.undated': '还没定日期',
    'stage.upcoming': '{days} 天后开始',
    'stage.running': '进行中',
    'stage.running_in': '{phase} 第 {day}/{of} 天',
    'stage.over': '结束 {days} 天了',
    progress: '已发布 {live}/{posts}',
    'progress.none': '还没有排期',
    facts: '战役信息',
    name: '名称',
    goal: '目标',
    'goal.hint': '这一仗要做成什么，用一个能数的结果说',
    hashtag: '话题',
    product: '产品',
    budget: '预算备注',
    start: '开始',
    end: '结束',
    zero: '零日',
    'zero.note': '首发的日子；还没排首发时，波次从它算起',
    'date.order': '结束日不能早于开始日 {day}，没有存。',
    figures: '战役数字',
    'figure.waves': '波次已排',
    'figure.live': '已发布',
    'figure.handed': '已交接',
    'figure.copy': '文案就绪',
    'figure.errors': '须改',
    'figure.behind': '落后',
    'figure.disagree': '与规则不一致',
    'figure.measured': '数据已回',
    phases: '阶段与检查',
    'phases.none': '还没有阶段。',
    'phases.make': '排出四个阶段',
    'phases.missing': '补上缺的阶段',
    'phases.overlap': '《{a}》和《{b}》有日子重叠',
    'phase.start': '{phase}开始',
    'phase.end': '{phase}结束',
    'phase.name': '{phase}的名字',
    'phase.days': '{days} 天',
    'phase.edge': '{phase}{edge, select, start {开始} other {结束}}：{day}。左右方向键改一天，Shift 加方向键改一周。',
    'phase.moved': '{phase}：{span}',
    'phase.remove': '去掉这个阶段',
    waves: '波次',
    'waves.none': '还没有波次。先加首发，再加跟进的。',
    'waves.add': '加一个波次',
    'waves.grid': '波次时间轴：每行一个账号',
    'waves.help':
      '方向键在波次间移动，Enter 到右边改，Alt+↑↓ 换次序，Delete 删除，M 换一天（也可以拖），O 在矩阵里看。',
    'waves.unsettled': '未定',
    'waves.no_account': '还没选账号',
    'wave.new': '新波次',
    'wave.lead': '首发',
    'wave.label':
      '{account}，{name}，{when}，{rule}{pinned, select, yes {，钉住} other {}}{off, select, yes {，与规则不一致} other {}}，{copy}',
    'wave.when_none': '没有时间',
    'wave.planned': '已排',
    'wave.by_rule': '按规则',
    'wave.detail': '这个波次',
    'wave.close': '回到清单',
    'wave.name': '名称',
    'wave.account': '账号',
    'wave.account_none': '还没选',
    'wave.format': '形式',
    'wave.format_own': '按账号的',
    'wave.piece': '内容',
    'wave.piece_none': '还没选',
    'wave.after': '跟在',
    'wave.after_lead': '首发',
    'wave.rule': '规则',
    'wave.rule_hint': '20:00、+90 分、次日 18:00、+2 工作日',
    'wave.rule_pick': '选一个规则',
    'wave.rule_unread': '「{text}」读不懂。可以写：+90 分、次日 18:00、+2 工作日、-24 小时。',
    'wave.rule_far': '「{text}」超过十年，没有存。',
    'wave.only_workdays': '只落在工作日',
    'wave.wants': '按规则是',
    'wave.at': '排在',
    'wave.not_planned': '还没排',
    'wave.disagrees': '和规则不一致',
    'wave.pinned': '钉住，不随首发移动',
    'wave.outcome': '结果',
    'wave.copy': '文案',
    'wave.show': '在矩阵里看',
    'wave.review': '看版本',
    'wave.edit': '打开正文',
    'wave.plan': '排上',
    'wave.follow': '改回规则的时间',
    'wave.keep': '规则改成现在的时间',
    'wave.rule_done': '规则改了：{moved} 处跟着移{stayed, plural, =0 {} other {，{stayed} 处留在原处}}',
    'unfit.no_wave': '「{name}」不在联动里',
    'unfit.lead': '「{name}」是首发，别的波次跟着它',
    'unfit.unplaced': '「{name}」还没排',
    'unfit.past': '规则要「{name}」在过去的日子，没有动',
    'unfit.closed': '「{name}」的账号停用了，没有动',
    'unfit.settled': '「{name}」已经交接、发布或略过，没有动',
    'unfit.too_far': '「{name}」离它跟的那一波超过十年，写不成规则',
    'unfit.no_time': '「{name}」跟的那一波没有钟点，没有动',
    'unfit.anchor_gone': '「{name}」跟的那一波删掉了，没有动',
    'unfit.anchor_unsettled': '「{name}」跟的那一波没有日子，没有动',
    'unfit.circle': '「{name}」和别的波次互相跟着，没有动',
    'waves.lay': '把没排的都排上',
    'waves.laid': '排上了 {made} 处{left, plural, =0 {} other {；{left} 个波次还排不了，看清单}}',
    'wave.lead_make': '改为首发',
    'wave.up': '往前一位',
    'wave.down': '往后一位',
    'wave.remove': '删除波次',
    'wave.removed': '已删除波次「{name}」，它的排期留在计划里',
    'wave.moved': '「{name}」移到第 {place} 位',
    'wave.added': '已加一个波次，在右边填',
    'wave.zero_moved': '零日改到{day}，没排的波次跟着走',
    'wave.still': '「{name}」还没有日子和账号，先在右边填上再移动',
    'copy.title': '文案状态',
    'copy.wave': '波次',
    'copy.account': '账号',
    'copy.when': '时间',
    'copy.rule': '规则',
    'copy.state': '文案',
    'copy.findings': '发现',
    'copy.open': '看版本：{name}',
    coverage: '覆盖',
    'coverage.role': '角色 · 平台',
    'coverage.count': '处',
    'coverage.all': '合计',
    'coverage.empty': '排了内容之后，这里会说哪些角色、平台、类型还没有照顾到。',
    'coverage.full': '角色、平台、类型都照顾到了。',
    'coverage.gaps': '没照顾到',
    'coverage.add': '补一个波次',
    checklist: '清单',
    'checklist.done': '该做的都做了。',
    'checklist.count': '{count} 件',
    'checklist.posts': '{count} 处在等',
    'checklist.setup': '先补上',
    'checklist.late': '已经过了',
    'checklist.today': '今天',
    'checklist.week': '七天内',
    'checklist.later': '以后',
    'checklist.any': '不限时间',
  },
  en: {
    screen: 'Campaigns',
    list: 'Campaigns in this workspace',
    none: 'No campaign yet. Start one and set its zero day; its waves then follow by rule.',
    add: 'New campaign',
    'add.blank': 'Blank campaign',
    'add.menu': 'Start from',
    'add.own': 'Your templates',
    'add.shelf': 'From the studio',
    'template.name': 'Name of the campaign',
    'template.time': 'Time of the lead',
    'template.waves': 'The waves it makes',
    'template.no_account': 'no such account yet',
    'template.make': 'Start from this',
    'template.back': 'Not now',
    'template.forget': 'Delete this template',
    'template.forgotten': 'Deleted the template “{name}”',
    'template.missing': '“{name}” is ready; no account fits {waves}, which wait for one.',
    keep: 'Keep as a template',
    kept: 'Kept as the template “{name}”',
    'kept.but': 'Kept as the template “{name}”, without what has no account or no days: {what}',
    new_name: 'New campaign',
    unnamed: 'Unnamed campaign',
    more: 'More',
    remove: 'Delete this campaign…',
    'remove.what':
      'Delete “{name}”? {phases, plural, one {# phase} other {# phases}} and {waves, plural, one {# wave} other {# waves}} go with it; {pieces, plural, one {# piece stays} other {# pieces stay}}, and {placements, plural, one {# placement} other {# placements}}, outside of any campaign.',
    'remove.yes': 'Delete',
    'remove.no': 'Keep it',
    removed: 'Deleted “{name}”',
    'stage.undated': 'No dates yet',
    'stage.upcoming': 'Starts in {days, plural, one {# day} other {# days}}',
    'stage.running': 'Running',
    'stage.running_in': '{phase}, day {day} of {of}',
    'stage.over': 'Ended {days, plural, one {# day} other {# days}} ago',
    progress: '{live} of {posts} live',
    'progress.none': 'Nothing planned',
    facts: 'About the campaign',
    name: 'Name',
    goal: 'Goal',
    'goal.hint': 'What this is to achieve, as something that can be counted',
    hashtag: 'Hashtag',
    product: 'Product',
    budget: 'Budget note',
    start: 'First day',
    end: 'Last day',
    zero: 'Zero day',
    'zero.note': 'The day of the lead; waves are reckoned from it until the lead is planned',
    'date.order': 'The last day cannot be before the first, {day}; nothing was saved.',
    figures: 'The campaign in figures',
    'figure.waves': 'Waves planned',
    'figure.live': 'Live',
    'figure.handed': 'Handed over',
    'figure.copy': 'Copy done',
    'figure.errors': 'Must fix',
    'figure.behind': 'Behind',
    'figure.disagree': 'Off their rule',
    'figure.measured': 'Figures back',
    phases: 'Phases and checks',
    'phases.none': 'No phases yet.',
    'phases.make': 'Set up the four phases',
    'phases.missing': 'Add the missing phases',
    'phases.overlap': '{a} and {b} overlap',
    'phase.start': '{phase}: first day',
    'phase.end': '{phase}: last day',
    'phase.name': 'Name of {phase}',
    'phase.days': '{days, plural, one {# day} other {# days}}',
    'phase.edge':
      '{phase}, {edge, select, start {first} other {last}} day: {day}. Left and right move it by a day, with Shift by a week.',
    'phase.moved': '{phase}: {span}',
    'phase.remove': 'Remove this phase',
    waves: 'Waves',
    'waves.none': 'No waves yet. Add the lead first, then those that follow.',
    'waves.add': 'Add a wave',
    'waves.grid': 'Timeline of waves: a row per account',
    'waves.help':
      'Arrows move among waves, Enter edits at the right, Alt+↑↓ reorders, Delete removes, M moves it to another day (so does dragging), O shows it on the matrix.',
    'waves.unsettled': 'Open',
    'waves.no_account': 'No account yet',
    'wave.new': 'New wave',
    'wave.lead': 'Lead',
    'wave.label':
      '{account}, {name}, {when}, {rule}{pinned, select, yes {, pinned} other {}}{off, select, yes {, off its rule} other {}}, {copy}',
    'wave.when_none': 'no time',
    'wave.planned': 'planned',
    'wave.by_rule': 'by rule',
    'wave.detail': 'This wave',
    'wave.close': 'Back to the checklist',
    'wave.name': 'Name',
    'wave.account': 'Account',
    'wave.account_none': 'Not chosen',
    'wave.format': 'Format',
    'wave.format_own': 'As the account does',
    'wave.piece': 'Piece',
    'wave.piece_none': 'Not chosen',
    'wave.after': 'After',
    'wave.after_lead': 'The lead',
    'wave.rule': 'Rule',
    'wave.rule_hint': '20:00, +90 min, next day 18:00, +2 workdays',
    'wave.rule_pick': 'Pick a rule',
    'wave.rule_unread': '“{text}” is not a rule. Try: +90 min, next day 18:00, +2 workdays, -24 hours.',
    'wave.rule_far': '“{text}” reaches beyond ten years and was not saved.',
    'wave.only_workdays': 'Workdays only',
    'wave.wants': 'By its rule',
    'wave.at': 'Planned at',
    'wave.not_planned': 'Not planned',
    'wave.disagrees': 'Off its rule',
    'wave.pinned': 'Pinned: stays when the lead moves',
    'wave.outcome': 'Outcome',
    'wave.copy': 'Copy',
    'wave.show': 'Show on the matrix',
    'wave.review': 'Open the versions',
    'wave.edit': 'Open the text',
    'wave.plan': 'Plan it',
    'wave.follow': 'Move to the rule',
    'wave.keep': 'Make this the rule',
    'wave.rule_done':
      'The rule is changed: {moved, plural, one {# post follows} other {# posts follow}}{stayed, plural, =0 {} one {, # stays} other {, # stay}}',
    'unfit.no_wave': '“{name}” is in no cascade',
    'unfit.lead': '“{name}” leads; the others follow it',
    'unfit.unplaced': '“{name}” is not planned yet',
    'unfit.past': 'The rule wants “{name}” on a day that has passed; nothing was moved',
    'unfit.closed': 'The account of “{name}” is closed; nothing was moved',
    'unfit.settled': '“{name}” was handed over, is live or was skipped; nothing was moved',
    'unfit.too_far': '“{name}” lies more than ten years off; no rule says that',
    'unfit.no_time': 'The wave “{name}” follows has no clock time; nothing was moved',
    'unfit.anchor_gone': 'The wave “{name}” followed is gone; nothing was moved',
    'unfit.anchor_unsettled': 'The wave “{name}” follows has no day; nothing was moved',
    'unfit.circle': '“{name}” and other waves follow each other; nothing was moved',
    'waves.lay': 'Plan the open ones',
    'waves.laid':
      '{made, plural, one {# post is} other {# posts are}} planned{left, plural, =0 {} one {; # wave could not be: see the checklist} other {; # waves could not be: see the checklist}}',
    'wave.lead_make': 'Make it the lead',
    'wave.up': 'Move up',
    'wave.down': 'Move down',
    'wave.remove': 'Delete the wave',
    'wave.removed': 'Deleted the wave “{name}”; what it planned stays in the plan',
    'wave.moved': '“{name}” is now number {place}',
    'wave.added': 'Added a wave; fill it in at the right',
    'wave.zero_moved': 'The zero day is {day} now; waves without a plan follow',
    'wave.still': '“{name}” has no day or account yet; fill these in at the right first',
    'copy.title': 'Copy, wave by wave',
    'copy.wave': 'Wave',
    'copy.account': 'Account',
    'copy.when': 'When',
    'copy.rule': 'Rule',
    'copy.state': 'Copy',
    'copy.findings': 'Findings',
    'copy.open': 'Open the versions of {name}',
    coverage: 'Coverage',
    'coverage.role': 'Role · platform',
    'coverage.count': 'Posts',
    'coverage.all': 'In all',
    'coverage.empty': 'Once something is planned, this says which roles, platforms and kinds are left out.',
    'coverage.full': 'Every role, platform and kind has its part.',
    'coverage.gaps': 'Left out',
    'coverage.add': 'Add a wave',
    checklist: 'Checklist',
    'checklist.done': 'Everything is done.',
    'checklist.count': '{count, plural, one {# thing} other {# things}}',
    'checklist.posts': '{count, plural, one {# post waits} other {# posts wait}}',
    'checklist.setup': 'First',
    'checklist.late': 'Overdue',
    'checklist.today': 'Today',
    'checklist.week': 'Within seven days',
    'checklist.later': 'Later',
    'checklist.any': 'Any time',
  },
});

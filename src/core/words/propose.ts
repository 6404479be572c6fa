import { defineWords } from './say';

/** The place beside the matrix where a plan is proposed: what it asks, how far it is, what it found. */
export type ProposeWord =
  | 'title'
  | 'close'
  | 'lead'
  | 'pieces'
  | 'pieces.tray'
  | 'pieces.campaign'
  | 'pieces.filter'
  | 'pieces.chosen'
  | 'pieces.none'
  | 'pieces.loading'
  | 'accounts'
  | 'accounts.chosen'
  | 'all'
  | 'none'
  | 'days'
  | 'days.from'
  | 'days.to'
  | 'rules'
  | 'rules.per_piece'
  | 'rules.per_piece_note'
  | 'rules.holidays'
  | 'rules.weekends'
  | 'rules.free_days'
  | 'rules.free_days_add'
  | 'rules.free_days_remove'
  | 'rules.silent'
  | 'rules.hand_over'
  | 'rules.hand_over_note'
  | 'rules.hand_over_later'
  | 'rules.hand_over_on'
  | 'rules.hand_over_by'
  | 'rules.hand_over_pick'
  | 'rules.hand_over_remove'
  | 'rules.standing'
  | 'weights'
  | 'weights.lead'
  | 'weights.points'
  | 'start'
  | 'why.pieces'
  | 'why.accounts'
  | 'why.days'
  | 'working'
  | 'working.cancel'
  | 'cancelled'
  | 'failed'
  | 'found'
  | 'found.proven'
  | 'found.greedy'
  | 'found.none'
  | 'found.taken'
  | 'unread'
  | 'list'
  | 'item'
  | 'item.take'
  | 'item.points'
  | 'item.kept'
  | 'item.moved'
  | 'item.move'
  | 'item.move_title'
  | 'item.next'
  | 'item.better'
  | 'item.only'
  | 'unplaced'
  | 'unplaced.any'
  | 'unplaced.group'
  | 'take'
  | 'take.none'
  | 'again'
  | 'again.note'
  | 'revise'
  | 'said.working'
  | 'said.found'
  | 'said.taken'
  | 'said.dropped'
  | 'said.cancelled'
  | 'said.moved'
  | 'said.moved_time'
  | 'said.not_moved'
  | 'said.stays'
  | 'ghost';

export const proposeWords = defineWords<ProposeWord>({
  zh: {
    title: '排一版建议',
    close: '收起排期建议',
    lead: '按硬规则排，按偏好打分。采纳之前，排期不会变。',
    pieces: '排哪些',
    'pieces.tray': '待排的稿（{count}）',
    'pieces.campaign': '战役：{name}',
    'pieces.filter': '符合当前筛选的稿',
    'pieces.chosen': '选了 {count} 篇，共 {all} 篇',
    'pieces.none': '这里没有要排的稿。',
    'pieces.loading': '正在找…',
    accounts: '排到哪些账号',
    'accounts.chosen': '选了 {count} 个，共 {all} 个',
    all: '全选',
    none: '全不选',
    days: '日期范围',
    'days.from': '从',
    'days.to': '到',
    rules: '规则',
    'rules.per_piece': '每篇发几个号',
    'rules.per_piece_note': '选好了形式的稿，每种形式发一次，不看这一项。',
    'rules.holidays': '法定假日不发',
    'rules.weekends': '周末不发（调休上班的照发）',
    'rules.free_days': '静默日',
    'rules.free_days_add': '加上',
    'rules.free_days_remove': '去掉 {day}',
    'rules.silent': '这段时间不发声的人设',
    'rules.hand_over': '有人交接的时段',
    'rules.hand_over_note': '留空为不限。不在时段内的位置会减分。',
    'rules.hand_over_later': '{platforms}能定时发布，交接不必守在那个钟点，不看这一项。',
    'rules.hand_over_on': '{platform}有人交接的时段',
    'rules.hand_over_by': '个别平台另定时段',
    'rules.hand_over_pick': '选平台…',
    'rules.hand_over_remove': '{platform}不再另定',
    'rules.standing': '账号的周上限、静默间隔、静默时段、语言、人设归属、战役时段和抽奖截止，一律守住。',
    weights: '偏好怎么打分',
    'weights.lead': '每条排上得 {placed} 分，再按下面加减。',
    'weights.points': '{points} 分',
    start: '排一版',
    'why.pieces': '先选至少一篇稿。',
    'why.accounts': '先选至少一个账号。',
    'why.days': '结束日期要在开始日期之后，且不早于今天。',
    working: '正在排…',
    'working.cancel': '停下',
    cancelled: '已停下，什么都没有改。',
    failed: '没有排成，什么都没有改。再试一次。',
    found: '排上 {placed} 条{unplaced, select, 0 {} other {，{unplaced} 条没排上}}',
    'found.proven': '已逐一比过：没有更好的排法。',
    'found.greedy': '比逐篇找最好位置的排法多 {points} 分。',
    'found.none': '没有可采纳的建议。',
    'found.taken': '都采纳了。',
    unread: '「{title}」的截止「{deadline}」看不出是哪天，没有按它排。写成「10月20日」再排一次。',
    list: '建议的位置',
    item: '{title}，{account}，{moment}',
    'item.take': '采纳「{title}」在 {account} 的位置',
    'item.points': '{points} 分',
    'item.kept': '保留',
    'item.moved': '你挪过：原来是 {moment} · {account}',
    'item.move': '挪到别处',
    'item.move_title': '把「{title}」挪到别处：用方向键选位置',
    'item.better': '分数更高的位置：{account} {day}，多 {more} 分',
    'item.next': '次选：{account} {day}，少 {less} 分',
    'item.only': '没有别的位置了',
    unplaced: '没排上（{count}）',
    'unplaced.any': '不限形式',
    'unplaced.group': '{hindrance}（{count}）',
    take: '采纳 {count} 条',
    'take.none': '没有选中的',
    again: '留下选中的，其余重排',
    'again.note': '没选中的位置不会再出现。',
    revise: '改条件',
    'said.working': '正在排一版建议。',
    'said.found': '排好了：{placed} 条建议，{unplaced} 条没排上。',
    'said.taken': '采纳了 {count} 条建议，一步可撤销。',
    'said.dropped': '去掉了「{title}」。',
    'said.cancelled': '已停下。',
    'said.moved': '建议的「{title}」挪到了{account} {moment}。采纳之前，排期不会变。',
    'said.moved_time':
      '建议的「{title}」挪到了{account} {moment}：那里 {time} 不能发，换了钟点。采纳之前，排期不会变。',
    'said.not_moved': '「{title}」不能挪到{account} {day}：{rules}。建议留在原处。',
    'said.stays': '「{title}」留在原处。',
    ghost: '建议：{title}，{time}，{why}',
  },
  en: {
    title: 'Propose a plan',
    close: 'Close the proposal',
    lead: 'Rules are kept, preferences are scored. The plan does not change before you take it.',
    pieces: 'Which pieces',
    'pieces.tray': 'Waiting pieces ({count})',
    'pieces.campaign': 'Campaign: {name}',
    'pieces.filter': 'Pieces under the current filter',
    'pieces.chosen': '{count} of {all} chosen',
    'pieces.none': 'There is nothing to place here.',
    'pieces.loading': 'Looking…',
    accounts: 'On which accounts',
    'accounts.chosen': '{count} of {all} chosen',
    all: 'All',
    none: 'None',
    days: 'Days',
    'days.from': 'From',
    'days.to': 'To',
    rules: 'Rules',
    'rules.per_piece': 'Accounts per piece',
    'rules.per_piece_note': 'A piece with chosen formats goes out once in each of them instead.',
    'rules.holidays': 'Nothing on public holidays',
    'rules.weekends': 'Nothing on weekends (make-up workdays count as workdays)',
    'rules.free_days': 'Days of silence',
    'rules.free_days_add': 'Add',
    'rules.free_days_remove': 'Remove {day}',
    'rules.silent': 'Personas who stay silent',
    'rules.hand_over': 'Somebody is there to hand over',
    'rules.hand_over_note': 'Empty for any hour. Spots outside score lower.',
    'rules.hand_over_later': 'Not asked for {platforms}: posts can be timed there beforehand.',
    'rules.hand_over_on': 'Somebody is there for {platform}',
    'rules.hand_over_by': 'Other hours for a platform',
    'rules.hand_over_pick': 'Choose…',
    'rules.hand_over_remove': 'No hours of its own for {platform}',
    'rules.standing':
      'Weekly capacity, quiet gaps, quiet hours, language, whose voice it is, campaign spans and deadlines of draws are always kept.',
    weights: 'How preferences score',
    'weights.lead': 'Each placed post scores {placed}; these add to it or take away.',
    'weights.points': '{points} points',
    start: 'Propose',
    'why.pieces': 'Choose at least one piece.',
    'why.accounts': 'Choose at least one account.',
    'why.days': 'The last day must not be before the first, nor before today.',
    working: 'Working it out…',
    'working.cancel': 'Stop',
    cancelled: 'Stopped; nothing was changed.',
    failed: 'It could not be worked out; nothing was changed. Try again.',
    found: '{placed} placed{unplaced, select, 0 {} other {, {unplaced} not}}',
    'found.proven': 'All ways were compared: there is none better.',
    'found.greedy': '{points} points better than giving each piece its best spot in turn.',
    'found.none': 'There is nothing to take.',
    'found.taken': 'Everything was taken.',
    unread:
      'The deadline “{deadline}” of “{title}” names no day, so it was not kept. Write it as “20 October” and propose again.',
    list: 'Proposed spots',
    item: '{title}, {account}, {moment}',
    'item.take': 'Take “{title}” on {account}',
    'item.points': '{points} points',
    'item.kept': 'kept',
    'item.moved': 'moved by you, from {moment} · {account}',
    'item.move': 'Move',
    'item.move_title': 'Move “{title}” with the arrow keys',
    'item.better': 'Scores higher: {account} {day}, {more} points more',
    'item.next': 'Next best: {account} {day}, {less} points less',
    'item.only': 'There is no other spot',
    unplaced: 'Not placed ({count})',
    'unplaced.any': 'any format',
    'unplaced.group': '{hindrance} ({count})',
    take: 'Take {count}',
    'take.none': 'Nothing chosen',
    again: 'Keep the chosen, redo the rest',
    'again.note': 'Spots that are not chosen will not come back.',
    revise: 'Change the question',
    'said.working': 'Working out a proposal.',
    'said.found': 'Done: {placed} proposed, {unplaced} not placed.',
    'said.taken': '{count} proposed placements taken; one step undoes them.',
    'said.dropped': '“{title}” dropped.',
    'said.cancelled': 'Stopped.',
    'said.moved': 'The proposed “{title}” moved to {account} {moment}. The plan does not change before you take it.',
    'said.moved_time':
      'The proposed “{title}” moved to {account} {moment}, as {time} is not possible there. The plan does not change before you take it.',
    'said.not_moved': '“{title}” cannot move to {account} on {day}: it would be {rules}. It stays where it is.',
    'said.stays': '“{title}” stays where it is.',
    ghost: 'Proposed: {title}, {time}, {why}',
  },
});

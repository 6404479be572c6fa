import { defineWords } from './say';

/** Checks of phases, how far the copy of a wave is, and the checklist of a campaign. */
export type CheckWord =
  | 'side.entry'
  | 'side.exit'
  | 'gate'
  | 'gate.open'
  | 'gate.none'
  | 'auto.planned'
  | 'auto.written'
  | 'auto.assets'
  | 'auto.errors'
  | 'auto.approved'
  | 'auto.out'
  | 'auto.figures'
  | 'open.planned'
  | 'open.planned_none'
  | 'open.written'
  | 'open.assets'
  | 'open.errors'
  | 'open.approved'
  | 'open.out'
  | 'open.figures'
  | 'open.figures_none'
  | 'done'
  | 'open'
  | 'computed'
  | 'show'
  | 'obstacle'
  | 'obstacles.more'
  | 'own.add'
  | 'own.hint'
  | 'own.cancel'
  | 'own.remove'
  | 'auto.remove'
  | 'auto.add'
  | 'own.there'
  | 'copy.no_piece'
  | 'copy.no_account'
  | 'copy.unreadable'
  | 'copy.writing'
  | 'copy.errors'
  | 'copy.changes'
  | 'copy.behind'
  | 'copy.reworded'
  | 'copy.adapted'
  | 'copy.requested'
  | 'copy.approved'
  | 'copy.handed_over'
  | 'copy.live'
  | 'copy.skipped'
  | 'todo.span'
  | 'todo.zero_day'
  | 'todo.phases'
  | 'todo.waves'
  | 'todo.lead'
  | 'todo.wave_account'
  | 'todo.wave_piece'
  | 'todo.wave_plan'
  | 'todo.wave_rule'
  | 'todo.wave_moment'
  | 'why.no_time'
  | 'why.too_far'
  | 'why.anchor_gone'
  | 'why.anchor_unsettled'
  | 'why.circle'
  | 'todo.late'
  | 'todo.copy_no_piece'
  | 'todo.copy_unreadable'
  | 'todo.copy_writing'
  | 'todo.copy_errors'
  | 'todo.copy_changes'
  | 'todo.copy_behind'
  | 'todo.copy_reworded'
  | 'todo.check'
  | 'todo.figures'
  | 'gap.role'
  | 'gap.platform'
  | 'gap.kind';

export const checkWords = defineWords<CheckWord>({
  zh: {
    'side.entry': '入口检查',
    'side.exit': '出口检查',
    gate: '{side} {done}/{total}',
    'gate.open': '{count}：{what}',
    'gate.none': '没有检查项',
    'auto.planned': '这一段的波次都排上了',
    'auto.written': '源稿写好了',
    'auto.assets': '图和片齐了',
    'auto.errors': '没有须改',
    'auto.approved': '文案都已通过',
    'auto.out': '都发了，或略过了',
    'auto.figures': '数据都导入了',
    'open.planned': '{count} 个波次没排',
    'open.planned_none': '这一段还没有内容',
    'open.written': '{count} 篇还在写',
    'open.assets': '{count} 处的图或片不合要求',
    'open.errors': '{count} 处须改',
    'open.approved': '{count} 处没通过',
    'open.out': '{count} 处还没发',
    'open.figures': '{count} 处没有数据',
    'open.figures_none': '还没有发布的内容',
    done: '已过',
    open: '没过',
    computed: '由计划算出',
    show: '看这 {count} 处',
    obstacle: '{title} · {account}',
    'obstacles.more': '还有 {count} 处',
    'own.add': '加一条检查',
    'own.hint': '自己写一条，比如：抽奖规则写明截止时间',
    'own.cancel': '不加了',
    'own.remove': '去掉「{name}」',
    'auto.remove': '不查「{name}」',
    'auto.add': '查「{name}」',
    'own.there': '已经有「{name}」了',
    'copy.no_piece': '没有内容',
    'copy.no_account': '没选账号',
    'copy.unreadable': '适配不了',
    'copy.writing': '源稿在写',
    'copy.errors': '{count} 处须改',
    'copy.changes': '被退回，要改',
    'copy.behind': '落后于源稿',
    'copy.reworded': '通过后又改过',
    'copy.adapted': '已适配，没送审',
    'copy.requested': '等审',
    'copy.approved': '已通过',
    'copy.handed_over': '已交接',
    'copy.live': '已发布',
    'copy.skipped': '已略过',
    'todo.span': '定下开始和结束的日子',
    'todo.zero_day': '定下零日',
    'todo.phases': '排出四个阶段',
    'todo.waves': '加第一个波次',
    'todo.lead': '选一个波次作首发',
    'todo.wave_account': '给「{wave}」选账号',
    'todo.wave_piece': '给「{wave}」选内容',
    'todo.wave_plan': '把「{wave}」排上',
    'todo.wave_rule': '「{wave}」没在规则说的时间',
    'todo.wave_moment': '「{wave}」算不出时间：{why}',
    'why.no_time': '它跟的那一波没有钟点',
    'why.too_far': '规则超过十年',
    'why.anchor_gone': '它跟的那一波删掉了',
    'why.anchor_unsettled': '首发没排，也没有零日',
    'why.circle': '几个波次互相跟着',
    'todo.late': '「{title}」过了日子，发了没有？',
    'todo.copy_no_piece': '这处排期没有内容',
    'todo.copy_unreadable': '「{title}」在这里适配不了',
    'todo.copy_writing': '写完「{title}」',
    'todo.copy_errors': '改好「{title}」的 {count} 处',
    'todo.copy_changes': '「{title}」被退回，要改',
    'todo.copy_behind': '「{title}」落后于源稿',
    'todo.copy_reworded': '「{title}」通过后又改过，再审一遍',
    'todo.check': '{phase}{side}：{name}',
    'todo.figures': '导入 {count} 处发布的数据',
    'gap.role': '{role}：一处也没有',
    'gap.platform': '{platform}：一处也没有',
    'gap.kind': '{what}类：一处也没有',
  },
  en: {
    'side.entry': 'Entry',
    'side.exit': 'Exit',
    gate: '{side} {done}/{total}',
    'gate.open': '{count}: {what}',
    'gate.none': 'No checks',
    'auto.planned': 'Waves of this phase are planned',
    'auto.written': 'Sources are written',
    'auto.assets': 'Pictures and films are as asked',
    'auto.errors': 'Nothing must be fixed',
    'auto.approved': 'Copy is approved',
    'auto.out': 'Everything went out or was skipped',
    'auto.figures': 'Figures are imported',
    'open.planned': '{count, plural, one {# wave is} other {# waves are}} not planned',
    'open.planned_none': 'nothing planned in this phase',
    'open.written': '{count, plural, one {# is} other {# are}} still being written',
    'open.assets': '{count, plural, one {# has} other {# have}} pictures or films to mend',
    'open.errors': '{count, plural, one {# has} other {# have}} something to fix',
    'open.approved': '{count, plural, one {# is} other {# are}} not approved',
    'open.out': '{count, plural, one {# has} other {# have}} not gone out',
    'open.figures': '{count, plural, one {# has} other {# have}} no figures',
    'open.figures_none': 'nothing is live yet',
    done: 'passed',
    open: 'open',
    computed: 'Computed from the plan',
    show: 'Show {count, plural, one {it} other {all #}}',
    obstacle: '{title} · {account}',
    'obstacles.more': '{count} more',
    'own.add': 'Add a check',
    'own.hint': 'Write your own, e.g. draw rules name a closing time',
    'own.cancel': 'Cancel',
    'own.remove': 'Remove “{name}”',
    'auto.remove': 'Stop checking “{name}”',
    'auto.add': 'Check “{name}”',
    'own.there': '“{name}” is there already',
    'copy.no_piece': 'No piece',
    'copy.no_account': 'No account',
    'copy.unreadable': 'Cannot be adapted',
    'copy.writing': 'Being written',
    'copy.errors': '{count} to fix',
    'copy.changes': 'Changes asked for',
    'copy.behind': 'Behind its source',
    'copy.reworded': 'Changed since approval',
    'copy.adapted': 'Adapted, not sent',
    'copy.requested': 'Waiting for review',
    'copy.approved': 'Approved',
    'copy.handed_over': 'Handed over',
    'copy.live': 'Live',
    'copy.skipped': 'Skipped',
    'todo.span': 'Set the first and last day',
    'todo.zero_day': 'Set the zero day',
    'todo.phases': 'Set up the phases',
    'todo.waves': 'Add the first wave',
    'todo.lead': 'Choose the wave that leads',
    'todo.wave_account': 'Choose an account for “{wave}”',
    'todo.wave_piece': 'Choose a piece for “{wave}”',
    'todo.wave_plan': 'Plan “{wave}”',
    'todo.wave_rule': '“{wave}” is off its rule',
    'todo.wave_moment': '“{wave}” has no moment: {why}',
    'why.no_time': 'the wave it follows has no clock time',
    'why.too_far': 'the rule reaches beyond ten years',
    'why.anchor_gone': 'the wave it followed is gone',
    'why.anchor_unsettled': 'the lead is not planned and there is no zero day',
    'why.circle': 'waves follow each other in a circle',
    'todo.late': '“{title}” is past its day: did it go out?',
    'todo.copy_no_piece': 'A placement without a piece',
    'todo.copy_unreadable': '“{title}” cannot be adapted here',
    'todo.copy_writing': 'Finish “{title}”',
    'todo.copy_errors': 'Fix {count, plural, one {# thing} other {# things}} in “{title}”',
    'todo.copy_changes': '“{title}”: changes asked for',
    'todo.copy_behind': '“{title}” is behind its source',
    'todo.copy_reworded': '“{title}” changed since its approval; have it read again',
    'todo.check': '{phase}, {side}: {name}',
    'todo.figures': 'Import the figures of {count, plural, one {# live post} other {# live posts}}',
    'gap.role': '{role}: nothing',
    'gap.platform': '{platform}: nothing',
    'gap.kind': '{what}: nothing',
  },
});

import { type Lang, pieceStates } from '../model/vocabulary';
import type { ChangeCode, ChangeLabel } from '../plan/labels';
import { sayState } from './kinds';
import { defineWords, say } from './say';

/** What a step of history is called: 「移动 6 处排期」. Read after "Undo" and "Redo". `title` and `count` may be missing. */
export const historyWords = defineWords<ChangeCode>({
  zh: {
    sample: '打开示例',
    import: '导入',
    plan_merge: '合并{titled, select, yes {「{title}」} other {收到的计划}}',
    conflict_settle: '处理{titled, select, yes {「{title}」的} other {}}两份改动',
    held_take: '采纳{titled, select, yes {「{title}」} other {}}搁置的改动',
    restore: '恢复备份',
    piece_create: '新建{titled, select, yes {「{title}」} other {一篇内容}}',
    piece_edit: '修改{titled, select, yes {「{title}」} other {内容}}',
    piece_write: '写{titled, select, yes {「{title}」} other {正文}}',
    piece_trash: '把{titled, select, yes {「{title}」} other { {count} 篇}}移进回收站',
    piece_restore: '从回收站取回{titled, select, yes {「{title}」} other { {count} 篇}}',
    piece_duplicate: '把{titled, select, yes {「{title}」} other { {count} 篇}}另存一份',
    piece_purge: '彻底删除{titled, select, yes {「{title}」} other { {count} 篇}}',
    pieces_state: '把{titled, select, yes {「{title}」} other { {count} 篇}}标为{stateName}',
    pieces_archive: '把{titled, select, yes {「{title}」} other { {count} 篇}}归档',
    pieces_tag: '给{titled, select, yes {「{title}」} other { {count} 篇}}加上标签「{tag}」',
    pieces_untag: '从{titled, select, yes {「{title}」} other { {count} 篇}}去掉标签「{tag}」',
    pieces_campaign:
      '把{titled, select, yes {「{title}」} other { {count} 篇}}{named, select, yes {放进《{name}》} other {移出战役}}',
    pieces_persona:
      '{named, select, yes {把{titled, select, yes {「{title}」} other { {count} 篇}}交给{name}} other {拿掉{titled, select, yes {「{title}」} other { {count} 篇}}的人物}}',
    view_save: '存视图「{name}」',
    view_edit: '改视图「{name}」',
    view_delete: '删除视图「{name}」',
    point_name: '给{titled, select, yes {「{title}」的} other {}}版本起名',
    version_restore: '恢复{titled, select, yes {「{title}」的} other {}}旧版本',
    template_save: '存为模板{titled, select, yes {「{title}」} other {}}',
    template_edit: '修改模板{titled, select, yes {「{title}」} other {}}',
    template_remove: '删除模板{titled, select, yes {「{title}」} other {}}',
    sibling_make: '另写一个语言版本{titled, select, yes {「{title}」} other {}}',
    sibling_link: '关联语言版本{titled, select, yes {「{title}」} other {}}',
    sibling_unlink: '取消关联{titled, select, yes {「{title}」} other {语言版本}}',
    member_add: '添加成员{titled, select, yes {「{title}」} other {}}',
    placement_plan: '排期{titled, select, yes {「{title}」} other {{count} 处}}',
    placement_move: '移动{titled, select, yes {「{title}」} other { {count} 处排期}}',
    placement_edit: '修改{titled, select, yes {「{title}」的} other {}}排期',
    plan_fix: '按计划检查改好{count, plural, =1 {一处} other { # 处}}',
    plan_waive: '忽略一条检查结果',
    plan_unwaive: '不再忽略一条检查结果',
    plan_check_edit: '改计划检查的规则',
    series_add: '新建系列「{title}」',
    series_edit: '改系列「{title}」',
    series_remove: '删除系列「{title}」',
    placement_remove: '把{titled, select, yes {「{title}」} other { {count} 处}}放回待排',
    placement_handed: '把{titled, select, yes {「{title}」} other { {count} 处}}标为已交接',
    placement_live: '把{titled, select, yes {「{title}」} other { {count} 处}}标为已发布',
    placement_link: '给{titled, select, yes {「{title}」} other {排期}}补链接',
    placement_skip: '略过{titled, select, yes {「{title}」} other { {count} 处}}',
    placement_reopen: '把{titled, select, yes {「{title}」} other { {count} 处}}改回待交接',
    placement_snooze: '推迟提醒{titled, select, yes {「{title}」} other {}}',
    placement_tick: '勾{titled, select, yes {「{title}」的} other {}}发布前清单',
    placement_note: '改{titled, select, yes {「{title}」的} other {}}交接留言',
    variant_fix:
      '修好{titled, select, yes {「{title}」的} other {}}版本{act, select, shorten {：缩短} take_signs_out {：去掉符号} title_from_opening {：用开头作标题} give_back {：恢复自动适配} drop_tags {：去掉标签} mend_tag {：改标签} names_only {：@ 只留名字} link_to_comment {：链接移到首条评论} add_link {：放上链接} remove_links {：删链接} remove_clause {：删半句} replace_sign {：换符号} swap_word {：换词} mark_ad {：标明广告} other {}}',
    plan_propose: '采纳排期建议（{count, plural, other {# 条}}）',
    variant_edit: '修改{titled, select, yes {「{title}」的} other {}}版本',
    occasion_add: '加日子{titled, select, yes {「{title}」} other {}}',
    occasion_edit: '修改日子{titled, select, yes {「{title}」} other {}}',
    occasion_remove: '删除日子{titled, select, yes {「{title}」} other {}}',
    occasion_import: '导入 {count} 个日子',
    campaign_edit: '修改战役{titled, select, yes {「{title}」} other {}}',
    campaign_create: '新建战役{titled, select, yes {「{title}」} other {}}',
    campaign_remove: '删除战役{titled, select, yes {「{title}」} other {}}',
    phase_edit: '修改{titled, select, yes {「{title}」} other {}}阶段',
    wave_add: '添加波次{titled, select, yes {「{title}」} other {}}',
    wave_edit: '修改波次{titled, select, yes {「{title}」} other {}}',
    wave_remove: '删除波次{titled, select, yes {「{title}」} other {}}',
    cascade_move:
      '移动{titled, select, yes {「{title}」} other { {count} 处排期}}，{followers, plural, other {# 条跟随的}}一起走',
    cascade_lay: '铺开联动：{count} 处排期',
    cascade_fit: '让{titled, select, yes {「{title}」} other { {count} 条}}回到规则的时间',
    cascade_pin: '固定{titled, select, yes {「{title}」} other { {count} 处排期}}',
    cascade_unpin: '取消固定{titled, select, yes {「{title}」} other { {count} 处排期}}',
    cascade_rule: '改联动规则{titled, select, yes {「{title}」} other {}}',
    cascade_apply: '用模板新建战役{titled, select, yes {「{title}」} other {}}',
    cascade_template_save: '存为联动模板{titled, select, yes {「{title}」} other {}}',
    cascade_template_remove: '删除联动模板{titled, select, yes {「{title}」} other {}}',
    account_edit: '修改账号',
    persona_edit: '修改人物',
    platform_edit: '修改{titled, select, yes {「{title}」的} other {}}平台规则',
    asset_add: '添加{titled, select, yes {素材「{title}」} other { {count} 个素材}}',
    asset_edit: '修改素材{titled, select, yes {「{title}」} other {}}',
    asset_remove: '删除{titled, select, yes {素材「{title}」} other { {count} 个素材}}',
    asset_clean: '去掉 {count} 张图里的拍摄地点和设备信息',
    asset_restore: '取回{titled, select, yes {素材「{title}」} other { {count} 个素材}}',
    lane_rename: '改行组名称「{title}」',
    lane_move: '移动行组「{title}」',
    kind_targets: '修改类型目标',
    workspace_edit: '修改工作区',
    other: '上一步',
  },
  en: {
    sample: 'opening the sample',
    import: 'import',
    plan_merge: 'merging {titled, select, yes {“{title}”} other {a received plan}}',
    conflict_settle: 'settling two edits{titled, select, yes { of “{title}”} other {}}',
    held_take: 'taking edits that were held back{titled, select, yes { of “{title}”} other {}}',
    restore: 'restoring a backup',
    piece_create: 'new piece{titled, select, yes { “{title}”} other {}}',
    piece_edit: 'edit of {titled, select, yes {“{title}”} other {a piece}}',
    piece_write: 'writing in {titled, select, yes {“{title}”} other {a piece}}',
    piece_trash:
      'moving {titled, select, yes {“{title}”} other {{count, plural, one {# piece} other {# pieces}}}} to the trash',
    piece_restore:
      'taking {titled, select, yes {“{title}”} other {{count, plural, one {# piece} other {# pieces}}}} out of the trash',
    piece_duplicate:
      'copy of {titled, select, yes {“{title}”} other {{count, plural, one {# piece} other {# pieces}}}}',
    piece_purge:
      'permanent deletion of {titled, select, yes {“{title}”} other {{count, plural, one {# piece} other {# pieces}}}}',
    pieces_state:
      'marking {titled, select, yes {“{title}”} other {{count, plural, one {# piece} other {# pieces}}}} as {stateName}',
    pieces_archive:
      'archiving {titled, select, yes {“{title}”} other {{count, plural, one {# piece} other {# pieces}}}}',
    pieces_tag:
      'adding the tag “{tag}” to {titled, select, yes {“{title}”} other {{count, plural, one {# piece} other {# pieces}}}}',
    pieces_untag:
      'removing the tag “{tag}” from {titled, select, yes {“{title}”} other {{count, plural, one {# piece} other {# pieces}}}}',
    pieces_campaign:
      '{named, select, yes {putting {titled, select, yes {“{title}”} other {{count, plural, one {# piece} other {# pieces}}}} into “{name}”} other {taking {titled, select, yes {“{title}”} other {{count, plural, one {# piece} other {# pieces}}}} out of a campaign}}',
    pieces_persona:
      '{named, select, yes {giving {titled, select, yes {“{title}”} other {{count, plural, one {# piece} other {# pieces}}}} to {name}} other {taking the persona off {titled, select, yes {“{title}”} other {{count, plural, one {# piece} other {# pieces}}}}}}',
    view_save: 'saving the view “{name}”',
    view_edit: 'edit of the view “{name}”',
    view_delete: 'deleting the view “{name}”',
    point_name: 'naming a version{titled, select, yes { of “{title}”} other {}}',
    version_restore: 'restoring a version{titled, select, yes { of “{title}”} other {}}',
    template_save: 'saving the template{titled, select, yes { “{title}”} other {}}',
    template_edit: 'edit of the template{titled, select, yes { “{title}”} other {}}',
    template_remove: 'deleting the template{titled, select, yes { “{title}”} other {}}',
    sibling_make: 'new language version{titled, select, yes { “{title}”} other {}}',
    sibling_link: 'linking the language version{titled, select, yes { “{title}”} other {}}',
    sibling_unlink: 'unlinking {titled, select, yes {“{title}”} other {a language version}}',
    member_add: 'adding{titled, select, yes { {title} as} other {}} a member',
    placement_plan:
      'planning {titled, select, yes {“{title}”} other {{count, plural, one {# placement} other {# placements}}}}',
    placement_move:
      'move of {titled, select, yes {“{title}”} other {{count, plural, one {# placement} other {# placements}}}}',
    placement_edit: 'edit of {titled, select, yes {“{title}”} other {a placement}}',
    plan_fix: 'fix of {count, plural, =1 {a finding} other {# findings}} of the plan check',
    plan_waive: 'ignoring of a finding',
    plan_unwaive: 'end of ignoring a finding',
    plan_check_edit: 'edit of the rules of the plan check',
    series_add: 'new series “{title}”',
    series_edit: 'edit of series “{title}”',
    series_remove: 'removal of series “{title}”',
    placement_remove:
      'return of {titled, select, yes {“{title}”} other {{count, plural, one {# placement} other {# placements}}}} to the tray',
    placement_handed:
      'handing over {titled, select, yes {“{title}”} other {{count, plural, one {# placement} other {# placements}}}}',
    placement_live:
      'marking {titled, select, yes {“{title}”} other {{count, plural, one {# placement} other {# placements}}}} as live',
    placement_link: 'link of {titled, select, yes {“{title}”} other {a placement}}',
    placement_skip:
      'skipping {titled, select, yes {“{title}”} other {{count, plural, one {# placement} other {# placements}}}}',
    placement_reopen:
      'taking {titled, select, yes {“{title}”} other {{count, plural, one {# placement} other {# placements}}}} back to planned',
    placement_snooze: 'later reminder{titled, select, yes { of “{title}”} other {}}',
    placement_tick: 'ticks before posting{titled, select, yes { “{title}”} other {}}',
    placement_note: 'note for handing over{titled, select, yes { “{title}”} other {}}',
    variant_fix:
      'mending a variant{titled, select, yes { of “{title}”} other {}}{act, select, shorten {: shortened} take_signs_out {: signs out} title_from_opening {: opening as title} give_back {: adapted anew} drop_tags {: fewer tags} mend_tag {: tag mended} names_only {: mentions as names} link_to_comment {: link to first comment} add_link {: link added} remove_links {: links removed} remove_clause {: clause removed} replace_sign {: sign replaced} swap_word {: word replaced} mark_ad {: marked as ad} other {}}',
    plan_propose: 'taking {count, plural, one {# proposed placement} other {# proposed placements}}',
    variant_edit: 'edit of a variant{titled, select, yes { of “{title}”} other {}}',
    occasion_add: 'adding the occasion{titled, select, yes { “{title}”} other {}}',
    occasion_edit: 'edit of the occasion{titled, select, yes { “{title}”} other {}}',
    occasion_remove: 'deleting the occasion{titled, select, yes { “{title}”} other {}}',
    occasion_import: 'import of {count, plural, one {# occasion} other {# occasions}}',
    campaign_edit: 'edit of {titled, select, yes {the campaign “{title}”} other {a campaign}}',
    campaign_create: 'new campaign{titled, select, yes { “{title}”} other {}}',
    campaign_remove: 'deleting the campaign{titled, select, yes { “{title}”} other {}}',
    phase_edit: 'edit of {titled, select, yes {the phase “{title}”} other {a phase}}',
    wave_add: 'new wave{titled, select, yes { “{title}”} other {}}',
    wave_edit: 'edit of {titled, select, yes {the wave “{title}”} other {a wave}}',
    wave_remove: 'deleting the wave{titled, select, yes { “{title}”} other {}}',
    cascade_move:
      'moving {titled, select, yes {“{title}”} other {{count} placements}} with {followers, plural, one {# follower} other {# followers}}',
    cascade_lay: 'laying out the cascade: {count, plural, one {# placement} other {# placements}}',
    cascade_fit:
      'bringing {titled, select, yes {“{title}”} other {{count, plural, one {# placement} other {# placements}}}} back to the rule',
    cascade_pin:
      'pinning {titled, select, yes {“{title}”} other {{count, plural, one {# placement} other {# placements}}}}',
    cascade_unpin:
      'unpinning {titled, select, yes {“{title}”} other {{count, plural, one {# placement} other {# placements}}}}',
    cascade_rule: 'changing the cascade rule{titled, select, yes { of “{title}”} other {}}',
    cascade_apply: 'making the campaign{titled, select, yes { “{title}”} other {}} from a template',
    cascade_template_save: 'saving the cascade template{titled, select, yes { “{title}”} other {}}',
    cascade_template_remove: 'deleting the cascade template{titled, select, yes { “{title}”} other {}}',
    account_edit: 'edit of an account',
    persona_edit: 'edit of a persona',
    platform_edit: 'edit of the rules{titled, select, yes { of “{title}”} other {}}',
    asset_add: 'adding {titled, select, yes {“{title}”} other {{count, plural, one {# file} other {# files}}}}',
    asset_edit: 'edit of the file{titled, select, yes { “{title}”} other {}}',
    asset_remove: 'deleting {titled, select, yes {“{title}”} other {{count, plural, one {# file} other {# files}}}}',
    asset_clean: 'taking place and device out of {count, plural, one {# picture} other {# pictures}}',
    asset_restore:
      'taking back {titled, select, yes {“{title}”} other {{count, plural, one {# file} other {# files}}}}',
    lane_rename: 'name of the lane “{title}”',
    lane_move: 'move of the lane “{title}”',
    kind_targets: 'edit of the kind targets',
    workspace_edit: 'edit of the workspace',
    other: 'the last step',
  },
});

/** Says what a step did, by its label. */
export function sayLabel(lang: Lang, { code, params }: ChangeLabel): string {
  const filled = (value: string | number | undefined) => (typeof value === 'string' && value !== '' ? 'yes' : 'no');
  const state = pieceStates.find((known) => known === params.state);
  return say(historyWords, lang, code, {
    count: 1,
    title: '',
    tag: '',
    name: '',
    act: '',
    followers: 0,
    stateName: state === undefined ? '' : sayState(lang, state),
    ...params,
    titled: filled(params.title),
    named: filled(params.name),
  });
}

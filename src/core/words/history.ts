import type { Lang } from '../model/records';
import type { ChangeCode, ChangeLabel } from '../plan/labels';
import { defineWords, say } from './say';

/** What a step of history is called: 「移动 6 处排期」. Read after "Undo" and "Redo". `title` and `count` may be missing. */
export const historyWords = defineWords<ChangeCode>({
  zh: {
    sample: '打开示例',
    import: '导入',
    restore: '恢复备份',
    piece_create: '新建{titled, select, yes {「{title}」} other {一篇内容}}',
    piece_edit: '修改{titled, select, yes {「{title}」} other {内容}}',
    piece_write: '写{titled, select, yes {「{title}」} other {正文}}',
    piece_trash: '把{titled, select, yes {「{title}」} other {{count} 篇}}移进回收站',
    piece_restore: '从回收站取回{titled, select, yes {「{title}」} other {{count} 篇}}',
    piece_duplicate: '复制{titled, select, yes {「{title}」} other {内容}}',
    placement_plan: '排期{titled, select, yes {「{title}」} other {{count} 处}}',
    placement_move: '移动{titled, select, yes {「{title}」} other { {count} 处排期}}',
    placement_edit: '修改{titled, select, yes {「{title}」的} other {}}排期',
    placement_remove: '把{titled, select, yes {「{title}」} other { {count} 处}}放回待排',
    variant_edit: '修改{titled, select, yes {「{title}」的} other {}}版本',
    campaign_edit: '修改战役',
    account_edit: '修改账号',
    persona_edit: '修改人物',
    asset_add: '添加素材',
    workspace_edit: '修改工作区',
    other: '上一步',
  },
  en: {
    sample: 'opening the sample',
    import: 'import',
    restore: 'restoring a backup',
    piece_create: 'new piece{titled, select, yes { “{title}”} other {}}',
    piece_edit: 'edit of {titled, select, yes {“{title}”} other {a piece}}',
    piece_write: 'writing in {titled, select, yes {“{title}”} other {a piece}}',
    piece_trash:
      'moving {titled, select, yes {“{title}”} other {{count, plural, one {# piece} other {# pieces}}}} to the trash',
    piece_restore:
      'taking {titled, select, yes {“{title}”} other {{count, plural, one {# piece} other {# pieces}}}} out of the trash',
    piece_duplicate: 'copy of {titled, select, yes {“{title}”} other {a piece}}',
    placement_plan:
      'planning {titled, select, yes {“{title}”} other {{count, plural, one {# placement} other {# placements}}}}',
    placement_move:
      'move of {titled, select, yes {“{title}”} other {{count, plural, one {# placement} other {# placements}}}}',
    placement_edit: 'edit of {titled, select, yes {“{title}”} other {a placement}}',
    placement_remove:
      'return of {titled, select, yes {“{title}”} other {{count, plural, one {# placement} other {# placements}}}} to the tray',
    variant_edit: 'edit of a variant{titled, select, yes { of “{title}”} other {}}',
    campaign_edit: 'edit of a campaign',
    account_edit: 'edit of an account',
    persona_edit: 'edit of a persona',
    asset_add: 'adding a picture',
    workspace_edit: 'edit of the workspace',
    other: 'the last step',
  },
});

/** Says what a step did, by its label. */
export function sayLabel(lang: Lang, { code, params }: ChangeLabel): string {
  const title = params.title;
  const titled = typeof title === 'string' && title !== '' ? 'yes' : 'no';
  return say(historyWords, lang, code, { count: 1, title: '', ...params, titled });
}

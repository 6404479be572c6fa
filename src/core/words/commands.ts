import { defineWords } from './say';

/** Names of commands, as palette, menus and the shortcut sheet show them. */
export type CommandWord =
  | 'go.matrix'
  | 'go.calendar'
  | 'go.desk'
  | 'go.library'
  | 'go.campaign'
  | 'go.media'
  | 'go.export'
  | 'go.settings'
  | 'go.merge'
  | 'go.conflicts'
  | 'go.marks'
  | 'plan.hand_review'
  | 'edit.undo'
  | 'edit.undo_what'
  | 'edit.redo'
  | 'edit.redo_what'
  | 'plan.from_template'
  | 'plan.review'
  | 'plan.check'
  | 'plan.check_close'
  | 'plan.day'
  | 'plan.series'
  | 'plan.occasions'
  | 'plan.new_piece'
  | 'plan.new_story'
  | 'plan.new_interactive'
  | 'edit.find'
  | 'go.library_list'
  | 'go.library_cards'
  | 'go.library_board'
  | 'plan.import'
  | 'plan.today'
  | 'plan.previous'
  | 'plan.next'
  | 'plan.zoom_week'
  | 'plan.zoom_fortnight'
  | 'plan.zoom_month'
  | 'plan.zoom_quarter'
  | 'plan.zoom_in'
  | 'plan.zoom_out'
  | 'plan.propose'
  | 'plan.clear_filters'
  | 'plan.density_compact'
  | 'plan.density_normal'
  | 'plan.density_comfortable'
  | 'plan.view_month'
  | 'plan.view_week'
  | 'plan.view_list'
  | 'placement.open'
  | 'placement.move_mode'
  | 'placement.move_to'
  | 'placement.copy_to'
  | 'placement.unplan'
  | 'studio.palette'
  | 'studio.search'
  | 'studio.keys'
  | 'studio.theme_light'
  | 'studio.theme_dark'
  | 'studio.theme_system'
  | 'studio.language'
  | 'group.plan'
  | 'group.library'
  | 'group.view'
  | 'group.go'
  | 'group.edit'
  | 'group.studio'
  | 'palette.placeholder'
  | 'palette.pieces'
  | 'palette.planned'
  | 'palette.views'
  | 'palette.campaigns'
  | 'palette.view'
  | 'palette.nothing'
  | 'palette.searching'
  | 'sheet.title'
  | 'sheet.close'
  | 'sheet.grid_arrows'
  | 'sheet.calendar'
  | 'sheet.agenda'
  | 'sheet.tray'
  | 'sheet.carry_week'
  | 'sheet.carry_drop'
  | 'sheet.carry_copy'
  | 'sheet.menu'
  | 'sheet.reach'
  | 'sheet.grid'
  | 'sheet.drag_alt'
  | 'sheet.drag_escape'
  | 'sheet.unfold'
  | 'sheet.slot'
  | 'sheet.multi';

export const commandWords = defineWords<CommandWord>({
  zh: {
    'go.matrix': '去矩阵',
    'go.calendar': '去日历',
    'go.desk': '去交接台',
    'go.library': '去内容库',
    'go.campaign': '去战役',
    'go.media': '去素材',
    'go.export': '去导出',
    'go.settings': '去设置',
    'go.merge': '收到的计划与合并记录',
    'go.conflicts': '待定：合并后要选的',
    'go.marks': '去审阅：批注和改字',
    'plan.hand_review': '送审…',
    'edit.undo': '撤销',
    'edit.undo_what': '撤销：{what}',
    'edit.redo': '重做',
    'edit.redo_what': '重做：{what}',
    'plan.import': '导入文件…',
    'plan.from_template': '从模板新建…',
    'plan.review': '适配审阅',
    'plan.check': '打开计划检查',
    'plan.check_close': '收起计划检查',
    'plan.day': '看这一天是什么日子',
    'plan.series': '系列…',
    'plan.occasions': '日子与热点',
    'plan.new_piece': '新建一篇',
    'plan.new_story': '新建故事',
    'plan.new_interactive': '新建互动',
    'edit.find': '查找',
    'go.library_list': '内容库：列表',
    'go.library_cards': '内容库：卡片',
    'go.library_board': '内容库：看板',
    'plan.today': '回到今天',
    'plan.previous': '往前一段',
    'plan.next': '往后一段',
    'plan.zoom_week': '看一周',
    'plan.zoom_fortnight': '看双周',
    'plan.zoom_month': '看一个月',
    'plan.zoom_quarter': '看一季',
    'plan.zoom_in': '放大',
    'plan.zoom_out': '缩小',
    'plan.propose': '排一版建议',
    'plan.clear_filters': '清除筛选',
    'plan.density_compact': '紧凑',
    'plan.density_normal': '标准',
    'plan.density_comfortable': '宽松',
    'plan.view_month': '按月看',
    'plan.view_week': '按周看',
    'plan.view_list': '按清单看',
    'placement.open': '打开编辑',
    'placement.move_mode': '用方向键移动',
    'placement.move_to': '移到…',
    'placement.copy_to': '再排一处…',
    'placement.unplan': '放回待排',
    'studio.palette': '打开命令面板',
    'studio.search': '搜索',
    'studio.keys': '快捷键一览',
    'studio.theme_light': '浅色主题',
    'studio.theme_dark': '深色主题',
    'studio.theme_system': '主题跟随系统',
    'studio.language': '切换到英文（Switch to English）',
    'group.plan': '排期',
    'group.library': '内容库',
    'group.view': '视图',
    'group.go': '前往',
    'group.edit': '编辑',
    'group.studio': '工作室',
    'palette.placeholder': '搜标题、正文、标签，或输入命令',
    'palette.pieces': '内容',
    'palette.planned': '计划里',
    'palette.views': '内容库的视图',
    'palette.campaigns': '战役',
    'palette.view': '打开视图：{name}',
    'palette.nothing': '没有找到。换一个词，或按 Esc 返回。',
    'palette.searching': '正在找…',
    'sheet.title': '快捷键',
    'sheet.close': '关闭快捷键一览',
    'sheet.calendar': '日历里',
    'sheet.agenda': '上下一篇一篇走，左右一天一天走',
    'sheet.tray': '去待排；在待排里：用方向键排进去',
    'sheet.carry_week': '移动时：换周',
    'sheet.carry_drop': '移动时：放下',
    'sheet.carry_copy': '移动时：再排一处，原处不动',
    'sheet.menu': '能做什么的菜单',
    'sheet.reach': '按住点选或走动：选中之间的',
    'sheet.grid': '矩阵里',
    'sheet.grid_arrows': '在格子和卡片间移动',
    'sheet.drag_alt': '拖动时按住：再排一处，原处不动',
    'sheet.drag_escape': '拖动时：取消',
    'sheet.unfold': '展开、收起这一行',
    'sheet.slot': '补上或跳过系列的空档',
    'sheet.multi': '按住点选：加选',
  },
  en: {
    'go.matrix': 'Go to the matrix',
    'go.calendar': 'Go to the calendar',
    'go.desk': 'Go to the hand-over desk',
    'go.library': 'Go to the library',
    'go.campaign': 'Go to campaigns',
    'go.media': 'Go to media',
    'go.export': 'Go to export',
    'go.settings': 'Go to settings',
    'go.merge': 'Received plans and past merges',
    'go.conflicts': 'To settle after merging',
    'go.marks': 'Go to review: comments and suggestions',
    'plan.hand_review': 'Hand over for review…',
    'edit.undo': 'Undo',
    'edit.undo_what': 'Undo: {what}',
    'edit.redo': 'Redo',
    'edit.redo_what': 'Redo: {what}',
    'plan.import': 'Import files…',
    'plan.from_template': 'New from a template…',
    'plan.review': 'Review adaptation',
    'plan.check': 'Open the plan check',
    'plan.check_close': 'Close the plan check',
    'plan.day': 'What this day is',
    'plan.series': 'Series…',
    'plan.occasions': 'Occasions and hot topics',
    'plan.new_piece': 'New piece',
    'plan.new_story': 'New story',
    'plan.new_interactive': 'New interactive piece',
    'edit.find': 'Find',
    'go.library_list': 'Library: list',
    'go.library_cards': 'Library: cards',
    'go.library_board': 'Library: board',
    'plan.today': 'Back to today',
    'plan.previous': 'Earlier',
    'plan.next': 'Later',
    'plan.zoom_week': 'Show a week',
    'plan.zoom_fortnight': 'Show two weeks',
    'plan.zoom_month': 'Show a month',
    'plan.zoom_quarter': 'Show a quarter',
    'plan.zoom_in': 'Zoom in',
    'plan.zoom_out': 'Zoom out',
    'plan.propose': 'Propose a plan',
    'plan.clear_filters': 'Clear the filters',
    'plan.density_compact': 'Compact',
    'plan.density_normal': 'Normal',
    'plan.density_comfortable': 'Comfortable',
    'plan.view_month': 'Show by month',
    'plan.view_week': 'Show by week',
    'plan.view_list': 'Show as a list',
    'placement.open': 'Open in the editor',
    'placement.move_mode': 'Move with the arrow keys',
    'placement.move_to': 'Move to…',
    'placement.copy_to': 'Plan once more…',
    'placement.unplan': 'Back to the tray',
    'studio.palette': 'Open the command palette',
    'studio.search': 'Search',
    'studio.keys': 'Keyboard shortcuts',
    'studio.theme_light': 'Light theme',
    'studio.theme_dark': 'Dark theme',
    'studio.theme_system': 'Theme follows the system',
    'studio.language': 'Switch to Chinese（切换到中文）',
    'group.plan': 'Plan',
    'group.library': 'Library',
    'group.view': 'View',
    'group.go': 'Go to',
    'group.edit': 'Edit',
    'group.studio': 'Studio',
    'palette.placeholder': 'Search titles, text and tags, or type a command',
    'palette.pieces': 'Pieces',
    'palette.planned': 'In the plan',
    'palette.views': 'Library views',
    'palette.campaigns': 'Campaigns',
    'palette.view': 'Open view: {name}',
    'palette.nothing': 'Nothing found. Try another word, or press Esc to go back.',
    'palette.searching': 'Searching…',
    'sheet.title': 'Keyboard shortcuts',
    'sheet.close': 'Close the shortcuts',
    'sheet.calendar': 'In the calendar',
    'sheet.agenda': 'Up and down one by one, left and right day by day',
    'sheet.tray': 'To the tray; there: plan with the arrow keys',
    'sheet.carry_week': 'While moving: a week on or back',
    'sheet.carry_drop': 'While moving: drop',
    'sheet.carry_copy': 'While moving: plan once more, leave the first in place',
    'sheet.menu': 'Menu of what can be done',
    'sheet.reach': 'Held while clicking or walking: select all between',
    'sheet.grid': 'In the matrix',
    'sheet.grid_arrows': 'Move between cells and tiles',
    'sheet.drag_alt': 'Held while dragging: plan once more, leave the first in place',
    'sheet.drag_escape': 'While dragging: cancel',
    'sheet.unfold': 'Unfold or fold the row',
    'sheet.slot': 'Fill or skip an open date of a series',
    'sheet.multi': 'Held while clicking: add to the selection',
  },
});

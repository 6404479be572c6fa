import { defineWords } from './say';

/** The frame around every screen: rail, title bar, status bar, waiting and trouble. */
export type ShellWord =
  | 'nav.label'
  | 'nav.matrix'
  | 'nav.calendar'
  | 'nav.desk'
  | 'nav.desk_left'
  | 'nav.library'
  | 'nav.campaign'
  | 'nav.media'
  | 'nav.export'
  | 'nav.import'
  | 'nav.merge'
  | 'nav.conflicts'
  | 'nav.marks'
  | 'nav.settings'
  | 'nav.editor'
  | 'brand'
  | 'crumbs.label'
  | 'search.field'
  | 'undo.none'
  | 'redo.none'
  | 'status.saved'
  | 'status.saved_before'
  | 'status.local'
  | 'status.trouble'
  | 'status.label'
  | 'legend.label'
  | 'legend.must'
  | 'legend.suggestion'
  | 'legend.behind'
  | 'legend.thread'
  | 'history.undone'
  | 'history.redone'
  | 'history.kept'
  | 'notice.undo'
  | 'notice.close'
  | 'notice.region'
  | 'loading'
  | 'broken.title'
  | 'broken.again'
  | 'broken.folder'
  | 'screen.failed'
  | 'screen.retry'
  | 'inspector.label'
  | 'inspector.close'
  | 'inspector.open'
  | 'workspace.switch';

export const shellWords = defineWords<ShellWord>({
  zh: {
    'nav.label': '主导航',
    'nav.matrix': '矩阵',
    'nav.calendar': '日历',
    'nav.desk': '交接台',
    'nav.desk_left': '交接台，{count} 件要处理',
    'nav.library': '内容库',
    'nav.campaign': '战役',
    'nav.import': '导入',
    'nav.merge': '收到的计划',
    'nav.conflicts': '待定',
    'nav.media': '素材',
    'nav.export': '导出',
    'nav.marks': '审阅',
    'nav.settings': '设置',
    'nav.editor': '编辑',
    brand: '矩阵 Juzhen',
    'crumbs.label': '当前位置',
    'search.field': '搜标题、正文、标签和命令',
    'undo.none': '没有可撤销的',
    'redo.none': '没有可重做的',
    'status.saved': '已保存 {time}',
    'status.saved_before': '已保存',
    'status.local': '数据只在本机',
    'status.trouble': '暂时存不了',
    'status.label': '状态',
    'legend.label': '图例',
    'legend.must': '须改',
    'legend.suggestion': '建议',
    'legend.behind': '落后于源稿',
    'legend.thread': '联动线',
    'history.undone': '已撤销：{what}。',
    'history.redone': '已重做：{what}。',
    'history.kept': '{what}后来又改过，保持原样。',
    'notice.undo': '撤销',
    'notice.close': '知道了',
    'notice.region': '提示',
    loading: '正在读',
    'broken.title': '工作区没有打开',
    'broken.again': '再试一次',
    'broken.folder': '打开数据文件夹',
    'screen.failed': '这一屏没有画出来：{message}。内容都在，再试一次。',
    'screen.retry': '再试一次',
    'inspector.label': '检查器',
    'inspector.close': '收起检查器',
    'inspector.open': '展开检查器',
    'workspace.switch': '切换工作区',
  },
  en: {
    'nav.label': 'Main',
    'nav.matrix': 'Matrix',
    'nav.calendar': 'Calendar',
    'nav.desk': 'Hand-over desk',
    'nav.desk_left': 'Hand-over desk, {count} to deal with',
    'nav.library': 'Library',
    'nav.campaign': 'Campaigns',
    'nav.import': 'Import',
    'nav.merge': 'Received plan',
    'nav.conflicts': 'To settle',
    'nav.media': 'Media',
    'nav.export': 'Export',
    'nav.marks': 'Review',
    'nav.settings': 'Settings',
    'nav.editor': 'Editor',
    brand: 'Juzhen 矩阵',
    'crumbs.label': 'You are here',
    'search.field': 'Search titles, text, tags and commands',
    'undo.none': 'Nothing to undo',
    'redo.none': 'Nothing to redo',
    'status.saved': 'Saved {time}',
    'status.saved_before': 'Saved',
    'status.local': 'Data stays on this machine',
    'status.trouble': 'Cannot save for now',
    'status.label': 'Status',
    'legend.label': 'Legend',
    'legend.must': 'Must fix',
    'legend.suggestion': 'Suggestion',
    'legend.behind': 'Behind the source',
    'legend.thread': 'Cascade',
    'history.undone': 'Undone: {what}.',
    'history.redone': 'Redone: {what}.',
    'history.kept': 'Changed since and left as it is: {what}.',
    'notice.undo': 'Undo',
    'notice.close': 'Got it',
    'notice.region': 'Notices',
    loading: 'Reading',
    'broken.title': 'The workspace did not open',
    'broken.again': 'Try again',
    'broken.folder': 'Open the data folder',
    'screen.failed': 'This screen could not be drawn: {message}. Nothing is lost; try again.',
    'screen.retry': 'Try again',
    'inspector.label': 'Inspector',
    'inspector.close': 'Fold the inspector',
    'inspector.open': 'Open the inspector',
    'workspace.switch': 'Switch workspace',
  },
});

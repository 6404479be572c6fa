import { defineWords } from './say';

/** The three doors of the first run. */
export type FirstRunWord =
  | 'title'
  | 'lead'
  | 'sample.title'
  | 'sample.text'
  | 'sample.zh'
  | 'sample.en'
  | 'import.title'
  | 'import.text'
  | 'import.act'
  | 'blank.title'
  | 'blank.text'
  | 'blank.name'
  | 'blank.usual'
  | 'blank.act'
  | 'promise'
  | 'language'
  | 'opening'
  | 'key'
  | 'trouble.title'
  | 'trouble.retry'
  | 'trouble.repair'
  | 'trouble.kept'
  | 'known';

export const firstRunWords = defineWords<FirstRunWord>({
  zh: {
    title: '一份源稿，所有平台，一张矩阵',
    lead: '从哪里开始？三扇门随时可以再走一遍。',
    'sample.title': '打开示例',
    'sample.text': '一部手机的夜拍挑战：抖音开场，传到微博、小红书、B站、公众号和铁杆社群，整整四周。',
    'sample.zh': '中文示例',
    'sample.en': 'English sample',
    'import.title': '导入文件',
    'import.text': '同事发来的计划文件（.juzhen），打开成单独的工作区，不会动到别的内容。',
    'import.act': '选文件…',
    'blank.title': '从空白开始',
    'blank.text': '先给工作区起个名字，账号和人物可以慢慢加。',
    'blank.name': '工作区名字',
    'blank.usual': '我的工作区',
    'blank.act': '建好，进去',
    'trouble.title': '「{name}」打不开',
    'trouble.retry': '再试一次',
    'trouble.repair': '换上最近的备份',
    'trouble.kept': '损坏的文件会原样留在旁边。',
    known: '或打开：',
    promise: '数据只在这台电脑上。不联网，不登录，不替你发布。',
    language: 'Read this in English',
    opening: '正在打开…',
    key: '按 {key}',
  },
  en: {
    title: 'One source, every platform, one matrix',
    lead: 'Where do you want to start? Each door stays open for later.',
    'sample.title': 'Open the sample',
    'sample.text':
      'A phone’s night-photography challenge: opens on Douyin, spreads to Weibo, Xiaohongshu, Bilibili, WeChat and the core community over four weeks.',
    'sample.zh': '中文示例',
    'sample.en': 'English sample',
    'import.title': 'Import a file',
    'import.text':
      'A plan file from a colleague (.juzhen). It opens as a workspace of its own; nothing else is touched.',
    'import.act': 'Choose a file…',
    'blank.title': 'Start blank',
    'blank.text': 'Name the workspace first; accounts and personas can follow one by one.',
    'blank.name': 'Name of the workspace',
    'blank.usual': 'My workspace',
    'blank.act': 'Make it and go in',
    'trouble.title': '“{name}” cannot be opened',
    'trouble.retry': 'Try again',
    'trouble.repair': 'Use the latest backup',
    'trouble.kept': 'The damaged file stays beside it as it is.',
    known: 'Or open:',
    promise: 'Your data stays on this computer. No network, no login, and nothing is posted for you.',
    language: '用中文看',
    opening: 'Opening…',
    key: 'Press {key}',
  },
});

import { defineWords } from './say';

/** Writing the last export once more, from any screen. Read with the commands of the whole studio, so there are few. */
export const againWords = defineWords({
  zh: {
    'command.again': '照上次再导出一次，写到同一个文件夹',
    'command.stop': '停下正在写的导出',
    'command.reveal': '打开上次导出的文件夹',
    none: '这个工作区还没导出过。先在这里选好，写一次，以后按 {keys} 就能照样再写。',
    started: '正在照上次写，写到「{name}」。再按一次 {keys} 停下。',
    empty: '上次的选择里没有要写的了。换个范围再写。',
    stopped: '停下了，没有留下文件。',
    done: '写好了：{folder}，{files} 个文件（{kinds}）',
  },
  en: {
    'command.again': 'Export the same again, into the same folder',
    'command.stop': 'Stop the export that is being written',
    'command.reveal': 'Open the folder of the last export',
    none: 'Nothing was exported from this workspace yet. Choose and write once here; {keys} then writes the same again.',
    started: 'Writing the same again into “{name}”. {keys} once more stops it.',
    empty: 'Nothing of the last choice is left to write. Choose another range.',
    stopped: 'Stopped; nothing was left behind.',
    done: 'Written: {folder}, {files, plural, one {# file} other {# files}} ({kinds})',
  },
});

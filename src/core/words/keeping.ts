import { defineWords } from './say';

/** How long the studio keeps what, said from the very figures the code uses. Used in `features/settings`. */
export const keepingWords = defineWords({
  zh: {
    lead: '这些期限是写死的，只会多留，不会少留。到期的也不悄悄删你的内容：只有旧的历史版本、备份和没人用的文件会自己清掉。',
    trash: '回收站',
    'trash.kept': '至少 {days} 天',
    'trash.note': '到期后只是提醒你可以清了，不会自己消失。彻底删除要你点头，点了也还能撤销。',
    'trash.open': '打开回收站',
    versions: '每篇的历史',
    'versions.kept': '{all} 天内每一版，{daily} 天内每天一版，更早的每月一版',
    'versions.note': '起了名的一直留。没起名的每篇最多留 {most} 版，从最新的数起。',
    undo: '撤销',
    'undo.kept': '{days} 天内的每一步',
    'undo.note': '重启以后也还在。打开一篇以后，按键撤销到打开时为止。',
    log: '改动记录',
    'log.kept': '{years} 年',
    backups: '自动备份',
    'backups.kept': '最新 {newest} 份，最近 {days} 天每天一份',
    'backups.note': '有改动后每 {minutes} 分钟备一份。升级、恢复和导入之前另备，留最近 {before} 份。',
    files: '删掉的图片和文件',
    'files.kept': '{days} 天',
    'files.note': '有备份还用着的，跟着备份一起留。',
  },
  en: {
    lead: 'These times are fixed: things may stay longer, never shorter. Pieces are never removed behind your back; only old versions, old backups and files nobody uses go by themselves.',
    trash: 'Trash',
    'trash.kept': '{days} days at least',
    'trash.note':
      'After that you are told it may be emptied; nothing vanishes by itself. Deleting for good asks first, and can still be undone.',
    'trash.open': 'Open the trash',
    versions: 'History of a piece',
    'versions.kept': 'every version for {all} days, one a day for {daily} days, then one a month',
    'versions.note': 'Named versions stay for ever; of the others at most {most} for each piece, the newest.',
    undo: 'Undo',
    'undo.kept': 'every step of {days} days',
    'undo.note': 'Also after a restart. In an open piece, undo by key stops at how it was opened.',
    log: 'List of changes',
    'log.kept': '{years} years',
    backups: 'Backups made by themselves',
    'backups.kept': 'the newest {newest}, and one a day for the last {days} days',
    'backups.note':
      'After changes, one every {minutes} minutes. One more before an update, a restore or an import; the last {before} of those stay.',
    files: 'Deleted pictures and files',
    'files.kept': '{days} days',
    'files.note': 'What a backup still shows stays with that backup.',
  },
});

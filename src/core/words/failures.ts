import type { Lang } from '../model/records';
import type { Failure, FailureCode } from '../result';
import { sayProblem } from './markdown';
import { defineWords, say } from './say';
import { saySheetProblem } from './sheets';

/** One sentence per failure: what, where, what now. Parameters: see where each is refused. */
export const failureWords = defineWords<FailureCode>({
  zh: {
    bad_input: '这一步的内容不合要求（{where}），没有保存。改好再试。',
    not_found: '找不到要改的内容，可能已被删除。到回收站看看，或撤销上一步。',
    not_text: '这段文字里有残缺的字符，存不下来。删掉乱码处再试。',
    no_workspace: '还没有打开的工作区。先打开示例、导入文件，或从空白开始。',
    stale_write: '这篇内容在别处改过了。你写的字还在这里：复制后重新打开，再合进去。',
    unknown_body: '这篇正文来自更新的版本，这里只能看，不能改。升级后再编辑。',
    version_gone: '这一刻的正文已经不再保留，没有恢复。选一个更近的，或起过名字的版本。',
    read_only: '数据文件夹只读，改动存不进去。检查文件夹权限后再试，内容都还在。',
    disk_full: '磁盘满了，刚才的改动还在内存里。腾出空间后会自动存。',
    database_future: '这个数据库由更新的版本（{found}）写成，这里只认到 {known}。请升级矩阵，文件没有动。',
    database_foreign: '「{file}」不是矩阵的数据库，没有打开。请选另一个工作区。',
    database_damaged: '「{file}」损坏了，原文件没有动。到「设置 › 备份」选最近的一份恢复。',
    database_busy: '这个工作区正开在另一个窗口或另一台机器上。先关掉那边，再打开。',
    store_stopped: '数据进程停了，正在重新打开。已保存的内容都在。',
    file_missing: '找不到「{file}」。它可能被移动或改名了，请重新选择。',
    file_too_big: '「{file}」太大（上限 {limit}）。拆小后再试。',
    file_not_plan: '「{file}」不是矩阵的计划文件。请选 .juzhen 文件。',
    file_not_kind:
      '「{file}」不是矩阵的{wanted, select, review {审阅文件} marks {批注文件} slip {回执} other {文件}}，什么都没有动。看看是不是选错了文件。',
    file_elsewhere: '「{file}」说的是另一个工作区的内容，这里没有，什么都没有动。打开那个工作区再试。',
    clock_others:
      '同事的 {count} 处改动也比这台电脑的现在晚一天以上：多半是这台电脑的日期慢了。先校准系统日期，再回来看。什么都没有动。',
    clock_ahead: '「{file}」里的时间比现在晚一天以上，对方电脑的时钟可能不对，什么都没有动。请对方校好时间再存一份。',
    words_gone: '要改的那句话现在不在原文里了，没有改。对照批注自己改，或不采纳这一条。',
    file_damaged: '「{file}」读到「{place}」就坏了，什么都没有导入。请对方重新导出一份。',
    file_future: '「{file}」由更新的版本写成（格式 {found}，这里认到 {known}）。请升级矩阵。',
    file_other_workspace: '「{file}」属于另一个工作区，会单独打开，不会并进来。',
    file_unsafe_path: '「{file}」里有越界的路径「{place}」，没有导入。',
    file_empty: '「{file}」是空的，没有可导入的内容。换一个文件再试。',
    file_changing: '「{file}」正在被别的程序写，读到的内容不完整。等它写完再导入。',
    file_not_text: '「{file}」的文字读不出来（试过 UTF-8、UTF-16、GB18030）。在原程序里另存为 UTF-8 再试。',
    file_unreadable: '「{file}」打不开（{place}）。别的程序正开着就先关掉；也检查权限，或复制到别处再试。',
    file_calendar: '「{file}」是日历文件，要单独导入：只选它一个，或在「日子与热点」里导入。',
    file_kind_unknown: '「{file}」不是能导入的文件。可以用：{known}。',
    file_old_word: '「{file}」是旧版 Word 文档，或加了密码。在 Word 或 WPS 里另存为没有密码的 .docx 再试。',
    folder_too_many_files: '「{folder}」里的文件超过 {limit} 个。选里面的一个子文件夹再试。',
    reading_stopped: '「{file}」读得太久或太占内存，已经停下，没有导入。拆小后再试。',
    too_many_copies: '一次最多另存 {limit, number} 篇，这次选了 {count, number} 篇。少选一些再试。',
    import_too_much: '这次要导入的内容太多（上限 {limit}）。分几次导入。',
    import_overwrites: '这一步会改掉 {count} 篇已有内容（共 {total} 篇）。确认后再导入。',
    import_gone: '这次导入已经结束或被取消。重新选文件。',
    merge_gone: '这次合并已经结束或被取消，什么都没有改。重新打开收到的文件。',
    merge_deletes:
      '合并会删掉 {count, number} {type, select, placement {处排期} other {篇内容}}（共 {total, number}），没有合并。核对后填上这个数再合并。',
    conflict_gone: '这一处已经有人处理过了。回到列表看看还剩什么。',
    propose_nothing: '没有可排的：选中的内容都已归档或删除，或者账号都停用了。换一批再试。',
    propose_too_long: '一次最多排 {limit} 天，这次是 {days} 天。把日期范围缩短再试。',
    propose_stale: '「{title}」已经不能排在{account} {day} {time}：排期在这期间变了。重新排一版再采纳，什么都没有改。',
    image_unreadable: '「{file}」不是能读的图片（支持 PNG、JPEG、GIF、WebP）。换一张再试。',
    image_too_big: '「{file}」超过 {limit}。压缩后再加。',
    image_broken: '「{file}」里的图片数据坏了，没有导入。请重新导出或换一张。',
    image_too_many_pixels: '「{file}」有 {width} × {height} 像素，大到打不开。缩小到 1 亿像素以内再加。',
    image_slow: '「{file}」处理太久，已停下，别的内容不受影响。缩小后再试。',
    image_stopped: '处理「{file}」时图片进程停了，别的内容不受影响。再试一次，还不行就换一张。',
    print_stopped: '「{file}」没有印成 PDF：打印停了或太久。什么都没有写出，再导出一次；还不行就少选几天。',
    image_heic: '「{file}」是 HEIC/HEIF 照片，平台大多不收。在手机或电脑上存成 JPEG 再加。',
    image_svg: '「{file}」是 SVG 矢量图，可能带脚本，不收。导出成 PNG 再加。',
    image_other: '「{file}」是 {kind} 图片，这里不收。存成 JPEG 或 PNG 再加。',
    media_unreadable:
      '「{file}」认不出是图片、视频或音频（支持 PNG、JPEG、GIF、WebP、MP4、MOV、M4A、MP3、WebM）。换一个再试。',
    image_private:
      '「{file}」还带着拍摄地点或设备信息，用到它的一篇现在改不了（有两份并存的正文，或由更新的版本写成）。先打开那一篇选定正文，再导出。',
    image_over_limit: '「{file}」压到最小仍超过 {format} 的 {limit}。换一张细节少些的图，或裁小后再导出。',
    asset_used: '「{file}」还用在 {count} 处，没有删除。先看用在哪里，再决定。',
    disk_full_there: '「{folder}」所在的磁盘满了，没有写出，原来的文件没有动。腾出空间，或换个地方再试。',
    folder_not_writable: '写不进「{folder}」。换一个文件夹，或检查权限；里面的文件正开着就先关掉。',
    cannot_export: '没有可导出的内容。换个日期范围或平台再试。',
    zip_too_big:
      '装成一个文件会有 {files} 个条目、{size}，zip 最多装 65,534 个、4.2 GB，什么都没有写出。改写成文件夹，少选几天，或不带图片。',
    markdown_front_matter: '「{file}」第 {line} 行的文件头读不懂：{detail}。改好再导入，什么都没有动。',
    sheet_unreadable: '「{file}」读不了：{detail}。什么都没有导入。',
    unknown_format: '没有「{format}」这个格式。写成 平台/格式，例如 weibo/post。',
    unknown_rule: '没有「{rule}」这条计数规则。可用的有：{known}。',
    rule_unfit: '平台「{platform}」的规则「{rule}」放不进这个值，一项都没有改。看一下单位和上下限再试。',
    wave_circle: '「{name}」自己就跟着这一波，不能再反过来跟它。换一个起点，什么都没有改。',
    cancelled: '已取消，什么都没有改。',
    internal: '程序内部出错（{message}），这一步没有做。已保存的内容不受影响，可以再试一次。',
  },
  en: {
    bad_input: 'This step does not fit ({where}) and was not saved. Correct it and try again.',
    not_found:
      'What you wanted to change is not there; it may have been deleted. Look in the trash, or undo the last step.',
    not_text: 'The text holds broken characters and cannot be stored. Delete the garbled part and try again.',
    no_workspace: 'No workspace is open. Open the sample, import a file, or start blank.',
    stale_write:
      'This piece was changed elsewhere. Your text is still here: copy it, open the piece again, and merge it in.',
    unknown_body: 'This text comes from a newer version and can only be read here. Upgrade to edit it.',
    version_gone:
      'The text of this moment is no longer kept, so nothing was restored. Choose a later point, or one with a name.',
    read_only: 'The data folder is read-only, so changes cannot be saved. Check its permissions; nothing is lost.',
    disk_full: 'The disk is full. The last changes are held in memory and save themselves once there is room.',
    database_future:
      'This database was written by a newer version ({found}); this one knows up to {known}. Please upgrade Juzhen; the file was not touched.',
    database_foreign: '“{file}” is not a Juzhen database and was not opened. Choose another workspace.',
    database_damaged:
      '“{file}” is damaged; the file was left as it is. Choose the latest copy under Settings › Backups.',
    database_busy: 'This workspace is open in another window or on another machine. Close it there first.',
    store_stopped: 'The data process stopped and is being opened again. Everything saved is there.',
    file_missing: '“{file}” is not there. It may have been moved or renamed; choose it again.',
    file_too_big: '“{file}” is too big (limit {limit}). Split it and try again.',
    file_not_plan: '“{file}” is not a Juzhen plan file. Choose a .juzhen file.',
    file_not_kind:
      '“{file}” is not a Juzhen {wanted, select, review {review file} marks {file of marks} slip {slip} other {file}}; nothing was changed. See whether it is the right file.',
    file_elsewhere:
      '“{file}” speaks of another workspace, which is not open here; nothing was changed. Open that workspace and try again.',
    clock_others:
      'Changes by others ({count}) lie more than a day ahead of this computer, too: its own date is probably wrong. Set the date, then look again. Nothing was changed.',
    clock_ahead:
      '“{file}” was written by a clock more than a day ahead; nothing was changed. Ask for a new one once their clock is right.',
    words_gone:
      'The sentence is not in the text any more, so nothing was changed. Change it by hand, or decline the suggestion.',
    file_damaged: '“{file}” is damaged at “{place}”; nothing was imported. Ask for a fresh export.',
    file_future:
      '“{file}” was written by a newer version (format {found}, known here: {known}). Please upgrade Juzhen.',
    file_other_workspace: '“{file}” belongs to another workspace: it opens on its own and is not merged in.',
    file_unsafe_path: '“{file}” holds a path that leads outside (“{place}”) and was not imported.',
    file_empty: '“{file}” is empty; there is nothing to import. Choose another file.',
    file_changing: 'Another program is writing “{file}”, so it could not be read whole. Import it once that is done.',
    file_not_text:
      'The text of “{file}” cannot be read (UTF-8, UTF-16 and GB18030 were tried). Save it as UTF-8 and try again.',
    file_unreadable:
      '“{file}” cannot be opened ({place}). Close it where it is open, check its permissions, or copy it elsewhere.',
    file_calendar: '“{file}” is a calendar and comes in by itself: choose it alone, or import it under Occasions.',
    file_kind_unknown: '“{file}” is not a file that can be imported. These can: {known}.',
    file_old_word: '“{file}” is an old Word document or has a password. Save it as .docx without one and try again.',
    folder_too_many_files: '“{folder}” holds more than {limit} files. Choose one of the folders in it.',
    reading_stopped: 'Reading “{file}” took too long or too much memory and was stopped. Split it and try again.',
    too_many_copies:
      'At most {limit, number} pieces can be copied at once, and {count, number} are selected. Select fewer.',
    import_too_much: 'This is too much for one import (limit {limit}). Import it in parts.',
    import_overwrites: 'This would change {count} of {total} pieces that are there already. Confirm to go on.',
    merge_gone: 'This merge has ended or was cancelled; nothing was changed. Open the received file again.',
    merge_deletes:
      'Merging would remove {count, number} of {total, number} {type, select, placement {placements} other {pieces}}; nothing was merged. Check them, then enter that number.',
    conflict_gone: 'Somebody has settled this one already. Go back to the list to see what is left.',
    import_gone: 'This import has ended or was cancelled. Choose the files again.',
    propose_nothing:
      'There is nothing to propose: the chosen pieces are archived or gone, or every account is closed. Choose others.',
    propose_too_long: 'A proposal covers at most {limit} days, and this is {days}. Shorten the range.',
    propose_stale:
      '“{title}” no longer fits on {account} on {day} at {time}: the plan has changed since. Propose again; nothing was changed.',
    image_unreadable: '“{file}” is not an image we can read (PNG, JPEG, GIF, WebP). Try another one.',
    image_too_big: '“{file}” is over {limit}. Compress it and add it again.',
    image_broken:
      'The picture data of “{file}” is damaged and was not imported. Export it again or choose another one.',
    image_too_many_pixels:
      '“{file}” measures {width} × {height} pixels, too many to open. Scale it below 100 million pixels and add it again.',
    image_slow: '“{file}” took too long and was stopped; nothing else is affected. Make it smaller and try again.',
    image_stopped:
      'The image process stopped while working on “{file}”; nothing else is affected. Try again, or choose another picture.',
    print_stopped:
      '“{file}” was not printed as PDF: printing stopped or took too long. Nothing was written; export again, or choose fewer days.',
    image_heic:
      '“{file}” is a HEIC/HEIF photo, which most platforms refuse. Save it as JPEG on the phone or computer and add that.',
    image_svg: '“{file}” is an SVG drawing, which may carry script and is not taken. Export it as PNG and add that.',
    image_other: '“{file}” is a {kind} picture, which is not taken here. Save it as JPEG or PNG and add that.',
    media_unreadable:
      '“{file}” is not a picture, video or sound we can read (PNG, JPEG, GIF, WebP, MP4, MOV, M4A, MP3, WebM). Try another one.',
    image_private:
      '“{file}” still tells where or with what it was taken, and a text that shows it cannot be changed now (two texts stand side by side, or a newer version wrote it). Open that piece, choose its text, and export again.',
    image_over_limit:
      '“{file}” made as small as sensible is still over the {limit} of {format}. Use a picture with less detail, or crop it, and export again.',
    asset_used: '“{file}” is still used in {count} places and was not deleted. See where, then decide.',
    disk_full_there:
      'The disk of “{folder}” is full; nothing was written and what was there is unchanged. Make room or choose another place.',
    folder_not_writable:
      'Cannot write to “{folder}”. Choose another folder or check its permissions; close its files where they are open.',
    cannot_export: 'There is nothing to export. Try another range of days or other platforms.',
    zip_too_big:
      'One file would hold {files} entries and {size}; a zip takes 65,534 and 4.2 GB at most. Nothing was written. Write a folder, choose fewer days, or leave the pictures out.',
    markdown_front_matter:
      '“{file}”, line {line}: the front matter cannot be read: {detail}. Fix it and import again; nothing was changed.',
    sheet_unreadable: '“{file}” cannot be read: {detail}. Nothing was imported.',
    unknown_format: 'There is no format “{format}”. Write platform/format, for example weibo/post.',
    unknown_rule: 'There is no counting rule “{rule}”. Known rules: {known}.',
    rule_unfit:
      'The rule “{rule}” of the platform “{platform}” cannot have this value; nothing was changed. Check its unit and limits.',
    wave_circle:
      '“{name}” itself follows this wave, so this wave cannot follow it. Choose another start; nothing was changed.',
    cancelled: 'Cancelled; nothing was changed.',
    internal: 'Something went wrong inside ({message}) and this step was not done. Saved content is safe; try again.',
  },
});

/** Says a failure in the user's language. A parameter that was not given reads as “?” rather than hiding the sentence. */
export function sayFailure(lang: Lang, { code, params }: Failure): string {
  const named = {
    where: '?',
    file: '?',
    limit: '?',
    place: '?',
    found: '?',
    known: '?',
    folder: '?',
    line: '?',
    format: '?',
    rule: '?',
    message: '?',
    width: '?',
    height: '?',
    kind: '?',
    wanted: '?',
    type: '?',
    count: 0,
    total: 0,
  };
  const detail =
    code === 'markdown_front_matter'
      ? sayProblem(lang, { params })
      : code === 'sheet_unreadable'
        ? saySheetProblem(lang, { params })
        : '?';
  return say(failureWords, lang, code, { ...named, detail, ...params });
}

import { defineWords } from './say';

/** What the command line says: help on standard output, messages on standard error. */
export const cliWords = defineWords({
  zh: {
    help: `矩阵 Juzhen：一份原稿，适配每个平台。

用法：npm run -s juzhen -- 命令 [选项]

  adapt FILE.md     把一篇 Markdown 适配到各平台
  count             按计数规则数字数
  export PLAN       把计划文件导出成发布素材
  check FILE|PLAN   检查一篇稿件或一份计划
  sample OUT        写出示例计划文件
  validate FILE     看计划、送审、批注、回执文件是不是完整，里面有什么
  diff A B          两份计划哪里不同，精确到字
  merge A B -o OUT  把一份计划的两个副本并成一份
  part PLAN -o OUT  把一部分另存成计划文件
  unpack PLAN DIR   把计划文件拆成文件夹，好用 git 管
  pack DIR PLAN     把文件夹装回一个计划文件

  --lang zh|en      提示语言，默认 zh
  --help            查看说明；写在命令后面看该命令的

结果写到标准输出，提示写到标准错误。
退出码：0 完成；1 有要看的（必须改的问题、冲突、不同）；2 用法不对；3 只有桌面版能做；4 文件读不了、坏了或写不进。
`,
    help_adapt: `adapt：把一篇 Markdown 适配到各平台。

用法：npm run -s juzhen -- adapt FILE.md [--to weibo/post,x/post|all] [--rules FILE] [--json]

  --to LIST   平台或格式，用逗号分开；写平台名就是它的全部格式；默认 all
  --rules     按谁的规则：一份计划文件里团队的规则，或一个平台的数据文件（JSON）
  --json      输出 JSON：标题、正文、分条、话题、字数、问题、过程、附加内容
  --lang      提示语言 zh 或 en

文件头（YAML）：title, kind, subkind, lang, brief, tags, persona, link, images
段落标记（写在段落前一行）：<!-- only: weibo/post, x -->  <!-- not: wechat_oa -->  <!-- keep -->  <!-- lead -->  <!-- optional -->
退出码：0 完成；1 有必须改的问题；2 用法不对；4 文件读不了。
`,
    help_count: `count：按计数规则数字数。

用法：npm run -s juzhen -- count --rule ID [--json]

  --rule ID   {rules}
  --json      标准输入是 JSON 字符串数组（youtube_tags 的每一项是标签数组），输出 JSON 数字数组
不加 --json：标准输入每行一段文字，每行输出一个数。
`,
    help_check: `check：检查稿件或计划，写出每个平台的版本、问题和适配经过，最后列出全部问题。几个文件一起检查时，同一段话出现在几个账号上也会说出来。

用法：npm run -s juzhen -- check FILE.md|PLAN.juzhen … [--to LIST] [--rules FILE] [--json]

退出码：0 没有必须改的；1 有；2 用法不对；4 文件读不了。
`,
    help_export: `export：把计划文件导出成发布素材。

用法：npm run -s juzhen -- export PLAN.juzhen --out DIR [--from 2026-10-01] [--to 2026-10-31] [--platforms weibo,x] [--forms copy_pack,csv]

  --out DIR          写到这个文件夹，没有就新建；要么全写好，要么一个也不写
  --forms LIST       只要这些样式：copy_pack, csv, xlsx, ics, markdown, json, html, docx；不写就全要。pdf 只有桌面版能做
  --from --to        只要这几天的排期，含头尾
  --platforms LIST   只要这些平台
退出码：0 写好了；2 用法不对；3 要的样式只有桌面版能做；4 文件读不了或写不进。
`,
    usage_unknown_form: '没有「{name}」这个样式。可以用：{known}。',
    desktop_only: '「{form}」只有桌面版能做：在矩阵里「导出」。这里没有写。',
    progress_files: '正在写，已有 {count} 个文件',
    help_sample: `sample：写出示例计划文件。

用法：npm run -s juzhen -- sample OUT.juzhen [--today 2026-10-11]

  --today   示例的「今天」，默认当天
`,
    help_unpack: `unpack：把计划文件拆成文件夹：一条记录一个文件，一行一个值，方便用 git 比较和合并（见 docs/git.md）。

用法：npm run -s juzhen -- unpack PLAN.juzhen DIR [--force]

文件夹已经是这份计划时只写有变化的文件；里面有新文件没有的内容就不动它，--force 才替换。
退出码：0 完成；2 用法不对；4 文件读不了或写不进。
`,
    help_pack: `pack：把拆开的文件夹装回一个计划文件。同样的内容，字节也一样。

用法：npm run -s juzhen -- pack DIR PLAN.juzhen [--force]

目标已经在那里时，只有内容都还在才替换；--force 直接替换。
退出码：0 完成；2 用法不对；4 文件读不了或写不进。
`,
    help_validate: `validate：看计划文件（或拆开的文件夹）是不是完整，里面有什么，有没有这个版本看不懂的内容。送审、批注、回执文件也行。

用法：npm run -s juzhen -- validate PLAN … [--json]

退出码：0 完整；1 完整，但有等人选的正文；2 用法不对；4 读不了、坏了，或由读不懂的新版本写成。
`,
    valid: '「{file}」完整：{name}',
    valid_type: '  {type} {alive}{deleted, plural, =0 {} other {（另有 # 条已删除）}}',
    valid_assets: '  文件 {count} 个，{megabytes} MB{missing, plural, =0 {} other {；缺 # 个}}',
    valid_waiting: '有两份并存、等人选的正文：{count} 处',
    valid_dangling: '指向不在这里的记录：{count} 处（会显示为缺失）',
    and_more: '还有 {count} 处',
    help_diff: `diff：两份计划（文件、文件夹，或文件夹里的一条记录）哪里不同，精确到字。

用法：npm run -s juzhen -- diff A B [--json]

+ 多出来的，- 没有了的，~ 改过的；[-去掉的字-]'{'+加上的字+'}'
退出码：0 看到的内容一样；1 有不同；2 用法不对；4 文件读不了。
`,
    differs: '多 {added} 条，少 {removed} 条，改 {changed} 条。',
    usage_two_files: '一次比较两份，多出了「{name}」。',
    text_unreadable: '正文由更新的版本写成，这里读不懂，只知道不同。',
    texts_side_by_side: '并存的正文：{before} → {after}',
    moved_here: '（移来）',
    moved_away: '（移走）',
    other_shape: '（样式）',
    help_merge: `merge：把一份计划的两个副本（文件或文件夹）并成一份。谁先谁后结果一样；两边改了同一处文字，两份都留着，等人选。

用法：npm run -s juzhen -- merge MINE THEIRS -o OUT [--base FILE] [--dry-run] [--json] [--deletions N]

  -o, --out OUT   写到哪里；可以就是 MINE。名字以 / 结尾就写成文件夹
  --base FILE     两边共同的起点：有它才能把改在不同段落的正文拼到一起
  --dry-run       只看会怎样，不写
  --json          输出 JSON，带每处文字的增减
  --deletions N   合并会删掉很多时，写上这个数才写
  --force         OUT 里有别的东西也替换
  --quiet         不列出改动
  --path NAME     当作 git 的合并驱动时，显示这个名字（见 docs/git.md）
退出码：0 并好了；1 并好了，但有等人选的、有来自未来没并进去的，或删得太多没有写；2 用法不对；4 文件读不了或写不进。
`,
    merge_held:
      '来自未来，没有并进去（{count} 条，时钟比现在早了一天以上，仍在「{file}」里；对方校准时钟、改好后再合并）：',
    merge_strangers: '「{mine}」和「{theirs}」不是同一份计划（或同一条记录）的副本，合不到一起。',
    merge_mass: '会删掉 {count} 条{type}（共 {total} 条），没有写。核对后加上 --deletions {count} 再合并。',
    merge_needs_you: '等你选：',
    merge_deleted: '删除：',
    merge_also_changed: '两边都改过：',
    merge_changed: '改动：',
    merge_added: '新增：',
    merge_counts: '等你选 {needs_you} · 删除 {deleted} · 两边都改过 {also_changed} · 改动 {changed} · 新增 {added}',
    merge_contested: '一边删了，另一边还在改：先留着',
    merge_mine_lost: '（两边都改过，用了对方的）',
    merge_theirs_lost: '（两边都改过，留了自己的；对方的是前一个）',
    merge_both: '正文有 {count} 份并存：',
    out_in_the_way:
      '「{file}」已经在那里，写下去会丢掉它的内容，没有写。换个名字，或先用 juzhen merge 把它并进来；确定不要了就加 --force。',
    progress_writing: '正在写 {percent}%',
    unpacked: '拆好了，在「{folder}」：写了 {written} 个文件，{same} 个没有变。',
    rules_unreadable: '「{file}」不是平台的数据文件：{where}。样子见 docs/adding-a-platform.md。',
    usage_unknown_command: '没有「{name}」这个命令。加 --help 看全部命令。',
    usage_unknown_option: '不认识「{option}」。加 --help 看有哪些选项。',
    empty_paragraph: '（空段）',
    usage_no_value: '「{option}」后面要写一个值。加 --help 看说明。',
    usage_no_value_taken: '「{option}」后面不能带值。加 --help 看说明。',
    usage_missing_file: '缺少文件。例如：npm run -s juzhen -- {example}',
    usage_one_file: '一次只处理一个文件，多出了「{name}」。',
    usage_missing_option: '缺少 --{name}。加 --help 看说明。',
    usage_bad_lang: '--lang 写成 zh 或 en，现在是「{value}」。',
    usage_bad_day: '--{name} 写成 2026-10-11 这样的日期，现在是「{value}」。',
    usage_bad_range: '--from 在 --to 之后，调换一下。',
    count_bad_json: '标准输入不是 JSON 数组：{message}。',
    count_bad_item: '第 {index} 项不是 {wanted}。',
    wanted_text: '文字',
    wanted_tags: '标签数组',
    file_not_utf8: '「{file}」不是 UTF-8 文本。另存为 UTF-8 再试。',
    warning: '提示：{file} 第 {line} 行：{message}。',
    image_missing: '提示：{file}：找不到图片 {image}，按没有这张图处理。',
    image_unreadable: '提示：{file}：读不出图片 {image}，按没有这张图处理。',
    lang_mismatch: '提示：{file}：标的语言是 {lang}，正文看起来不是。',
    no_findings: '没有发现问题。',
    checked:
      '{errors, plural, =0 {没有必须改的} other {# 处必须改}}，{warnings, plural, =0 {没有建议} other {# 条建议}}。',
    title: '标题',
    tags: '话题',
    findings: '问题',
    trace: '过程',
    part: '第 {number} 条，共 {total} 条',
    written: '写好 {count} 个文件，在「{folder}」。',
    placements_missing: '提示：{count} 条排期缺内容、账号或格式，没有处理。',
    placements_blocked: '提示：{count} 条放不下，只列在清单里，没有写出文案。',
    placement_blocked: '  {heading}：{reason}',
    picture_not_in_plan: '提示：计划文件里没有图片 {path}，没有写出。',
    sample_written: '示例计划写在「{file}」，今天按 {today} 算。',
    error: '必须改',
    warning_severity: '建议',
    info: '说明',
  },
  en: {
    help: `Juzhen 矩阵: one source, every platform.

Usage: npm run -s juzhen -- COMMAND [options]

  adapt FILE.md     adapt a Markdown piece to the platforms
  count             count texts by a counting rule
  export PLAN       export a plan file as material for publishing
  check FILE|PLAN   check a piece or a plan
  sample OUT        write the sample plan file
  validate FILE     whether a plan, review, marks or slip file is whole, and what it holds
  diff A B          where two plans differ, word by word
  merge A B -o OUT  two copies of a plan as one
  part PLAN -o OUT  a part of a plan as a file of its own
  unpack PLAN DIR   a plan file as a folder, for git
  pack DIR PLAN     such a folder as one plan file

  --lang zh|en      language of messages, zh by default
  --help            this help; behind a command, that command's

Results go to standard output, messages to standard error.
Exit codes: 0 done; 1 something to look at (errors, conflicts, differences); 2 wrong usage; 3 only in the desktop app;
4 a file cannot be read, is damaged, or cannot be written.
`,
    help_adapt: `adapt: adapt a Markdown piece to the platforms.

Usage: npm run -s juzhen -- adapt FILE.md [--to weibo/post,x/post|all] [--rules FILE] [--json]

  --to LIST   platforms or formats with commas between; a platform means all its formats; all by default
  --rules     whose rules: a plan file for its team's, or the data file of one platform (JSON)
  --json      JSON with title, body, parts, tags, counts, findings, trace and extra
  --lang      language of messages, zh or en

Front matter (YAML): title, kind, subkind, lang, brief, tags, persona, link, images
Block marks (a line before the block): <!-- only: weibo/post, x -->  <!-- not: wechat_oa -->  <!-- keep -->  <!-- lead -->  <!-- optional -->
Exit codes: 0 done; 1 something must be fixed; 2 wrong usage; 4 an unreadable file.
`,
    help_count: `count: count texts by a counting rule.

Usage: npm run -s juzhen -- count --rule ID [--json]

  --rule ID   {rules}
  --json      a JSON array of texts on standard input (for youtube_tags each item is an array of tags), a JSON array of numbers out
Without --json: one text per line in, one number per line out.
`,
    help_check: `check: check pieces or plans: each platform’s version with its findings and trace, all findings once more
at the end. Of several files it also says where the same paragraph stands on several accounts.

Usage: npm run -s juzhen -- check FILE.md|PLAN.juzhen … [--to LIST] [--rules FILE] [--json]

Exit codes: 0 nothing must be fixed; 1 something must; 2 wrong usage; 4 an unreadable file.
`,
    help_export: `export: export a plan file as material for publishing.

Usage: npm run -s juzhen -- export PLAN.juzhen --out DIR [--from 2026-10-01] [--to 2026-10-31] [--platforms weibo,x] [--forms copy_pack,csv]

  --out DIR          the folder to write to; made when missing. All of it is written, or nothing
  --forms LIST       only these forms: copy_pack, csv, xlsx, ics, markdown, json, html, docx; all by default. pdf is made by the desktop app only
  --from --to        only these days, both included
  --platforms LIST   only these platforms
Exit codes: 0 written; 2 wrong usage; 3 a form only the desktop app makes; 4 a file cannot be read or written.
`,
    usage_unknown_form: 'There is no form “{name}”. These are: {known}.',
    desktop_only: '“{form}” can be made in the desktop app only: Export in Juzhen. Nothing was written.',
    progress_files: 'Writing, {count} files so far',
    help_sample: `sample: write the sample plan file.

Usage: npm run -s juzhen -- sample OUT.juzhen [--today 2026-10-11]

  --today   what the sample takes for today; the current day by default
`,
    help_unpack: `unpack: a plan file as a folder: one file per record, one value per line, to be compared and merged by git (docs/git.md).

Usage: npm run -s juzhen -- unpack PLAN.juzhen DIR [--force]

In a folder of this plan only files that changed are written; one that holds more than the file is left alone, unless --force.
Exit codes: 0 done; 2 wrong usage; 4 a file cannot be read or written.
`,
    help_pack: `pack: such a folder as one plan file. The same content is the same bytes.

Usage: npm run -s juzhen -- pack DIR PLAN.juzhen [--force]

A file that is there is replaced when nothing of it is lost; --force replaces it anyway.
Exit codes: 0 done; 2 wrong usage; 4 a file cannot be read or written.
`,
    help_validate: `validate: whether a plan file (or folder) is whole, what it holds, and what this version does not understand; files of a review, of marks and slips too.

Usage: npm run -s juzhen -- validate PLAN … [--json]

Exit codes: 0 whole; 1 whole, but texts wait for a choice; 2 wrong usage; 4 it cannot be read, is damaged, or is too new to be understood.
`,
    valid: '“{file}” is whole: {name}',
    valid_type: '  {type} {alive}{deleted, plural, =0 {} other { (and # deleted)}}',
    valid_assets:
      '  {count, plural, one {# file} other {# files}}, {megabytes} MB{missing, plural, =0 {} other {; # missing}}',
    valid_waiting: 'Texts that stand side by side and wait for a choice: {count}',
    valid_dangling: 'References to records that are not here: {count} (shown as missing)',
    and_more: 'and {count} more',
    help_diff: `diff: where two plans (files, folders, or one record of a folder) differ, word by word.

Usage: npm run -s juzhen -- diff A B [--json]

+ come, - gone, ~ changed; [-words gone-]'{'+words come+'}'
Exit codes: 0 both say the same; 1 they differ; 2 wrong usage; 4 a file cannot be read.
`,
    differs: '{added} added, {removed} removed, {changed} changed.',
    usage_two_files: 'Two at a time; “{name}” is one too many.',
    text_unreadable: 'The text was written by a newer version and cannot be read here; it differs.',
    texts_side_by_side: 'texts side by side: {before} → {after}',
    moved_here: '(moved here) ',
    moved_away: '(moved away) ',
    other_shape: '(formatting) ',
    help_merge: `merge: two copies of a plan (files or folders) as one, the same whichever comes first. Where both changed the same text, both are kept until a person chooses.

Usage: npm run -s juzhen -- merge MINE THEIRS -o OUT [--base FILE] [--dry-run] [--json] [--deletions N]

  -o, --out OUT   where to write; may be MINE itself. A name that ends in / becomes a folder
  --base FILE     what both began from: with it, texts changed in different paragraphs are laid together
  --dry-run       only say what would happen
  --json          JSON, with the words that come and go
  --deletions N   where merging would delete a lot, that number must be named
  --force         replace OUT whatever it holds
  --quiet         do not list the changes
  --path NAME     as git’s merge driver: the name to show (docs/git.md)
Exit codes: 0 merged; 1 merged, but something waits for a choice, something from the future was left out, or too much would go and nothing was written; 2 wrong usage; 4 a file cannot be read or written.
`,
    merge_held:
      'From the future, not merged ({count}; their clock is more than a day ahead; they stay in “{file}” until their author has set the clock and dated them anew):',
    merge_strangers: '“{mine}” and “{theirs}” are not copies of one plan (or one record) and cannot be merged.',
    merge_mass:
      'This would delete {count} of {total} ({type}); nothing was written. Check them, then add --deletions {count}.',
    merge_needs_you: 'Needs you:',
    merge_deleted: 'Deleted:',
    merge_also_changed: 'Changed on both sides:',
    merge_changed: 'Changed:',
    merge_added: 'Added:',
    merge_counts:
      'needs you {needs_you} · deleted {deleted} · changed on both sides {also_changed} · changed {changed} · added {added}',
    merge_contested: 'deleted on one side, edited on the other: it stays for now',
    merge_mine_lost: '(both changed it; theirs shows)',
    merge_theirs_lost: '(both changed it; mine stays, theirs is the first)',
    merge_both: '{count} texts side by side:',
    out_in_the_way:
      '“{file}” is there already and writing would lose what it holds; nothing was written. Choose another name, or bring it in with juzhen merge first; if it may go, add --force.',
    progress_writing: 'Writing {percent}%',
    unpacked: 'Unpacked to “{folder}”: {written, plural, one {# file} other {# files}} written, {same} unchanged.',
    rules_unreadable: '“{file}” is not the data file of a platform: {where}. docs/adding-a-platform.md shows one.',
    usage_unknown_command: 'There is no command “{name}”. --help lists them.',
    usage_unknown_option: '“{option}” is not known here. See --help.',
    empty_paragraph: '(empty paragraph)',
    usage_no_value: '“{option}” needs a value. See --help.',
    usage_no_value_taken: '“{option}” takes no value. See --help.',
    usage_missing_file: 'A file is missing. For example: npm run -s juzhen -- {example}',
    usage_one_file: 'One file at a time; “{name}” is one too many.',
    usage_missing_option: '--{name} is missing. See --help.',
    usage_bad_lang: '--lang is zh or en, not “{value}”.',
    usage_bad_day: '--{name} is a date such as 2026-10-11, not “{value}”.',
    usage_bad_range: '--from is after --to; swap them.',
    count_bad_json: 'Standard input is not a JSON array: {message}.',
    count_bad_item: 'Item {index} is not {wanted}.',
    wanted_text: 'a text',
    wanted_tags: 'an array of tags',
    file_not_utf8: '“{file}” is not UTF-8 text. Save it as UTF-8 and try again.',
    warning: 'Note: {file}, line {line}: {message}.',
    image_missing: 'Note: {file}: the image {image} is not there and was left out.',
    image_unreadable: 'Note: {file}: the image {image} cannot be read and was left out.',
    lang_mismatch: 'Note: {file}: the language given is {lang}, but the text does not look like it.',
    no_findings: 'Nothing found.',
    checked:
      '{errors, plural, =0 {Nothing must be fixed} one {# thing must be fixed} other {# things must be fixed}}, {warnings, plural, =0 {no suggestions} one {# suggestion} other {# suggestions}}.',
    title: 'Title',
    tags: 'Tags',
    findings: 'Findings',
    trace: 'Trace',
    part: 'Post {number} of {total}',
    written: 'Wrote {count, plural, one {# file} other {# files}} to “{folder}”.',
    placements_missing:
      'Note: {count, plural, one {# placement lacks} other {# placements lack}} a piece, an account or a format and was left out.',
    placement_blocked: '  {heading}: {reason}',
    placements_blocked:
      'Note: {count, plural, one {# placement does} other {# placements do}} not fit; listed, but no copy was written.',
    picture_not_in_plan: 'Note: the picture {path} is not in the plan file and was not written.',
    sample_written: 'The sample plan is in “{file}”; today is taken to be {today}.',
    error: 'must fix',
    warning_severity: 'suggestion',
    info: 'note',
  },
});

import { defineWords } from './say';

/** What `--help` says: of the whole command line, and of each command. */
export const cliHelpWords = defineWords({
  zh: {
    juzhen: `矩阵 Juzhen：一份原稿，适配每个平台。

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
    adapt: `adapt：把一篇 Markdown 适配到各平台。

用法：npm run -s juzhen -- adapt FILE.md [--to weibo/post,x/post|all] [--rules FILE] [--json]

  --to LIST   平台或格式，用逗号分开；写平台名就是它的全部格式；默认 all
  --rules     按谁的规则：一份计划文件里团队的规则，或一个平台的数据文件（JSON）
  --json      输出 JSON：标题、正文、分条、话题、字数、问题、过程、附加内容
  --lang      提示语言 zh 或 en

文件头（YAML）：title, kind, subkind, lang, brief, tags, persona, link, images
段落标记（写在段落前一行）：<!-- only: weibo/post, x -->  <!-- not: wechat_oa -->  <!-- keep -->  <!-- lead -->  <!-- optional -->
退出码：0 完成；1 有必须改的问题；2 用法不对；4 文件读不了。
`,
    count: `count：按计数规则数字数。

用法：npm run -s juzhen -- count --rule ID [--json]

  --rule ID   {rules}
  --json      标准输入是 JSON 字符串数组（youtube_tags 的每一项是标签数组），输出 JSON 数字数组
不加 --json：标准输入每行一段文字，每行输出一个数。
`,
    check: `check：检查稿件或计划，写出每个平台的版本、问题和适配经过，最后列出全部问题。几个文件一起检查时，同一段话出现在几个账号上也会说出来。

用法：npm run -s juzhen -- check FILE.md|PLAN.juzhen … [--to LIST] [--rules FILE] [--json]

退出码：0 没有必须改的；1 有；2 用法不对；4 文件读不了。
`,
    export: `export：把计划文件导出成发布素材。

用法：npm run -s juzhen -- export PLAN.juzhen --out DIR [--from 2026-10-01] [--to 2026-10-31] [--platforms weibo,x] [--forms copy_pack,csv]

  --out DIR          写到这个文件夹，没有就新建；要么全写好，要么一个也不写
  --forms LIST       只要这些样式：copy_pack, csv, xlsx, ics, markdown, json, html, docx；不写就全要。pdf 只有桌面版能做
  --from --to        只要这几天的排期，含头尾
  --platforms LIST   只要这些平台
退出码：0 写好了；2 用法不对；3 要的样式只有桌面版能做；4 文件读不了或写不进。
`,
    sample: `sample：写出示例计划文件。

用法：npm run -s juzhen -- sample OUT.juzhen [--today 2026-10-11]

  --today   示例的「今天」，默认当天
`,
    unpack: `unpack：把计划文件拆成文件夹：一条记录一个文件，一行一个值，方便用 git 比较和合并（见 docs/git.md）。

用法：npm run -s juzhen -- unpack PLAN.juzhen DIR [--force]

文件夹已经是这份计划时只写有变化的文件；里面有新文件没有的内容就不动它，--force 才替换。
退出码：0 完成；2 用法不对；4 文件读不了或写不进。
`,
    pack: `pack：把拆开的文件夹装回一个计划文件。同样的内容，字节也一样。

用法：npm run -s juzhen -- pack DIR PLAN.juzhen [--force]

目标已经在那里时，只有内容都还在才替换；--force 直接替换。
退出码：0 完成；2 用法不对；4 文件读不了或写不进。
`,
    validate: `validate：看计划文件（或拆开的文件夹）是不是完整，里面有什么，有没有这个版本看不懂的内容。送审、批注、回执文件也行。

用法：npm run -s juzhen -- validate PLAN … [--json]

退出码：0 完整；1 完整，但有等人选的正文；2 用法不对；4 读不了、坏了，或由读不懂的新版本写成。
`,
    diff: `diff：两份计划（文件、文件夹，或文件夹里的一条记录）哪里不同，精确到字。

用法：npm run -s juzhen -- diff A B [--json]

+ 多出来的，- 没有了的，~ 改过的；[-去掉的字-]'{'+加上的字+'}'
退出码：0 看到的内容一样；1 有不同；2 用法不对；4 文件读不了。
`,
    merge: `merge：把一份计划的两个副本（文件或文件夹）并成一份。谁先谁后结果一样；两边改了同一处文字，两份都留着，等人选。

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
    part: `part：把计划的一部分另存成一个计划文件，连同它用到的账号、人物、图片和规则。

用法：npm run -s juzhen -- part PLAN -o PART.juzhen [--campaigns 名字,名字] [--pieces 标题,标题] [--no-pictures] [--no-notes]

  --campaigns LIST   这些战役，连同阶段、波次、排期和内容；写名字或 id，用逗号分开
  --pieces LIST      这些内容，连同它们的排期和版本；写标题或 id
  --no-pictures      不带图片文件
  --no-notes         不带内部备注：备注、交接留言、审阅记录、反馈、预算说明、素材授权
  --force            覆盖已有的文件
两个 LIST 都不写，就是整份计划。并回原来的计划，什么也不会变；文件里没有的，不会被删。
退出码：0 写好了；2 用法不对，或没有这个名字；4 文件读不了或写不进。
`,
  },
  en: {
    juzhen: `Juzhen 矩阵: one source, every platform.

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
    adapt: `adapt: adapt a Markdown piece to the platforms.

Usage: npm run -s juzhen -- adapt FILE.md [--to weibo/post,x/post|all] [--rules FILE] [--json]

  --to LIST   platforms or formats with commas between; a platform means all its formats; all by default
  --rules     whose rules: a plan file for its team's, or the data file of one platform (JSON)
  --json      JSON with title, body, parts, tags, counts, findings, trace and extra
  --lang      language of messages, zh or en

Front matter (YAML): title, kind, subkind, lang, brief, tags, persona, link, images
Block marks (a line before the block): <!-- only: weibo/post, x -->  <!-- not: wechat_oa -->  <!-- keep -->  <!-- lead -->  <!-- optional -->
Exit codes: 0 done; 1 something must be fixed; 2 wrong usage; 4 an unreadable file.
`,
    count: `count: count texts by a counting rule.

Usage: npm run -s juzhen -- count --rule ID [--json]

  --rule ID   {rules}
  --json      a JSON array of texts on standard input (for youtube_tags each item is an array of tags), a JSON array of numbers out
Without --json: one text per line in, one number per line out.
`,
    check: `check: check pieces or plans: each platform’s version with its findings and trace, all findings once more
at the end. Of several files it also says where the same paragraph stands on several accounts.

Usage: npm run -s juzhen -- check FILE.md|PLAN.juzhen … [--to LIST] [--rules FILE] [--json]

Exit codes: 0 nothing must be fixed; 1 something must; 2 wrong usage; 4 an unreadable file.
`,
    export: `export: export a plan file as material for publishing.

Usage: npm run -s juzhen -- export PLAN.juzhen --out DIR [--from 2026-10-01] [--to 2026-10-31] [--platforms weibo,x] [--forms copy_pack,csv]

  --out DIR          the folder to write to; made when missing. All of it is written, or nothing
  --forms LIST       only these forms: copy_pack, csv, xlsx, ics, markdown, json, html, docx; all by default. pdf is made by the desktop app only
  --from --to        only these days, both included
  --platforms LIST   only these platforms
Exit codes: 0 written; 2 wrong usage; 3 a form only the desktop app makes; 4 a file cannot be read or written.
`,
    sample: `sample: write the sample plan file.

Usage: npm run -s juzhen -- sample OUT.juzhen [--today 2026-10-11]

  --today   what the sample takes for today; the current day by default
`,
    unpack: `unpack: a plan file as a folder: one file per record, one value per line, to be compared and merged by git (docs/git.md).

Usage: npm run -s juzhen -- unpack PLAN.juzhen DIR [--force]

In a folder of this plan only files that changed are written; one that holds more than the file is left alone, unless --force.
Exit codes: 0 done; 2 wrong usage; 4 a file cannot be read or written.
`,
    pack: `pack: such a folder as one plan file. The same content is the same bytes.

Usage: npm run -s juzhen -- pack DIR PLAN.juzhen [--force]

A file that is there is replaced when nothing of it is lost; --force replaces it anyway.
Exit codes: 0 done; 2 wrong usage; 4 a file cannot be read or written.
`,
    validate: `validate: whether a plan file (or folder) is whole, what it holds, and what this version does not understand; files of a review, of marks and slips too.

Usage: npm run -s juzhen -- validate PLAN … [--json]

Exit codes: 0 whole; 1 whole, but texts wait for a choice; 2 wrong usage; 4 it cannot be read, is damaged, or is too new to be understood.
`,
    diff: `diff: where two plans (files, folders, or one record of a folder) differ, word by word.

Usage: npm run -s juzhen -- diff A B [--json]

+ come, - gone, ~ changed; [-words gone-]'{'+words come+'}'
Exit codes: 0 both say the same; 1 they differ; 2 wrong usage; 4 a file cannot be read.
`,
    merge: `merge: two copies of a plan (files or folders) as one, the same whichever comes first. Where both changed the same text, both are kept until a person chooses.

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
    part: `part: a part of a plan as a plan file of its own, with the accounts, personas, pictures and rules it leans on.

Usage: npm run -s juzhen -- part PLAN -o PART.juzhen [--campaigns NAME,NAME] [--pieces TITLE,TITLE] [--no-pictures] [--no-notes]

  --campaigns LIST   these campaigns with their phases, waves, placements and pieces; names or ids, commas between
  --pieces LIST      these pieces with their placements and versions; titles or ids
  --no-pictures      without the files of pictures
  --no-notes         without what the team notes for itself: notes, words at hand-over, review marks, feedback, budget notes, consents
  --force            write over a file that is there
Without a LIST it is the whole plan. Merged back it changes nothing; what is not in it is not deleted.
Exit codes: 0 written; 2 wrong usage, or no such name; 4 a file cannot be read or written.
`,
  },
});

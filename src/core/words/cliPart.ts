import { defineWords } from './say';

/** What `juzhen part` says. */
export const cliPartWords = defineWords({
  zh: {
    help_part: `part：把计划的一部分另存成一个计划文件，连同它用到的账号、人物、图片和规则。

用法：npm run -s juzhen -- part PLAN -o PART.juzhen [--campaigns 名字,名字] [--pieces 标题,标题] [--no-pictures] [--no-notes]

  --campaigns LIST   这些战役，连同阶段、波次、排期和内容；写名字或 id，用逗号分开
  --pieces LIST      这些内容，连同它们的排期和版本；写标题或 id
  --no-pictures      不带图片文件
  --no-notes         不带内部备注：备注、交接留言、审阅记录、反馈、预算说明、素材授权
  --force            覆盖已有的文件
两个 LIST 都不写，就是整份计划。并回原来的计划，什么也不会变；文件里没有的，不会被删。
退出码：0 写好了；2 用法不对，或没有这个名字；4 文件读不了或写不进。
`,
    usage_no_such:
      '计划里没有叫「{name}」的{type, select, campaign {战役} other {内容}}。--{option} 要写完整的名字或 id。',
    part_written: '写进 {records} 条记录（全部 {of} 条）、{pictures} 张图片。',
  },
  en: {
    help_part: `part: a part of a plan as a plan file of its own, with the accounts, personas, pictures and rules it leans on.

Usage: npm run -s juzhen -- part PLAN -o PART.juzhen [--campaigns NAME,NAME] [--pieces TITLE,TITLE] [--no-pictures] [--no-notes]

  --campaigns LIST   these campaigns with their phases, waves, placements and pieces; names or ids, commas between
  --pieces LIST      these pieces with their placements and versions; titles or ids
  --no-pictures      without the files of pictures
  --no-notes         without what the team notes for itself: notes, words at hand-over, review marks, feedback, budget notes, consents
  --force            write over a file that is there
Without a LIST it is the whole plan. Merged back it changes nothing; what is not in it is not deleted.
Exit codes: 0 written; 2 wrong usage, or no such name; 4 a file cannot be read or written.
`,
    usage_no_such:
      'The plan has no {type, select, campaign {campaign} other {piece}} called “{name}”. --{option} takes whole names or ids.',
    part_written:
      '{records, plural, one {# record} other {# records}} of {of} and {pictures, plural, one {# picture} other {# pictures}} written.',
  },
});

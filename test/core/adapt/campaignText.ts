import type { Count, TraceEntry, Variant } from '../../../src/core/adapt/types';
import { sayTrace } from '../../../src/core/words/adapt';
import { type ExtraName, extraWords, sayExtra } from '../../../src/core/words/extras';
import { sayFindingLine } from '../../../src/core/words/findings';
import { sayField, sayUnit } from '../../../src/core/words/platforms';
import { say } from '../../../src/core/words/say';
import { sayWeight } from '../../../src/core/words/weights';
import { pieceTitles, type Sent } from './campaign';

/**
 * What one piece became on every format, for an editor to read. What is word for word the same as on an earlier format is
 * named instead of repeated.
 */
export function campaignText(slug: string, sent: readonly Sent[]): string {
  const shown = new Map<string, string>();
  const once = (name: string, text: string, ref: string): readonly string[] => {
    if (text === '') return [];
    const before = shown.get(`${name}\n${text}`);
    const isWorth = text.length > 60;
    if (before === undefined) shown.set(`${name}\n${text}`, ref);
    return before !== undefined && isWorth ? [`${name}同 ${before}`, ''] : [`${name}`, text, ''];
  };
  // Subtitles follow from the script: one film of each language shows them in full.
  const filmed = new Set<string>();
  const subtitles = ({ extra: { srt = '' } }: Variant, ref: string): readonly string[] => {
    const lang = /\p{Script=Han}/u.test(srt) ? 'zh' : 'en';
    if (srt === '' || (filmed.has(lang) && shown.has(`【字幕】\n${srt}`))) return once('【字幕】', srt, ref);
    const cues = srt.split('\n\n').length;
    if (filmed.has(lang)) return [`【字幕】${cues} 条，照上面的分镜`, ''];
    filmed.add(lang);
    return once('【字幕】', srt, ref);
  };
  const formats = sent.map(({ format, account, variant }) =>
    [
      `## ${format.platform.zh}·${format.format.zh}（${format.ref}）`,
      '',
      `发的人：${account === null ? '没有账号' : account.name}。${variant.counts.map(sayCount).join('，')}。`,
      ...line('标题', variant.title ?? ''),
      ...line('话题', variant.tags.join('、')),
      ...['cover', 'digest', 'sourceUrl', 'firstComment'].flatMap((name) => lineOf(name as ExtraName, variant)),
      '',
      ...once('【正文】', postsOf(variant), format.ref),
      ...beside.flatMap((name) =>
        once(`【${say(extraWords, 'zh', name)}】`, sayExtra('zh', name, variant.extra), format.ref),
      ),
      ...subtitles(variant, format.ref),
      ...once(
        '【去掉的】',
        variant.trace
          .filter(({ action }) => action === 'removed')
          .map(sayRemoved)
          .join('\n'),
        format.ref,
      ),
      ...list(
        '【检查】',
        variant.findings.map((finding) => `${sayField('zh', finding.field)}：${sayFindingLine('zh', finding)}`),
      ),
    ].join('\n'),
  );
  return `# ${pieceTitles(slug)}\n\n${formats.join('\n')}`;
}

/** What families make besides the text. */
const beside = ['topics', 'fold', 'timing', 'script', 'chapters', 'runOfShow', 'sending'] as const;

const postsOf = ({ body, parts }: Variant): string =>
  parts.length > 1 ? parts.map((part, index) => `[${index + 1}]\n${part}`).join('\n\n') : body;

const sayCount = ({ field, unit, value, limit }: Count): string =>
  `${sayField('zh', field)} ${value}${limit === null ? '' : `/${limit}`} ${sayUnit('zh', unit)}`;

const sayRemoved = (entry: TraceEntry): string => {
  const weight = sayWeight('zh', entry);
  return `- ${sayTrace('zh', entry)}${weight === '' ? '' : `\n  ${weight}`}`;
};

const line = (name: string, text: string): readonly string[] => (text === '' ? [] : [`${name}：${text}`]);
const lineOf = (name: ExtraName, { extra }: Variant): readonly string[] =>
  line(say(extraWords, 'zh', name), sayExtra('zh', name, extra));
const list = (name: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [name, ...lines.map((one) => `- ${one}`), ''];

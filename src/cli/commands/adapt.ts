import { adapt } from '../../core/adapt/adapt';
import type { Variant } from '../../core/adapt/types';
import type { Lang } from '../../core/model/records';
import type { Format, PlatformPack } from '../../core/platforms/pack';
import { selectFormats } from '../../core/platforms/registry';
import { cliHelpWords } from '../../core/words/cliHelp';
import { sayFailure } from '../../core/words/failures';
import { say } from '../../core/words/say';
import { type ExitCode, exitCodes, type Io, Stop } from '../io';
import { markdownSource } from '../markdownSource';
import { oneFile, readOptions } from '../options';
import { packsAsked } from '../rules';
import { variantJson } from '../variantJson';
import { variantText } from '../variantText';

/** `adapt FILE.md [--to LIST] [--rules FILE] [--json]`: one piece for every format asked. */
export async function adaptCommand(argv: readonly string[], io: Io): Promise<ExitCode> {
  const asked = readOptions(argv, ['to', 'rules'], ['json']);
  const { lang } = asked;
  if (asked.help) {
    io.out(say(cliHelpWords, lang, 'adapt'));
    return exitCodes.ok;
  }
  const file = oneFile(asked, 'adapt FILE.md --to weibo/post');
  const formats = formatsAsked(asked.values.to ?? 'all', lang, await packsAsked(io, lang, asked.values.rules));
  const source = await markdownSource(io, lang, file);
  const variants = formats.map((format) => adapt({ source, format }));
  if (asked.flags.has('json'))
    io.out(`${JSON.stringify({ variants: variants.map((variant) => variantJson(variant, lang)) }, null, 2)}\n`);
  else io.out(variants.map((variant, index) => variantText(variant, nameOf(formats[index], lang), lang)).join('\n'));
  return hasErrors(variants) ? exitCodes.findings : exitCodes.ok;
}

/** The formats a list names; an unknown name stops the command. */
export function formatsAsked(list: string, lang: Lang, packs: readonly PlatformPack[]): readonly Format[] {
  const names = list
    .split(/[,，\s]+/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
  const chosen = selectFormats(packs, names.length === 0 ? ['all'] : names);
  if (!chosen.ok) throw new Stop(sayFailure(lang, chosen.error));
  return chosen.value;
}

export const nameOf = (format: Format | undefined, lang: Lang): string =>
  format === undefined ? '' : `${format.platform[lang]} · ${format.format[lang]} (${format.ref})`;

export const hasErrors = (variants: readonly Variant[]): boolean =>
  variants.some(({ findings }) => findings.some(({ severity }) => severity === 'error'));

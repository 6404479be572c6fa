/**
 * Whether someone wrote a text as Markdown. A single dash or number at a line's start is how people write anyway, so a list
 * needs two lines, and one sign inside a line needs its pair. `#话题` is a hashtag, `# 标题` a heading.
 */
export function looksLikeMarkdown(text: string): boolean {
  const head = text.slice(0, 20_000);
  return certain.some((sign) => sign.test(head)) || (head.match(items)?.length ?? 0) >= 2;
}

const certain: readonly RegExp[] = [
  /^#{1,6} \S/m,
  /^(```|~~~)/m,
  /^\|?[ \t]*:?-{3,}:?[ \t]*\|[ \t|:-]*$/m,
  /^> \S/m,
  /!?\[[^\]\n]{1,200}\]\((https?:\/\/|mailto:|\.{0,2}\/)?[^)\s]{1,500}\)/,
  /\*\*[^\s*][^*\n]{0,300}\*\*/,
];
const items = /^[ \t]{0,6}([-*+]|\d{1,3}[.)]) \S/gm;

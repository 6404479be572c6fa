/**
 * What a tier's tone forbids by name: quoted words after 不用, 不说, “never say” and their like. The rest of a tone is
 * for the person who sends: no program can speak “like someone behind the counter”.
 */
export function wordsNotSaid(tone: string): readonly string[] {
  const found = new Set<string>();
  for (const [, list = ''] of tone.matchAll(forbidding))
    for (const [, word = ''] of list.matchAll(quoted)) if (word.trim() !== '') found.add(word.trim());
  return [...found];
}

/** A forbidding word, then quotations with nothing but joining words between them. */
const forbidding =
  /(?:不用|不说|别说|别用|不要说|不要用|不叫|禁用|never says?|never use|do not say|don[’']t say|do not use|don[’']t use|avoid)\s*((?:[「“"『][^」”"』\n]{1,40}[」”"』](?:\s*(?:[、，,和或]|and|or|nor)\s*)?)+)/giu;
const quoted = /[「“"『]([^」”"』\n]{1,40})[」”"』]/gu;

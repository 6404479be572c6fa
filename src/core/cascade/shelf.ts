import { z } from 'zod';
import challenge from '../../../resources/cascades/challenge.json';
import holiday from '../../../resources/cascades/holiday.json';
import liveEvent from '../../../resources/cascades/live-event.json';
import newProduct from '../../../resources/cascades/new-product.json';
import { text } from '../model/json';
import { type CascadePattern, cascadePattern, type Lang } from '../model/records';

/** A cascade that comes with the studio, in one language. */
export type ShelfCascade = {
  /** `shelf_new-product`; told from a workspace's own by its prefix. */
  readonly id: string;
  readonly name: string;
  readonly about: string;
  readonly lang: Lang;
  readonly pattern: CascadePattern;
};

const PREFIX = 'shelf_';
export const isShelfId = (id: string): boolean => id.startsWith(PREFIX);

/** The files in `resources/cascades`, in the order they are offered. A further one is one more line. */
const files: readonly unknown[] = [newProduct, challenge, liveEvent, holiday];

const both = z.strictObject({ zh: text(500).min(1), en: text(500).min(1) });
const { phases, waves } = cascadePattern.shape;
const file = z.strictObject({
  id: z.string().regex(/^[a-z-]+$/),
  name: both,
  about: both,
  phases: z.array(phases.element.extend({ name: both, entry: z.array(both), exit: z.array(both) })),
  waves: z.array(waves.element.extend({ name: both })),
});

/** The shelf in one language. Throws on a file that does not fit: the files are ours, and a test reads all of them. */
export function cascadeShelf(lang: Lang): readonly ShelfCascade[] {
  return files.map((raw) => {
    const { id, name, about, ...pattern } = file.parse(raw);
    const say = (words: z.infer<typeof both>) => words[lang];
    return {
      id: `${PREFIX}${id}`,
      name: say(name),
      about: say(about),
      lang,
      pattern: {
        phases: pattern.phases.map((phase) => ({
          ...phase,
          name: say(phase.name),
          entry: phase.entry.map(say),
          exit: phase.exit.map(say),
        })),
        waves: pattern.waves.map((wave) => ({ ...wave, name: say(wave.name) })),
      },
    };
  });
}

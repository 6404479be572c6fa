import { useLang, useStudio } from '../../state/StudioProvider';

/** A platform's name in the reader's language; its id while the rule packs are on their way, or do not know it. */
export function usePlatformName(): (id: string) => string {
  const lang = useLang();
  const packs = useStudio((state) => state.packs);
  return (id) => packs?.get(id)?.[lang] ?? id;
}

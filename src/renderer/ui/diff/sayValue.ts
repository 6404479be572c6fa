import type { Lang } from '../../../core/model/records';
import { sayKind, sayState, saySubkind } from '../../../core/words/kinds';
import type { StudioState } from '../../state/studio';

/** Values that are names in the plan, as people say them; an id is never shown. */
export function sayValue(lang: Lang, outline: StudioState['outline'], field: string, value: string): string {
  if (value === '') return '';
  const nameIn = (list: readonly { readonly id: string; readonly name: string }[] | undefined): string =>
    list?.find(({ id }) => id === value)?.name ?? '?';
  switch (field) {
    case 'kind':
      return sayKind(lang, value as Parameters<typeof sayKind>[1]);
    case 'subkind':
      return saySubkind(lang, value as Parameters<typeof saySubkind>[1]);
    case 'state':
      return sayState(lang, value as Parameters<typeof sayState>[1]);
    case 'personaId':
      return nameIn(outline?.persona);
    case 'campaignId':
      return nameIn(outline?.campaign);
    case 'ownerId':
      return nameIn(outline?.member);
    case 'accountId':
      return nameIn(outline?.account);
    case 'coverId':
      return '✓';
    default:
      return value;
  }
}

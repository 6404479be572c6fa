import type { CompareGroup } from '../../../contract';

/** Which tone the badge of a group has. */
export const groupTone = {
  added: 'done',
  changed: 'accent',
  also_changed: 'suggest',
  needs_you: 'must',
  deleted: 'must',
} as const satisfies { readonly [G in CompareGroup]: string };

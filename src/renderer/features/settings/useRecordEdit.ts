import type { Json } from '../../../core/model/json';
import type { RecordType } from '../../../core/model/records';
import type { ChangeCode } from '../../../core/plan/labels';
import type { Op } from '../../../core/plan/ops';
import { useStudio } from '../../state/StudioProvider';

export type RecordEdit = {
  readonly set: (register: string, value: Json) => void;
  readonly add: (name: string, element: string) => void;
  readonly remove: (name: string, element: string) => void;
};

/** Edits of one record of the plan, each one change with one undo, named `code` in history. */
export function useRecordEdit(type: RecordType, id: string, code: ChangeCode, title: string): RecordEdit {
  const act = useStudio((state) => state.act);
  const make = (op: Op) => void act('change.make', { label: { code, params: { title } }, ops: [op] });
  return {
    set: (register, value) => make({ kind: 'set', type, id, register, value }),
    add: (name, element) => make({ kind: 'add', type, id, set: name, element }),
    remove: (name, element) => make({ kind: 'remove', type, id, set: name, element }),
  };
}

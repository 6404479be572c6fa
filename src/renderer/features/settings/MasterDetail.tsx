import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Settings.module.css';

export type MasterItem = {
  readonly id: string;
  readonly name: string;
  readonly note: string;
  readonly mark: ReactNode;
  readonly faded?: boolean;
};

/** A list at the left, the chosen one at the right. */
export function MasterDetail({
  label,
  items,
  chosen,
  onChoose,
  addLabel,
  onAdd,
  empty,
  children,
}: {
  readonly label: string;
  readonly items: readonly MasterItem[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  readonly addLabel: string;
  readonly onAdd: () => void;
  /** Said instead of a detail. */
  readonly empty: string;
  readonly children: ReactNode;
}) {
  return (
    <div className={classes.master}>
      <div className={classes.list}>
        <Button leftSection={<IconPlus size={14} stroke={1.8} aria-hidden="true" />} onClick={onAdd}>
          {addLabel}
        </Button>
        <ul aria-label={label}>
          {items.map((item) => (
            <li key={item.id}>
              <button
                type="button"
                className={classes.item}
                aria-current={item.id === chosen || undefined}
                data-faded={item.faded || undefined}
                onClick={() => onChoose(item.id)}
              >
                {item.mark}
                <span className={classes.itemWords}>
                  <b>{item.name}</b>
                  <span>{item.note}</span>
                </span>
              </button>
            </li>
          ))}
        </ul>
      </div>
      <div className={classes.detail}>{children ?? <p className={classes.note}>{empty}</p>}</div>
    </div>
  );
}

import { IconCircleCheck, IconClockHour4, IconEdit, IconMessage2, IconRotateClockwise2 } from '@tabler/icons-react';
import type { reviewFilters } from '../../../contract';
import classes from './marks.module.css';

const icons = {
  approved: IconCircleCheck,
  lapsed: IconRotateClockwise2,
  requested: IconClockHour4,
  changes: IconEdit,
  open: IconMessage2,
} as const;

/** How a piece stands with its readers, as a shape; the colour only says it again, and whoever shows it says it in words. */
export function ReviewMark({ standing }: { readonly standing: (typeof reviewFilters)[number] }) {
  const Icon = icons[standing];
  return <Icon className={classes.review} data-review={standing} size={14} stroke={1.8} aria-hidden="true" />;
}

import { IconPencil } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { reviewWords } from '../../../core/words/review';
import type { AdaptTask, Outcome } from '../../state/adapting/adaptTask';
import { useLang, useWords } from '../../state/StudioProvider';
import { shownFindings } from '../../ui/adapted/cardFields';
import { cardName } from '../../ui/adapted/names';
import { BehindMark, FindingMark } from '../../ui/FindingMark';
import { PlatformTile } from '../../ui/PlatformTile';
import classes from './Review.module.css';

/** One tab for each version: where it goes, and as marks whether it was edited, is behind, or has something to mend. */
export function Tabs({
  tasks,
  outcomes,
  current,
  onChoose,
}: {
  readonly tasks: readonly AdaptTask[];
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly current: string;
  readonly onChoose: (key: string) => void;
}) {
  const t = useWords(reviewWords);
  const lang = useLang();
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector(`[data-tab="${CSS.escape(current)}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [current]);
  const move = (from: number, by: number): void => {
    const next = tasks[(from + by + tasks.length) % tasks.length];
    if (next === undefined) return;
    onChoose(next.key);
    list.current?.querySelector<HTMLElement>(`[data-tab="${CSS.escape(next.key)}"]`)?.focus();
  };
  return (
    <div ref={list} role="tablist" aria-label={t('tabs.label')} className={classes.tabs}>
      {tasks.map((task, index) => {
        const marks = marksOf(outcomes[task.key]);
        const name = tabName(tasks, task, lang);
        return (
          <button
            key={task.key}
            type="button"
            role="tab"
            id={tabId(task.key)}
            data-tab={task.key}
            aria-selected={task.key === current}
            aria-controls="review-panes"
            title={[name, ...marks.map((mark) => t(`tabs.${mark}`))].join(' · ')}
            tabIndex={task.key === current ? 0 : -1}
            className={classes.tab}
            onClick={() => onChoose(task.key)}
            onKeyDown={(event) => {
              if (event.key === 'ArrowRight') move(index, 1);
              else if (event.key === 'ArrowLeft') move(index, -1);
              else return;
              event.preventDefault();
            }}
          >
            <PlatformTile size="small" glyph={task.pack.platform.glyph} />
            {shortName(tasks, task, lang)}
            <span className="visually-hidden">{`, ${marks.map((mark) => t(`tabs.${mark}`)).join(', ')}`}</span>
            {marks.map((mark) => (
              <Mark key={mark} mark={mark} />
            ))}
          </button>
        );
      })}
    </div>
  );
}

export const tabId = (key: string): string => `review-tab-${key.replace(/[^a-z0-9]+/gi, '-')}`;

/** What a version is called among these. */
export function tabName(tasks: readonly AdaptTask[], task: AdaptTask, lang: 'zh' | 'en'): string {
  const twins = tasks.filter(({ format }) => format === task.format).length > 1;
  return cardName(task.pack, task.account?.name ?? null, twins, lang);
}

/** The platform alone where that says enough. */
function shortName(tasks: readonly AdaptTask[], task: AdaptTask, lang: 'zh' | 'en'): string {
  const whole = tabName(tasks, task, lang);
  const { platform } = task.pack;
  const isAlone = tasks.filter(({ pack }) => pack.platform.id === platform.id).length === 1;
  return isAlone ? (whole.split(' · ', 1)[0] ?? whole) : whole;
}

type TabMark = 'inherited' | 'edited' | 'behind' | 'errors' | 'warnings';

function marksOf(outcome: Outcome | undefined): readonly TabMark[] {
  if (outcome === undefined) return [];
  const findings = shownFindings(outcome.findings);
  const lineage: TabMark = outcome.behind ? 'behind' : outcome.edited.length > 0 ? 'edited' : 'inherited';
  if (findings.some(({ severity }) => severity === 'error')) return [lineage, 'errors'];
  return findings.length > 0 ? [lineage, 'warnings'] : [lineage];
}

function Mark({ mark }: { readonly mark: TabMark }) {
  switch (mark) {
    case 'inherited':
      return null;
    case 'edited':
      return <IconPencil size={14} stroke={1.6} aria-hidden="true" />;
    case 'behind':
      return <BehindMark />;
    case 'errors':
      return <FindingMark severity="error" />;
    case 'warnings':
      return <FindingMark severity="warning" />;
  }
}

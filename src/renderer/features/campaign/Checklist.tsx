import type { TodoItem } from '../../../core/campaign/checklist';
import type { Reckoned } from '../../../core/campaign/reckon';
import { addDays, type WallDate } from '../../../core/time/wallDate';
import { campaignWords } from '../../../core/words/campaign';
import { sayDate } from '../../../core/words/dates';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import classes from './Checklist.module.css';
import { isSevere, useSayTodo } from './sayTodo';
import { useTodoJump } from './useTodoJump';

const groups = ['setup', 'late', 'today', 'week', 'later', 'any'] as const;
type Group = (typeof groups)[number];

/** When a thing is due, in the words of the checklist. */
export function groupOf({ todo, due }: TodoItem, today: WallDate): Group {
  if (setup.has(todo.kind)) return 'setup';
  if (due === null) return 'any';
  if (due < today) return 'late';
  if (due === today) return 'today';
  return due <= addDays(today, 7) ? 'week' : 'later';
}
const setup: ReadonlySet<string> = new Set(['span', 'zero_day', 'lead', 'phases', 'waves']);

/** Everything that is open, by when it is needed; each leads to where it is done. */
export function Checklist({ reckoned }: { readonly reckoned: Reckoned }) {
  const t = useWords(campaignWords);
  const { checklist, plan } = reckoned;
  return (
    <section className={classes.list} aria-label={t('checklist')}>
      <h2>
        {t('checklist')}
        {checklist.length > 0 && <span>{t('checklist.count', { count: checklist.length })}</span>}
      </h2>
      {checklist.length === 0 && <p>{t('checklist.done')}</p>}
      {groups.map((group) => {
        const items = checklist.filter((item) => groupOf(item, plan.today) === group);
        return items.length === 0 ? null : (
          <div key={group} data-group={group}>
            <h3>{t(`checklist.${group}`)}</h3>
            <ul>
              {items.map((item) => (
                <Line key={item.key} item={item} reckoned={reckoned} dated={group !== 'today'} />
              ))}
            </ul>
          </div>
        );
      })}
    </section>
  );
}

function Line({
  item,
  reckoned,
  dated,
}: {
  readonly item: TodoItem;
  readonly reckoned: Reckoned;
  readonly dated: boolean;
}) {
  const t = useWords(campaignWords);
  const lang = useLang();
  const sayTodo = useSayTodo();
  const jump = useTodoJump(reckoned);
  const accounts = useStudio((state) => state.outline?.account);
  const { todo, due } = item;
  const accountId = 'accountId' in todo ? todo.accountId : 'row' in todo ? (todo.row.account?.id ?? null) : null;
  const account = accounts?.find(({ id }) => id === accountId)?.name;
  const when = due === null || !dated ? '' : sayDate(lang, due);
  const posts = todo.kind === 'copy' && todo.posts > 1 ? t('checklist.posts', { count: todo.posts }) : '';
  const below = [when, account ?? '', posts].filter((part) => part !== '').join(' · ');
  return (
    <li>
      <button type="button" data-severe={isSevere(todo) || undefined} onClick={() => jump(todo)}>
        <span>{sayTodo(todo)}</span>
        {below !== '' && <small>{below}</small>}
      </button>
    </li>
  );
}

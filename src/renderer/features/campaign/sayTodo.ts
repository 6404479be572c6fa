import type { Todo } from '../../../core/campaign/checklist';
import { campaignWords } from '../../../core/words/campaign';
import { checkWords } from '../../../core/words/campaignChecks';
import { sayGap, sayPhaseName } from '../../../core/words/sayCampaign';
import { useLang, useWords } from '../../state/StudioProvider';
import { titleOrNone } from '../../ui/plan/tileWords';
import { usePlatformName } from './platformName';

/** What stops a post from going out as it should, not only from being as good as it could. */
export const isSevere = (todo: Todo): boolean =>
  todo.kind === 'late' || (todo.kind === 'copy' && (todo.code === 'errors' || todo.code === 'unreadable'));

/** An open thing as a sentence that says what to do. */
export function useSayTodo(): (todo: Todo) => string {
  const t = useWords(checkWords);
  const c = useWords(campaignWords);
  const lang = useLang();
  const platform = usePlatformName();
  return (todo) => {
    switch (todo.kind) {
      case 'span':
      case 'zero_day':
      case 'lead':
      case 'phases':
      case 'waves':
        return t(`todo.${todo.kind}`);
      case 'wave_account':
      case 'wave_piece':
      case 'wave_plan':
      case 'wave_rule':
        return t(`todo.${todo.kind}`, { wave: todo.row.wave.name || c('wave.new') });
      case 'wave_moment':
        return t('todo.wave_moment', { wave: todo.row.wave.name || c('wave.new'), why: t(`why.${todo.why}`) });
      case 'late':
        return t('todo.late', { title: titleOrNone(lang, todo.title) });
      case 'copy':
        return todo.code === 'no_piece'
          ? t('todo.copy_no_piece')
          : t(copyKey(todo.code), { title: titleOrNone(lang, todo.title), count: todo.errors });
      case 'check':
        return t('todo.check', {
          phase: sayPhaseName(lang, todo.phase),
          side: t(`side.${todo.side}`),
          name: todo.name,
        });
      case 'figures':
        return t('todo.figures', { count: todo.count });
      case 'gap':
        return sayGap(lang, todo.gap, platform);
    }
  };
}

const copyKey = (code: Extract<Todo, { kind: 'copy' }>['code']) => {
  switch (code) {
    case 'errors':
      return 'todo.copy_errors';
    case 'changes':
      return 'todo.copy_changes';
    case 'behind':
      return 'todo.copy_behind';
    case 'reworded':
      return 'todo.copy_reworded';
    case 'writing':
      return 'todo.copy_writing';
    default:
      return 'todo.copy_unreadable';
  }
};

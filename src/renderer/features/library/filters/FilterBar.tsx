import { useState } from 'react';
import { libraryWords } from '../../../../core/words/library';
import { sayQueryNote } from '../../../../core/words/search';
import { noFilter } from '../../../state/library';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { changeFilter, type Desk } from '../desk';
import { isNarrowed } from '../setup';
import { useCounts } from '../useCounts';
import type { Told } from '../useTold';
import { ChoiceChip } from './ChoiceChip';
import { DateChip } from './DateChip';
import classes from './Filters.module.css';
import { useFilterLists } from './filterLists';
import { MoreChip } from './MoreChip';
import { OnChip } from './OnChip';
import { TagChip } from './TagChip';

/**
 * What narrows the library. The everyday conditions always stand; the others are one menu away and stand here too
 * while they narrow. How many pieces are hidden is always said.
 */
export function FilterBar({ desk, told }: { readonly desk: Desk; readonly told: Told }) {
  const t = useWords(libraryWords);
  const lang = useLang();
  const filter = useStudio((state) => state.library.filter);
  const [looking, setLooking] = useState(false);
  const counts = useCounts(looking);
  const lists = useFilterLists(desk, counts);
  const look = (open: boolean) => setLooking(open);
  return (
    <section className={classes.bar} aria-label={t('filter.bar')}>
      <ChoiceChip list={lists.kind} onLook={look} />
      <ChoiceChip list={lists.state} onLook={look} />
      <TagChip desk={desk} counts={counts} onLook={look} />
      <ChoiceChip list={lists.persona} onLook={look} />
      <ChoiceChip list={lists.campaign} onLook={look} />
      <ChoiceChip list={lists.platform} onLook={look} />
      <DateChip desk={desk} />
      {lists.lang.chosen.length > 0 && <ChoiceChip list={lists.lang} onLook={look} />}
      {lists.owner.chosen.length > 0 && <ChoiceChip list={lists.owner} onLook={look} />}
      {lists.review.chosen.length > 0 && <ChoiceChip list={lists.review} onLook={look} />}
      {filter.withFindings && (
        <OnChip name={t('filter.findings')} onOff={() => changeFilter(desk, { withFindings: false })} />
      )}
      {filter.behind && <OnChip name={t('filter.behind')} onOff={() => changeFilter(desk, { behind: false })} />}
      {filter.unplannedOnly && (
        <OnChip name={t('filter.unplanned')} onOff={() => changeFilter(desk, { unplannedOnly: false })} />
      )}
      <MoreChip desk={desk} lists={[lists.review, lists.lang, lists.owner]} counts={counts} onLook={look} />
      {isNarrowed(filter) && (
        <span className={classes.hidden}>
          {t(told.exact ? 'count.hidden' : 'count.hidden_about', { count: told.hidden })}
          <button
            type="button"
            onClick={() => {
              changeFilter(desk, { ...noFilter, sort: filter.sort });
              desk.layout?.focus();
            }}
          >
            {t('count.clear')}
          </button>
        </span>
      )}
      {told.notes.length > 0 && (
        <p className={classes.note} role="status">
          {told.notes.map((note) => sayQueryNote(lang, note)).join(lang === 'zh' ? '；' : '; ')}
        </p>
      )}
    </section>
  );
}

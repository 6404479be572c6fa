import { IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import type { Reckoned } from '../../../core/campaign/reckon';
import type { Campaign } from '../../../core/model/records';
import type { WallDate } from '../../../core/time/wallDate';
import { campaignWords } from '../../../core/words/campaign';
import { sayDate } from '../../../core/words/dates';
import { useLang, useWords } from '../../state/StudioProvider';
import classes from './Campaign.module.css';
import { DateInput, Field, TextField } from './fields';
import { useCampaignEdit } from './useEdits';

/**
 * What the campaign is for: one line that opens into fields to be changed in place, each saved when it is left. It stands
 * open while the campaign has no days yet.
 */
export function About({ reckoned }: { readonly reckoned: Reckoned }) {
  const t = useWords(campaignWords);
  const { campaign } = reckoned.plan;
  const [open, setOpen] = useState(reckoned.stage.kind === 'undated');
  const { goal, hashtag, product } = campaign;
  const said = [goal, hashtag === '' ? '' : `#${hashtag}`, product].filter((part) => part !== '');
  return (
    <section aria-label={t('facts')} data-campaign-about>
      <button
        type="button"
        className={classes.unfold}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        data-open={open || undefined}
      >
        <IconChevronRight size={14} stroke={1.6} aria-hidden="true" />
        <b>{t('facts')}</b>
        {!open && <span data-empty={said.length === 0 || undefined}>{said.join(' · ') || t('goal.hint')}</span>}
      </button>
      {open && <Facts campaign={campaign} />}
    </section>
  );
}

function Facts({ campaign }: { readonly campaign: Campaign }) {
  const t = useWords(campaignWords);
  const save = useCampaignEdit(campaign);
  return (
    <div className={classes.about}>
      <TextField
        label={t('goal')}
        value={campaign.goal}
        wide
        long
        max={4_000}
        placeholder={t('goal.hint')}
        onSave={(goal) => void save('goal', goal)}
      />
      <TextField
        label={t('name')}
        value={campaign.name}
        max={200}
        onSave={(name) => void (name.trim() !== '' && save('name', name.trim()))}
      />
      <TextField
        label={t('hashtag')}
        value={campaign.hashtag}
        max={100}
        onSave={(tag) => void save('hashtag', tag.trim().replace(/^[#＃]+|[#＃]+$/g, ''))}
      />
      <TextField
        label={t('product')}
        value={campaign.product}
        max={200}
        onSave={(product) => void save('product', product.trim())}
      />
      <Days campaign={campaign} />
      <TextField
        label={t('budget')}
        value={campaign.budgetNote}
        wide
        long
        max={2_000}
        onSave={(note) => void save('budgetNote', note)}
      />
    </div>
  );
}

/** First, zero and last day. What would turn the span around is not taken, and says so. */
function Days({ campaign }: { readonly campaign: Campaign }) {
  const t = useWords(campaignWords);
  const lang = useLang();
  const save = useCampaignEdit(campaign);
  const [why, setWhy] = useState<string | null>(null);
  const { start, end, zeroDay } = campaign;
  const saveEdge = (register: 'start' | 'end', day: WallDate | null): void => {
    const first = register === 'start' ? day : start;
    const last = register === 'end' ? day : end;
    const turned = first !== null && last !== null && last < first;
    setWhy(turned ? t('date.order', { day: sayDate(lang, first) }) : null);
    if (!turned) void save(register, day);
  };
  return (
    <>
      <Field label={t('start')}>
        {(id) => <DateInput id={id} value={start} onSave={(day) => saveEdge('start', day)} />}
      </Field>
      <Field label={t('zero')}>
        {(id) => <DateInput id={id} value={zeroDay} onSave={(day) => void save('zeroDay', day)} />}
      </Field>
      <Field label={t('end')}>{(id) => <DateInput id={id} value={end} onSave={(day) => saveEdge('end', day)} />}</Field>
      {why !== null && (
        <p className={classes.why} role="alert">
          {why}
        </p>
      )}
    </>
  );
}

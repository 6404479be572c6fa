import { IconPin } from '@tabler/icons-react';
import type { WaveRow } from '../../../core/campaign/waveRows';
import { printOffset } from '../../../core/cascade/ruleText';
import type { Lang } from '../../../core/model/records';
import { edgeOf } from '../../../core/schedule/edge';
import { campaignWords } from '../../../core/words/campaign';
import { sayMoment } from '../../../core/words/dates';
import { say } from '../../../core/words/say';
import { sayCopy } from '../../../core/words/sayCampaign';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { FindingMark } from '../../ui/FindingMark';
import { StateMark } from '../../ui/StateMark';
import classes from './Timeline.module.css';

/** A wave's rule as its label: the lead is called so. */
export const ruleLabel = (lang: Lang, { isLead, wave }: WaveRow): string =>
  isLead ? say(campaignWords, lang, 'wave.lead') : printOffset(lang, wave.rule);

/** Room of letters in the 11 px of a marker: Han are as wide as high. */
const HAN = 11;
const LATIN = 6.3;
const textWidth = (text: string): number => {
  let width = 0;
  for (const letter of text) width += letter > '\u2e7f' ? HAN : LATIN;
  return width;
};
const EDGES = 22;
const MARK = 13;

export function markerWidth(lang: Lang, row: WaveRow): number {
  const marks = Number(row.isLead) + Number(row.pinned) + Number(row.copy.errors > 0 || row.disagrees);
  const words = textWidth(ruleLabel(lang, row)) + (row.moment?.time == null ? 0 : textWidth(row.moment.time) + 5);
  return Math.ceil(EDGES + marks * MARK + words);
}

/** One wave on the timeline: how far it is at its edge, clock time, rule. Dashed while only the rule has it. */
export function Marker({
  row,
  focusable,
  onChoose,
}: {
  readonly row: WaveRow;
  readonly focusable: boolean;
  readonly onChoose: () => void;
}) {
  const t = useWords(campaignWords);
  const lang = useLang();
  const chosen = useStudio((state) => state.waveId === row.wave.id);
  const { wave, account, moment, placement, piece, pinned, disagrees, isPlanned, copy } = row;
  const label = t('wave.label', {
    account: account?.name ?? t('waves.no_account'),
    name: wave.name === '' ? t('wave.new') : wave.name,
    when: moment === null ? t('wave.when_none') : sayMoment(lang, moment.day, moment.time),
    rule: ruleLabel(lang, row),
    pinned: pinned ? 'yes' : 'no',
    off: disagrees ? 'yes' : 'no',
    copy: sayCopy(lang, copy),
  });
  return (
    <button
      type="button"
      className={classes.marker}
      data-wave={wave.id}
      data-lead={row.isLead || undefined}
      data-planned={isPlanned || undefined}
      data-outcome={placement?.outcome}
      data-chosen={chosen || undefined}
      aria-pressed={chosen}
      title={`${wave.name}${piece === null ? '' : ` · ${piece.title}`}`}
      tabIndex={focusable ? 0 : -1}
      data-focus-home={focusable || undefined}
      onClick={onChoose}
    >
      <span className="visually-hidden">{label}</span>
      <StateMark state={edgeOf(placement?.outcome ?? 'planned', piece?.state ?? 'idea')} tall />
      {row.isLead && <i className={classes.ring} aria-hidden="true" />}
      {pinned && <IconPin size={11} stroke={1.8} aria-hidden="true" />}
      {moment?.time != null && <b aria-hidden="true">{moment.time}</b>}
      <span aria-hidden="true">{ruleLabel(lang, row)}</span>
      {copy.errors > 0 ? <FindingMark severity="error" /> : disagrees ? <FindingMark severity="warning" /> : null}
    </button>
  );
}

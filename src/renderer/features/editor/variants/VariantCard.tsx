import { Button } from '@mantine/core';
import { IconGitBranch, IconPencil } from '@tabler/icons-react';
import { memo, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Finding, OverrideField } from '../../../../core/adapt/types';
import { reviewWords } from '../../../../core/words/review';
import { versionWords } from '../../../../core/words/versions';
import type { Outcome } from '../../../state/adapting/adaptTask';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { CountLine } from '../../../ui/adapted/CountLine';
import { headlineCounts, shownFindings } from '../../../ui/adapted/cardFields';
import { cardName, htmlLang } from '../../../ui/adapted/names';
import { BehindMark } from '../../../ui/FindingMark';
import { PlatformTile } from '../../../ui/PlatformTile';
import type { Session } from '../session';
import { FindingLine } from './FindingLine';
import { VariantDetail } from './VariantDetail';
import classes from './Variants.module.css';

/**
 * One version: where it goes, whether it follows the source, how full it is, how it begins, and what is wrong with it.
 * Opened, it shows the whole text as a feed would and lets each field be copied or written by hand.
 */
export const VariantCard = memo(function VariantCard({
  session,
  targetKey,
  twins,
  open,
  at,
  onToggle,
  onSource,
  aimedAt,
}: {
  readonly session: Session;
  readonly targetKey: string;
  /** Another card has the same format: the account's name tells them apart. */
  readonly twins: boolean;
  readonly open: boolean;
  /** Which of its findings one is at. */
  readonly at: number;
  readonly onToggle: (key: string) => void;
  /** Goes to where a finding is mended in the source: a brief field, or the text. */
  readonly onSource: (finding: Pick<Finding, 'field'>) => void;
  /** The field somebody came to mend, from the plan; null for every other card. */
  readonly aimedAt: string | null;
}) {
  const outcome = useStore(session, (state) => state.outcomes[targetKey]);
  if (outcome === undefined) return null;
  return (
    <Card
      session={session}
      outcome={outcome}
      twins={twins}
      open={open}
      at={at}
      onToggle={() => onToggle(targetKey)}
      onSource={onSource}
      aimedAt={aimedAt}
    />
  );
});

function Card({
  session,
  outcome,
  twins,
  open,
  at,
  onToggle,
  onSource,
  aimedAt,
}: {
  readonly session: Session;
  readonly outcome: Outcome;
  readonly twins: boolean;
  readonly open: boolean;
  readonly at: number;
  readonly onToggle: () => void;
  readonly onSource: (finding: Pick<Finding, 'field'>) => void;
  /** The field somebody came to mend, from the plan; null for every other card. */
  readonly aimedAt: string | null;
}) {
  const t = useWords(versionWords);
  const lang = useLang();
  const [editing, setEditing] = useState<OverrideField | null>(
    aimedAt === null ? null : (fieldToEdit[aimedAt] ?? null),
  );
  const card = useRef<HTMLLIElement>(null);
  const { task, adapted, behind } = outcome;
  const findings = shownFindings(outcome.findings);
  const [first] = findings;
  const name = cardName(task.pack, task.account?.name ?? null, twins, lang);
  const mend = (finding: Finding): void => {
    const field = fieldToEdit[finding.field];
    if (field === undefined) onSource(finding);
    else {
      setEditing(field);
      if (!open) onToggle();
    }
  };
  // Once, when the card first stands: a later change of the source must not take the focus again.
  const aim = useRef(aimedAt);
  useEffect(() => {
    const field = aim.current;
    aim.current = null;
    if (field === null) return;
    card.current?.scrollIntoView({ block: 'nearest' });
    if (fieldToEdit[field] === undefined) onSource({ field });
  }, [onSource]);
  return (
    <li
      ref={card}
      className={classes.card}
      data-target={task.key}
      data-behind={behind || undefined}
      data-open={open || undefined}
    >
      <button
        type="button"
        className={classes.cardHead}
        aria-expanded={open}
        title={t(open ? 'variants.close' : 'variants.open', { name })}
        onClick={onToggle}
      >
        <PlatformTile size="small" glyph={task.pack.platform.glyph} />
        <span className={classes.name}>{name}</span>
        <Lineage outcome={outcome} />
        <CountLine counts={headlineCounts(adapted.counts)} />
      </button>
      {behind && <BehindLine outcome={outcome} pieceId={session.pieceId} />}
      {open ? (
        <VariantDetail
          session={session}
          outcome={outcome}
          editing={editing}
          onEdit={setEditing}
          findings={findings}
          at={at}
          onMend={mend}
        />
      ) : (
        <>
          <p className={classes.preview} lang={htmlLang(outcome.source.lang)}>
            {adapted.title !== null && adapted.title !== '' && <b>{adapted.title}</b>}
            {oneLine(adapted.body)}
            {adapted.body === '' && adapted.title === null && (
              <span className={classes.none}>{t('variants.no_body')}</span>
            )}
          </p>
          {first !== undefined && (
            <FindingLine finding={first} others={findings.length - 1} lang={lang} onMend={mend} />
          )}
        </>
      )}
    </li>
  );
}

/** Where a finding is mended: a text of this version, or (undefined) the source. */
const fieldToEdit: Readonly<Record<string, OverrideField | undefined>> = {
  title: 'title',
  body: 'body',
  digest: 'digest',
  cover: 'cover',
  firstComment: 'firstComment',
  script: 'script',
};

/** The source moved on under a hand-written text: the way to decide about it sentence by sentence. */
function BehindLine({ outcome: { task }, pieceId }: { readonly outcome: Outcome; readonly pieceId: string }) {
  const t = useWords(versionWords);
  const r = useWords(reviewWords);
  const openReview = useStudio((state) => state.openReview);
  return (
    <div className={classes.finding}>
      <BehindMark />
      <span className={classes.findingText}>{t('variants.behind_note')}</span>
      <Button
        className={classes.mend ?? ''}
        size="compact-xs"
        title={r('open_behind')}
        onClick={() => openReview(pieceId, { format: task.format, accountId: task.accountId })}
      >
        {r('open_sentences')}
      </Button>
    </div>
  );
}

function Lineage({ outcome }: { readonly outcome: Outcome }) {
  const t = useWords(versionWords);
  if (outcome.behind)
    return (
      <span className={classes.lineage} data-tone="behind" title={t('variants.behind_note')}>
        <BehindMark /> {t('variants.state_behind')}
      </span>
    );
  return (
    <span className={classes.lineage}>
      {outcome.edited.length > 0 ? (
        <>
          <IconPencil size={13} stroke={1.6} aria-hidden="true" /> {t('variants.state_edited')}
        </>
      ) : (
        <>
          <IconGitBranch size={13} stroke={1.6} aria-hidden="true" /> {t('variants.state_inherited')}
        </>
      )}
    </span>
  );
}

const oneLine = (text: string): string => text.replace(/\s*\n+\s*/g, ' ').slice(0, 240);

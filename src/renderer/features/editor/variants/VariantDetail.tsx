import { useStore } from 'zustand';
import type { Finding, OverrideField } from '../../../../core/adapt/types';
import { editorWords } from '../../../../core/words/editor';
import { versionWords } from '../../../../core/words/versions';
import type { Outcome } from '../../../state/adapting/adaptTask';
import { useLang, useStudio, useStudioHandle, useWords } from '../../../state/StudioProvider';
import { CopyAlong } from '../../../ui/adapted/article/CopyAlong';
import { fieldsOfVariant } from '../../../ui/adapted/cardFields';
import { previewImages } from '../../../ui/adapted/preview/previewImages';
import { findingKey, useFixes } from '../../../ui/adapted/useFixes';
import type { Session } from '../session';
import { FieldEditor } from './FieldEditor';
import { FieldRow } from './FieldRow';
import { FindingLine } from './FindingLine';
import { mend } from './fixes';
import { VariantPreview } from './VariantPreview';
import classes from './Variants.module.css';

/** An opened card: the text as a feed shows it, each field to copy or rewrite, and every finding. */
export function VariantDetail({
  session,
  outcome,
  editing,
  onEdit,
  findings,
  at,
  onMend,
}: {
  readonly session: Session;
  readonly outcome: Outcome;
  readonly editing: OverrideField | null;
  readonly onEdit: (field: OverrideField | null) => void;
  readonly findings: readonly Finding[];
  /** Which of them one is at. */
  readonly at: number;
  readonly onMend: (finding: Finding) => void;
}) {
  const t = useWords(versionWords);
  const e = useWords(editorWords);
  const lang = useLang();
  const openPiece = useStudio((state) => state.openPiece);
  const assets = useStore(session, (state) => state.opened.assets);
  const { task, adapted, edited, from } = outcome;
  const studio = useStudioHandle();
  const fixes = useFixes(outcome);
  return (
    <div className={classes.detail}>
      {task.account !== null && (
        <p className={classes.quiet}>{t('variants.for_account', { name: task.account.name })}</p>
      )}
      {from !== null && (
        <button type="button" className={classes.from} onClick={() => openPiece(from.id)}>
          {e('siblings.open', { title: from.title })}
        </button>
      )}
      {findings.map((finding, index) => (
        <FindingLine
          key={findingKey(finding)}
          finding={finding}
          whole
          lang={lang}
          current={index === Math.min(at, findings.length - 1)}
          fix={fixes.get(findingKey(finding)) ?? null}
          onFix={() => void mend(studio, session, outcome, finding)}
          onMend={onMend}
        />
      ))}
      <ul className={classes.fields}>
        {fieldsOfVariant(adapted).map(({ field, text, counts }) =>
          editing === field ? (
            <FieldEditor
              key={field}
              session={session}
              outcome={outcome}
              field={field}
              text={text}
              onDone={() => onEdit(null)}
            />
          ) : (
            <FieldRow
              key={field}
              field={field}
              counts={counts}
              edited={edited.includes(field)}
              onEdit={() => onEdit(field)}
              onBack={() => void session.override(task, field, null)}
            />
          ),
        )}
      </ul>
      <VariantPreview session={session} outcome={outcome} />
      <CopyAlong
        adapted={adapted}
        format={task.pack}
        findings={outcome.findings}
        lang={outcome.source.lang}
        account={task.account}
        images={previewImages(outcome.source.images, assets)}
        pieceId={session.pieceId}
        theme={task.variant?.theme ?? ''}
      />
    </div>
  );
}

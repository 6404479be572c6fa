import { useMemo } from 'react';
import type { PieceState } from '../../../../contract';
import { diffBlocks, extentOf } from '../../../../core/diff/blocks';
import { diffText } from '../../../../core/diff/text';
import { type FieldChange, fieldChanges } from '../../../../core/history/rewind';
import { emptyDoc } from '../../../../core/model/doc';
import type { Lang } from '../../../../core/model/records';
import { sayField } from '../../../../core/words/keptFields';
import { sayKind, sayState, saySubkind } from '../../../../core/words/kinds';
import { pieceHistoryWords } from '../../../../core/words/pieceHistory';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import type { StudioState } from '../../../state/studio';
import { BlockDiff } from './BlockDiff';
import classes from './History.module.css';
import { Words } from './Words';

/** Two states of a piece beside each other in one text: fields first, then the body. */
export function Comparison({
  from,
  to,
  lang,
}: {
  readonly from: PieceState | null;
  readonly to: PieceState;
  readonly lang: Lang;
}) {
  const t = useWords(pieceHistoryWords);
  const changes = useMemo(
    () => (to.doc === null || (from !== null && from.doc === null) ? null : diffBlocks(from?.doc ?? emptyDoc, to.doc)),
    [from, to],
  );
  const fields = useMemo(() => (from === null ? [] : fieldChanges(from.piece, to.piece)), [from, to]);
  const extent = changes === null ? null : extentOf(changes);
  const still = changes?.every(({ kind }) => kind === 'same') ?? false;
  return (
    <div className={classes.scroll} tabIndex={-1}>
      <article className={classes.paper} aria-label={t('diff.label')}>
        {extent !== null && !still && <p className={classes.quiet}>{t('diff.extent', extent)}</p>}
        {fields.length > 0 && <Fields changes={fields} />}
        {changes === null ? (
          <p className={classes.gone}>{t('gone')}</p>
        ) : (
          <>
            {still && <p className={classes.quiet}>{t('diff.none')}</p>}
            <BlockDiff changes={changes} lang={lang} />
          </>
        )}
      </article>
    </div>
  );
}

function Fields({ changes }: { readonly changes: readonly FieldChange[] }) {
  const t = useWords(pieceHistoryWords);
  const lang = useLang();
  const outline = useStudio((state) => state.outline);
  return (
    <dl className={classes.fields}>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{sayField(lang, field)}</dt>
          <dd>
            <FieldValue
              before={worded(lang, outline, field, before)}
              after={worded(lang, outline, field, after)}
              empty={t('diff.empty')}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function FieldValue({
  before,
  after,
  empty,
}: {
  readonly before: string;
  readonly after: string;
  readonly empty: string;
}) {
  const parts = diffText(before, after);
  const rewritten = !parts.some(({ kind }) => kind === 'same');
  if (rewritten)
    return (
      <>
        <del>{before === '' ? empty : before}</del> → <ins>{after === '' ? empty : after}</ins>
      </>
    );
  return <Words parts={parts} />;
}

/** Values that are names in the plan, as people say them; an id is never shown. */
function worded(lang: Lang, outline: StudioState['outline'], field: string, value: string): string {
  if (value === '') return '';
  const nameIn = (list: readonly { readonly id: string; readonly name: string }[] | undefined): string =>
    list?.find(({ id }) => id === value)?.name ?? '?';
  switch (field) {
    case 'kind':
      return sayKind(lang, value as Parameters<typeof sayKind>[1]);
    case 'subkind':
      return saySubkind(lang, value as Parameters<typeof saySubkind>[1]);
    case 'state':
      return sayState(lang, value as Parameters<typeof sayState>[1]);
    case 'personaId':
      return nameIn(outline?.persona);
    case 'campaignId':
      return nameIn(outline?.campaign);
    case 'ownerId':
      return nameIn(outline?.member);
    case 'coverId':
      return '✓';
    default:
      return value;
  }
}

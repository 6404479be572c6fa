import { useMemo } from 'react';
import type { PieceState } from '../../../../contract';
import { diffBlocks, extentOf } from '../../../../core/diff/blocks';
import { type FieldChange, fieldChanges } from '../../../../core/history/rewind';
import { emptyDoc } from '../../../../core/model/doc';
import type { Lang } from '../../../../core/model/records';
import { sayField } from '../../../../core/words/keptFields';
import { pieceHistoryWords } from '../../../../core/words/pieceHistory';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { BlockDiff } from '../../../ui/diff/BlockDiff';
import { sayValue } from '../../../ui/diff/sayValue';
import { TextChange } from '../../../ui/diff/TextChange';
import classes from './History.module.css';

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
            <TextChange
              before={sayValue(lang, outline, field, before)}
              after={sayValue(lang, outline, field, after)}
              empty={t('diff.empty')}
            />
          </dd>
        </div>
      ))}
    </dl>
  );
}

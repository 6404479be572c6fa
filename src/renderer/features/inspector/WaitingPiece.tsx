import { Button } from '@mantine/core';
import { inspectorWords } from '../../../core/words/inspector';
import { sayKindOf, sayState } from '../../../core/words/kinds';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { KindMark } from '../../ui/KindMark';
import { titleOrNone } from '../../ui/plan/tileWords';
import classes from './Inspector.module.css';

/** A piece of the tray. */
export function WaitingPiece({ pieceId }: { readonly pieceId: string }) {
  const t = useWords(inspectorWords);
  const lang = useLang();
  const piece = useStudio((state) => state.tray.find((candidate) => candidate.id === pieceId));
  const open = useStudio((state) => state.openPiece);
  if (piece === undefined) return <p className={classes.scroll}>{t('gone')}</p>;
  return (
    <>
      <header className={classes.head}>
        <div className={classes.where}>
          <KindMark kind={piece.kind} size={11} />
          <span>
            {sayKindOf(lang, piece)} · {sayState(lang, piece.state)} · {t('piece.waits')}
          </span>
        </div>
        <h2>{titleOrNone(lang, piece.title)}</h2>
      </header>
      <div className={classes.scroll}>
        <article className={classes.preview}>
          {piece.coverId !== null && <img className={classes.cover} src={`/assets/${piece.coverId}`} alt="" />}
          <div className={classes.words}>
            <p>{piece.excerpt === '' ? t('preview.none') : piece.excerpt}</p>
          </div>
        </article>
        <p className={classes.quiet}>{t('piece.plan')}</p>
      </div>
      <div className={classes.acts}>
        <Button variant="filled" onClick={() => open(pieceId)}>
          {t('open')}
        </Button>
      </div>
    </>
  );
}

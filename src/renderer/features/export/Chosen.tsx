import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { ExportPreview, PlacementCard } from '../../../contract';
import { sayDay } from '../../../core/words/dates';
import { exportWords } from '../../../core/words/export';
import { reviewWords } from '../../../core/words/review';
import { useAdapted } from '../../state/adapting/useAdapted';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { CopyAlong } from '../../ui/adapted/article/CopyAlong';
import { PreviewPane } from '../../ui/adapted/preview/PreviewPane';
import { previewImages } from '../../ui/adapted/preview/previewImages';
import { Segments } from '../../ui/Segments';
import classes from './Chosen.module.css';
import { FileText } from './Files';

type File = ExportPreview['files'][number];

/** The chosen file: as the platform shows the post it belongs to, ready to be copied, or what is written in it. */
export function Chosen({ file }: { readonly file: File | null }) {
  const t = useWords(exportWords);
  const [look, setLook] = useState<'shown' | 'file'>('shown');
  const card = useCard(file?.placement ?? null);
  return (
    <>
      <div className={classes.chosen}>
        <h2 title={file?.path}>{file?.path ?? t('preview')}</h2>
        {card !== null && (
          <Segments
            label={t('look.label')}
            value={look}
            options={[
              { value: 'shown', label: t('look.shown') },
              { value: 'file', label: t('look.file') },
            ]}
            onChange={setLook}
          />
        )}
      </div>
      {card !== null && look === 'shown' ? <Shown card={card} /> : <FileText file={file} />}
    </>
  );
}

/** A scrolled part must be reachable by keys (axe: scrollable-region-focusable). */
const reachable = { tabIndex: 0 } as const;

/** The post with its texts to copy, as the inspector and the review have it, and the ways to its piece. */
function Shown({ card }: { readonly card: PlacementCard }) {
  const t = useWords(exportWords);
  const r = useWords(reviewWords);
  const lang = useLang();
  const openPiece = useStudio((state) => state.openPiece);
  const openReview = useStudio((state) => state.openReview);
  const account = useStudio((state) => state.outline?.account.find((one) => one.id === card.accountId) ?? null);
  const found = useAdapted(card);
  const { pieceId, format: ref, accountId } = card;
  if (found?.adapted == null || pieceId === null) return null;
  const { variant, format, source, theme } = found.adapted;
  const images = previewImages(source.images, (found.sibling ?? found.opened).assets);
  return (
    <section className={classes.shown} aria-label={t('look.shown')} {...reachable}>
      <PreviewPane
        adapted={variant}
        format={format}
        lang={source.lang}
        account={account}
        images={images}
        when={card.day === null ? undefined : `${sayDay(lang, card.day)} ${card.time ?? ''}`.trim()}
      />
      <div className={classes.along}>
        <div className={classes.ways}>
          <Button onClick={() => openPiece(pieceId)}>{t('open.piece')}</Button>
          <Button onClick={() => openReview(pieceId, ref === null ? undefined : { format: ref, accountId })}>
            {r('title')}
          </Button>
        </div>
        <CopyAlong
          adapted={variant}
          format={format}
          findings={variant.findings}
          lang={source.lang}
          account={account}
          images={images}
          pieceId={pieceId}
          theme={theme}
        />
      </div>
    </section>
  );
}

/** The placement behind a file: from the plan's screens, else read from its day. */
function useCard(of: File['placement']): PlacementCard | null {
  const { api } = useStudioHandle();
  const known = useStudio((state) => state.cards.find(({ id }) => id === of?.id) ?? null);
  const [read, setRead] = useState<PlacementCard | null>(null);
  const id = of?.id ?? null;
  const day = of?.day ?? null;
  const isKnown = known !== null;
  useEffect(() => {
    if (isKnown || id === null || day === null) return;
    let late = false;
    void api.call('placement.range', { from: day, to: day }).then((answer) => {
      if (!late && answer.ok) setRead(answer.value.find((one) => one.id === id) ?? null);
    });
    return () => {
      late = true;
    };
  }, [api, id, day, isKnown]);
  return known ?? (read?.id === id ? read : null);
}

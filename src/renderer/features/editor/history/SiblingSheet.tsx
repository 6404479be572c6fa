import { Button } from '@mantine/core';
import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import type { SiblingPair, SiblingSide } from '../../../../contract';
import type { BlockNode } from '../../../../core/model/doc';
import { emptyDoc } from '../../../../core/model/doc';
import { blockText } from '../../../../core/model/docText';
import { alignBlocks } from '../../../../core/siblings/align';
import { kindWords } from '../../../../core/words/kinds';
import { siblingWords } from '../../../../core/words/siblings';
import { useLang, useStudio, useStudioHandle, useWords } from '../../../state/StudioProvider';
import { sayWhen } from '../../../ui/sayWhen';
import type { Session } from '../session';
import classes from './Siblings.module.css';

/** One piece in two languages, block beside block, with what is newer than the other's last words. */
export function SiblingSheet({
  session,
  otherId,
  onClose,
}: {
  readonly session: Session;
  readonly otherId: string;
  readonly onClose: () => void;
}) {
  const t = useWords(siblingWords);
  const { api } = useStudioHandle();
  const openPiece = useStudio((state) => state.openPiece);
  const [pair, setPair] = useState<SiblingPair | null>(null);
  const sheet = useRef<HTMLElement>(null);

  useEffect(() => {
    const read = async () => {
      const answer = await api.call('piece.compare', { id: session.pieceId, otherId });
      if (answer.ok) setPair(answer.value);
    };
    void read();
    sheet.current?.focus();
    return api.on('changed', ({ types }) => {
      if (types.length === 0 || types.includes('piece')) void read();
    });
  }, [api, session, otherId]);
  useEffect(() => {
    const leave = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return;
      event.preventDefault();
      onClose();
    };
    document.addEventListener('keydown', leave);
    return () => document.removeEventListener('keydown', leave);
  }, [onClose]);
  const rows = useMemo(
    () => (pair === null ? [] : alignBlocks(pair.mine.doc ?? emptyDoc, pair.theirs.doc ?? emptyDoc)),
    [pair],
  );

  return (
    <section ref={sheet} tabIndex={-1} className={classes.sheet} aria-label={t('compare.title')} data-testid="siblings">
      {pair !== null && (
        <table className={classes.table}>
          <thead>
            <tr>
              <Head side={pair.mine}>
                <Button onClick={onClose}>{t('compare.close')}</Button>
              </Head>
              <Head side={pair.theirs}>
                <Button onClick={() => openPiece(pair.theirs.piece.id)}>{t('compare.open')}</Button>
              </Head>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ mine, theirs }) => (
              <tr key={`${mine} ${theirs}`}>
                <Cell side={pair.mine} at={mine} />
                <Cell side={pair.theirs} at={theirs} />
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

const htmlLang = (side: SiblingSide): string => (side.piece.lang === 'zh' ? 'zh-CN' : 'en');

function Head({ side, children }: { readonly side: SiblingSide; readonly children: ReactNode }) {
  const t = useWords(siblingWords);
  const k = useWords(kindWords);
  const lang = useLang();
  const { world } = useStudioHandle();
  const { piece, newer, writtenAt } = side;
  return (
    <th scope="col">
      <span className={classes.head}>
        <span className={classes.lang}>{k(`lang.${piece.lang}`)}</span>
        <b lang={htmlLang(side)}>{piece.title === '' ? t('untitled') : piece.title}</b>
        {children}
      </span>
      <span className={classes.note}>
        {writtenAt !== null && `${t('compare.written', { when: sayWhen(lang, writtenAt, world.now()) })} · `}
        {newer === null ? t('compare.unknown') : t('compare.newer_count', { count: newer.length })}
      </span>
    </th>
  );
}

function Cell({ side, at }: { readonly side: SiblingSide; readonly at: number | null }) {
  const t = useWords(siblingWords);
  const block = at === null ? undefined : side.doc?.content[at];
  if (at === null || block === undefined) return <td className={classes.missing}>{t('compare.missing')}</td>;
  const newer = side.newer?.includes(at) ?? false;
  const text = wordsOf(block);
  return (
    <td lang={htmlLang(side)} data-type={block.type} data-newer={newer || undefined}>
      {newer && <span className="visually-hidden">{t('compare.newer')}</span>}
      {text === '' ? <span className={classes.empty}>{t('compare.empty')}</span> : text}
    </td>
  );
}

const wordsOf = (block: BlockNode): string =>
  block.type === 'horizontalRule' ? '———' : block.type === 'image' ? `▣ ${blockText(block)}` : blockText(block);

import { Menu, Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { PieceCard } from '../../../../contract';
import { type Lang, langs } from '../../../../core/model/records';
import { sayFields } from '../../../../core/words/briefLabels';
import { editorWords } from '../../../../core/words/editor';
import { kindWords } from '../../../../core/words/kinds';
import { siblingWords } from '../../../../core/words/siblings';
import { useLang, useStudio, useStudioHandle, useWords } from '../../../state/StudioProvider';
import { Fields } from '../../../ui/Fields';
import type { Session } from '../session';
import classes from './BriefPanel.module.css';

/** The same piece in other languages: open, compare, unlink; or make or link the one that is missing. */
export function Siblings({ session, readOnly }: { readonly session: Session; readonly readOnly: boolean }) {
  const w = useWords(siblingWords);
  const siblings = useStore(session, (state) => state.opened.siblings);
  const lang = useStore(session, (state) => state.piece.lang);
  const missing = langs.filter((one) => one !== lang && !siblings.some((sibling) => sibling.lang === one));
  return (
    <div className={classes.row}>
      <span className={classes.rowLabel}>{w('label')}</span>
      <div className={classes.rowValue}>
        {siblings.map((sibling) => (
          <Sibling key={sibling.id} session={session} sibling={sibling} readOnly={readOnly} />
        ))}
        {!readOnly && missing.map((one) => <Missing key={one} session={session} lang={one} />)}
      </div>
    </div>
  );
}

function Sibling({
  session,
  sibling: { id, title, lang },
  readOnly,
}: {
  readonly session: Session;
  readonly sibling: { readonly id: string; readonly title: string; readonly lang: Lang };
  readonly readOnly: boolean;
}) {
  const t = useWords(editorWords);
  const w = useWords(siblingWords);
  const k = useWords(kindWords);
  const openPiece = useStudio((state) => state.openPiece);
  const act = useStudio((state) => state.act);
  const notify = useStudio((state) => state.notify);
  const ui = useLang();
  const name = title === '' ? w('untitled') : sayFields(ui, title);
  const unlink = async (): Promise<void> => {
    await session.flush();
    if ((await act('piece.unlink', { id: session.pieceId })) === null) return;
    notify({ message: w('unlink.done', { title: name }), undo: true });
    await session.reload();
  };
  return (
    <div>
      <Tooltip label={t('siblings.open', { title: name })}>
        <button type="button" className={classes.jump} onClick={() => openPiece(id)}>
          <span>{k(`lang.${lang}`)}</span>
          <span lang={lang === 'zh' ? 'zh-CN' : 'en'}>{name}</span>
        </button>
      </Tooltip>
      <div className={classes.acts}>
        <button
          type="button"
          aria-label={w('compare', { title: name })}
          onClick={() => void session.look({ kind: 'sibling', id })}
        >
          {w('compare.short')}
        </button>
        {!readOnly && (
          <button type="button" aria-label={w('unlink', { title: name })} onClick={() => void unlink()}>
            {w('unlink.short')}
          </button>
        )}
      </div>
    </div>
  );
}

function Missing({ session, lang }: { readonly session: Session; readonly lang: Lang }) {
  const w = useWords(siblingWords);
  const k = useWords(kindWords);
  const act = useStudio((state) => state.act);
  const openPiece = useStudio((state) => state.openPiece);
  const [linking, setLinking] = useState(false);
  const make = async (text: 'copy' | 'structure'): Promise<void> => {
    await session.flush();
    const made = await act('piece.make_sibling', { id: session.pieceId, lang, text });
    if (made !== null) openPiece(made.id);
  };
  if (linking) return <LinkExisting session={session} lang={lang} onDone={() => setLinking(false)} />;
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <button type="button" className={classes.jump}>
          <span>+</span>
          <span>{w('make', { lang: k(`lang.${lang}`) })}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => void make('copy')}>{w('make.copy')}</Menu.Item>
        <Menu.Item onClick={() => void make('structure')}>{w('make.structure')}</Menu.Item>
        <Menu.Divider />
        <Menu.Item onClick={() => setLinking(true)}>{w('link')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

/** Finds a piece of that language by its words and links it. */
function LinkExisting({
  session,
  lang,
  onDone,
}: {
  readonly session: Session;
  readonly lang: Lang;
  readonly onDone: () => void;
}) {
  const w = useWords(siblingWords);
  const k = useWords(kindWords);
  const { api } = useStudioHandle();
  const act = useStudio((state) => state.act);
  const notify = useStudio((state) => state.notify);
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly PieceCard[] | null>(null);
  useEffect(() => {
    let left = false;
    void api.call('piece.list', { filter: { query, langs: [lang] }, limit: 8, offset: 0 }).then((answer) => {
      if (!left && answer.ok) setFound(answer.value.items.filter(({ id }) => id !== session.pieceId));
    });
    return () => {
      left = true;
    };
  }, [api, query, lang, session]);
  const link = async ({ id, title }: PieceCard): Promise<void> => {
    await session.flush();
    if ((await act('piece.link', { id: session.pieceId, otherId: id })) === null) return;
    notify({ message: w('link.done', { title: title === '' ? w('untitled') : title }), undo: true });
    await session.reload();
    onDone();
  };
  return (
    <div>
      <input
        ref={(input) => {
          if (query === '') input?.focus();
        }}
        className={classes.line}
        aria-label={w('link.search')}
        placeholder={w('link.search')}
        maxLength={200}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone();
        }}
      />
      {found?.length === 0 && <p className={classes.fact}>{w('link.none', { lang: k(`lang.${lang}`) })}</p>}
      {(found ?? []).map((card) => (
        <button key={card.id} type="button" className={classes.jump} onClick={() => void link(card)}>
          <span>{k(`lang.${card.lang}`)}</span>
          <span>{card.title === '' ? w('untitled') : <Fields text={card.title} />}</span>
        </button>
      ))}
      <button type="button" className={classes.jump} onClick={onDone}>
        <span />
        <span>{w('link.cancel')}</span>
      </button>
    </div>
  );
}

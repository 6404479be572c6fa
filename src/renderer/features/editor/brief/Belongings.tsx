import { useState } from 'react';
import { useStore } from 'zustand';
import type { Json } from '../../../../core/model/json';
import { langs, type Piece, type PieceKind, pieceKinds, subkinds } from '../../../../core/model/records';
import { editorWords } from '../../../../core/words/editor';
import { kindWords, sayKind, saySubkind } from '../../../../core/words/kinds';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { FindingMark } from '../../../ui/FindingMark';
import { TagList } from '../../../ui/TagList';
import type { Session } from '../session';
import classes from './BriefPanel.module.css';
import { Owner } from './Owner';
import { Choice, Line, Row } from './rows';
import { Siblings } from './Siblings';

/** Where the piece belongs: campaign, persona, tags, link, language and notes. Every row is saved as it is left. */
export function Belongings({
  session,
  piece,
  readOnly,
}: {
  readonly session: Session;
  readonly piece: Piece;
  readonly readOnly: boolean;
}) {
  const t = useWords(editorWords);
  const k = useWords(kindWords);
  const lang = useLang();
  const outline = useStudio((state) => state.outline);
  const set = (register: string, value: Json) =>
    void session.change([{ kind: 'set', type: 'piece', id: piece.id, register, value }]);
  const none = { value: '', label: t('belongs.none') };
  const named = (records: readonly { readonly id: string; readonly name: string }[] = []) => [
    none,
    ...records.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return (
    <section className={classes.group} aria-label={t('belongs')}>
      <h2 className={classes.head}>{t('belongs')}</h2>
      <Row label={t('brief.kind')}>
        <Choice
          label={t('brief.kind')}
          value={piece.kind}
          readOnly={readOnly}
          options={pieceKinds.map((kind) => ({ value: kind, label: sayKind(lang, kind) }))}
          onChange={(kind) =>
            void session.change([
              { kind: 'set', type: 'piece', id: piece.id, register: 'kind', value: kind },
              { kind: 'set', type: 'piece', id: piece.id, register: 'subkind', value: null },
            ])
          }
        />
      </Row>
      {subkindsOf(piece.kind).length > 0 && (
        <Row label={t('brief.subkind')}>
          <Choice
            label={t('brief.subkind')}
            value={piece.subkind ?? ''}
            readOnly={readOnly}
            options={[
              { value: '', label: t('brief.subkind_none') },
              ...subkindsOf(piece.kind).map((name) => ({ value: name, label: saySubkind(lang, name) })),
            ]}
            onChange={(subkind) => set('subkind', subkind === '' ? null : subkind)}
          />
        </Row>
      )}
      {(['campaign', 'persona'] as const).map((type) => (
        <Row key={type} label={t(`belongs.${type}`)}>
          <Choice
            label={t(`belongs.${type}`)}
            value={piece[`${type}Id`] ?? ''}
            readOnly={readOnly}
            options={named(outline?.[type])}
            onChange={(id) => set(`${type}Id`, id === '' ? null : id)}
          />
        </Row>
      ))}
      <Row label={t('belongs.owner')}>
        <Owner session={session} piece={piece} readOnly={readOnly} />
      </Row>
      <Row label={t('belongs.product')}>
        <Line
          label={t('belongs.product')}
          value={piece.product}
          hint={t('belongs.product_hint')}
          readOnly={readOnly}
          onCommit={(value) => session.setField('product', value)}
          onLeave={() => void session.flush()}
        />
      </Row>
      <Row label={t('belongs.tags')}>
        <TagList
          label={t('belongs.tags')}
          tags={piece.tags}
          hint={t('belongs.tags_hint')}
          readOnly={readOnly}
          removeLabel={(tag) => t('belongs.tag_remove', { tag })}
          onAdd={(tag) =>
            void session.change([{ kind: 'add', type: 'piece', id: piece.id, set: 'tags', element: tag }])
          }
          onRemove={(tag) =>
            void session.change([{ kind: 'remove', type: 'piece', id: piece.id, set: 'tags', element: tag }])
          }
        />
      </Row>
      <LinkRow session={session} piece={piece} readOnly={readOnly} />
      <Row label={t('belongs.lang')}>
        <Choice
          label={t('belongs.lang')}
          value={piece.lang}
          readOnly={readOnly}
          options={langs.map((one) => ({ value: one, label: k(`lang.${one}`) }))}
          onChange={(one) => set('lang', one)}
        />
      </Row>
      <Siblings session={session} readOnly={readOnly} />
      <Images session={session} />
      <Row label={t('belongs.notes')}>
        <Line
          label={t('belongs.notes')}
          value={piece.notes}
          hint={t('belongs.notes_hint')}
          readOnly={readOnly}
          onCommit={(value) => session.setField('notes', value)}
          onLeave={() => void session.flush()}
        />
      </Row>
    </section>
  );
}

const subkindsOf = (kind: PieceKind): readonly string[] => subkinds[kind];

/** The address readers should reach: checked where it is typed. A bad one is kept out of the plan, not out of the field. */
function LinkRow({
  session,
  piece,
  readOnly,
}: {
  readonly session: Session;
  readonly piece: Piece;
  readonly readOnly: boolean;
}) {
  const t = useWords(editorWords);
  const [bad, setBad] = useState<string | null>(null);
  const commit = (value: string): void => {
    const fine = value === '' || (URL.canParse(value) && /^https?:$/.test(new URL(value).protocol));
    setBad(fine ? null : value);
    if (fine) session.setField('link', value);
  };
  return (
    <Row label={t('belongs.link')}>
      <Line
        label={t('belongs.link')}
        value={bad ?? piece.link}
        hint={t('belongs.link_hint')}
        readOnly={readOnly}
        onCommit={(value) => commit(value.trim())}
        onLeave={() => void session.flush()}
      />
      {bad !== null && <p className={classes.wrong}>{t('belongs.link_bad')}</p>}
    </Row>
  );
}

function Images({ session }: { readonly session: Session }) {
  const t = useWords(editorWords);
  const turn = useStore(session, (state) => state.bodyTurn);
  const images = countImages(session, turn);
  if (images.count === 0) return null;
  return (
    <Row label={t('belongs.images')}>
      <span className={classes.fact}>
        {t('belongs.images_count', images)}
        {images.missing > 0 && <FindingMark severity="warning" />}
      </span>
    </Row>
  );
}

/** Pictures of the text, and how many of them say nothing to someone who cannot see; read when the text rests. */
function countImages(session: Session, _turn: number): { readonly count: number; readonly missing: number } {
  const alts = new Map(session.getState().opened.assets.map((asset) => [asset.id, asset.alt]));
  let count = 0;
  let missing = 0;
  const look = (src: string, alt: string | null | undefined): void => {
    count += 1;
    if (!alt && !alts.get(src)) missing += 1;
  };
  const editor = session.editor();
  if (editor === null)
    for (const block of session.doc().content) {
      if (block.type === 'image') look(block.attrs.src, block.attrs.alt);
    }
  else
    editor.state.doc.forEach((node) => {
      if (node.type.name === 'image') look(String(node.attrs.src), node.attrs.alt as string | null);
    });
  return { count, missing };
}

import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { TemplateEntry } from '../../../contract';
import { fieldsInDoc, fieldsInText } from '../../../core/brief/fields';
import type { BlockNode } from '../../../core/model/doc';
import { blockText } from '../../../core/model/docText';
import { sayBriefLabel } from '../../../core/words/briefLabels';
import { sayKindOf } from '../../../core/words/kinds';
import { templateWords } from '../../../core/words/templates';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { Fields } from '../Fields';
import { KindMark } from '../KindMark';
import classes from './Shelf.module.css';

/** What a piece from this template begins with: title, text with its open fields, and what the brief will ask. */
export function Preview({ template, onUse }: { readonly template: TemplateEntry; readonly onUse: () => void }) {
  const t = useWords(templateWords);
  const lang = useLang();
  const { title, doc, brief, own, tags } = template;
  const asked = [...new Set([...fieldsInText(title), ...(doc === null ? [] : fieldsInDoc(doc))])].filter(
    (name) => (brief[name] ?? '') === '',
  );
  const comma = lang === 'zh' ? '、' : ', ';
  return (
    <section className={classes.preview} aria-label={t('preview')}>
      <div className={classes.page} lang={template.lang === 'zh' ? 'zh-CN' : 'en'}>
        <p className={classes.kind}>
          <KindMark kind={template.kind} /> {sayKindOf(lang, template)}
          {tags.length > 0 && <span className={classes.tags}>{tags.map((tag) => `#${tag}`).join(' ')}</span>}
        </p>
        <h3>
          <Fields text={title} />
        </h3>
        {doc === null ? (
          <p>{t('unreadable')}</p>
        ) : (
          doc.content.map((block, at) => <Block key={keyOf(block, at)} block={block} />)
        )}
      </div>
      <dl className={classes.facts}>
        {asked.length > 0 && (
          <div>
            <dt>{t('asks')}</dt>
            <dd>{asked.map((name) => sayBriefLabel(lang, name)).join(comma)}</dd>
          </div>
        )}
        {Object.entries(brief).map(([name, value]) => (
          <div key={name}>
            <dt>
              {t('prefilled')} · {sayBriefLabel(lang, name)}
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <div className={classes.acts}>
        <Button variant="filled" onClick={onUse} disabled={doc === null} data-testid="use-template">
          {t('use')}
        </Button>
        {own && <Own template={template} />}
      </div>
    </section>
  );
}

const keyOf = (block: BlockNode, at: number): string => block.attrs?.id ?? `${block.type} ${at}`;

function Block({ block }: { readonly block: BlockNode }) {
  const text = blockText(block);
  if (block.type === 'horizontalRule') return <hr />;
  const lines =
    block.type === 'bulletList' || block.type === 'orderedList'
      ? text
          .split('\n')
          .map((line) => `· ${line}`)
          .join('\n')
      : text;
  return (
    <p
      data-type={block.type}
      data-lead={block.attrs?.lead || undefined}
      data-optional={block.attrs?.optional || undefined}
    >
      <Fields text={lines} />
    </p>
  );
}

/** One's own can be renamed and deleted; both can be undone. */
function Own({ template }: { readonly template: TemplateEntry }) {
  const t = useWords(templateWords);
  const act = useStudio((state) => state.act);
  const notify = useStudio((state) => state.notify);
  const [name, setName] = useState<string | null>(null);
  const rename = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const value = (name ?? '').trim();
    setName(null);
    if (value === '' || value === template.name) return;
    await act('change.make', {
      label: { code: 'template_edit', params: { title: value } },
      ops: [{ kind: 'set', type: 'template', id: template.id, register: 'name', value }],
    });
  };
  const remove = async (): Promise<void> => {
    const done = await act('change.make', {
      label: { code: 'template_remove', params: { title: template.name } },
      ops: [{ kind: 'delete', type: 'template', id: template.id }],
    });
    if (done !== null) notify({ message: t('own.removed', { name: template.name }), undo: true });
  };
  if (name !== null)
    return (
      <form className={classes.rename} onSubmit={(event) => void rename(event)}>
        <input
          ref={(input) => {
            if (document.activeElement !== input) input?.focus();
          }}
          aria-label={t('own.name')}
          maxLength={200}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit">{t('save.do')}</Button>
      </form>
    );
  return (
    <>
      <Button onClick={() => setName(template.name)}>{t('own.rename')}</Button>
      <Button onClick={() => void remove()}>{t('own.remove')}</Button>
    </>
  );
}

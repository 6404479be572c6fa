import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import type { TemplateEntry } from '../../../contract';
import { type Lang, langs, type PieceKind, pieceKinds, subkinds } from '../../../core/model/records';
import { kindWords, sayKind, sayKindOf } from '../../../core/words/kinds';
import { templateWords } from '../../../core/words/templates';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { KindMark } from '../KindMark';
import { Segments } from '../Segments';
import { Preview } from './Preview';
import classes from './Shelf.module.css';
import { useTemplates } from './useTemplates';

type Which = PieceKind | 'all' | 'own';

/** The shelf: templates by kind at the left, what one begins with at the right. Arrows choose, Enter starts. */
export function Shelf() {
  const t = useWords(templateWords);
  const k = useWords(kindWords);
  const lang = useLang();
  const startFrom = useStudio((state) => state.startFrom);
  const home = useStudio((state) => state.outline?.workspace[0]?.lang ?? lang);
  const [content, setContent] = useState<Lang>(home);
  const [which, setWhich] = useState<Which>('all');
  const [chosen, setChosen] = useState<string | null>(null);
  const read = useTemplates(content);
  const all = read ?? none;
  const shown = all
    .filter((one) => (which === 'own' ? one.own : which === 'all' || one.kind === which))
    .toSorted((a, b) => rankOf(a) - rankOf(b));
  const template = shown.find(({ id }) => id === chosen) ?? shown[0] ?? null;

  const ready = read !== null;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (ready) list.current?.focus();
  }, [ready]);

  const step = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && template !== null) {
      event.preventDefault();
      void startFrom(template);
      return;
    }
    const at = template === null ? -1 : shown.indexOf(template);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: shown.length - 1 }[event.key];
    const next = to === undefined ? undefined : shown[Math.max(0, Math.min(shown.length - 1, to))];
    if (next === undefined) return;
    event.preventDefault();
    setChosen(next.id);
    document.getElementById(optionId(next.id))?.scrollIntoView({ block: 'nearest' });
  };

  return (
    <div className={classes.shelf} data-testid="shelf">
      <div className={classes.choices}>
        <Segments<Which>
          label={t('kind.label')}
          value={which}
          options={[
            { value: 'all', label: t('kind.all') },
            ...pieceKinds.map((kind) => ({ value: kind, label: sayKind(lang, kind) })),
            { value: 'own', label: t('kind.own') },
          ]}
          onChange={setWhich}
        />
        <Segments<Lang>
          label={t('lang.label')}
          value={content}
          options={langs.map((one) => ({ value: one, label: k(`lang.${one}`) }))}
          onChange={setContent}
        />
      </div>
      <div className={classes.columns}>
        {shown.length === 0 ? (
          <p className={classes.empty}>{which === 'own' ? t('own.empty') : ''}</p>
        ) : (
          <div
            ref={list}
            role="listbox"
            tabIndex={0}
            className={classes.list}
            aria-label={t('list')}
            aria-activedescendant={template === null ? undefined : optionId(template.id)}
            onKeyDown={step}
            onClick={(event) => {
              const option = (event.target as Element).closest<HTMLElement>('[data-template]');
              if (option?.dataset.template !== undefined) setChosen(option.dataset.template);
            }}
          >
            {groupsOf(lang, shown, t('own')).map(({ name, items }) => (
              <fieldset key={name} className={classes.fieldset} aria-label={name}>
                <span className={classes.group} aria-hidden="true">
                  {items[0] !== undefined && !items[0].own && <KindMark kind={items[0].kind} />}
                  {name}
                </span>
                {items.map((one) => (
                  <div
                    key={one.id}
                    id={optionId(one.id)}
                    role="option"
                    tabIndex={-1}
                    aria-selected={one.id === template?.id}
                    data-template={one.id}
                    className={classes.option}
                  >
                    {one.name === '' ? t('untitled') : one.name}
                  </div>
                ))}
              </fieldset>
            ))}
          </div>
        )}
        {template !== null && <Preview key={template.id} template={template} onUse={() => void startFrom(template)} />}
      </div>
    </div>
  );
}

const none: readonly never[] = [];
const optionId = (id: string): string => `template-${id}`;

type Group = { readonly name: string; readonly items: readonly TemplateEntry[] };

/** One's own first, then kinds and sub-kinds in the order of the domain. */
const rankOf = ({ own, kind, subkind }: TemplateEntry): number =>
  own ? -1 : pieceKinds.indexOf(kind) * 100 + (subkinds[kind] as readonly string[]).indexOf(subkind ?? '') + 1;

/** Neighbours under one heading; the list is in order already. */
function groupsOf(lang: Lang, templates: readonly TemplateEntry[], own: string): readonly Group[] {
  const groups = new Map<string, TemplateEntry[]>();
  for (const template of templates) {
    const name = template.own ? own : sayKindOf(lang, template);
    const group = groups.get(name) ?? [];
    group.push(template);
    groups.set(name, group);
  }
  return [...groups].map(([name, items]) => ({ name, items }));
}

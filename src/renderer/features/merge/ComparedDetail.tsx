import { useEffect, useMemo, useState } from 'react';
import type { ComparedCard, ComparedRecord, MergeAuthor } from '../../../contract';
import { diffBlocks } from '../../../core/diff/blocks';
import { emptyDoc } from '../../../core/model/doc';
import { docIn } from '../../../core/model/docIn';
import type { Json } from '../../../core/model/json';
import { conflictWords } from '../../../core/words/conflicts';
import { sayField } from '../../../core/words/keptFields';
import { compareGroupWords, receivedPlanWords } from '../../../core/words/receivedPlan';
import { sayRecordType } from '../../../core/words/recordTypes';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { BlockDiff } from '../../ui/diff/BlockDiff';
import { sayValue } from '../../ui/diff/sayValue';
import { TextChange } from '../../ui/diff/TextChange';
import look from '../../ui/dryRun/dryRun.module.css';
import { useWho } from '../../ui/people/useWho';
import { sayWhen } from '../../ui/sayWhen';
import { groupTone } from './groupTone';
import classes from './Merge.module.css';

/** A scrolled part must be reachable by keys (axe: scrollable-region-focusable). */
const reachable = { tabIndex: 0 } as const;

/** One record whole: what becomes of it, every field word by word, its text block by block. */
export function ComparedDetail({
  job,
  card,
  authors,
}: {
  readonly job: string;
  readonly card: ComparedCard | null;
  readonly authors: readonly MergeAuthor[];
}) {
  const t = useWords(receivedPlanWords);
  const record = useRecord(job, card);
  return (
    <section className={look.detail} aria-label={t('list.label')} {...reachable} data-testid="compared-detail">
      {card === null ? (
        <p className={look.quiet}>{t('detail.none')}</p>
      ) : (
        <>
          <Head card={card} authors={authors} />
          {record !== null && record.id === card.id && (
            <>
              <Changes record={record} />
              <Body record={record} />
            </>
          )}
        </>
      )}
    </section>
  );
}

function Head({ card, authors }: { readonly card: ComparedCard; readonly authors: readonly MergeAuthor[] }) {
  const t = useWords(receivedPlanWords);
  const g = useWords(compareGroupWords);
  const lang = useLang();
  const who = useWho(authors);
  const c = useWords(conflictWords);
  const inside = (name: string): string => (name === c('mine') ? c('mine.inside') : name);
  const { world } = useStudioHandle();
  const { life } = card;
  const when = (at: number | undefined): string => (at === undefined ? '' : sayWhen(lang, at, world.now()));
  return (
    <>
      <h2>{card.name === '' ? t('row.untitled') : card.name}</h2>
      <p className={look.facts}>
        <span className={look.badge} data-group={card.group} data-tone={groupTone[card.group]}>
          {g(card.group)}
        </span>
        <span>{[sayRecordType(lang, card.type), card.where].filter((part) => part !== '').join(' · ')}</span>
        {card.by.map(({ node, at }) => (
          <span key={node}>{t('detail.by', { who: who(node), when: when(at) })}</span>
        ))}
      </p>
      {life === null && card.group === 'deleted' && <p className={classes.told}>{t('life.trashed')}</p>}
      {life !== null && (
        <p className={classes.told}>
          {t(`life.${life.fate}`, {
            who: life.deletedBy === null ? '' : who(life.deletedBy.node),
            when: when(life.deletedBy?.at),
            editor: life.editedBy === null ? '' : inside(who(life.editedBy.node)),
          })}
        </p>
      )}
    </>
  );
}

function Changes({ record }: { readonly record: ComparedRecord }) {
  const t = useWords(receivedPlanWords);
  const lang = useLang();
  const outline = useStudio((state) => state.outline);
  const isNew = record.life?.fate === 'added';
  const fields = isNew
    ? record.fields.filter(({ register }) => toldOfNew.has(register.split('.')[0] ?? ''))
    : record.fields.filter(({ register }) => register !== 'trashed' || record.group !== 'deleted');
  const sets = isNew ? record.sets.filter(({ set }) => toldOfNew.has(set)) : record.sets;
  const said = (register: string, value: Json): string =>
    typeof value === 'boolean' ? t(value ? 'yes' : 'no') : sayValue(lang, outline, register, asText(value));
  if (fields.length + sets.length === 0) return null;
  return (
    <dl className={classes.fields}>
      {fields.map(({ register, mine, theirs, fate }) => (
        <div key={register}>
          <dt>{sayField(lang, register)}</dt>
          <dd>
            {isNew ? (
              said(register, theirs)
            ) : (
              <TextChange before={said(register, mine)} after={said(register, theirs)} empty={t('empty')} />
            )}
            {fate !== 'taken' && <span className={classes.fate}>{t(`fate.${fate}`)}</span>}
          </dd>
        </div>
      ))}
      {sets.map(({ set, added, removed }) => (
        <div key={set}>
          <dt>{sayField(lang, set)}</dt>
          <dd>
            <span className={classes.sets}>
              {removed.map((element) => (
                <del key={element}>{element}</del>
              ))}
              {added.map((element) => (
                <ins key={element}>{element}</ins>
              ))}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** What is worth reading of something new; its name stands above, and the rest is bookkeeping. */
const toldOfNew: ReadonlySet<string> = new Set([
  'brief',
  'kind',
  'subkind',
  'state',
  'tags',
  'personaId',
  'campaignId',
  'ownerId',
  'product',
  'link',
  'notes',
  'day',
  'time',
  'accountId',
]);

const asText = (value: Json): string =>
  value === null ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);

function Body({ record }: { readonly record: ComparedRecord }) {
  const t = useWords(receivedPlanWords);
  const lang = useLang();
  const { body } = record;
  const changes = useMemo(() => {
    if (body === null) return null;
    // Of two texts that overlap both are shown: mine, and what the other one makes of it.
    const other = body.heads.find(({ version }) => version.id !== body.before?.version.id) ?? null;
    const after = docIn((body.fate === 'both' ? other : body.after)?.version.doc);
    const before = body.before === null ? emptyDoc : docIn(body.before.version.doc);
    return before === null || after === null ? 'unknown' : diffBlocks(before, after);
  }, [body]);
  if (body === null || changes === null) return null;
  const isSame = changes !== 'unknown' && changes.every(({ kind }) => kind === 'same');
  // What comes without a word of text has nothing that could differ.
  if (isSame && record.life?.fate === 'added') return null;
  return (
    <>
      <h3>{t('detail.text')}</h3>
      {record.life?.fate !== 'added' && <p className={classes.told}>{t(`detail.text_${body.fate}`)}</p>}
      {changes === 'unknown' ? (
        <p className={classes.told}>{t('detail.text_unknown')}</p>
      ) : isSame ? (
        <p className={look.quiet}>{t('detail.text_same')}</p>
      ) : (
        <div>
          <BlockDiff changes={changes} lang={lang} />
        </div>
      )}
    </>
  );
}

function useRecord(job: string, card: ComparedCard | null): ComparedRecord | null {
  const { api } = useStudioHandle();
  const [record, setRecord] = useState<ComparedRecord | null>(null);
  useEffect(() => {
    if (card === null) return;
    let current = true;
    void api.call('plan.compared_record', { job, type: card.type, id: card.id }).then((answer) => {
      if (current && answer.ok) setRecord(answer.value);
    });
    return () => {
      current = false;
    };
  }, [api, job, card]);
  return card === null ? null : record;
}

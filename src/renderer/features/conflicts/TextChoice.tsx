import { Button } from '@mantine/core';
import { useMemo, useState } from 'react';
import type { ConflictDetail, ConflictText } from '../../../contract';
import type { Doc } from '../../../core/model/doc';
import { type ChoiceRow, choiceRows, chosenDoc, openRows, type Pick } from '../../../core/plan/choosing/rows';
import { conflictWords } from '../../../core/words/conflicts';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { useWho } from '../../ui/people/useWho';
import { sayWhen } from '../../ui/sayWhen';
import { useTakeCommand } from '../../ui/useTakeCommand';
import { ChoiceTable } from './ChoiceTable';
import classes from './Conflicts.module.css';
import { PairPick } from './PairPick';
import type { Resolve } from './Settle';
import { WholeText } from './WholeText';

/** Two texts side by side; each place that differs is chosen by itself, or all at once. */
export function TextChoice({ detail, resolve }: { readonly detail: ConflictDetail; readonly resolve: Resolve }) {
  const t = useWords(conflictWords);
  const { texts, base, card } = detail;
  const openPiece = useStudio((state) => state.openPiece);
  const say = useSayText();
  const [pair, setPair] = useState<readonly [string, string]>(() => firstPair(texts));
  const [chosen, setChosen] = useState<ReadonlyMap<number, Pick>>(new Map());
  const [showsAll, setShowsAll] = useState(false);
  const [left, right] = pair.map((version) => texts.find((text) => text.version === version));
  const rows = useMemo(
    () => (left?.doc == null || right?.doc == null ? null : choiceRows(base?.doc ?? null, left.doc, right.doc)),
    [base, left, right],
  );
  const name = card.name === '' ? t('untitled') : card.name;
  const shown = texts.find(({ version }) => version === detail.shown);
  const waiting = rows === null ? 0 : openRows(rows, chosen);
  const doc = rows === null ? null : chosenDoc(rows, chosen);
  const all = (pick: Pick | null): void => setChosen(rows === null || pick === null ? new Map() : allAs(rows, pick));
  const take = async (made: Doc): Promise<void> => {
    const alone =
      texts.length === 2 && left !== undefined && right !== undefined
        ? wholeVersion(rows ?? [], chosen, left, right)
        : null;
    if (alone === null) await resolve({ how: 'doc', doc: made, versions: texts.map(({ version }) => version) }, 'text');
    else await resolve({ how: 'text', version: alone }, 'text');
  };
  useTakeCommand('conflicts.take', conflictWords, 'command.take', () => {
    if (doc !== null) void take(doc);
  });
  if (left === undefined || right === undefined) return null;
  return (
    <>
      <h2>{t('body.question', { mine: say.who(left), theirs: say.who(right), title: name })}</h2>
      {texts.length > 2 && (
        <PairPick
          texts={texts}
          pair={pair}
          say={say.by}
          onPair={(next) => {
            setPair(next);
            setChosen(new Map());
          }}
        />
      )}
      {shown !== undefined && <p className={classes.quiet}>{t('later', { which: say.by(shown) })}</p>}
      {rows === null ? (
        <p className={classes.told}>{t('body.unknown')}</p>
      ) : (
        <>
          {base === null && <p className={classes.told}>{t('body.no_base')}</p>}
          <fieldset className={classes.acts}>
            <legend className="visually-hidden">{t('all.label')}</legend>
            <Button onClick={() => all('mine')}>{t('all.mine')}</Button>
            <Button onClick={() => all('theirs')}>{t('all.theirs')}</Button>
            <Button onClick={() => all('both')}>{t('all.both')}</Button>
            <Button onClick={() => all(null)}>{t('all.proposal')}</Button>
          </fieldset>
          <ChoiceTable
            rows={rows}
            chosen={chosen}
            heads={[say.by(left), say.by(right)]}
            onPick={(at, pick) => setChosen((before) => new Map(before).set(at, pick))}
          />
          {showsAll && <WholeText rows={rows} chosen={chosen} />}
          <div className={classes.foot}>
            <span role="status">{waiting > 0 ? t('body.open_rows', { count: waiting }) : t('body.ready')}</span>
            <Button variant="subtle" onClick={() => setShowsAll(!showsAll)}>
              {t(showsAll ? 'preview.hide' : 'preview.show')}
            </Button>
            {card.type === 'piece' && (
              <Button variant="subtle" onClick={() => openPiece(card.id)}>
                {t('open')}
              </Button>
            )}
            <Button
              variant="filled"
              disabled={doc === null}
              title={doc === null ? t('body.take_wait', { count: waiting }) : undefined}
              onClick={() => {
                if (doc !== null) void take(doc);
              }}
            >
              {t('body.take')}
            </Button>
          </div>
        </>
      )}
    </>
  );
}

/** My own text at the left, where there is one; the newest other at the right. */
function firstPair(texts: readonly ConflictText[]): readonly [string, string] {
  const mine = texts.find((text) => text.mine) ?? texts[1] ?? texts[0];
  const theirs = texts.find((text) => text !== mine);
  return [mine?.version ?? '', theirs?.version ?? ''];
}

const allAs = (rows: readonly ChoiceRow[], pick: Pick): ReadonlyMap<number, Pick> =>
  new Map(rows.flatMap((row, at) => (row.kind === 'differs' ? [[at, pick] as const] : [])));

/** The version that was chosen as a whole: then it stands as it was written, ids and all. */
function wholeVersion(
  rows: readonly ChoiceRow[],
  chosen: ReadonlyMap<number, Pick>,
  left: ConflictText,
  right: ConflictText,
): string | null {
  const taken = rows.flatMap((row, at) => (row.kind === 'differs' ? [chosen.get(at) ?? row.usual] : []));
  if (taken.every((pick) => pick === 'mine')) return left.version;
  return taken.every((pick) => pick === 'theirs') ? right.version : null;
}

function useSayText() {
  const t = useWords(conflictWords);
  const lang = useLang();
  const who = useWho();
  const { world } = useStudioHandle();
  const name = ({ by, mine }: ConflictText): string => (mine ? t('mine') : by === null ? t('unknown') : who(by.node));
  const at = ({ by }: ConflictText): string => sayWhen(lang, by?.at ?? null, world.now());
  return { who: name, by: (text: ConflictText): string => t('text.by', { who: name(text), when: at(text) }) };
}

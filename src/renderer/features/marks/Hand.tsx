import { Button } from '@mantine/core';
import { IconFolderOpen } from '@tabler/icons-react';
import { useState } from 'react';
import type { CallOutput, ReviewOffer } from '../../../contract';
import { marksWords } from '../../../core/words/marks';
import type { MarksTask } from '../../state/route';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { useChangeTurn } from '../../state/useChangeTurn';
import { Empty } from '../../ui/Empty';
import { Screen, ToolbarGap } from '../../ui/Screen';
import classes from './Hand.module.css';
import { HandRows, keyOf } from './HandRows';
import { HandSide, type Letter } from './HandSide';
import shared from './Marks.module.css';
import { useAsked } from './useAsked';
import { type HandSource, useHandSources } from './useHandSources';

const CHANGE_REST = 250;

/** Which texts somebody is to read, and a word to them; then one folder with a file and a page. */
export function Hand({ task }: { readonly task: Extract<MarksTask, { readonly kind: 'hand' }> }) {
  const sources = useHandSources(task);
  const [chosen, setChosen] = useState<string | null>(null);
  const source = sources.find(({ key }) => key === chosen) ?? sources[0];
  if (source === undefined) return null;
  return <Choosing key={source.key} source={source} sources={sources} onSource={setChosen} />;
}

function Choosing({
  source,
  sources,
  onSource,
}: {
  readonly source: HandSource;
  readonly sources: readonly HandSource[];
  readonly onSource: (key: string) => void;
}) {
  const t = useWords(marksWords);
  const lang = useLang();
  const studio = useStudioHandle();
  // What was handed over is asked for from then on, and an undo takes that back: both are seen here.
  const { answer } = useAsked('review.offer', source.input, useChangeTurn(CHANGE_REST));
  const offers = answer?.offers ?? [];
  const me = useStudio((state) => state.outline?.member[0]?.name ?? '');
  const [letter, setLetter] = useState<Letter>({ by: me, note: '', pictures: true });
  /** What a person ticked or left out; everything else is ticked where it was asked for. */
  const [own, setOwn] = useState<ReadonlyMap<string, boolean>>(new Map());
  const [writing, setWriting] = useState(false);
  const [written, setWritten] = useState<CallOutput<'review.write'> | null>(null);
  const isTicked = (offer: ReviewOffer): boolean => own.get(keyOf(offer)) ?? offer.asked;
  const ticked = offers.filter(isTicked);

  const write = async (): Promise<void> => {
    const { act, announce } = studio.getState();
    const folder = await act('dialog.choose_folder', {});
    if (folder === null) return;
    setWriting(true);
    const choice = { targets: ticked.map(({ target }) => target), lang, ...letter };
    const done = await act('review.write', { choice, token: folder.token });
    setWriting(false);
    setWritten(done);
    if (done !== null) announce(t('hand.done', { folder: done.folder }));
  };
  const tick = (each: readonly (readonly [string, boolean])[]): void => {
    setOwn(new Map([...own, ...each]));
    setWritten(null);
  };
  const more = source.more + (answer?.more ?? 0);
  return (
    <Screen
      label={t('title.hand')}
      toolbar={
        <>
          <h1 className={shared.heading}>{t('title.hand')}</h1>
          <select
            className={classes.source}
            aria-label={t('hand.source')}
            value={source.key}
            onChange={(event) => onSource(event.currentTarget.value)}
          >
            {sources.map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
          <span className={shared.quiet}>{t('hand.chosen', { count: ticked.length })}</span>
          <ToolbarGap />
          <Button
            disabled={ticked.length === offers.length}
            onClick={() => tick(offers.map((offer) => [keyOf(offer), true]))}
          >
            {t('hand.all')}
          </Button>
          <Button disabled={own.size === 0} onClick={() => setOwn(new Map())}>
            {t('hand.asked')}
          </Button>
          <Button
            variant="filled"
            disabled={ticked.length === 0 || writing}
            leftSection={<IconFolderOpen size={15} stroke={1.6} aria-hidden="true" />}
            onClick={() => void write()}
          >
            {t(writing ? 'hand.writing' : 'hand.write')}
          </Button>
        </>
      }
      inspectorOpen
      inspector={<HandSide ticked={ticked} letter={letter} onLetter={setLetter} />}
    >
      {written !== null && (
        <output className={classes.told}>
          <span>{t('hand.done', { folder: written.folder })}</span>
          <Button onClick={() => void studio.getState().act('studio.reveal', { what: 'export' })}>
            {t('hand.reveal')}
          </Button>
        </output>
      )}
      {answer !== null && offers.length === 0 ? (
        <Empty text={t('hand.none')} action={<ToLibrary />} />
      ) : (
        <div className={shared.page}>
          <p className={shared.lead}>{t('hand.lead')}</p>
          {more > 0 && <p className={classes.more}>{t('hand.more', { count: more })}</p>}
          {answer === null && <p className={shared.lead}>{t('working')}</p>}
          <HandRows offers={offers} isTicked={isTicked} onTick={(offer) => tick([[keyOf(offer), !isTicked(offer)]])} />
          {ticked.length > 0 && ticked.length < offers.length && (
            <p className={shared.lead}>{t('hand.others', { count: offers.length - ticked.length })}</p>
          )}
        </div>
      )}
    </Screen>
  );
}

export function ToLibrary() {
  const t = useWords(marksWords);
  const go = useStudio((state) => state.go);
  return <Button onClick={() => go({ screen: 'library' })}>{t('list.library')}</Button>;
}

import { IconX } from '@tabler/icons-react';
import { keptSentences } from '../../../core/adapt/keep';
import type { ReadSentence } from '../../../core/adapt/reading';
import type { Source } from '../../../core/adapt/types';
import { reviewWords } from '../../../core/words/review';
import type { Outcome } from '../../state/adapting/adaptTask';
import { useWords } from '../../state/StudioProvider';
import { htmlLang } from '../../ui/adapted/names';
import trace from './Trace.module.css';

/** What a person keeps in this version, whatever has to go for space: sentences, and a title, link, tag or picture. */
export function Kept({
  outcome,
  sentences,
  onKeep,
}: {
  readonly outcome: Outcome;
  readonly sentences: readonly ReadSentence[];
  readonly onKeep: (sentence: string, keep: boolean) => void;
}) {
  const t = useWords(reviewWords);
  const kept = keptSentences(outcome.task.variant);
  if (kept.length === 0) return null;
  const here = new Set([...sentences.map(({ text }) => text), ...besideText(outcome.source)]);
  return (
    <div className={trace.kept}>
      <h3>{t('trace.kept_title')}</h3>
      <ul className={trace.entries}>
        {kept.map((sentence) => (
          <li key={sentence} className={trace.card} data-action="kept">
            <p className={trace.words} lang={htmlLang(outcome.source.lang)}>
              {sentence}
            </p>
            <div className={trace.why}>
              <span>{here.has(sentence) ? '' : t('trace.kept_gone')}</span>
              <button type="button" className={trace.keep} onClick={() => onKeep(sentence, false)}>
                <IconX size={14} stroke={1.6} aria-hidden="true" />
                {t('trace.let_go')}
                <span className="visually-hidden">{sentence}</span>
              </button>
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** What can be kept and is no sentence of the body. */
const besideText = ({ title, link, tags, images, brief }: Source): readonly string[] => [
  title.trim(),
  link.trim(),
  ...tags,
  brief.hashtag ?? '',
  ...images.map(({ name }) => name),
];

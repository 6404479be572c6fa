import type { SheetChoice, SheetText } from '../../../../core/sheets/sheetRows';
import { delimiters } from '../../../../core/sheets/table';
import { encodings, type TextRead } from '../../../../core/text/encoding';
import { delimiterNames, textReadWords } from '../../../../core/words/textRead';
import { useWords } from '../../../state/StudioProvider';
import { Fact } from './Fact';
import classes from './Mapping.module.css';

/** How a text file was taken apart: both guesses can be wrong, and both can be said. */
export function TextFacts({
  text,
  busy,
  onChoose,
}: {
  readonly text: SheetText;
  readonly busy: boolean;
  readonly onChoose: (change: SheetChoice) => void;
}) {
  const t = useWords(textReadWords);
  const { delimiter, delimiterChosen } = text;
  const name = (one: typeof delimiter): string => t(`delimiter.${delimiterNames[one]}`);
  return (
    <>
      <EncodingFact read={text} busy={busy} onChoose={(encoding) => onChoose({ encoding, ...afresh })} />
      <Fact label={t('delimiter')} note={t(delimiterChosen ? 'delimiter.chosen' : 'delimiter.told')}>
        {(id) => (
          <select
            id={id}
            className={classes.input}
            value={delimiterChosen ? delimiter : ''}
            aria-disabled={busy}
            onChange={(event) => {
              const chosen = delimiters.find((one) => one === event.currentTarget.value) ?? null;
              onChoose({ delimiter: chosen, ...afresh });
            }}
          >
            <option value="">
              {delimiterChosen ? t('delimiter.by_itself_again') : t('delimiter.by_itself', { name: name(delimiter) })}
            </option>
            {delimiters.map((one) => (
              <option key={one} value={one}>
                {name(one)}
              </option>
            ))}
          </select>
        )}
      </Fact>
    </>
  );
}

/** Other characters or delimiters make other columns: what was said of the old ones would fall on strangers. */
const afresh: SheetChoice = { fields: {}, headerRow: null, order: null, year: null };

export function EncodingFact({
  read,
  busy,
  onChoose,
}: {
  readonly read: TextRead;
  readonly busy: boolean;
  readonly onChoose: (encoding: TextRead['encoding'] | null) => void;
}) {
  const t = useWords(textReadWords);
  const { encoding, guessed, chosen } = read;
  const note = chosen ? 'encoding.chosen' : guessed ? 'encoding.guessed' : 'encoding.told';
  return (
    <Fact label={t('encoding')} note={t(note)} isOpen={guessed && !chosen}>
      {(id) => (
        <select
          id={id}
          className={classes.input}
          value={chosen ? encoding : ''}
          aria-disabled={busy}
          onChange={(event) => onChoose(encodings.find((one) => one === event.currentTarget.value) ?? null)}
        >
          <option value="">
            {chosen ? t('encoding.by_itself_again') : t('encoding.by_itself', { name: t(`encoding.${encoding}`) })}
          </option>
          {encodings.map((one) => (
            <option key={one} value={one}>
              {t(`encoding.${one}`)}
            </option>
          ))}
        </select>
      )}
    </Fact>
  );
}

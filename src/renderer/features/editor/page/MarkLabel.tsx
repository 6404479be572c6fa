import { IconFlag, IconGripVertical, IconLock, IconScissors } from '@tabler/icons-react';
import type { BlockMarks } from '../../../../core/model/doc';
import type { PlatformPack } from '../../../../core/platforms/pack';
import { editorWords } from '../../../../core/words/editor';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { PlatformTile } from '../../../ui/PlatformTile';
import classes from './Margin.module.css';

const flags = [
  { mark: 'lead', Icon: IconFlag },
  { mark: 'keep', Icon: IconLock },
  { mark: 'optional', Icon: IconScissors },
] as const;

/** What a block is for, in the margin: its first mark in words, the others as signs below. */
export function MarkLabel({ marks }: { readonly marks: BlockMarks }) {
  const t = useWords(editorWords);
  const side = marks.only.length > 0 ? 'only' : marks.not.length > 0 ? 'not' : null;
  const on = flags.filter(({ mark }) => marks[mark]);
  const [first, ...rest] = on;
  if (side === null && first === undefined)
    return (
      <span className={classes.label} data-tone="quiet">
        <span className={classes.first}>
          <IconGripVertical size={13} stroke={1.6} aria-hidden="true" /> {t('margin.mark')}
        </span>
      </span>
    );
  const signs = side === null ? rest : on;
  return (
    <span className={classes.label} data-tone={side ?? undefined}>
      <span className={classes.first}>
        {side !== null ? (
          <>
            {t(`margin.${side}`)} <Glyphs refs={marks[side]} />
          </>
        ) : (
          first !== undefined && (
            <>
              <first.Icon size={13} stroke={1.6} aria-hidden="true" /> {t(`margin.${first.mark}`)}
            </>
          )
        )}
      </span>
      {signs.length > 0 && (
        <span className={classes.signs}>
          {signs.map(({ mark, Icon }) => (
            <Icon key={mark} size={13} stroke={1.6} aria-hidden="true" />
          ))}
        </span>
      )}
    </span>
  );
}

/** Tiles that fit beside the word in the narrowest margin. */
const SHOWN = 2;

function Glyphs({ refs }: { readonly refs: readonly string[] }) {
  const packs = useStudio((state) => state.packs);
  const platforms = [...new Set(refs.map(platformId))];
  const shown = platforms.length > SHOWN ? platforms.slice(0, SHOWN - 1) : platforms;
  return (
    <span className={classes.glyphs}>
      {shown.map((id) => (
        <PlatformTile key={id} size="small" glyph={packs?.get(id)?.glyph ?? id.slice(0, 1)} />
      ))}
      {platforms.length > shown.length && <span aria-hidden="true">+{platforms.length - shown.length}</span>}
    </span>
  );
}

const platformId = (ref: string): string => ref.split('/', 1)[0] ?? ref;

/** Every mark of a block in words, platforms and single formats by name. */
export function useMarkNames(marks: BlockMarks): readonly string[] {
  const t = useWords(editorWords);
  const lang = useLang();
  const packs = useStudio((state) => state.packs);
  const listed = (side: 'only' | 'not'): readonly string[] =>
    marks[side].length === 0
      ? []
      : [
          `${t(`margin.${side}`)} ${marks[side].map((ref) => nameOf(packs, lang, ref)).join(lang === 'zh' ? '、' : ', ')}`,
        ];
  return [
    ...flags.filter(({ mark }) => marks[mark]).map(({ mark }) => t(`margin.${mark}`)),
    ...listed('only'),
    ...listed('not'),
  ];
}

function nameOf(packs: ReadonlyMap<string, PlatformPack> | null, lang: 'zh' | 'en', ref: string): string {
  const pack = packs?.get(platformId(ref));
  const format = pack?.formats.find(({ id }) => `${pack.id}/${id}` === ref);
  return pack === undefined ? ref : format === undefined ? pack[lang] : `${pack[lang]} · ${format[lang]}`;
}

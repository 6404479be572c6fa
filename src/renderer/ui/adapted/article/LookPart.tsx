import type { CSSProperties } from 'react';
import { NIGHT_PAGE } from '../../../../core/article/nightColours';
import { type ThemeId, themeIdOf, themeIds, themes } from '../../../../core/article/themes';
import { articleWords, sayTheme, themeWords } from '../../../../core/words/article';
import { sayUnit } from '../../../../core/words/platforms';
import { useLang, useStudio, useWords } from '../../../state/StudioProvider';
import { styleOf } from '../preview/ArticleText';
import { nightStyle } from '../preview/nightStyle';
import type { ArticleProps } from './ArticleCopy';
import classes from './ArticleSheet.module.css';

/** Which looks the article goes out in: its account's, or its own. What they cost is counted with them. */
export function LookPart({
  adapted,
  format,
  account,
  pieceId,
  theme,
  used,
  night,
}: ArticleProps & { readonly used: ThemeId; readonly night: boolean }) {
  const t = useWords(articleWords);
  const w = useWords(themeWords);
  const lang = useLang();
  const act = useStudio((state) => state.act);
  const dress = (own: ThemeId | null): void =>
    void act('variant.dress', { pieceId, format: format.ref, accountId: account?.id ?? null, theme: own });
  const usual = themeIdOf(account?.theme);
  const count = adapted.counts.find(({ field }) => field === 'body');
  return (
    <>
      <fieldset className={classes.looks}>
        <legend className="visually-hidden">{w('label')}</legend>
        {([null, ...themeIds] as const).map((one) => {
          const shown = one ?? usual;
          return (
            <label key={one ?? ''} className={classes.look}>
              <input
                type="radio"
                name="article-theme"
                checked={(theme === '' ? null : used) === one}
                onChange={() => dress(one)}
              />
              <span className={classes.sample} data-scheme={night ? 'dark' : 'light'} aria-hidden="true">
                <span style={sampleOf(shown, night)}>{t('sample')}</span>
              </span>
              <span className={classes.lookWords}>
                {one === null ? w('of_account', { name: sayTheme(lang, usual) }) : w(one)}
                <span className={classes.quiet}>{one === null ? w('account.short') : w(`${one}.note`)}</span>
              </span>
            </label>
          );
        })}
      </fieldset>
      {count !== undefined && (
        <p className={classes.count}>
          {t('count', {
            value: count.value.toLocaleString('en-US'),
            limit: count.limit === null ? '–' : count.limit.toLocaleString('en-US'),
            unit: sayUnit(lang, count.unit),
          })}
        </p>
      )}
      <p className={classes.quiet}>{t('night.note')}</p>
    </>
  );
}

/** A heading as the theme writes it, without the room it takes in an article. */
const sampleOf = (theme: ThemeId, night: boolean): CSSProperties => {
  const written = styleOf(themes[theme].heading);
  return { ...(night ? nightStyle(written, NIGHT_PAGE).style : written), margin: 0, fontSize: 12, lineHeight: '18px' };
};

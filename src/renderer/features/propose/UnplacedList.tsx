import { useId } from 'react';
import { unplacedGroups } from '../../../core/propose/groups';
import type { Unplaced } from '../../../core/propose/types';
import { proposeWords } from '../../../core/words/propose';
import { sayHindrance, sayUnplaced } from '../../../core/words/proposeReasons';
import { useLang, useStudio, useWords } from '../../state/StudioProvider';
import { KindMark } from '../../ui/KindMark';
import { titleOrNone } from '../../ui/plan/tileWords';
import classes from './Found.module.css';

/** What found no place, by what hinders it: what is mended together stands together. */
export function UnplacedList() {
  const t = useWords(proposeWords);
  const lang = useLang();
  const id = useId();
  const unplaced = useStudio(({ proposing }) => proposing?.state?.proposal?.unplaced) ?? [];
  if (unplaced.length === 0) return null;
  return (
    <section aria-label={t('unplaced', { count: unplaced.length })}>
      <h3 className={classes.subhead}>{t('unplaced', { count: unplaced.length })}</h3>
      {unplacedGroups(unplaced).map(({ hindrance, posts }) => (
        <section key={hindrance} aria-labelledby={`${id}${hindrance}`}>
          <h4 id={`${id}${hindrance}`} className={classes.hindrance}>
            {t('unplaced.group', { hindrance: sayHindrance(lang, hindrance), count: posts.length })}
          </h4>
          <ul className={classes.list}>
            {posts.map((one) => (
              <UnplacedPost key={one.unit} one={one} />
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function UnplacedPost({ one }: { readonly one: Unplaced }) {
  const lang = useLang();
  const t = useWords(proposeWords);
  const piece = useStudio(({ proposing }) => proposing?.state?.pieces[one.pieceId]);
  const packs = useStudio(({ packs: known }) => known);
  const { why, help } = sayUnplaced(lang, one);
  const [platform = '', format = ''] = (one.format ?? '').split('/');
  const pack = packs?.get(platform);
  const where =
    one.format === null
      ? t('unplaced.any')
      : `${pack?.[lang] ?? platform} · ${pack?.formats.find(({ id }) => id === format)?.[lang] ?? format}`;
  return (
    <li className={classes.unplaced}>
      <p className={classes.name}>
        {piece !== undefined && <KindMark kind={piece.kind} />}
        <b>{titleOrNone(lang, piece?.title ?? '')}</b>
      </p>
      <p className={classes.where}>{where}</p>
      <p>{why}</p>
      {help !== '' && <p className={classes.help}>{help}</p>}
    </li>
  );
}

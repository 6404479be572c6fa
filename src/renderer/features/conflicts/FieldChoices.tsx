import { Button } from '@mantine/core';
import type { ConflictDetail } from '../../../contract';
import { conflictWords } from '../../../core/words/conflicts';
import { sayField } from '../../../core/words/keptFields';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import { sayValue } from '../../ui/diff/sayValue';
import { TextChange } from '../../ui/diff/TextChange';
import { useWho } from '../../ui/people/useWho';
import { sayWhen, sayWhole } from '../../ui/sayWhen';
import classes from './Conflicts.module.css';
import type { Resolve } from './Settle';

type Props = { readonly detail: ConflictDetail; readonly resolve: Resolve };

/** Deleted by one, edited by another who did not know: it stays until somebody says. */
export function LifeChoice({ detail, resolve }: Props) {
  const t = useWords(conflictWords);
  const lang = useLang();
  const who = useWho();
  const openPiece = useStudio((state) => state.openPiece);
  const { world } = useStudioHandle();
  const { card } = detail;
  const [deleted, edited] = card.by;
  const inside = (name: string): string => (name === t('mine') ? t('mine.inside') : name);
  return (
    <>
      <h2>
        {t('life.question', {
          name: card.name === '' ? t('untitled') : card.name,
          deleted: deleted === undefined ? t('unknown') : who(deleted.node),
          deletedAt: sayWhen(lang, deleted?.at ?? null, world.now()),
          edited: edited === undefined ? t('unknown') : inside(who(edited.node)),
          editedAt: sayWhen(lang, edited?.at ?? null, world.now()),
        })}
      </h2>
      {detail.fields.length > 0 && (
        <>
          <h3>{t('life.fields')}</h3>
          <Fields detail={detail} />
        </>
      )}
      <div className={classes.acts}>
        <Button variant="filled" onClick={() => void resolve({ how: 'keep' }, 'keep')}>
          {t('life.keep')}
        </Button>
        <Button onClick={() => void resolve({ how: 'delete' }, 'delete')}>{t('life.delete')}</Button>
        {card.type === 'piece' && (
          <Button variant="subtle" onClick={() => openPiece(card.id)}>
            {t('open')}
          </Button>
        )}
      </div>
    </>
  );
}

/** Edits from more than a day ahead, outside the plan until somebody takes them as their own. */
export function HeldChoice({ detail, resolve }: Props) {
  const t = useWords(conflictWords);
  const lang = useLang();
  const who = useWho();
  const { card } = detail;
  const [latest] = [...card.by].sort((a, b) => b.at - a.at);
  const name = card.name === '' ? t('untitled') : card.name;
  return (
    <>
      <h2>{t('held.question', { name, when: latest === undefined ? t('unknown') : sayWhole(lang, latest.at) })}</h2>
      <p className={classes.quiet}>
        {card.by.map(({ node, at }) => t('text.by', { who: who(node), when: sayWhole(lang, at) })).join(' / ')}
      </p>
      <Fields detail={detail} />
      <div className={classes.acts}>
        <Button variant="filled" onClick={() => void resolve({ how: 'take' }, 'take')}>
          {t('held.take')}
        </Button>
        <Button onClick={() => void resolve({ how: 'leave' }, 'leave')}>{t('held.leave')}</Button>
      </div>
      <p className={classes.quiet}>{t('held.note')}</p>
    </>
  );
}

function Fields({ detail }: { readonly detail: ConflictDetail }) {
  const t = useWords(conflictWords);
  const lang = useLang();
  const outline = useStudio((state) => state.outline);
  return (
    <dl className={classes.fields}>
      {detail.fields.map(({ register, mine, theirs }) => (
        <div key={register}>
          <dt>{sayField(lang, register)}</dt>
          <dd>
            {detail.card.kind === 'life' ? (
              sayValue(lang, outline, register, theirs) || t('empty')
            ) : (
              <TextChange
                before={sayValue(lang, outline, register, mine)}
                after={sayValue(lang, outline, register, theirs)}
                empty={t('empty')}
              />
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

import { voiceOf } from '../../../core/adapt/source';
import type { Account, Persona } from '../../../core/model/records';
import { settingsWords } from '../../../core/words/settings';
import { type Say, useStudio, useWords } from '../../state/StudioProvider';
import { TagList } from '../../ui/TagList';
import { Row, TextRow } from './Row';
import classes from './Settings.module.css';
import { useRecordEdit } from './useRecordEdit';

const lines = ['signOff', 'linkLine'] as const;
const lists = [
  ['standingTags', 'accounts.tags', 'accounts.tags_hint'],
  ['useWords', 'accounts.use', 'accounts.words_hint'],
  ['avoidWords', 'accounts.avoid', 'accounts.words_hint'],
] as const;

/** How an account speaks: lines, tags and words of its own, what its persona has besides, and what comes of both. */
export function VoiceRows({ account }: { readonly account: Account }) {
  const t = useWords(settingsWords);
  const persona = useStudio((state) => state.outline?.persona.find(({ id }) => id === account.personaId) ?? null);
  const edit = useRecordEdit('account', account.id, 'account_edit', account.name);
  return (
    <>
      {lines.map((name) => (
        <TextRow
          key={name}
          label={t(`accounts.${name}`)}
          value={account[name]}
          note={lineNote(t, account[name], persona?.[name] ?? '', persona?.name ?? '')}
          onSave={(text) => edit.set(name, text)}
        />
      ))}
      {lists.map(([name, label, hint]) => (
        <Row key={name} label={t(label)} note={listNote(t, persona?.[name] ?? none, persona?.name ?? '')}>
          <TagList
            label={t(label)}
            tags={account[name]}
            hint={t(hint)}
            removeLabel={(tag) => t('tag_remove', { tag })}
            onAdd={(tag) => edit.add(name, tag)}
            onRemove={(tag) => edit.remove(name, tag)}
          />
        </Row>
      ))}
      <Together account={account} persona={persona} />
    </>
  );
}

const none: readonly string[] = [];
type Words = Say<keyof (typeof settingsWords)['zh']>;

/** What wins when a line is written in both places, and what an empty one means. */
function lineNote(t: Words, own: string, personas: string, who: string): string | undefined {
  if (own !== '') return personas === '' ? undefined : t('accounts.line_own', { who });
  return personas === '' ? t('accounts.line_none') : t('accounts.line_persona', { who, text: personas });
}

function listNote(t: Words, personas: readonly string[], who: string): string | undefined {
  return personas.length === 0 ? undefined : t('accounts.words_both', { who, words: personas.join(' · ') });
}

/** What a text of this account goes out with, and whose each part is. */
function Together({ account, persona }: { readonly account: Account; readonly persona: Persona | null }) {
  const t = useWords(settingsWords);
  const community = useStudio((state) => state.outline?.community.find(({ id }) => id === account.communityId) ?? null);
  const voice = voiceOf(account, persona, community);
  const from = (own: boolean): string => (own ? t('accounts.from_account') : (persona?.name ?? ''));
  return (
    <Row label={t('accounts.together')} note={t('accounts.together_note')}>
      <dl className={classes.together}>
        {lines.map((name) => (
          <div key={name}>
            <dt>{t(`accounts.${name}`)}</dt>
            <dd>
              {voice[name] === '' ? (
                <span className={classes.faint}>{t('accounts.nothing')}</span>
              ) : (
                <>
                  {voice[name]} <span className={classes.from}>{from(account[name] !== '')}</span>
                </>
              )}
            </dd>
          </div>
        ))}
        {lists.map(([name, label]) => (
          <div key={name}>
            <dt>{t(label)}</dt>
            <dd>
              {voice[name].length === 0 && <span className={classes.faint}>{t('accounts.nothing')}</span>}
              {voice[name].map((word) => (
                <span key={word} className={classes.word}>
                  {word} <span className={classes.from}>{from(account[name].includes(word))}</span>
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Row>
  );
}

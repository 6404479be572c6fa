import { useEffect, useId } from 'react';
import type { PieceCard } from '../../../contract';
import { isFiltering } from '../../../core/schedule/filter';
import { proposeWords } from '../../../core/words/propose';
import { useLang, useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';
import type { Studio } from '../../state/studio';
import { KindMark } from '../../ui/KindMark';
import { titleOrNone } from '../../ui/plan/tileWords';
import { CheckList } from './CheckList';
import type { Source } from './draft';
import classes from './Form.module.css';
import frame from './Propose.module.css';
import type { DraftProps } from './ProposeForm';

/** Most pieces one proposal is asked about, as in the contract. */
const MOST = 500;
const noCampaigns: readonly { readonly id: string; readonly name: string }[] = [];

/** Which pieces: where they come from, then each by itself. */
export function PiecePick({ draft, setDraft }: DraftProps) {
  const t = useWords(proposeWords);
  const lang = useLang();
  const id = useId();
  const studio = useStudioHandle();
  const campaigns = useStudio((state) => state.outline?.campaign ?? noCampaigns);
  const waiting = useStudio((state) => state.tray.length);
  const filtering = useStudio((state) => isFiltering(state.filter));
  const { source, pieces } = draft;
  useEffect(() => {
    if (pieces !== null) return;
    let current = true;
    void piecesFrom(studio, source).then((found) => {
      if (current) setDraft((now) => ({ ...now, pieces: found, pieceIds: new Set(found.map((piece) => piece.id)) }));
    });
    return () => {
      current = false;
    };
  }, [studio, source, pieces, setDraft]);
  return (
    <fieldset className={classes.group}>
      <legend>{t('pieces')}</legend>
      <label className="visually-hidden" htmlFor={id}>
        {t('pieces')}
      </label>
      <select
        id={id}
        value={source}
        onChange={({ target }) =>
          setDraft((now) => ({ ...now, source: target.value as Source, pieces: null, pieceIds: new Set() }))
        }
      >
        <option value="tray">{t('pieces.tray', { count: waiting })}</option>
        {filtering && <option value="filter">{t('pieces.filter')}</option>}
        {campaigns.map((campaign) => (
          <option key={campaign.id} value={`campaign ${campaign.id}`}>
            {t('pieces.campaign', { name: campaign.name })}
          </option>
        ))}
      </select>
      {pieces === null && <p className={frame.note}>{t('pieces.loading')}</p>}
      {pieces?.length === 0 && <p className={frame.note}>{t('pieces.none')}</p>}
      {pieces !== null && pieces.length > 0 && (
        <CheckList
          summary={t('pieces.chosen', { count: draft.pieceIds.size, all: pieces.length })}
          groups={[
            {
              id: 'all',
              label: null,
              rows: pieces.map((piece) => ({
                id: piece.id,
                label: (
                  <>
                    <KindMark kind={piece.kind} />
                    <span>{titleOrNone(lang, piece.title)}</span>
                  </>
                ),
              })),
            },
          ]}
          chosen={draft.pieceIds}
          onChange={(pieceIds) => setDraft((now) => ({ ...now, pieceIds }))}
        />
      )}
    </fieldset>
  );
}

async function piecesFrom({ getState }: Studio, source: Source): Promise<readonly PieceCard[]> {
  const { act, filter, tray } = getState();
  if (source === 'tray') return tray;
  const asked =
    source === 'filter'
      ? {
          kinds: [...filter.kinds],
          campaignIds: [...filter.campaignIds],
          personaIds: [...filter.personaIds],
        }
      : { campaignIds: [source.slice('campaign '.length)] };
  const list = await act('piece.list', { filter: asked, limit: MOST, offset: 0 });
  return (list?.items ?? []).filter(({ state }) => state !== 'archived');
}

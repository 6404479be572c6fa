import { copyWords } from '../../../core/words/copy';
import { studioNow } from '../../state/desk';
import { useStudio, useStudioHandle, useWords } from '../../state/StudioProvider';

export type Take = {
  /** When it was copied, in milliseconds of the studio's clock; null when not yet. */
  readonly copiedAt: (key: string) => number | null;
  readonly text: (key: string, what: string, text: string, html?: string | undefined) => Promise<void>;
  readonly picture: (key: string, assetId: string, said: string) => Promise<void>;
};

/** Copies for one placement, says so aloud, and remembers when for this session. */
export function useTake(placementId: string): Take {
  const t = useWords(copyWords);
  const studio = useStudioHandle();
  const copied = useStudio((state) => state.deskCopied);
  const name = (key: string): string => `${placementId} ${key}`;
  const done = (key: string, said: string): void => {
    const { announce, noteCopied } = studio.getState();
    announce(said);
    noteCopied(name(key), studioNow(studio.getState(), studio.world));
  };
  return {
    copiedAt: (key) => copied[name(key)] ?? null,
    text: async (key, what, text, html) => {
      const answer = await studio.api.call('studio.copy', html === undefined ? { text } : { text, html });
      if (answer.ok) done(key, t('copied', { what }));
      else studio.getState().notify({ message: t('failed', { what }), tone: 'bad' });
    },
    picture: async (key, assetId, said) => {
      const answer = await studio.api.call('studio.copy_picture', { placementId, assetId });
      if (answer.ok) done(key, said);
      else studio.getState().notifyFailure(answer.failure);
    },
  };
}

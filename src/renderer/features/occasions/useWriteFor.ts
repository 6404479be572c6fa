import { useStudioHandle } from '../../state/StudioProvider';

/** A new piece for an occasion, with its name as the first title, opened at once. */
export function useWriteFor(): (name: string) => Promise<void> {
  const studio = useStudioHandle();
  return async (name) => {
    const { act, outline, settings, openPiece } = studio.getState();
    const lang = outline?.workspace[0]?.lang ?? settings.lang;
    const made = await act('piece.create', { kind: 'scene', title: name.slice(0, 500), lang });
    if (made === null) return;
    studio.setState({ dayCard: null, occasionsOpen: null });
    openPiece(made.id);
  };
}

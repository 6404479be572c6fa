import type { Studio } from '../../state/studio';
import { writeWordFiles } from '../../state/wordFiles';
import type { Session } from './session';

/** The open piece with its versions as a Word file, once what was typed last is saved. */
export async function writeAsWord(studio: Studio, session: Session): Promise<void> {
  await session.flush();
  await writeWordFiles(studio.getState(), { pieces: { kind: 'ids', ids: [session.pieceId] } });
}

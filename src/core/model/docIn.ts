import { type Doc, docSchema } from './doc';

/** A body as it came, where this version of the studio can read it; else null. */
export const docIn = (body: unknown): Doc | null => docSchema.safeParse(body).data ?? null;

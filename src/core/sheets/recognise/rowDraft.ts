import type { PlacementDraft, RowMessage } from '../../importing/model';
import type { Lang, Outcome, PieceKind, PieceState } from '../../model/vocabulary';

/** What one row of a sheet says, before rows of the same piece are joined and bodies are made. */
export type RowDraft = {
  readonly number: number;
  readonly title: string;
  readonly body: string;
  /** Null where the row does not say. */
  readonly kind: { readonly kind: PieceKind; readonly subkind: string | null } | null;
  readonly state: PieceState | null;
  readonly outcome: Outcome | null;
  readonly lang: Lang | null;
  readonly tags: readonly string[];
  readonly persona: string;
  readonly campaign: string;
  readonly owner: string;
  readonly product: string;
  readonly link: string;
  readonly sourceKey: string;
  /** Lines of the notes, in the order of the columns. */
  readonly notes: readonly string[];
  readonly placements: readonly PlacementDraft[];
  readonly messages: readonly RowMessage[];
  /** Something had to be guessed that the user must look at. */
  readonly unclear: boolean;
  /** The row cannot be taken; its messages say why. */
  readonly refused: boolean;
};

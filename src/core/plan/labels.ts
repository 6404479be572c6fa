import { z } from 'zod';

/** What a change is called in menus and history ("Undo move of 6 pieces"); worded in `words/history.ts`. */
export const changeCodes = [
  'sample',
  'import',
  'restore',
  'piece_create',
  'piece_edit',
  'piece_write',
  'piece_trash',
  'piece_restore',
  'piece_duplicate',
  'piece_purge',
  'pieces_state',
  'pieces_archive',
  'pieces_tag',
  'pieces_untag',
  'pieces_campaign',
  'pieces_persona',
  'view_save',
  'view_edit',
  'view_delete',
  'point_name',
  'version_restore',
  'template_save',
  'template_edit',
  'template_remove',
  'sibling_make',
  'sibling_link',
  'sibling_unlink',
  'member_add',
  'placement_plan',
  'placement_move',
  'placement_edit',
  'placement_remove',
  'variant_edit',
  'variant_fix',
  'campaign_edit',
  'account_edit',
  'persona_edit',
  'platform_edit',
  'asset_add',
  'asset_edit',
  'asset_remove',
  'asset_restore',
  'asset_clean',
  'workspace_edit',
  'other',
] as const;
export type ChangeCode = (typeof changeCodes)[number];

export const changeLabel = z.object({
  code: z.enum(changeCodes),
  /** What the sentence names: a title, a count, a day. */
  params: z.record(z.string().max(40), z.union([z.string().max(500), z.number()])).default({}),
});
export type ChangeLabel = z.infer<typeof changeLabel>;

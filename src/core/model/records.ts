import type { DraftOf, RecordOf } from './record';
import { answerRecords } from './records/answers';
import { pieceRecords } from './records/pieces';
import { planRecords } from './records/plan';
import { teamRecords } from './records/team';

export { type CascadePattern, cascadePattern, type WaveRule, waveRule } from './records/waves';
export * from './vocabulary';

/**
 * Every noun of the operation, after the domain brief. A reference is the id of another record and may dangle:
 * a plan file can bring a placement before its piece.
 */
export const records = {
  workspace: teamRecords.workspace,
  member: teamRecords.member,
  persona: teamRecords.persona,
  platform: teamRecords.platform,
  account: teamRecords.account,
  piece: pieceRecords.piece,
  template: pieceRecords.template,
  asset: pieceRecords.asset,
  variant: pieceRecords.variant,
  campaign: planRecords.campaign,
  phase: planRecords.phase,
  wave: planRecords.wave,
  cascadeTemplate: planRecords.cascadeTemplate,
  placement: planRecords.placement,
  series: planRecords.series,
  view: planRecords.view,
  review: pieceRecords.review,
  occasion: planRecords.occasion,
  community: teamRecords.community,
  feedback: answerRecords.feedback,
  metric: answerRecords.metric,
} as const;

export const recordTypes = Object.keys(records) as readonly RecordType[];
export type RecordType = keyof typeof records;
export type RecordView<T extends RecordType> = RecordOf<(typeof records)[T]>;
export type RecordDraft<T extends RecordType> = DraftOf<(typeof records)[T]>;

export type Workspace = RecordView<'workspace'>;
export type Member = RecordView<'member'>;
export type Persona = RecordView<'persona'>;
export type PlatformOverride = RecordView<'platform'>;
export type Account = RecordView<'account'>;
export type Piece = RecordView<'piece'>;
export type Template = RecordView<'template'>;
export type Asset = RecordView<'asset'>;
export type Variant = RecordView<'variant'>;
export type Campaign = RecordView<'campaign'>;
export type Phase = RecordView<'phase'>;
export type Wave = RecordView<'wave'>;
export type CascadeTemplate = RecordView<'cascadeTemplate'>;
export type Placement = RecordView<'placement'>;
export type Series = RecordView<'series'>;
export type SavedView = RecordView<'view'>;
export type ReviewMark = RecordView<'review'>;
export type Occasion = RecordView<'occasion'>;
export type Community = RecordView<'community'>;
export type Feedback = RecordView<'feedback'>;
export type Metric = RecordView<'metric'>;

export const isRecordType = (name: string): name is RecordType => Object.hasOwn(records, name);

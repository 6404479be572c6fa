import { Checkbox } from '@mantine/core';
import type { ExportKind } from '../../../contract';
import type { ExportOptionsInput } from '../../../core/export/options';
import { exportWords } from '../../../core/words/export';
import { useWords } from '../../state/StudioProvider';
import { Segments } from '../../ui/Segments';
import classes from './Choices.module.css';
import { type ExportView, looks, type PlanExtent } from './exportView';

type Props = {
  readonly view: ExportView;
  readonly onChange: (change: Partial<ExportView>) => void;
};

/** What may be chosen about a form, under its name while it is chosen. */
export function KindOptions({ kind, ...props }: Props & { readonly kind: ExportKind }) {
  switch (kind) {
    case 'copy_pack':
      return <CopyPack {...props} />;
    case 'csv':
      return <Csv {...props} />;
    case 'xlsx':
      return <Xlsx {...props} />;
    case 'html':
      return <Look {...props} />;
    case 'pdf':
      // The page and the print have the same sheets: asked once.
      return props.view.kinds.includes('html') ? null : <Look {...props} />;
    case 'plan':
      return <Plan {...props} />;
    default:
      return null;
  }
}

const setting =
  ({ view, onChange }: Props) =>
  <K extends keyof ExportOptionsInput>(kind: K, change: ExportOptionsInput[K]): void =>
    onChange({ options: { ...view.options, [kind]: { ...view.options[kind], ...change } } });

function CopyPack(props: Props) {
  const t = useWords(exportWords);
  const { by = 'day', zip = false } = props.view.options.copy_pack ?? {};
  const set = setting(props);
  return (
    <div className={classes.options}>
      <Segments
        label={t('pack.by')}
        value={by}
        options={(['day', 'platform', 'account'] as const).map((value) => ({ value, label: t(`pack.by.${value}`) }))}
        onChange={(chosen) => set('copy_pack', { by: chosen })}
      />
      <Checkbox size="xs" checked={zip} label={t('pack.zip')} onChange={() => set('copy_pack', { zip: !zip })} />
    </div>
  );
}

const delimiters = [',', ';', '\t'] as const;
const delimiterNames = { ',': 'csv.comma', ';': 'csv.semicolon', '\t': 'csv.tab' } as const;

function Csv(props: Props) {
  const t = useWords(exportWords);
  const { bom = true, delimiter = ',' } = props.view.options.csv ?? {};
  const set = setting(props);
  return (
    <div className={classes.options}>
      <Segments
        label={t('csv.delimiter')}
        value={delimiter}
        options={delimiters.map((value) => ({ value, label: t(delimiterNames[value]) }))}
        onChange={(chosen) => set('csv', { delimiter: chosen })}
      />
      <Checkbox size="xs" checked={bom} label={t('csv.bom')} onChange={() => set('csv', { bom: !bom })} />
    </div>
  );
}

function Xlsx(props: Props) {
  const t = useWords(exportWords);
  const { sheets = 'platform' } = props.view.options.xlsx ?? {};
  const set = setting(props);
  return (
    <div className={classes.options}>
      <Segments
        label={t('xlsx.sheets')}
        value={sheets}
        options={(['platform', 'one'] as const).map((value) => ({ value, label: t(`xlsx.sheets.${value}`) }))}
        onChange={(chosen) => set('xlsx', { sheets: chosen })}
      />
    </div>
  );
}

function Look({ view, onChange }: Props) {
  const t = useWords(exportWords);
  return (
    <div className={classes.options}>
      <Segments
        label={t('paper.look')}
        value={view.look}
        options={looks.map((value) => ({ value, label: t(`paper.look.${value}`) }))}
        onChange={(look) => onChange({ look })}
      />
    </div>
  );
}

/** How much of the plan goes into its file; what is chosen above counts only where it is asked for. */
function Plan({ view, onChange }: Props) {
  const t = useWords(exportWords);
  const { plan } = view;
  const set = (change: Partial<PlanExtent>): void => onChange({ plan: { ...plan, ...change } });
  return (
    <div className={classes.options}>
      <Segments
        label={t('plan.part')}
        value={plan.part}
        options={(['all', 'chosen'] as const).map((value) => ({ value, label: t(`plan.part.${value}`) }))}
        onChange={(part) => set({ part })}
      />
      <Checkbox
        size="xs"
        checked={plan.pictures}
        label={t('plan.pictures')}
        onChange={() => set({ pictures: !plan.pictures })}
      />
      <Checkbox
        size="xs"
        checked={plan.notes}
        label={t('plan.notes')}
        title={t('plan.notes_hint')}
        onChange={() => set({ notes: !plan.notes })}
      />
    </div>
  );
}

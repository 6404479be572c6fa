import { useStore } from 'zustand';
import type { Outcome } from '../../../state/adapting/adaptTask';
import { PreviewPane } from '../../../ui/adapted/preview/PreviewPane';
import { previewImages } from '../../../ui/adapted/preview/previewImages';
import type { Session } from '../session';

/** The opened card's version as its platform's phone shows it. */
export function VariantPreview({ session, outcome }: { readonly session: Session; readonly outcome: Outcome }) {
  const assets = useStore(session, (state) => state.opened.assets);
  const { task, adapted, source } = outcome;
  return (
    <PreviewPane
      compact
      adapted={adapted}
      format={task.pack}
      lang={source.lang}
      account={task.account}
      images={previewImages(source.images, assets)}
    />
  );
}

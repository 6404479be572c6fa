import { useCallback, useEffect, useState } from 'react';
import type { TemplateEntry } from '../../../contract';
import type { Lang } from '../../../core/model/records';
import { useStudioHandle } from '../../state/StudioProvider';

/** The shelf in one language with the workspace's own, read again when a template changes; null while reading. */
export function useTemplates(lang: Lang): readonly TemplateEntry[] | null {
  const { api } = useStudioHandle();
  const [templates, setTemplates] = useState<readonly TemplateEntry[] | null>(null);
  const read = useCallback(async () => {
    const answer = await api.call('template.list', { lang });
    setTemplates(answer.ok ? answer.value : []);
  }, [api, lang]);
  useEffect(() => {
    void read();
    return api.on('changed', ({ types }) => {
      if (types.length === 0 || types.includes('template')) void read();
    });
  }, [api, read]);
  return templates;
}

import { langs } from '../../../core/model/records';
import { occasionWords } from '../../../core/words/occasions';
import { settingsWords } from '../../../core/words/settings';
import { useStudio, useWords } from '../../state/StudioProvider';
import { DayLayers } from '../../ui/plan/DayLayers';
import { Segments } from '../../ui/Segments';
import { Row } from './Row';
import classes from './Settings.module.css';

/** How the studio looks on this machine. */
export function Look() {
  const t = useWords(settingsWords);
  const w = useWords(occasionWords);
  const settings = useStudio((state) => state.settings);
  const configure = useStudio((state) => state.configure);
  return (
    <>
      <Row label={t('look.lang')}>
        <Segments
          label={t('look.lang')}
          value={settings.lang}
          options={langs.map((lang) => ({ value: lang, label: t(`look.lang_${lang}`) }))}
          onChange={(lang) => void configure({ lang })}
        />
      </Row>
      <Row label={t('look.theme')}>
        <Segments
          label={t('look.theme')}
          value={settings.theme}
          options={(['light', 'dark', 'system'] as const).map((theme) => ({
            value: theme,
            label: t(`look.theme_${theme}`),
          }))}
          onChange={(theme) => void configure({ theme })}
        />
      </Row>
      <Row label={t('look.density')}>
        <Segments
          label={t('look.density')}
          value={settings.density}
          options={(['compact', 'normal', 'comfortable'] as const).map((density) => ({
            value: density,
            label: t(`look.density_${density}`),
          }))}
          onChange={(density) => void configure({ density })}
        />
      </Row>
      <Row label={w('layers')} note={w('layers.note')}>
        <DayLayers />
      </Row>
      <p className={classes.note}>{t('look.note')}</p>
    </>
  );
}

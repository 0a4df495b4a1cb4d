// The few texts that are shown before the panel is there. Named one by one, so that the bundler packs no others.
import {launcher as en, 'launcher.failed' as enFailed, 'launcher.loading' as enLoading} from '../../strings/en.json';
import {launcher as hr, 'launcher.failed' as hrFailed, 'launcher.loading' as hrLoading} from '../../strings/hr.json';
import {launcher as sl, 'launcher.failed' as slFailed, 'launcher.loading' as slLoading} from '../../strings/sl.json';

export const texts = {
  en: {label: en, loading: enLoading, failed: enFailed},
  hr: {label: hr, loading: hrLoading, failed: hrFailed},
  sl: {label: sl, loading: slLoading, failed: slFailed},
};

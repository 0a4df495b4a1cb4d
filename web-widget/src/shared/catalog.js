// The string tables, as the bundler packs them.
import en from '../../strings/en.json';
import hr from '../../strings/hr.json';
import sl from '../../strings/sl.json';

export const catalog = {en, hr, sl};

// The string tables of the desk, as the bundler packs them.
import en from '../../strings/staff/en.json';
import hr from '../../strings/staff/hr.json';
import sl from '../../strings/staff/sl.json';

export const staffCatalog = {en, hr, sl};

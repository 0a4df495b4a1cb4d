// What the pages of the staff desk run.
import {LanguageChoice} from './staff/language.js';
import {pages} from './staff/pages.js';
import {Session} from './staff/session.js';
import {Shell} from './staff/shell.js';
import {StaffApi} from './staff/staff_api.js';
import {staffCatalog} from './staff/staff_catalog.js';
import {StaffWire} from './staff/staff_wire.js';

const root = document.querySelector('#staff');
if (root instanceof HTMLElement) {
  const language = new LanguageChoice();
  const wire = new StaffWire({base: new URL('/api/v1/staff/', location.href).href, language});
  const session = new Session(wire);
  new Shell(root, {pages, session, api: new StaffApi(wire, session), catalog: staffCatalog, language}).start();
}

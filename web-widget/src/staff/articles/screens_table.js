// The screens on which F1 is pressed, those without a topic first.
import {element} from '../../shared/dom.js';
import {dataTable} from '../data_table.js';
import {emptyState} from '../page_frame.js';
import {mayDo} from '../roles.js';
import {pageAddress} from '../router.js';

/** @typedef {import('../desk_wire').StaffScreen} StaffScreen */

/**
 * @param {import('../page').Context} context
 * @param {StaffScreen[]} screens
 * @returns {import('../../shared/dom.js').Child[]}
 */
export function drawScreens(context, screens) {
  const {strings, formats, person} = context;
  const ranked = rankScreens(screens);
  if (ranked.length === 0) return [emptyState(strings.text('screens.empty'), strings.text('screens.empty.text'))];
  const missing = ranked.filter(({topic}) => topic === null).length;
  const isCurator = mayDo(person.role, 'curator');
  const columns = [
    {title: strings.text('screens.screen')}, {title: strings.text('articles.module')},
    {title: strings.text('screens.presses'), isNumber: true}, {title: strings.text('screens.topic')},
  ];
  return [
    element('p', {class: 'hint'}, strings.text('screens.count', {n: missing})),
    dataTable(strings.text('articles.tab.screens'), columns, ranked.map((screen) => [
      element('span', {class: 'article-name'}, screen.title || strings.text('screens.unknown'),
        screen.screen && element('span', {class: 'facts'}, `${screen.app}: ${screen.screen}`)),
      screen.module, formats.count(screen.presses), drawTopic(screen, strings, isCurator),
    ])),
  ];
}

/**
 * @param {StaffScreen} screen
 * @param {import('../../shared/strings.js').Strings} strings
 * @param {boolean} isCurator
 */
function drawTopic({app, screen, title, topic}, strings, isCurator) {
  if (topic !== null) return element('a', {href: pageAddress('articles', {read: topic})}, topic);
  // Where the program did not tell the screen, a topic could not be found by it.
  if (!isCurator || screen === '') return strings.text('screens.none');
  const href = pageAddress('articles', {screen: `${app}/${screen}`});
  return element('a', {'class': 'button', 'data-action': 'topic', href},
    strings.text('screens.write'), element('span', {class: 'unseen'}, ` ${title}`));
}

/**
 * @param {StaffScreen[]} screens
 * @returns {StaffScreen[]} those without a topic first, the most pressed on top
 */
export function rankScreens(screens) {
  const hasTopic = (/** @type {StaffScreen} */ {topic}) => Number(topic !== null);
  return [...screens].sort((a, b) => hasTopic(a) - hasTopic(b) || b.presses - a.presses);
}

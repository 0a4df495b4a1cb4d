// Draws the help of a place: the same parts in the same order as the server's page has them.
import {drawArticle} from '../chat/article_view.js';
import {button, element} from '../shared/dom.js';
import {icon} from '../shared/icons.js';
import {addressOf} from './place.js';
import {fitVersion} from './program_version.js';

/** @typedef {import('./help_loader.js').Help} Help */
/** @typedef {import('./place.js').Place} Place */
/** @typedef {import('../shared/strings.js').Strings} Strings */
/** @typedef {import('../shared/wire').ArticleRef} ArticleRef */
/** @typedef {import('../shared/wire').Article} Article */
/** @typedef {import('../shared/wire').ScreenHelp} ScreenHelp */
/** @typedef {{app: string, id: string, title: string}} Form */

/**
 * @typedef {object} Surroundings
 * @property {Strings} strings
 * @property {string} base address of the server
 * @property {(id: string, anchor: string | null) => void} openArticle
 * @property {(question: string) => void} ask the assistant
 * @property {((form: Form) => void) | null} openForm null: nobody here opens forms
 */

const LONGEST_NAME = 80; // code points, where a person reads it

/**
 * @param {Help} help
 * @param {Place} place
 * @param {Surroundings} surroundings
 * @returns {HTMLElement}
 */
export function drawHelp(help, place, surroundings) {
  const {article, found} = help;
  if (article) return element('div', {class: 'help'}, ...drawReading(help, article, place, surroundings));
  if (found) return element('div', {class: 'help'}, ...drawFound(help, found, place, surroundings));
  return element('div', {class: 'help'}, ...drawTopics(help, place, surroundings));
}

/**
 * @param {Help} help
 * @param {Place} place
 * @param {Strings} strings
 * @returns {string} of the page while drawHelp's is on it
 */
export function titleOf({topics, article, found}, place, strings) {
  if (article) return article.title;
  return found ? strings.text('search.title', {text: place.query}) : headingOf(topics, place, strings);
}

/**
 * @param {Help} help
 * @param {Article} article
 * @param {Place} place
 * @param {Surroundings} surroundings
 */
function drawReading({topics, found, isChosen}, article, place, surroundings) {
  const {strings} = surroundings;
  const isOwn = topics.match === 'screen' || topics.match === 'parent';
  const [others, heading] = found ? [found.results, 'f1.otherFound']
    : [topics.articles, isOwn ? 'f1.otherTopics' : 'f1.moreArticles'];
  return [
    element('h1', {class: 'unseen'}, nameOf(topics, place, strings)),
    isChosen ? drawBack(topics, place, strings) : drawMatch(topics, place, strings),
    drawVersionNote(article, place.version, strings),
    element('div', {class: 'article'},
      drawArticle(article, surroundings, drawForms(article, topics, place, surroundings))),
    drawList(others.filter((other) => other.article !== article.article), strings.text(heading), place),
  ];
}

/**
 * @param {Help} help
 * @param {import('../shared/wire').SearchResults} found
 * @param {Place} place
 * @param {Surroundings} surroundings
 */
function drawFound({topics}, {results, corrections}, place, {strings, ask}) {
  const {query} = place;
  const words = corrections.map(({word, readAs}) => `${word} → ${readAs}`).join(', ');
  return [
    drawBack(topics, {...place, query: ''}, strings),
    element('h1', {tabindex: -1}, strings.text('search.title', {text: query})),
    words && element('p', {class: 'hint'}, strings.text('search.readAs', {words})),
    results.length > 0 ? drawArticles(results, place)
      : element('p', {class: 'match none'}, strings.text('search.none')),
    element('p', {class: 'ask-line'}, strings.text('f1.notThere'),
      button({class: 'quiet', 'data-action': 'ask'}, () => ask(query), icon('chat'), strings.text('search.ask'))),
  ];
}

/**
 * @param {Help} help
 * @param {Place} place
 * @param {Surroundings} surroundings
 */
function drawTopics({topics}, place, {strings}) {
  return [
    drawMatch(topics, place, strings),
    element('h1', {tabindex: -1}, headingOf(topics, place, strings)),
    drawList(topics.articles, strings.text('f1.topics'), place),
    topics.modules.length > 0 && drawModules(topics.modules, place, strings),
  ];
}

/**
 * Of a list: the topics' screen, or where to begin.
 *
 * @param {ScreenHelp} topics
 * @param {Place} place
 * @param {Strings} strings
 */
function headingOf(topics, place, strings) {
  return topics.articles.length > 0 ? nameOf(topics, place, strings) : strings.text('f1.start');
}

/**
 * What people call the screen.
 *
 * @param {ScreenHelp} topics
 * @param {Place} place
 * @param {Strings} strings
 */
function nameOf({screen}, place, strings) {
  const name = [...screen?.title || place.title || place.screen || strings.text('f1.start')];
  return name.length <= LONGEST_NAME ? name.join('') : `${name.slice(0, LONGEST_NAME - 1).join('')}…`;
}

/**
 * Says how near to the screen the help is.
 *
 * @param {ScreenHelp} topics
 * @param {Place} place
 * @param {Strings} strings
 */
function drawMatch(topics, place, strings) {
  const {match, form, module} = topics;
  const level = match === 'none' && !place.screen ? 'start' : match;
  const values = {screen: nameOf(topics, place, strings), form: form?.title ?? '', module: module ?? ''};
  // A program may send the form's own caption for each of its controls.
  const ofForm = values.form === values.screen ? 'screen' : 'form';
  const sentence = match === 'parent' && form ? ofForm : level;
  return element('p', {class: `match ${level}`}, strings.text(`f1.match.${sentence}`, values));
}

/**
 * To what the reader came from.
 *
 * @param {ScreenHelp} topics
 * @param {Place} place
 * @param {Strings} strings
 */
function drawBack(topics, place, strings) {
  const name = place.screen ? nameOf(topics, place, strings) : place.module;
  const further = name ? strings.text('f1.backTo', {screen: name}) : strings.text('f1.backToStart');
  const label = place.query ? strings.text('search.back') : further;
  return element('p', {class: 'back-line'},
    element('a', {class: 'way', href: addressOf({...place, article: '', anchor: ''})}, icon('back'), label));
}

/**
 * @param {Article} article
 * @param {string} version of the reader's program
 * @param {Strings} strings
 */
function drawVersionNote({versionFrom: from, versionTo: to}, version, strings) {
  const fit = fitVersion(version, from, to);
  return fit !== 'holds' && element('p', {class: 'version'}, fit === 'tooOld'
    ? strings.text('f1.forNewer', {from: from ?? '', version}) : strings.text('f1.forOlder', {to: to ?? '', version}));
}

/**
 * Forms of the same program that the article belongs to, other than the one where the person is.
 *
 * @param {Article} article
 * @param {ScreenHelp} topics
 * @param {Place} place
 * @param {Surroundings} surroundings
 */
function drawForms({screens}, topics, {app, screen}, {strings, openForm}) {
  if (!openForm) return null;
  const here = lower(topics.screen?.id ?? screen);
  const forms = screens.filter((form) => lower(form.app) === lower(app) && lower(form.id) !== here);
  return forms.length > 0 && element('p', {class: 'forms'}, ...forms.map((form) =>
    button({class: 'quiet', 'data-action': 'open-form'}, () => openForm(form),
      icon('form'), strings.text('f1.openForm', {form: form.title}))));
}

/**
 * @param {ArticleRef[]} articles
 * @param {string} heading
 * @param {Place} place
 */
function drawList(articles, heading, place) {
  return articles.length > 0 && element('nav', {class: 'topics', 'aria-label': heading},
    element('h2', {}, heading), drawArticles(articles, place));
}

/**
 * @param {ArticleRef[]} articles
 * @param {Place} place
 */
function drawArticles(articles, place) {
  return element('ul', {class: 'links'}, ...articles.map(({article, title, module, lang}) =>
    drawLink(addressOf({...place, article, anchor: ''}), title, lang, module)));
}

/**
 * Where to begin when nothing is known of the screen.
 *
 * @param {ScreenHelp['modules']} modules
 * @param {Place} place
 * @param {Strings} strings
 */
function drawModules(modules, {app, lang, version}, strings) {
  const heading = strings.text('f1.modules');
  return element('nav', {class: 'topics', 'aria-label': heading},
    element('h2', {}, heading),
    element('ul', {class: 'links'}, ...modules.map((info) => drawLink(
      addressOf({app: info.app || app, lang, version, module: info.module}), info.module, 'sl',
      strings.text('f1.articles', {n: info.articles})))));
}

/**
 * @param {string} href
 * @param {string} title
 * @param {string} lang
 * @param {string} fact
 */
function drawLink(href, title, lang, fact) {
  return element('li', {}, element('a', {href, lang}, title), element('span', {class: 'facts'}, fact));
}

/** @param {string} text */
function lower(text) {
  return text.toLowerCase();
}

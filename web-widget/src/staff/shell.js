// The frame around every page: who is signed in, the way to the other pages, the language, and what was done last.
import {button, element} from '../shared/dom.js';
import {Strings, languageNames} from '../shared/strings.js';
import {confirm, openDialog} from './dialogs.js';
import {Formats} from './formats.js';
import {failureText, pageHead} from './page_frame.js';
import {mayDo} from './roles.js';
import {Router, pageAddress} from './router.js';
import {signInForm} from './sign_in_form.js';
import {StaffFailure} from './staff_wire.js';

/** @typedef {import('./page').Page} Page */
/** @typedef {import('./page').Person} Person */
/** @typedef {import('./router.js').Place} Place */
/** @typedef {'sl' | 'en' | 'hr'} Language */

export class Shell {
  #root;
  #parts;
  #strings;
  /** @type {Router} */
  #router;
  #main = element('main', {id: 'content'});
  #notice = element('div', {class: 'notice', role: 'status'});
  /** @type {Place | null} */
  #place = null;
  #left = new AbortController();
  /** @type {() => boolean} */
  #isUnsaved = () => false;

  /**
   * @param {HTMLElement} root
   * @param {object} parts
   * @param {Page[]} parts.pages the first is the one that the desk opens with
   * @param {import('./session.js').Session} parts.session
   * @param {import('./staff_api.js').StaffApi} parts.api
   * @param {Record<Language, import('../shared/strings.js').Table>} parts.catalog
   * @param {import('./language.js').LanguageChoice} parts.language
   */
  constructor(root, parts) {
    this.#root = root;
    this.#parts = parts;
    this.#strings = new Strings(parts.language.lang, parts.catalog[parts.language.lang]);
    this.#router = new Router({
      first: parts.pages[0].path,
      show: (place) => this.#show(place),
      mayLeave: () => this.#mayLeave(),
    });
    parts.session.askAgain = () => this.#askAgain();
    parts.language.changed = (lang) => this.#changeLanguage(lang);
    globalThis.addEventListener('beforeunload', (event) => {
      if (this.#isUnsaved()) event.preventDefault();
    });
  }

  async start() {
    document.documentElement.lang = this.#strings.lang;
    try {
      await this.#parts.session.restore();
    } catch (error) {
      this.#drawFailure(error);
      if (!(error instanceof StaffFailure)) throw error;
      return;
    }
    this.#router.start();
  }

  /** @param {unknown} error */
  #drawFailure(error) {
    const retry = button({class: 'button primary'}, () => this.start(), this.#strings.text('failure.retry'));
    this.#root.replaceChildren(element('main', {class: 'sign-in'},
      pageHead(this.#strings.text('product'), failureText(this.#strings, error), retry)));
  }

  /** @param {Place} place */
  #show(place) {
    this.#left.abort();
    this.#left = new AbortController();
    this.#isUnsaved = () => false;
    const isFirst = this.#place === null;
    this.#place = place;
    const {person} = this.#parts.session;
    if (!person) {
      this.#drawSignIn();
      return;
    }
    this.#main.replaceChildren();
    this.#notice.replaceChildren();
    const page = this.#parts.pages.find(({path}) => path === place.path);
    this.#root.replaceChildren(this.#skipLink(), this.#header(person), this.#main, this.#notice);
    // Where the navigation does not fit, the present page is in view.
    this.#root.querySelector('nav [aria-current]')?.scrollIntoView({block: 'nearest', inline: 'nearest'});
    this.#setTitle(page ? page.title : 'missing.title');
    if (!page) this.#main.append(this.#missing());
    else if (!mayDo(person.role, page.least)) this.#main.append(this.#forbidden(page));
    else page.show(this.#main, this.#context(place, person));
    if (!isFirst) this.#focusHeading();
  }

  /** @param {string} key */
  #setTitle(key) {
    document.title = `${this.#strings.text(key)} · ${this.#strings.text('product')}`;
  }

  #focusHeading() {
    globalThis.scrollTo(0, 0);
    const heading = this.#main.querySelector('h1') ?? this.#main;
    heading.setAttribute('tabindex', '-1');
    heading.focus();
  }

  /**
   * @param {Place} place
   * @param {Person} person
   * @returns {import('./page').Context}
   */
  #context(place, person) {
    const {signal} = this.#left;
    return {
      api: this.#parts.api,
      strings: this.#strings,
      formats: new Formats(this.#strings.lang),
      person,
      query: place.query,
      signal,
      setQuery: (query) => {
        if (!signal.aborted) this.#router.setQuery(query);
      },
      go: (path, query) => this.#router.go(path, query),
      again: () => this.#router.again(),
      say: (text) => this.#say(text),
      guard: (isUnsaved) => {
        if (!signal.aborted) this.#isUnsaved = isUnsaved;
      },
    };
  }

  /** @param {string} text */
  #say(text) {
    this.#notice.replaceChildren(element('p', {}, text),
      button({class: 'button quiet'}, () => this.#notice.replaceChildren(), this.#strings.text('dialog.close')));
  }

  async #mayLeave() {
    if (!this.#isUnsaved()) return true;
    return confirm(this.#strings, {
      title: this.#strings.text('unsaved.title'), text: this.#strings.text('unsaved.text'),
      yes: this.#strings.text('unsaved.leave'), no: this.#strings.text('unsaved.stay'),
    });
  }

  #skipLink() {
    return element('a', {class: 'skip', href: '#content'}, this.#strings.text('skip'));
  }

  /** @param {Person} person */
  #header({name, role}) {
    const links = this.#parts.pages.filter(({least}) => mayDo(role, least)).map(({path, title}) =>
      element('li', {}, element('a', {
        'href': pageAddress(path), 'aria-current': path === this.#place?.path ? 'page' : null,
      }, this.#strings.text(title))));
    const signOut = button({class: 'button quiet'}, () => this.#signOut(), this.#strings.text('sign_out'));
    return element('header', {class: 'top'},
      element('a', {class: 'brand', href: pageAddress(this.#parts.pages[0].path)}, this.#strings.text('product')),
      element('nav', {'aria-label': this.#strings.text('navigation')}, element('ul', {}, ...links)),
      element('div', {class: 'who'},
        this.#languages(),
        element('span', {class: 'person'}, name,
          element('span', {class: 'role'}, this.#strings.name('role', role))),
        signOut));
  }

  #languages() {
    const select = element('select', {'aria-label': this.#strings.text('language')},
      ...Object.entries(languageNames).map(([lang, name]) =>
        element('option', {value: lang, lang, selected: lang === this.#strings.lang}, name)));
    select.addEventListener('change', async () => {
      if (await this.#mayLeave()) this.#parts.language.choose(select.value);
      else select.value = this.#strings.lang;
    });
    return select;
  }

  /** @param {Language} lang */
  #changeLanguage(lang) {
    this.#strings = new Strings(lang, this.#parts.catalog[lang]);
    document.documentElement.lang = lang;
    this.#router.again();
    this.#root.querySelector('select')?.focus();
  }

  #drawSignIn() {
    this.#setTitle('sign_in');
    this.#root.replaceChildren(element('main', {class: 'sign-in', id: 'content'},
      element('h1', {tabindex: '-1'}, this.#strings.text('sign_in.title')),
      element('p', {class: 'lead'}, this.#strings.text('sign_in.lead')),
      signInForm(this.#strings, {session: this.#parts.session, done: () => this.#router.again()}),
      this.#languages()));
    this.#root.querySelector('input')?.focus();
  }

  async #signOut() {
    if (!await this.#mayLeave()) return;
    this.#isUnsaved = () => false;
    try {
      await this.#parts.session.signOut();
      this.#router.again();
    } catch (error) {
      this.#say(failureText(this.#strings, error));
      if (!(error instanceof StaffFailure)) throw error;
    }
  }

  /** The page stays as it is behind the dialog; whoever signs in as somebody else sees the desk anew. */
  #askAgain() {
    const {session} = this.#parts;
    const before = session.person;
    return new Promise((resolve) => {
      const dialog = openDialog(this.#strings.text('session.ended'),
        element('p', {}, this.#strings.text('session.ended.text')),
        signInForm(this.#strings, {
          session, name: before?.name,
          done: () => {
            dialog.close();
            if (session.person?.name === before?.name && session.person?.role === before?.role) resolve(undefined);
            else this.#router.again();
          },
        }));
      dialog.addEventListener('cancel', (event) => event.preventDefault());
      dialog.querySelector('input[type=password]')?.setAttribute('autofocus', '');
      /** @type {HTMLElement | null} */ (dialog.querySelector('input[type=password]'))?.focus();
    });
  }

  #missing() {
    const {pages} = this.#parts;
    return pageHead(this.#strings.text('missing.title'), this.#strings.text('missing.text'),
      element('a', {class: 'button', href: pageAddress(pages[0].path)}, this.#strings.text(pages[0].title)));
  }

  /** @param {Page} page */
  #forbidden({title, least}) {
    return pageHead(this.#strings.text('forbidden.title', {page: this.#strings.text(title)}),
      this.#strings.text('forbidden.text', {role: this.#strings.name('role', least)}));
  }
}

// The draft of a request: the person corrects it, copies it and takes it to the portal.
import {copyText} from '../shared/clipboard.js';
import {button, element} from '../shared/dom.js';
import {icon} from '../shared/icons.js';
import {wordingOf} from '../shared/transcript.js';
import {drawPortalLink} from './portal_link.js';

/** @typedef {import('./scene').Scene} Scene */
/** @typedef {import('../shared/transcript.js').Turn} Turn */

const LONGEST_TITLE = 200;
const LONGEST_TEXT = 2000;
/** From one field to the other is no reason to send what will change again. */
const KEEP_AFTER = 400;
/** The browser forgets soon that copying was asked for. */
const COPY_WITHIN = 2000;

let drafts = 0;

export class DraftView {
  #turn;
  #scene;
  #title;
  #text;
  #copy;
  #removed = element('p', {class: 'draft-removed', role: 'status'});
  #status = element('p', {class: 'draft-status', role: 'status'});
  #timer = 0;

  /**
   * @param {Turn} turn one with a draft
   * @param {Scene} scene
   */
  constructor(turn, scene) {
    this.#turn = turn;
    this.#scene = scene;
    const {strings} = scene;
    const lang = turn.reply?.lang;
    this.#title = element('input', {type: 'text', lang, maxlength: LONGEST_TITLE, autocomplete: 'off',
      placeholder: strings.text('draft.title.placeholder')});
    this.#text = element('textarea', {rows: 7, lang, maxlength: LONGEST_TEXT});
    if (lang) this.#removed.lang = lang;
    this.#copy = button({class: 'quiet', 'data-action': 'copy'}, () => void this.#press());
    this.node = this.#draw();
    this.#show();
    for (const field of [this.#title, this.#text]) {
      field.addEventListener('input', () => this.#typed());
      field.addEventListener('change', () => this.#keepSoon());
    }
    if (!wordingOf(turn)?.kept) void this.#keep();
  }

  #draw() {
    const {strings} = this.#scene;
    const {portalUrl, label, draft, prefill} = this.#turn.reply?.handoff ??
      {portalUrl: '', label: '', draft: null, prefill: false};
    const lang = this.#turn.reply?.lang;
    const portal = drawPortalLink(portalUrl, element('span', {lang}, label), 'primary', this.#scene, () => {
      if (prefill && portal instanceof HTMLAnchorElement) portal.hash = this.#asFragment();
      this.#openPortal();
    });
    const heading = `draft-${drafts += 1}`;
    return element('div', {class: 'draft', part: 'draft', role: 'group', 'aria-labelledby': heading},
      element('div', {class: 'draft-head'},
        element('h3', {id: heading, class: 'draft-name'}, strings.text('draft')),
        element('span', {class: 'facts'}, draft?.reference)),
      element('p', {class: 'hint'}, strings.text('draft.text')),
      element('label', {class: 'draft-field'}, strings.text('draft.title'), this.#title),
      element('label', {class: 'draft-field'}, strings.text('draft.body'), this.#text),
      this.#removed, this.#drawContact(),
      element('p', {class: 'draft-ways'}, this.#copy, portal),
      this.#status);
  }

  /** What the page knows about the person goes into what they copy, and nowhere else. */
  #drawContact() {
    const contact = contactText(this.#scene);
    return contact && element('p', {class: 'hint draft-contact'},
      this.#scene.strings.text('draft.contact.hint'), ' ', element('span', {}, contact));
  }

  /** The fields have the wording as it stands now. */
  #show() {
    const wording = wordingOf(this.#turn);
    if (!wording) return;
    put(this.#title, wording.title);
    put(this.#text, wording.text);
    this.#removed.replaceChildren(...(wording.removed ? [icon('shield'), wording.removed] : []));
    this.#offerCopy();
  }

  #typed() {
    this.#scene.reword(this.#turn, this.#title.value, this.#text.value);
    this.#status.textContent = '';
    this.#offerCopy();
  }

  #keepSoon() {
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => void this.#keep(), KEEP_AFTER);
  }

  /** @returns {Promise<'saved' | 'failed'>} */
  async #keep() {
    clearTimeout(this.#timer);
    if (wordingOf(this.#turn)?.kept) return 'saved';
    const outcome = await this.#scene.keepWording(this.#turn);
    const kept = wordingOf(this.#turn)?.kept;
    if (kept) this.#show();
    if (outcome === 'failed') this.#say('draft.unsaved');
    else if (kept) this.#say('draft.saved');
    return outcome;
  }

  /** What is copied is what was kept, without what was taken out; a server that is silent does not stop it. */
  async #press() {
    const unkept = !wordingOf(this.#turn)?.kept;
    const outcome = unkept ? await Promise.race([this.#keep(), patience()]) : 'saved';
    const {title, text} = wordingOf(this.#turn) ?? {title: '', text: ''};
    const parts = [title, text, contactText(this.#scene)].map((part) => part.trim()).filter(Boolean);
    const copied = await copyText(parts.join('\n\n'), this.#text);
    if (!copied) return this.#say('draft.byHand');
    this.#scene.copied(this.#turn);
    this.#copy.replaceChildren(icon('check'), this.#scene.strings.text('draft.copied'));
    this.#say(outcome === 'saved' ? 'draft.copied.next' : 'draft.copied.unsaved');
  }

  #openPortal() {
    void this.#keep();
    this.#scene.toPortal(this.#turn);
  }

  /** In the fragment, which browsers send to no server. */
  #asFragment() {
    return new URLSearchParams({title: this.#title.value, description: this.#text.value}).toString();
  }

  #offerCopy() {
    this.#copy.replaceChildren(icon('copy'), this.#scene.strings.text('draft.copy'));
  }

  /** @param {string} key */
  #say(key) {
    this.#status.textContent = this.#scene.strings.text(key);
    this.#status.scrollIntoView({block: 'nearest'});
    this.#status.classList.toggle('wrong', ['draft.unsaved', 'draft.copied.unsaved', 'draft.byHand'].includes(key));
  }
}

/**
 * @param {Scene} scene
 * @returns {string} empty when nothing is known
 */
function contactText({contact, strings}) {
  const {url, ...person} = contact();
  const facts = [person.name, person.company, person.email, person.phone,
    person.customer && strings.text('draft.customer', {number: person.customer})].filter(Boolean).join(', ');
  return [facts && strings.text('draft.contact', {facts}), url && strings.text('draft.page', {url})]
    .filter(Boolean).join('\n');
}

/**
 * Leaves the caret where it is.
 *
 * @param {HTMLInputElement | HTMLTextAreaElement} field
 * @param {string} text
 */
function put(field, text) {
  if (field.value === text) return;
  const {selectionStart, selectionEnd} = field;
  field.value = text;
  if (field.matches(':focus')) field.setSelectionRange(selectionStart, selectionEnd);
}

/** @returns {Promise<'failed'>} */
function patience() {
  return new Promise((resolve) => {
    setTimeout(resolve, COPY_WITHIN, 'failed');
  });
}

// The help in a frame, and the talk with it that docs/f1-bridge.md describes: what a program of one's own does, too.
import {element} from '../../src/shared/dom.js';

/** @typedef {{app: string, screen: string, title: string, lang: string, version: string}} Context */

/**
 * @typedef {object} Listeners
 * @property {() => void} closed called when the person closed the help from within
 * @property {(screen: string) => void} formAsked called when the help asks to open a form
 * @property {(direction: 'to' | 'from', message: object) => void} exchanged called for every message
 */

const MARK = {pomocnik: 1};

export class HelpFrame {
  #holder;
  #on;
  /** @type {HTMLIFrameElement | null} */
  #frame = null;
  /** @type {MessagePort | null} */
  #port = null;
  /** Whether the page in the frame listens; without its script it never does. */
  #ready = false;

  /**
   * @param {HTMLElement} holder of the frame
   * @param {Listeners} on
   */
  constructor(holder, on) {
    this.#holder = holder;
    this.#on = on;
  }

  get isOpen() {
    return this.#frame !== null;
  }

  /**
   * A page that listens goes on to the context by itself; any other is loaded at its address.
   *
   * @param {Context} context
   */
  show(context) {
    if (this.#ready) this.#send({type: 'context', ...context});
    else this.#load(context);
  }

  close() {
    this.#disconnect();
    this.#frame?.remove();
    this.#frame = null;
  }

  /** @param {Context} context */
  #load({app, screen, title, lang, version}) {
    this.close();
    const query = new URLSearchParams({lang, v: version, title});
    const address = `/f1/${encodeURIComponent(app)}/${encodeURIComponent(screen)}?${query}`;
    this.#frame = element('iframe', {src: address, title: 'Pomoč F1'});
    this.#frame.addEventListener('load', () => this.#connect());
    this.#holder.append(this.#frame);
  }

  /** Every page that comes into the frame gets a channel of its own. */
  #connect() {
    this.#disconnect();
    const {port1, port2} = new MessageChannel();
    port1.addEventListener('message', ({data}) => this.#hear(data));
    port1.start();
    this.#port = port1;
    const message = {...MARK, type: 'connect', opensForms: true};
    this.#frame?.contentWindow?.postMessage(message, location.origin, [port2]);
    this.#on.exchanged('to', message);
  }

  #disconnect() {
    this.#port?.close();
    this.#port = null;
    this.#ready = false;
  }

  /** @param {object} message */
  #send(message) {
    const marked = {...MARK, ...message};
    this.#port?.postMessage(marked);
    this.#on.exchanged('to', marked);
  }

  /** @param {any} message */
  #hear(message) {
    this.#on.exchanged('from', message);
    if (message.type === 'ready') this.#ready = true;
    else if (message.type === 'close') this.#on.closed();
    else if (message.type === 'open-form') this.#on.formAsked(String(message.screen));
  }
}

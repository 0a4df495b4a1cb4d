// Talks with the host of the F1 page: a program with a WebView2, or the page that has it in a frame.
// The messages are described in docs/f1-bridge.md.
import {readMessage, writeMessage} from './messages.js';

/** @typedef {import('./messages.js').Context} Context */
/** @typedef {import('./messages.js').Outgoing} Outgoing */

/**
 * @typedef {object} WebView what WebView2 puts on the page
 * @property {(type: 'message', listener: (event: {data: unknown}) => void) => void} addEventListener
 * @property {(type: 'message', listener: (event: {data: unknown}) => void) => void} removeEventListener
 * @property {(message: unknown) => void} postMessage
 */

/** @typedef {Window & {chrome?: {webview?: WebView}}} HostedWindow */

/**
 * @typedef {object} Listener
 * @property {() => void} connected called when a host has made itself known, and again when it does so anew
 * @property {(context: Context) => void} moved the person is at another screen, or another field of it
 */

export class Bridge {
  /** How many messages were passed over. */
  ignored = 0;
  /** Whether the host opens forms of its program. */
  opensForms = false;
  #window;
  /** @type {Set<string>} */
  #origins;
  #listener;
  /** @type {((message: unknown) => void) | null} how the host is answered; null: there is none */
  #answer = null;
  /** @type {MessagePort | null} */
  #port = null;

  /**
   * @param {HostedWindow} window
   * @param {string} origins those that may have the page in a frame besides its own, separated by spaces
   * @param {Listener} listener
   */
  constructor(window, origins, listener) {
    this.#window = window;
    this.#origins = new Set(origins.split(/\s+/).filter(Boolean));
    // A page from a file says "null"; that it is one, the browser made sure of when it let it embed this page.
    if (this.#origins.has('file://')) this.#origins.add('null');
    // A sandboxed page has the origin "null", as everything else that is sandboxed.
    if (window.location.origin !== 'null') this.#origins.add(window.location.origin);
    this.#listener = listener;
  }

  get isConnected() {
    return this.#answer !== null;
  }

  /** In a frame the page around it is listened to, else the program, where there is one. */
  start() {
    if (this.#isFramed) this.#window.addEventListener('message', this.#hearFrame);
    else this.#webView?.addEventListener('message', this.#hearProgram);
  }

  stop() {
    this.#window.removeEventListener('message', this.#hearFrame);
    this.#webView?.removeEventListener('message', this.#hearProgram);
    this.#port?.close();
    this.#port = null;
    this.#answer = null;
  }

  /** @param {Outgoing} message lost when there is no host */
  send(message) {
    this.#answer?.(writeMessage(message));
  }

  get #isFramed() {
    return this.#window.parent !== this.#window;
  }

  get #webView() {
    return this.#window.chrome?.webview;
  }

  /**
   * Only the port that comes with it is trusted with more than the first word: what else arrives at the window may be
   * from anybody.
   *
   * @param {MessageEvent} event
   */
  #hearFrame = ({source, origin, data, ports}) => {
    const known = source === this.#window.parent && this.#origins.has(origin);
    const message = known ? readMessage(data) : null;
    if (message?.type !== 'connect' || ports.length !== 1) {
      this.ignored += 1;
      return;
    }
    const [port] = ports;
    this.#port?.close();
    this.#port = port;
    port.addEventListener('message', this.#hearPort);
    port.start();
    this.#connect(message, (answer) => port.postMessage(answer));
  };

  /** @param {MessageEvent} event */
  #hearPort = ({data}) => this.#hear(readMessage(data));

  /** @param {{data: unknown}} event from the process that has the page in a window of its own */
  #hearProgram = ({data}) => {
    const message = readMessage(data);
    if (message?.type === 'connect') this.#connect(message, (answer) => this.#webView?.postMessage(answer));
    else this.#hear(this.isConnected ? message : null);
  };

  /** @param {import('./messages.js').Incoming | null} message */
  #hear(message) {
    if (message?.type === 'context') this.#listener.moved(message.context);
    else this.ignored += 1;
  }

  /**
   * @param {import('./messages.js').Connect} message
   * @param {(message: unknown) => void} answer
   */
  #connect({opensForms}, answer) {
    this.#answer = answer;
    this.opensForms = opensForms;
    this.send({type: 'ready'});
    this.#listener.connected();
  }
}

// A server that says what a test tells it to: for the states of the widget that a healthy one does not show.
// Serves the demo site from the sources, and answers with the golden messages of tests/bot/http.
import {execFileSync} from 'node:child_process';
import {mkdtempSync, readFileSync, rmSync} from 'node:fs';
import {createServer} from 'node:http';
import os from 'node:os';
import {join} from 'node:path';
import {inTree} from './paths.mjs';

const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; require-trusted-types-for 'script'; frame-ancestors 'none'";

const FILES = {
  '/': ['index.html', 'text/html; charset=utf-8'],
  '/demo.css': ['demo.css', 'text/css; charset=utf-8'],
  '/icon.svg': ['icon.svg', 'image/svg+xml'],
};

/** What stands for the pictures of articles: one grey dot. */
const PICTURE = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU' +
  '5ErkJggg==', 'base64');

/** @param {string} name of a file in tests/bot/http/golden, without .json */
export function golden(name) {
  return JSON.parse(readFileSync(inTree('tests/bot/http/golden', `${name}.json`), 'utf8'));
}

/** The loader, the panel and the demo page's script as the build bundles them, by path. */
function bundleScripts() {
  const folder = mkdtempSync(join(os.tmpdir(), 'pomocnik-'));
  execFileSync('cmake', [`-DOUTPUT=${folder}`, '-P', inTree('web-widget/bundle.cmake')]);
  execFileSync('esbuild', ['demo/demo.js', '--bundle', '--format=esm', '--target=es2022', `--outdir=${folder}`,
    '--log-level=warning'], {cwd: inTree('web-widget')});
  const names = ['widget.js', 'panel.js', 'demo.js'];
  const scripts = new Map(names.map((name) => [`/${name}`, readFileSync(join(folder, name))]));
  rmSync(folder, {recursive: true});
  return scripts;
}

/** @type {Map<string, Buffer> | null} made once for all servers of a test file */
let bundles = null;

/**
 * @typedef {object} Behaviour of one chat request
 * @property {unknown} [body] what is answered; by default the golden answer
 * @property {number} [status]
 * @property {Promise<unknown>} [after] answered when this is settled
 * @property {boolean} [drop] the connection is cut instead
 */

export class StubServer {
  /** @type {Behaviour[]} for the chat requests to come, in order; then the golden answer */
  behaviours = [];
  /** @type {{path: string, body: any, secret: string | undefined}[]} */
  requests = [];
  /** @type {Map<string, unknown>} articles by id; others are missing */
  articles = new Map([['fakt-storno-racuna', golden('article')]]);
  /** @type {Record<string, string>} further pages by path */
  pages = {};
  /** @type {Record<string, string>[]} what was asked about while typing */
  typed = [];
  suggestStatus = 200;
  /** @type {Record<string, string>[]} what the page told for the statistics */
  events = [];
  /** @type {unknown} what is found by a search; null: the connection is cut */
  found = golden('search');
  feedbackStatus = 200;
  draftStatus = 200;
  /** @type {Promise<unknown> | null} a wording is answered when this is settled */
  draftAfter = null;
  /** @type {object | null} how a wording is kept; null: as it was sent */
  keptDraft = null;
  #bundles = bundles ??= bundleScripts();
  #server = createServer((request, response) => this.#serve(request, response));

  /** @param {number} [port] 0: any free one */
  async start(port = 0) {
    await new Promise((resolve) => {
      this.#server.listen(port, '127.0.0.1', () => resolve(undefined));
    });
    this.port = /** @type {import('node:net').AddressInfo} */ (this.#server.address()).port;
    this.url = `http://127.0.0.1:${this.port}/`;
    return this;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  chats() {
    return this.requests.filter(({path}) => path === '/api/v1/chat');
  }

  /** What was sent to a route, without the secrets. */
  sentTo(route) {
    return this.requests.filter(({path}) => path === `/api/v1/${route}`).map(({body}) => body);
  }

  async #serve(request, response) {
    const {pathname} = new URL(request.url, this.url);
    const parts = [];
    for await (const part of request) parts.push(part);
    const text = Buffer.concat(parts).toString();
    if (pathname === '/api/v1/events') {
      const {events, context} = JSON.parse(text);
      for (const event of events) this.events.push({...event, channel: context.channel});
      return sendJson(response, 200, golden('feedback_reply'));
    }
    if (request.method === 'POST') {
      const secret = request.headers['x-conversation-secret'];
      this.requests.push({path: pathname, body: JSON.parse(text), secret});
    }
    if (pathname === '/api/v1/chat') return this.#chat(response);
    if (pathname === '/api/v1/suggest') return this.#suggest(new URL(request.url, this.url), response);
    if (pathname === '/api/v1/feedback') return sendJson(response, this.feedbackStatus, golden('feedback_reply'));
    if (pathname === '/api/v1/draft') return this.#draft(JSON.parse(text), response);
    if (pathname === '/api/v1/draft-event') return sendJson(response, 200, golden('feedback_reply'));
    if (pathname === '/api/v1/search') return this.#search(response);
    if (pathname.startsWith('/api/v1/articles/')) return this.#article(pathname, response);
    if (pathname.startsWith('/media/')) return send(response, 200, 'image/png', PICTURE);
    return this.#file(pathname, response);
  }

  async #chat(response) {
    const {body, status = 200, after, drop} = this.behaviours.shift() ?? {};
    await after;
    if (drop) return response.destroy();
    return sendJson(response, status, body ?? golden('chat_reply_answer'));
  }

  #suggest({searchParams}, response) {
    this.typed.push(Object.fromEntries(searchParams));
    if (this.suggestStatus === 200) return sendJson(response, 200, golden('suggest'));
    return sendJson(response, this.suggestStatus, {error: {code: 'rate_limited', message: 'Prehitro.'}});
  }

  #search(response) {
    if (this.found === null) return response.destroy();
    return sendJson(response, 200, this.found);
  }

  async #draft({title, text}, response) {
    await this.draftAfter;
    if (this.draftStatus !== 200) return sendJson(response, this.draftStatus, golden('error_not_found'));
    return sendJson(response, 200, this.keptDraft ?? {title, text, removed: null, saved: true});
  }

  #article(pathname, response) {
    const article = this.articles.get(decodeURIComponent(pathname.split('/').at(-1)));
    if (article) sendJson(response, 200, article);
    else sendJson(response, 404, golden('error_not_found'));
  }

  #file(pathname, response) {
    const bundle = this.#bundles.get(pathname);
    if (bundle) return send(response, 200, 'text/javascript; charset=utf-8', bundle);
    if (this.pages[pathname]) return send(response, 200, 'text/html; charset=utf-8', this.pages[pathname]);
    const file = FILES[pathname];
    if (!file) return sendJson(response, 404, golden('error_not_found'));
    return send(response, 200, file[1], readFileSync(inTree('web-widget/demo', file[0])));
  }
}

function send(response, status, type, body) {
  response.writeHead(status, {
    'Content-Type': type, 'Content-Security-Policy': CSP, 'X-Content-Type-Options': 'nosniff',
    // A browser asks again by itself when a connection is cut that it has used before.
    'Connection': 'close',
  });
  response.end(body);
}

function sendJson(response, status, body) {
  send(response, status, 'application/json', JSON.stringify(body));
}

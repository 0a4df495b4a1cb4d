// The staff desk before a server that says what a test tells it to. Serves the page as the program does, and answers
// with the golden messages of tests/bot/http.
import {readFileSync} from 'node:fs';
import {createServer} from 'node:http';
import {bundles} from './bundles.mjs';
import {inTree} from './paths.mjs';

const CSP = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; " +
  "base-uri 'none'; form-action 'self'; frame-ancestors 'none'; require-trusted-types-for 'script'";
const API = '/api/v1/staff/';
const PAGE = inTree('web-widget/staff/index.html');
const TOKEN = 'token-1';

/** @param {string} name of a file in tests/bot/http/golden, without .json */
export function golden(name) {
  return JSON.parse(readFileSync(inTree('tests/bot/http/golden', `${name}.json`), 'utf8'));
}

/**
 * @typedef {object} Call
 * @property {string} method
 * @property {string} path below the staff API
 * @property {Record<string, string>} query
 * @property {any} body
 */

/** @typedef {{status?: number, body?: unknown, headers?: Record<string, string>, text?: string}} Reply */

export class StaffServer {
  /** @type {{name: string, role: 'viewer' | 'curator' | 'admin'} | null} who is signed in; null: nobody */
  person = {name: 'ana', role: 'admin'};
  password = 'pravo-geslo-za-vse';
  /** @type {Record<string, (call: Call) => Reply | Promise<Reply>>} by path below the staff API */
  replies = {};
  /** @type {Record<string, unknown>} what is answered elsewhere than at the staff API, by path */
  elsewhere = {};
  /** @type {Call[]} what was asked, but for the session */
  calls = [];
  #server = createServer((request, response) => this.#serve(request, response));

  async start() {
    await new Promise((resolve) => {
      this.#server.listen(0, '127.0.0.1', () => resolve(undefined));
    });
    const {port} = /** @type {import('node:net').AddressInfo} */ (this.#server.address());
    this.url = `http://127.0.0.1:${port}/`;
    return this;
  }

  async stop() {
    this.#server.closeAllConnections();
    await new Promise((resolve) => {
      this.#server.close(resolve);
    });
  }

  /** @param {string} path below the staff API */
  sentTo(path) {
    return this.calls.filter((call) => call.path === path);
  }

  async #serve(request, response) {
    const {pathname, searchParams} = new URL(request.url, this.url);
    const parts = [];
    for await (const part of request) parts.push(part);
    if (pathname in this.elsewhere) {
      return send(response, 200, {'Content-Type': 'application/json'}, JSON.stringify(this.elsewhere[pathname]));
    }
    if (!pathname.startsWith(API)) return this.#file(pathname, response);
    const text = Buffer.concat(parts).toString();
    const path = pathname.slice(API.length);
    const call = {
      method: request.method, path, query: Object.fromEntries(searchParams), body: text ? JSON.parse(text) : null,
    };
    const reply = this.#session(call) ?? this.#refusal(request, path) ?? await this.#answer(call);
    const {status = 200, body, headers, text: written} = reply;
    send(response, status, {'Content-Type': 'application/json', 'Cache-Control': 'no-store', ...headers},
      written ?? JSON.stringify(body));
  }

  /** @param {Call} call @returns {Reply | null} */
  #session({path, body}) {
    if (path === 'session') return this.person ? {body: {...this.person, csrf: TOKEN}} : refuse(401, 'not_signed_in');
    if (path === 'login') {
      if (body.password !== this.password) return refuse(401, 'wrong_sign_in');
      this.person ??= {name: body.name, role: 'admin'};
      return {body: {...this.person, csrf: TOKEN}};
    }
    if (path !== 'logout') return null;
    this.person = null;
    return {body: {}};
  }

  #refusal(request, path) {
    if (!this.person) return refuse(401, 'not_signed_in');
    const isForeign = request.method === 'POST' && request.headers['x-staff-token'] !== TOKEN;
    return isForeign ? refuse(403, 'forbidden', path) : null;
  }

  /** @param {Call} call */
  async #answer(call) {
    this.calls.push(call);
    const reply = this.replies[call.path];
    return reply ? reply(call) : refuse(404, 'not_found');
  }

  #file(pathname, response) {
    if (/^\/staff(\/[a-z]*)?$/.test(pathname)) {
      return send(response, 200, {'Content-Type': 'text/html; charset=utf-8'}, readFileSync(PAGE));
    }
    if (pathname === '/icon.svg') {
      return send(response, 200, {'Content-Type': 'image/svg+xml'}, readFileSync(inTree('web-widget/demo/icon.svg')));
    }
    const bundle = bundles().get(pathname);
    const type = pathname.endsWith('.css') ? 'text/css; charset=utf-8' : 'text/javascript; charset=utf-8';
    if (bundle) return send(response, 200, {'Content-Type': type}, bundle);
    return send(response, 404, {'Content-Type': 'text/plain'}, '');
  }
}

/**
 * @param {number} status
 * @param {string} code
 * @param {string} [message]
 * @returns {Reply}
 */
export function refuse(status, code, message = 'Tako ne gre.') {
  return {status, body: {error: {code, message}}};
}

function send(response, status, headers, body) {
  response.writeHead(status, {
    'Content-Security-Policy': CSP, 'X-Content-Type-Options': 'nosniff', 'Connection': 'close', ...headers,
  });
  response.end(body);
}

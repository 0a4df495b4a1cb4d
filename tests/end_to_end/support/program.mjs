// The real program with an index of kb/ in a folder of its own.
import {execFile, spawn} from 'node:child_process';
import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {createServer} from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {promisify} from 'node:util';
import {inTree, program} from './paths.mjs';

/** A port that was free a moment ago. */
export async function freePort() {
  const server = createServer();
  await new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(undefined));
  });
  const {port} = /** @type {import('node:net').AddressInfo} */ (server.address());
  await new Promise((resolve) => {
    server.close(resolve);
  });
  return port;
}

/** Learning word forms takes seconds, and no test here is about them. */
export const withoutLists = {...process.env, POMOCNIK_WORD_LISTS: os.devNull};

/**
 * Makes an index, starts the program on it and waits until it is ready.
 *
 * @param {string} [config] further lines of its configuration file
 * @param {string[]} [articles] folders of articles instead of those in kb/
 */
export async function startProgram(config = '', articles = []) {
  const data = await mkdtemp(path.join(os.tmpdir(), 'pomocnik-'));
  const folders = articles.flatMap((folder) => ['--articles', folder]);
  await promisify(execFile)(program, ['index', '--kb', inTree('kb'), '--data', data, ...folders],
    {env: withoutLists, maxBuffer: 2 ** 26});
  const port = await freePort();
  const server = new RunningProgram(data, port, config);
  await server.start();
  return server;
}

// One test's browser asks more than a person would.
const CONFIG = 'limits: {requests_per_second: 1000, burst: 10000, messages_per_day: 100000}\n';

export class RunningProgram {
  #config;
  #process = null;

  /**
   * @param {string} data its data folder, removed by stop()
   * @param {number} port
   * @param {string} [config] further lines of its configuration file
   */
  constructor(data, port, config = '') {
    this.data = data;
    this.#config = config;
    this.port = port;
    this.url = `http://127.0.0.1:${port}/`;
  }

  async start() {
    const output = [];
    const config = path.join(this.data, 'test.yaml');
    await writeFile(config, CONFIG + this.#config);
    const child = spawn(
      program,
      ['serve', '--config', config, '--data', this.data, '--listen', `127.0.0.1:${this.port}`],
      {stdio: ['ignore', 'pipe', 'pipe']},
    );
    child.stdout.on('data', (part) => output.push(part));
    child.stderr.on('data', (part) => output.push(part));
    this.#process = child;
    await untilReady(this.url, () => {
      if (child.exitCode !== null) throw new Error(`the program ended: ${Buffer.concat(output)}`);
    });
  }

  /** Ends the process without the pause that SIGTERM leaves to a proxy, and keeps its data. */
  async halt() {
    const child = this.#process;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => {
      child.once('exit', resolve);
    });
    child.kill('SIGINT');
    await ended;
  }

  async stop() {
    await this.halt();
    await rm(this.data, {recursive: true, force: true});
  }
}

/**
 * @param {string} url
 * @param {() => void} check throws when waiting makes no sense any more
 */
async function untilReady(url, check) {
  const deadline = Date.now() + 20000;
  while (Date.now() < deadline) {
    check();
    const response = await fetch(new URL('readyz', url)).catch(() => null);
    if (response?.ok) return;
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
  throw new Error('the program is not ready after 20 seconds');
}

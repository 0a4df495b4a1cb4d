// What an operator does with the real program: index, serve, swap, ask, and what it says when something is wrong.
import assert from 'node:assert/strict';
import {execFile, spawn} from 'node:child_process';
import {mkdir, mkdtemp, open, readdir, rm, writeFile} from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {inTree, program} from './support/paths.mjs';
import {freePort, RunningProgram, withoutLists} from './support/program.mjs';

let folder;
let data;

/**
 * Runs the program to its end.
 * @param {string[]} args
 * @param {string} input
 * @returns {Promise<{code: number, out: string, err: string}>}
 */
function run(args, input = '') {
  return new Promise((resolve) => {
    const child = execFile(program, args, {env: withoutLists}, (error, out, err) => {
      resolve({code: error ? Number(error.code) : 0, out, err});
    });
    // A command that reads no input may have ended before it is written.
    child.stdin.on('error', (error) => {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPIPE') throw error;
    });
    child.stdin.end(input);
  });
}

/** Makes an index of the whole kb, or of the folder of articles given. */
function index(...articles) {
  return run(['index', '--kb', inTree('kb'), '--data', data, ...articles.flatMap((each) => ['--articles', each])]);
}

/**
 * @param {() => Promise<boolean>} holds
 */
async function until(holds) {
  const deadline = Date.now() + 10000;
  while (!(await holds())) {
    assert.ok(Date.now() < deadline, 'did not happen within 10 seconds');
    await new Promise((resolve) => {
      setTimeout(resolve, 50);
    });
  }
}

before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'pomocnik-'));
  data = path.join(folder, 'data');
});
after(async () => {
  await rm(folder, {recursive: true, force: true});
});

test('an index is made with a summary, and asked for a person and by the line', async () => {
  const made = await index();
  assert.equal(made.code, 0, made.err);
  assert.match(made.out, /^Index \S+: \d+ articles, \d+ passages, 0 errors, \d+ warnings, \d+\.\d s\n$/);
  const asked = await run(['ask', 'Kako storniram knjiženo temeljnico?', '--data', data, '--explain']);
  assert.equal(asked.code, 0, asked.err);
  assert.match(asked.out, /Vir: Storno knjižene temeljnice .*\[dk-storno-temeljnice\]/);
  assert.match(asked.out, /zanesljivost 0\.\d+/);
  assert.match(asked.out, /temeljnico -> /);
  const lines = '{"id":"1","text":"storno temeljnice"}\nnonsense\n{"id":"2","text":"živjo"}\n';
  const batch = await run(['ask', '--batch', '--data', data], lines);
  assert.equal(batch.code, 1);
  assert.match(batch.err, /^line 2: /m);
  const answers = batch.out.trim().split('\n').map((line) => JSON.parse(line));
  assert.deepEqual(answers.map(({id}) => id), ['1', '2']);
  assert.equal(answers[0].articles[0], 'dk-storno-temeljnice');
  assert.equal(answers[1].decision, 'smalltalk');
});

test('a new index is taken up while serving, and a damaged one refused', async () => {
  const articles = path.join(folder, 'articles');
  await run(['index', '--kb', inTree('kb'), '--data', data]);
  const server = new RunningProgram(data, await freePort());
  await server.start();
  const ready = async () => (await fetch(new URL('/readyz', server.url))).json();
  try {
    const first = await ready();
    await makeArticle(articles, 'nov-clanek');
    assert.equal((await index(articles)).code, 0);
    await until(async () => (await ready()).articles === 1);
    const second = await ready();
    assert.notEqual(second.index, first.index);

    // The same again, but with one byte changed before the server looks.
    await server.halt();
    assert.equal((await index()).code, 0);
    const newest = (await readdir(path.join(data, 'index'))).filter((name) => name.endsWith('.db')).sort().at(-1);
    await damage(path.join(data, 'index', newest));
    await server.start();
    const third = await ready();
    assert.equal(third.index, second.index);
    assert.deepEqual(third.refused.map(({version}) => `${version}.db`), [newest]);
  } finally {
    await server.halt();
  }
});

/** Writes a folder of one article. */
async function makeArticle(articles, id) {
  await mkdir(articles, {recursive: true});
  const text = `---\nid: ${id}\ntitle: Nov članek\nmodule: Pomoč\nkind: tip\nlang: sl\n---\n\nBesedilo.\n`;
  await writeFile(path.join(articles, `${id}.md`), text);
}

/** Flips a bit in the middle of a file. */
async function damage(file) {
  const handle = await open(file, 'r+');
  try {
    const {size} = await handle.stat();
    const byte = Buffer.alloc(1);
    await handle.read(byte, 0, 1, Math.floor(size / 2));
    byte[0] ^= 1;
    await handle.write(byte, 0, 1, Math.floor(size / 2));
  } finally {
    await handle.close();
  }
}

test('two programs do not share a data folder, nor a port', async () => {
  const server = new RunningProgram(data, await freePort());
  await server.start();
  try {
    const second = await run(['serve', '--data', data, '--listen', '127.0.0.1:0']);
    assert.equal(second.code, 1);
    assert.match(second.err, /^pomocnik serve: /m);
    const other = path.join(folder, 'other');
    await run(['index', '--kb', inTree('kb'), '--data', other]);
    const samePort = await run(['serve', '--data', other, '--listen', `127.0.0.1:${server.port}`]);
    assert.equal(samePort.code, 1);
    assert.match(samePort.err, new RegExp(`cannot listen on 127.0.0.1:${server.port}`));
  } finally {
    await server.halt();
  }
});

test('SIGTERM ends the program with success', async () => {
  const args = ['serve', '--data', data, '--listen', '127.0.0.1:0'];
  const child = spawn(program, args, {stdio: ['ignore', 'pipe', 'ignore']});
  const address = await new Promise((resolve) => {
    child.stdout.once('data', (part) => resolve(String(part).match(/http:\S+/)?.[0]));
  });
  assert.equal((await fetch(new URL('/livez', address))).status, 200);
  const ended = new Promise((resolve) => {
    child.once('exit', resolve);
  });
  child.kill('SIGTERM');
  assert.equal(await ended, 0);
});

test('what is wrong is said together with what to do', async () => {
  const nowhere = path.join(folder, 'nowhere');
  const config = path.join(folder, 'wrong.yaml');
  await writeFile(config, 'data: x\nport: 80\n');
  const cases = [
    [['ask', 'x', '--data', nowhere], /no usable index in .*; make one with: pomocnik index/],
    [['serve', '--data', nowhere], /no data folder .*; make it with: pomocnik index/],
    [['serve', '--data', data, '--listen', '0.0.0.0:0'], /--public/],
    [['serve', '--data', data, '--listen', '8080'], /expected HOST:PORT/],
    [['serve', '--data', data, '--allowed-origin', 'example.si'], /expected an origin such as https:/],
    [['serve', '--config', config], /wrong\.yaml:2: error: port: no such setting/],
    [['serve', '--config', nowhere], /cannot read the configuration file/],
    [['serve'], /--data/],
    [['index', '--kb', nowhere, '--data', data], /nowhere/],
    [['check', '--kb', nowhere], /nowhere/],
    [['ask', 'x', '--data', data, '--at', 'yesterday'], /expected a moment like/],
    [['ask', '--data', data], /no question/],
    [['ask', 'x', '--data', data, '--lang', 'de'], /--lang/],
    [['brew'], /.+/],
    [[], /subcommand/i],
  ];
  for (const [args, said] of cases) {
    const {code, out, err} = await run(args);
    assert.notEqual(code, 0, args.join(' '));
    assert.match(out + err, said, args.join(' '));
  }
});

test('every command explains itself with an example', async () => {
  for (const command of ['index', 'serve', 'ask', 'check']) {
    const {code, out} = await run([command, '--help']);
    assert.equal(code, 0);
    assert.match(out, new RegExp(`pomocnik ${command} `));
  }
  assert.match((await run(['--version'])).out, /^\d+\.\d+\.\d+\n$/);
});

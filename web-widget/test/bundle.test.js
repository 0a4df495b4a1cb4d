import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {createHash} from 'node:crypto';
import {mkdtempSync, readFileSync, readdirSync, rmSync} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import test from 'node:test';
import {fileURLToPath} from 'node:url';

const folder = fileURLToPath(new URL('..', import.meta.url));
const build = readFileSync(`${folder}/CMakeLists.txt`, 'utf8');

test('loader, panel and the script of the F1 page are bundled, and fit into what they may weigh', (context) => {
  const output = mkdtempSync(path.join(os.tmpdir(), 'pomocnik-'));
  const said = execFileSync('cmake', [`-DOUTPUT=${output}`, '-P', `${folder}/bundle.cmake`], {encoding: 'utf8'});
  for (const line of said.trim().split('\n')) context.diagnostic(line);
  const panel = readFileSync(`${output}/panel.js`);
  const version = createHash('sha256').update(panel).digest('hex').slice(0, 16);
  assert.ok(readFileSync(`${output}/widget.js`, 'utf8').includes(`"panel.js?v=${version}"`));
  rmSync(output, {recursive: true});
});

test('the build is told about every file that goes into the widget', () => {
  for (const sub of ['src', 'src/chat', 'src/f1', 'src/launcher', 'src/shared', 'strings', 'styles']) {
    for (const name of readdirSync(`${folder}/${sub}`)) {
      if (!/\.(js|json|css)$/.test(name)) continue;
      assert.ok(build.includes(`${sub}/${name}\n`) || build.includes(`${sub}/${name})`), `${sub}/${name}`);
    }
  }
});

const strangers = {
  shared: ['chat', 'f1', 'launcher'], launcher: ['chat', 'f1'], chat: ['f1', 'launcher'], f1: ['launcher'],
};

for (const [part, others] of Object.entries(strangers)) {
  test(`src/${part} packs nothing of ${others.join(' and ')}`, () => {
    for (const name of readdirSync(`${folder}/src/${part}`)) {
      const text = readFileSync(`${folder}/src/${part}/${name}`, 'utf8');
      for (const other of others) assert.doesNotMatch(text, new RegExp(`^import .*'\\.\\./${other}/`, 'm'), name);
    }
  });
}

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

test('loader, panel and the scripts of the F1 page and the staff desk fit into what they may weigh', (context) => {
  const output = mkdtempSync(path.join(os.tmpdir(), 'pomocnik-'));
  const said = execFileSync('cmake', [`-DOUTPUT=${output}`, '-P', `${folder}/bundle.cmake`], {encoding: 'utf8'});
  for (const line of said.trim().split('\n')) context.diagnostic(line);
  const panel = readFileSync(`${output}/panel.js`);
  const version = createHash('sha256').update(panel).digest('hex').slice(0, 16);
  assert.ok(readFileSync(`${output}/widget.js`, 'utf8').includes(`"panel.js?v=${version}"`));
  rmSync(output, {recursive: true});
});

/** @param {string} top a folder of the widget, which is given back with all that lie in it */
function withFolders(top) {
  const folders = readdirSync(`${folder}/${top}`, {withFileTypes: true}).filter((entry) => entry.isDirectory());
  return [top, ...folders.flatMap(({name}) => withFolders(`${top}/${name}`))];
}

test('the build is told about every file that goes into the widget', () => {
  for (const sub of ['src', 'strings', 'styles', 'staff'].flatMap(withFolders)) {
    for (const name of readdirSync(`${folder}/${sub}`)) {
      if (!/\.(js|json|css)$/.test(name)) continue;
      assert.ok(build.includes(`${sub}/${name}\n`) || build.includes(`${sub}/${name})`), `${sub}/${name}`);
    }
  }
});

const strangers = {
  shared: ['chat', 'f1', 'launcher', 'staff'], launcher: ['chat', 'f1', 'staff'], chat: ['f1', 'launcher', 'staff'],
  f1: ['launcher', 'staff'], staff: ['chat', 'f1', 'launcher'],
};

for (const [part, others] of Object.entries(strangers)) {
  test(`src/${part} packs nothing of ${others.join(' and ')}`, () => {
    for (const name of readdirSync(`${folder}/src/${part}`, {recursive: true})) {
      if (!String(name).endsWith('.js')) continue;
      const text = readFileSync(`${folder}/src/${part}/${name}`, 'utf8');
      for (const other of others) {
        assert.doesNotMatch(text, new RegExp(`^import .*'(\\.\\./)+${other}/`, 'm'), String(name));
      }
    }
  });
}

import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFileSync, readdirSync} from 'node:fs';
import test from 'node:test';
import {fileURLToPath} from 'node:url';
import {gzipSync} from 'node:zlib';

const folder = fileURLToPath(new URL('..', import.meta.url));
const LARGEST = 40 * 1024;

const build = readFileSync(`${folder}/CMakeLists.txt`, 'utf8');

test(`the widget fits into ${LARGEST} compressed bytes`, (context) => {
  // The options are those of the build.
  const command = /COMMAND \$\{ESBUILD\} (.*?)--outfile/s.exec(build);
  const bundle = execFileSync('esbuild', command?.[1].trim().split(/\s+/) ?? [], {cwd: folder});
  const size = gzipSync(bundle, {level: 9}).length;
  context.diagnostic(`widget.js: ${bundle.length} bytes, ${size} compressed`);
  assert.ok(size <= LARGEST, `${size} bytes`);
});

test('the build is told about every file that goes into the widget', () => {
  for (const sub of ['src', 'src/chat', 'src/shared', 'strings', 'styles']) {
    for (const name of readdirSync(`${folder}/${sub}`)) {
      if (!/\.(js|json|css)$/.test(name)) continue;
      assert.ok(build.includes(`${sub}/${name}\n`) || build.includes(`${sub}/${name})`), `${sub}/${name}`);
    }
  }
});

test('what the panel will share knows nothing of the chat', () => {
  for (const name of readdirSync(`${folder}/src/shared`)) {
    assert.doesNotMatch(readFileSync(`${folder}/src/shared/${name}`, 'utf8'), /from '\.\.\/chat/, name);
  }
});

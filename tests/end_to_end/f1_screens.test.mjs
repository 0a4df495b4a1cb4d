// What the F1 page of the real program answers to names of screens: all that are listed, and those that are not.
import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {after, before, test} from 'node:test';
import {inTree} from './support/paths.mjs';
import {startProgram} from './support/program.mjs';

const LISTED = /app: (\w+), id: ([\w.]+)(?:, number: (\d+))?/g;
const listed = [...readFileSync(inTree('kb/screens.yaml'), 'utf8').matchAll(LISTED)]
  .map(([, app, id, number]) => ({app, id, number}));

const unknown = [
  'Xqzw', '9999', '0', '-1', '1.5', '00001204', '99999999999999999999', 'a', 'ž', 'ČŠŽ', '日本語', '🙂', 'a b', 'a+b',
  'a%20b', '.', '..', '...', '../../etc/passwd', './FAK', 'FAK/../DK', '.FAK', 'FAK.', 'FAK..Dobropisi', '.....', '%',
  '%%', '%2e%2e', '%00', '\u0000', '\n', '\t', 'a\r\nSet-Cookie: x=1', '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>', "' OR 1=1 --", '";DROP TABLE screen;--', '*', '"', 'NEAR(a b)', 'AND', '{}',
  '${7*7}', 'javascript:alert(1)', '\u202eFAK', '\u200b', '#a', '?a', '&a=b', 'x'.repeat(300), 'a.'.repeat(60),
  'ž'.repeat(200), 'TfrmUvozIzpiskov', 'frmXyz123', 'null', 'undefined',
];

let server;

before(async () => {
  server = await startProgram();
});
after(async () => {
  await server?.stop();
});

/**
 * @param {string} app
 * @param {string} screen
 */
async function read(app, screen) {
  const response = await fetch(`${server.url}f1/${app}/${encodeURIComponent(screen)}`);
  const html = await response.text();
  const [, main = ''] = /<main[^>]*>(.*)<\/main>/s.exec(html) ?? [];
  const leadsOn = main.includes('<a ') || main.includes('<article');
  return {status: response.status, main, leadsOn, match: /class="match (\w+)"/.exec(main)?.[1]};
}

test(`each of the ${listed.length} listed screens has help, by its name and by its number`, async () => {
  for (const {app, id, number} of listed) {
    const byName = await read(app, id);
    assert.equal(byName.status, 200, id);
    assert.ok(['screen', 'parent', 'module', 'search', 'none'].includes(byName.match ?? ''), `${id}: ${byName.match}`);
    assert.ok(byName.leadsOn, id);
    if (number) assert.equal((await read(app, number)).match, byName.match, number);
  }
});

test(`${unknown.length} names that are not listed lead to a page that leads on`, async () => {
  for (const screen of unknown) {
    const {status, main, leadsOn, match} = await read('icenter', screen);
    assert.equal(status, 200, screen);
    assert.ok(match && match !== 'screen', `${screen}: ${match}`);
    assert.ok(leadsOn, screen);
    assert.doesNotMatch(main, /<script|onerror=|<img/i, screen);
  }
});

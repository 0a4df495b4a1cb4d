// What staff do on the pages of the desk, and that nothing they typed is lost.
import assert from 'node:assert/strict';
import {readFile} from 'node:fs/promises';
import {after, before, test} from 'node:test';
import {launchBrowser, newPage} from './support/browser.mjs';
import {pageStates, sample, showPage} from './support/staff_page_states.mjs';
import {StaffServer, golden, refuse} from './support/staff_server.mjs';

const {gaps} = sample('gaps');
const [gap] = gaps;
const publishing = golden('staff_publish');
const idle = {...publishing, state: 'idle', candidate: null};
const text = 'Popravimo jo z dobropisom.';

let browser;
let server;

before(async () => {
  browser = await launchBrowser();
  server = await new StaffServer().start();
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/**
 * @param {any} one
 * @param {any} whole
 * @returns {string[]} what the one has and the whole does not; of lists the first items are looked at
 */
function foreign(one, whole, path = '') {
  if (Array.isArray(one)) return one.length > 0 && whole?.length > 0 ? foreign(one[0], whole[0], `${path}[]`) : [];
  if (typeof one !== 'object' || one === null || typeof whole !== 'object' || whole === null) return [];
  return Object.keys(one).flatMap((key) =>
    key in whole ? foreign(one[key], whole[key], `${path}.${key}`) : [`${path}.${key}`]);
}

test('what the pages are tried with has nothing that the server does not write', () => {
  for (const name of ['gaps', 'articles', 'screens', 'conversations', 'conversation']) {
    assert.deepEqual(foreign(sample(name), golden(`staff_${name}`), name), []);
  }
});

/**
 * @param {import('./support/staff_page_states.mjs').PageState} state
 * @param {(page: import('playwright-core').Page) => Promise<void>} act
 * @param {'viewer' | 'curator' | 'admin'} [role]
 */
async function onPage(state, act, role = 'curator') {
  server.person = {name: 'ana', role};
  const page = await newPage(browser, {reducedMotion: 'reduce'});
  await showPage(page, server, state);
  await act(page);
  assert.deepEqual(page.problems, []);
  await page.context().close();
}

const bodies = (path) => server.sentTo(path).filter(({method}) => method === 'POST').map(({body}) => body);
const action = (page, name) => page.locator(`[data-action=${name}]`).first();

test('the largest gap leads to an article with its questions, and that to publishing', () =>
  onPage(pageStates.gaps, async (page) => {
    assert.match(await page.locator('.gap').first().innerText(), /23 vprašanj/);
    await action(page, 'write').click();
    await page.locator('textarea').fill(text);
    await action(page, 'save').click();
    await page.locator('.saved').waitFor();
    assert.deepEqual(bodies('edits/article'), [{
      title: 'Kako popravim davčno številko kupca na izdanem računu', module: 'Fakturiranje', kind: 'tip', lang: 'sl',
      markdown: text, questions: gap.examples.map((example) => example.text),
    }]);
    await page.keyboard.press('Enter');
    await page.locator('.verdict').waitFor();
    assert.equal(await page.locator('#try-question').inputValue(), gap.examples[0].text);
  }));

test('what is typed is there again after a reload, signing out and in, and an error of the server', () =>
  onPage({...pageStates.write, replies: {'edits/article': refuse(503, 'busy')}}, async (page) => {
    const field = page.locator('textarea');
    await field.fill(text);
    await action(page, 'save').click();
    await page.locator('.field-error:not(:empty)').waitFor();
    assert.equal(await field.inputValue(), text);
    await page.reload();
    await page.locator('.note', {hasText: 'niste shranili'}).waitFor();
    assert.equal(await field.inputValue(), text);
    await page.locator('.who button').click();
    await page.locator('#sign-in-name').fill('ana');
    await page.locator('#sign-in-password').fill(server.password);
    await page.keyboard.press('Enter');
    await field.waitFor();
    assert.equal(await field.inputValue(), text);
    await page.goto(`${server.url}staff/gaps`);
    await page.locator('[data-action=write]', {hasText: 'Nadaljuj'}).waitFor();
  }));

test('a session that ends while an article is saved costs a password and nothing else', () =>
  onPage(pageStates.write, async (page) => {
    await page.locator('textarea').fill(text);
    server.person = null;
    await action(page, 'save').click();
    await page.locator('dialog[open] input[type=password]').fill(server.password);
    server.person = {name: 'ana', role: 'curator'};
    await page.keyboard.press('Enter');
    await page.locator('.saved').waitFor();
    assert.equal(bodies('edits/article').at(-1).markdown, text);
  }));

test('an article that lacks something is not sent, and the focus goes where it is missing', () =>
  onPage(pageStates['write-missing'], async (page) => {
    assert.deepEqual(bodies('edits/article'), []);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'markdown');
    assert.equal(await page.locator('textarea').getAttribute('aria-invalid'), 'true');
  }));

test('an article that somebody else has changed meanwhile is not written over', () => {
  const stored = golden('staff_edit_article');
  const conflict = refuse(409, 'conflict', 'Nekdo je to medtem spremenil.');
  const answer = ({method}) => method === 'GET' ? stored : conflict;
  return onPage({...pageStates['article-edit'], replies: {'edits/article': answer}}, async (page) => {
    await page.locator('textarea').fill(text);
    await action(page, 'save').click();
    await page.locator('.field-error', {hasText: 'medtem'}).waitFor();
    const [{id, revision}] = bodies('edits/article');
    assert.deepEqual({id, revision}, {id: stored.id, revision: stored.revision});
  });
});

test('a button above the text writes the marks, and words of the gap are ticked off as they come', () =>
  onPage({...pageStates.write, then: undefined, shows: 'textarea'}, async (page) => {
    await page.locator('textarea').fill('Davčno številko popravimo.');
    await page.locator('[data-tool=steps]').click();
    assert.match(await page.locator('textarea').inputValue(), /popravimo\.\n\n1\. Prvi korak\.\n2\. Drugi korak\.\n$/);
    assert.deepEqual(await page.locator('[data-used]').allInnerTexts(),
      ['davčna številka', 'kupec', 'izdan račun', 'popraviti']);
  }));

test('a gap is put out of scope and taken back where it was', () =>
  onPage(pageStates.gaps, async (page) => {
    await action(page, 'out_of_scope').click();
    await page.locator('.moved').waitFor();
    assert.equal(await page.locator('[data-state=open] .count').innerText(), '1');
    await page.keyboard.press('Enter');
    await page.locator('.gap h2', {hasText: gap.title}).waitFor();
    assert.deepEqual(bodies('gaps/state').map(({state}) => state), ['out_of_scope', 'open']);
    assert.equal(await page.locator('[data-state=open] .count').innerText(), '2');
  }));

test('questions are added to an article that is found by typing', () =>
  onPage(pageStates['gaps-question'], async (page) => {
    await page.locator('.options [type=checkbox]').nth(2).uncheck();
    await page.locator('#picker-search').fill('regres');
    await page.locator('.picker .option', {hasText: 'Obračun regresa'}).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.saved').waitFor();
    const [first, second, , fourth] = gap.examples.map((example) => example.text);
    assert.deepEqual(bodies('edits/question'),
      [first, second, fourth].map((question) => ({article: 'opl-regres', question})));
  }));

test('a synonym needs both words', () =>
  onPage(pageStates['gaps-synonym'], async (page) => {
    await page.keyboard.type('davčna');
    await page.keyboard.press('Enter');
    await page.locator('dialog .field-error:not(:empty)').waitFor();
    await page.keyboard.type('davčna številka');
    await page.keyboard.press('Enter');
    await page.locator('.saved').waitFor();
    assert.deepEqual(bodies('edits/synonym'), [{word: 'davčna', means: 'davčna številka', lang: 'sl'}]);
  }));

test('a viewer sees the gaps, and nothing to change them with', () =>
  onPage(pageStates.gaps, async (page) => {
    assert.equal(await page.locator('.gap [data-action]').count(), 0);
    await page.goto(`${server.url}staff/publish`);
    await page.locator('.verdict').waitFor();
    assert.equal(await page.locator('[data-action=go], [data-action=rollback]').count(), 0);
  }, 'viewer'));

test('articles are put in order by the keyboard, and the address remembers it', () =>
  onPage(pageStates.articles, async (page) => {
    const titles = () => page.locator('tbody th a').allInnerTexts();
    assert.equal((await titles())[0], 'Dobropis za izdani račun');
    await page.getByRole('button', {name: 'Članek', exact: true}).press('Enter');
    await page.getByRole('button', {name: 'Članek', exact: true}).press('Enter');
    assert.deepEqual(await titles(), ['Obračun regresa', 'Glavni menu', 'Dobropis za izdani račun']);
    await page.locator('#articles-only').check();
    await page.reload();
    await page.locator('[aria-sort=descending]', {hasText: 'Članek'}).waitFor();
    assert.deepEqual(await titles(), ['Glavni menu', 'Dobropis za izdani račun']);
  }));

test('a topic is written for the screen that has none', () =>
  onPage(pageStates.screens, async (page) => {
    await action(page, 'topic').click();
    await page.locator('textarea').fill(text);
    await action(page, 'save').click();
    await page.locator('.saved').waitFor();
    const [{kind, f1, title}] = bodies('edits/article');
    assert.deepEqual({kind, f1, title}, {kind: 'f1', f1: ['icenter:PN.Obracun'], title: 'Obračun potnega naloga'});
  }));

test('conversations are asked for as the fields say, and older ones come behind', () =>
  onPage(pageStates.conversations, async (page) => {
    await page.locator('#filter-decision').selectOption('abstain');
    await page.locator('#filter-q').fill('davčna');
    await page.keyboard.press('Enter');
    await page.locator('.conversations li').first().waitFor();
    await page.locator('.more button').click();
    await page.locator('.conversations li').nth(5).waitFor();
    const {query} = server.sentTo('conversations').at(-1);
    assert.deepEqual([query.q, query.decision, query.before],
      ['davčna', 'abstain', sample('conversations').next]);
    assert.match(page.url(), /decision=abstain/);
  }));

test('a conversation tells why, is exported as a file, and erased only when that is confirmed', () => {
  const headers = {'Content-Disposition': 'attachment; filename="pogovor.json"'};
  const file = {status: 200, text: '{"id":"D"}', headers};
  return onPage({...pageStates.conversation, replies: {'export/conversation': file}}, async (page) => {
    assert.match(await page.locator('.why').first().innerText(), /davčen[^]*Dobropis za izdani račun[^]*11,42/);
    const [download] = await Promise.all([page.waitForEvent('download'), action(page, 'export').click()]);
    assert.equal(download.suggestedFilename(), 'pogovor.json');
    assert.equal(await readFile(await download.path(), 'utf8'), '{"id":"D"}');
    await action(page, 'erase').click();
    await page.keyboard.press('Escape');
    await page.locator('dialog[open]').waitFor({state: 'detached'});
    assert.deepEqual(bodies('conversations/erase'), []);
    await action(page, 'erase').click();
    await action(page, 'erase-now').click();
    await page.locator('.notice', {hasText: 'izbrisan'}).waitFor();
    assert.deepEqual(bodies('conversations/erase'), [{id: 'DDDDDDDDDDDDDDDDDDDDDD'}]);
  });
});

test('a publication is prepared, followed, looked at, published and tried', () => {
  let now = idle;
  const steps = [{...idle, state: 'building', progress: {done: 0, total: 0}},
    {...idle, state: 'checking', progress: {done: 80, total: 212}}, publishing];
  const replies = {
    'publish': () => {
      if (now !== idle || steps.length < 3) now = steps.shift() ?? now;
      return now;
    },
    'publish/prepare': () => {
      now = steps.shift();
      return {};
    },
    'publish/go': ({body: {version}}) => {
      now = idle;
      // It takes a moment until the version is served.
      steps.push(idle, {...idle, served: version});
      return {};
    },
  };
  return onPage({...pageStates['publish-tried'], replies, shows: undefined, then: undefined}, async (page) => {
    await action(page, 'prepare').press('Enter');
    await page.locator('progress').waitFor();
    await page.locator('.verdict', {hasText: '1 vprašanje bi izgubilo dober odgovor'}).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Pripravljeno za objavo');
    await action(page, 'go').press('Enter');
    await page.locator('.notice', {hasText: 'Objavljeno'}).waitFor();
    assert.deepEqual(bodies('publish/go'), [{version: publishing.candidate.version}]);
    await page.keyboard.press('Enter');
    await page.locator('.tried .steps').waitFor();
  });
});

test('an earlier version is gone back to only when that is confirmed', () => {
  let now = idle;
  const replies = {
    'publish': () => now,
    'publish/rollback': ({body: {version}}) => {
      now = {...idle, served: version};
      return {};
    },
  };
  return onPage({...pageStates['publish-idle'], replies}, async (page) => {
    await action(page, 'rollback').click();
    await page.locator('dialog[open] .primary').click();
    await page.locator('.notice', {hasText: 'Spet velja'}).waitFor();
    assert.deepEqual(bodies('publish/rollback'), [{version: publishing.versions[1].version}]);
  });
});

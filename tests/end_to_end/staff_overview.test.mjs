// The staff desk's frame and overview in a browser: what is read, pressed, typed, printed and exported, by mouse and by
// keyboard, in each state; against a server that says what a test tells it to, and in the end against the real one.
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import {readFile} from 'node:fs/promises';
import {after, before, test} from 'node:test';
import {findBarriers, misfits} from './support/accessibility.mjs';
import {launchBrowser, newPage} from './support/browser.mjs';
import {overview, overviewStates, showOverview} from './support/overview_states.mjs';
import {program} from './support/paths.mjs';
import {startProgram} from './support/program.mjs';
import {StaffServer, refuse} from './support/staff_server.mjs';
import {KeyboardVisitor} from './support/visitor.mjs';

const calm = {reducedMotion: 'reduce'};

let browser;
let server;

before(async () => {
  browser = await launchBrowser();
  server = await new StaffServer().start();
});
after(async () => {
  await browser.close();
  await server.stop();
});

/** @param {(page: import('playwright-core').Page) => Promise<void>} look */
async function withDesk(state, look, options = {}) {
  const page = await newPage(browser, {...calm, ...options});
  await showOverview(page, server, state);
  await look(page);
  assert.deepEqual(page.problems, []);
  await page.context().close();
}

test('no state of the frame or the overview is a barrier, light or dark, wide or narrow', async () => {
  const page = await newPage(browser, calm);
  for (const [name, state] of Object.entries(overviewStates)) {
    await page.emulateMedia({colorScheme: 'light', ...calm});
    await page.setViewportSize({width: 1280, height: 860});
    await showOverview(page, server, state);
    assert.deepEqual(await findBarriers(page), [], name);
    await page.emulateMedia({colorScheme: 'dark', ...calm});
    assert.deepEqual(await findBarriers(page, null, ['color-contrast']), [], `${name}, dark`);
    await page.setViewportSize({width: 390, height: 780});
    assert.deepEqual(await page.evaluate(misfits), {wide: [], small: []}, name);
  }
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test('signing in shows the page that was asked for, and a refusal leaves what was typed', async () => {
  await withDesk({...overviewStates['sign-in'], path: 'log'}, async (page) => {
    const name = page.getByLabel('Uporabniško ime');
    await name.fill('ana');
    await page.keyboard.press('Enter');
    await page.getByText('Vpišite geslo.').waitFor();
    await page.keyboard.type('ni-pravo-geslo');
    await page.keyboard.press('Enter');
    await page.getByText('Ime, geslo ali koda se ne ujemajo.').waitFor();
    assert.equal(await name.inputValue(), 'ana');
    await page.keyboard.type(server.password);
    await page.keyboard.press('Enter');
    await page.getByRole('table', {name: 'Dejanja'}).waitFor();
    await page.getByRole('button', {name: 'Odjava'}).click();
    await page.locator('.sign-in-form').waitFor();
  });
});

test('a session that ends in the middle loses nothing: the page stays, and what was pressed is done', async () => {
  server.password = 'pravo-geslo-za-vse';
  await withDesk({...overviewStates.overview, replies: {assumptions: () => ({body: {}})}}, async (page) => {
    await page.getByRole('button', {name: 'Spremeni predpostavki'}).click();
    await page.getByLabel('Minut dela na zahtevek').fill('9');
    server.person = null;
    await page.keyboard.press('Enter');
    await page.getByRole('dialog', {name: 'Prijava je potekla'}).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.type(server.password);
    await page.keyboard.press('Enter');
    await page.getByText('Predpostavki sta shranjeni').waitFor();
    assert.deepEqual(server.sentTo('assumptions').map(({body}) => body), [{minutesPerRequest: 9, eurPerHour: 28}]);
  });
});

test('whoever signs in as somebody else does not go on with what another began', async () => {
  await withDesk(overviewStates['session-ended'], async (page) => {
    server.person = {name: 'bojan', role: 'viewer'};
    await page.locator('dialog #sign-in-name').fill('bojan');
    await page.locator('dialog #sign-in-password').fill(server.password);
    await page.keyboard.press('Enter');
    await page.locator('.person', {hasText: 'bojan'}).waitFor();
    await page.locator('.outcomes').waitFor();
    assert.equal(await page.getByRole('link', {name: 'Dnevnik'}).count(), 0);
  });
});

test('the keys alone lead from signing in to a definition, a filter and a table', async () => {
  await withDesk(overviewStates['sign-in'], async (page) => {
    const visitor = new KeyboardVisitor(page);
    await visitor.isAt(page.getByLabel('Uporabniško ime'));
    await visitor.type('ana');
    await visitor.goTo(page.locator('#sign-in-password'));
    await visitor.type(server.password);
    await visitor.hit('Enter');
    await visitor.press(page.getByRole('button', {name: 'Kaj pomeni: Potrjeno rešeno'}));
    await page.getByRole('dialog', {name: 'Potrjeno rešeno'}).waitFor();
    await visitor.hit('Escape');
    await visitor.isAt(page.getByRole('button', {name: 'Kaj pomeni: Potrjeno rešeno'}));
    await visitor.press(page.locator('.chart summary').first());
    await page.getByRole('table', {name: 'Po dnevih'}).waitFor();
    await visitor.goTo(page.getByLabel('Kanal', {exact: true}), 'Shift+Tab');
    await visitor.hit('ArrowDown');
    await page.waitForFunction(() => !document.querySelector('.figures[aria-busy]'));
    assert.equal(server.sentTo('overview').at(-1).query.channel, 'web');
    await visitor.isAt(page.getByLabel('Kanal', {exact: true}));
  });
});

test('confirmed and potential are told apart everywhere, and never as one number', async () => {
  await withDesk(overviewStates['overview-tables'], async (page) => {
    const text = await page.locator('main').innerText();
    const {totals: {confirmed, potential}, saving} = overview;
    assert.ok(text.includes(String(confirmed)) && text.includes(String(potential)));
    const sums = [confirmed + potential, Math.round(saving.confirmed.eur + saving.potential.eur)];
    const numbers = new Set(text.match(/\d+/g).map(Number));
    assert.deepEqual(sums.filter((sum) => numbers.has(sum)), []);
  });
});

test('each chart has a name for who cannot see it, and its figures in a table', async () => {
  await withDesk(overviewStates['overview-tables'], async (page) => {
    const charts = page.locator('figure.chart');
    assert.equal(await charts.count(), 5);
    for (const chart of await charts.all()) {
      assert.match(await chart.getByRole('img').getAttribute('aria-label'), /^Grafikon: .+\. Ista števila/);
      assert.ok(await chart.locator('tbody tr').count() > 1);
      assert.ok(await chart.locator('canvas').evaluate(isPainted));
    }
    const days = await page.getByRole('table', {name: 'Po dnevih'}).locator('tbody tr').count();
    assert.equal(days, overview.series.points.length);
  });
});

/** Runs in the page. @param {HTMLCanvasElement} canvas */
function isPainted(canvas) {
  const {data} = canvas.getContext('2d').getImageData(0, 0, canvas.width, canvas.height);
  return data.some((value) => value > 0);
}

test('the address keeps what is shown, and back shows what was there before', async () => {
  await withDesk(overviewStates.overview, async (page) => {
    await page.getByLabel('Obdobje', {exact: true}).selectOption('7');
    await page.getByLabel('Modul', {exact: true}).selectOption('Fakturiranje');
    await page.getByText('tedni').click();
    await page.waitForURL((url) => url.searchParams.get('by') === 'week');
    assert.equal(new URL(page.url()).search, '?period=7&module=Fakturiranje&by=week');
    await page.reload();
    await page.locator('.outcomes').waitFor();
    const {query} = server.sentTo('overview').at(-1);
    assert.equal(query.module, 'Fakturiranje');
    assert.equal(query.by, 'week');
    await page.getByRole('link', {name: 'Račun'}).click();
    await page.getByRole('heading', {name: 'Račun'}).waitFor();
    await page.goBack();
    await page.locator('.outcomes').waitFor();
    assert.equal(await page.getByLabel('Modul', {exact: true}).inputValue(), 'Fakturiranje');
  });
});

test('what is shown is exported as CSV and JSON, and a refusal is said', async () => {
  const file = ({query}) => ({
    text: 'a,b\n', headers: {'Content-Disposition': `attachment; filename="pregled.${query.format}"`},
  });
  await withDesk({...overviewStates.overview, replies: {'export/overview': file}}, async (page) => {
    await page.getByLabel('Kanal', {exact: true}).selectOption('f1');
    for (const format of ['csv', 'json']) {
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('button', {name: `Izvozi ${format.toUpperCase()}`}).click(),
      ]);
      assert.equal(download.suggestedFilename(), `pregled.${format}`);
      assert.equal(await readFile(await download.path(), 'utf8'), 'a,b\n');
      await page.getByRole('status').filter({hasText: `pregled.${format}`}).waitFor();
    }
    assert.deepEqual(server.sentTo('export/overview').map(({query}) => [query.channel, query.format]),
      [['f1', 'csv'], ['f1', 'json']]);
    server.replies['export/overview'] = () => refuse(503, 'unavailable');
    await page.getByRole('button', {name: 'Izvozi CSV'}).click();
    await page.getByRole('status').filter({hasText: 'Strežnik je trenutno zaseden'}).waitFor();
  });
});

test('a failure is said where the figures would be, and trying again shows them', async () => {
  await withDesk(overviewStates['overview-failed'], async (page) => {
    server.replies.overview = () => ({body: overview});
    await page.getByRole('button', {name: 'Poskusi znova'}).click();
    await page.locator('.outcomes').waitFor();
    assert.equal(await page.locator('.failure').count(), 0);
  });
});

test('on paper there is everything that can be read and nothing that is pressed', async () => {
  await withDesk(overviewStates.overview, async (page) => {
    await page.emulateMedia({media: 'print', colorScheme: 'dark'});
    await page.evaluate(() => globalThis.dispatchEvent(new Event('beforeprint')));
    const shown = await page.locator('.chart table').evaluateAll((tables) => tables.filter((table) =>
      table.checkVisibility()).length);
    assert.equal(shown, 5);
    assert.equal(await page.locator('button:visible, select:visible, nav:visible').count(), 0);
    assert.equal(await page.evaluate(() => getComputedStyle(document.body).backgroundColor), 'rgb(255, 255, 255)');
    await page.evaluate(() => globalThis.dispatchEvent(new Event('afterprint')));
    assert.equal(await page.locator('details[open]').count(), 0);
  });
});

test('another language is chosen in the header, and kept', async () => {
  await withDesk(overviewStates.overview, async (page) => {
    await page.getByLabel('Jezik').first().selectOption('en');
    await page.getByRole('heading', {name: 'From visit to solution'}).waitFor();
    await page.reload();
    await page.getByRole('heading', {name: 'Overview'}).waitFor();
    assert.equal(await page.locator('html').getAttribute('lang'), 'en');
    await page.locator('.who select').selectOption('hr');
    await page.getByRole('heading', {name: 'Od posjeta do rješenja'}).waitFor();
  });
});

test('the real program lets staff in, says what it does not know, and exports what it shows', async (context) => {
  const real = await startProgram();
  context.after(() => real.stop());
  const password = 'dolgo-geslo-za-ta-preizkus';
  execFileSync(program, ['staff', 'add', 'ana', '--role', 'viewer', '--data', real.data, '--password-stdin'],
    {input: `${password}\n`, stdio: ['pipe', 'ignore', 'inherit']});
  const page = await newPage(browser, calm);
  await page.goto(`${real.url}staff`);
  await page.getByLabel('Uporabniško ime').fill('ana');
  await page.locator('#sign-in-password').fill(password);
  await page.keyboard.press('Enter');
  await page.getByText('Oddani zahtevki niso uvoženi').first().waitFor();
  const [download] = await Promise.all([
    page.waitForEvent('download'), page.getByRole('button', {name: 'Izvozi CSV'}).click(),
  ]);
  assert.equal(download.suggestedFilename(), 'overview.csv');
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

// From a question that nobody could answer to its answer in the chat: what a curator who was told nothing does, with a
// keyboard only, before the real program.
import assert from 'node:assert/strict';
import {readFile, readdir} from 'node:fs/promises';
import path from 'node:path';
import {after, before, test} from 'node:test';
import {ask, launchBrowser, newPage, openChat} from './support/browser.mjs';
import {password, startStaffProgram} from './support/staff_program.mjs';
import {KeyboardVisitor} from './support/visitor.mjs';

const LONGEST = 180; // seconds, the reading and typing of a person among them
const PER_LETTER = 0.25; // 240 letters a minute
const PER_PRESS = 0.5;
const PER_LOOK = 5; // to read what has come, and to decide

const asked = [
  'kako zamenjam ozadje namizja', 'menjava ozadja namizja', 'želim drugo ozadje namizja', 'ozadje namizja bi zamenjal',
];
const rare = ['popravilo traktorja'];
const typed = 'Ozadje namizja zamenjamo v nastavitvah programa.\n\n' +
  '1. Odpremo Nastavitve.\nKliknemo Ozadje in izberemo sliko.'; // the next step begins with its number by itself

let browser;
let server;

before(async () => {
  browser = await launchBrowser();
  server = await startStaffProgram({ana: 'curator'});
});
after(async () => {
  await browser?.close();
  await server?.stop();
});

/** @param {string} message of a visitor of their own */
async function askAsVisitor(message) {
  const context = {channel: 'web', module: 'Sistem in administracija'};
  const response = await fetch(new URL('api/v1/chat', server.url), {
    method: 'POST', headers: {'Content-Type': 'application/json'},
    body: JSON.stringify({message, key: crypto.randomUUID().replaceAll('-', ''), context}),
  });
  const {decision} = await response.json();
  assert.ok(['abstain', 'handoff'].includes(decision), `${message}: ${decision}`);
}

class Curator extends KeyboardVisitor {
  #letters = 0;
  #looks = 0;

  async write(letters) {
    this.#letters += letters.length;
    await this.type(letters);
  }

  /** @param {import('playwright-core').Locator} locator */
  async reads(locator) {
    this.#looks += 1;
    await locator.waitFor();
    return locator.innerText();
  }

  /** As long as somebody needs who types, presses and reads; the waiting for the program is measured. */
  get personSeconds() {
    return this.seconds + this.#letters * PER_LETTER + this.presses * PER_PRESS + this.#looks * PER_LOOK;
  }
}

/** @param {Curator} curator */
async function signIn(curator) {
  await curator.isAt(curator.page.locator('#sign-in-name'));
  await curator.write('ana');
  await curator.goTo(curator.page.locator('#sign-in-password'));
  await curator.write(password);
  await curator.hit('Enter');
}

/** @param {Curator} curator */
async function writeArticle(curator) {
  const {page} = curator;
  assert.match(await curator.reads(page.locator('.gap').first()), /ozadj/);
  await curator.press(page.locator('.gap').first().locator('[data-action=write]'));
  await curator.reads(page.locator('.editor'));
  await curator.goTo(page.locator('textarea'));
  await curator.write(typed);
  await page.locator('.preview .steps > li', {hasText: 'Kliknemo'}).waitFor();
  await curator.press(page.locator('[data-action=save]'));
}

/** @param {Curator} curator */
async function publish(curator) {
  const {page} = curator;
  assert.match(await curator.reads(page.locator('.saved')), /ko objavite/);
  await curator.hit('Enter');
  await curator.press(page.locator('[data-action=prepare]'));
  assert.match(await curator.reads(page.locator('.verdict')), /Nobeno vprašanje ne izgubi odgovora/);
  await curator.press(page.locator('[data-action=go]'));
  await curator.reads(page.locator('.notice', {hasText: 'Objavljeno'}));
  await curator.isAt(page.locator('#try-question'));
  await curator.hit('Enter');
  assert.match(await curator.reads(page.locator('.tried')), /Kliknemo Ozadje/);
}

test('a curator finds the largest gap, writes the article, publishes it and sees it answered', async (context) => {
  for (const message of [...rare, ...asked]) await askAsVisitor(message);
  const page = await newPage(browser, {reducedMotion: 'reduce'});
  await page.goto(`${server.url}staff`);
  const curator = new Curator(page);
  await signIn(curator);
  await curator.reads(page.locator('h1', {hasText: 'Pregled'}));
  await curator.press(page.locator('nav a', {hasText: 'Vrzeli'}));
  await writeArticle(curator);
  await publish(curator);

  const chat = await page.context().newPage();
  await chat.goto(server.url);
  await openChat(chat);
  await ask(chat, asked[1]);
  await chat.locator('.reply[data-decision=answer]', {hasText: 'Kliknemo Ozadje'}).waitFor();

  const spent = curator.personSeconds;
  context.diagnostic(`${curator.report}; a person would need about ${Math.round(spent)} s`);
  assert.ok(spent <= LONGEST, `${spent} s`);

  await page.goto(`${server.url}staff/gaps?state=answered`);
  await page.locator('.gap', {hasText: 'ozadj'}).waitFor();
  const files = await readdir(path.join(server.kb, 'articles'));
  const written = await Promise.all(files.map((name) => readFile(path.join(server.kb, 'articles', name), 'utf8')));
  assert.equal(written.filter((file) => file.includes('Kliknemo Ozadje')).length, 1);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

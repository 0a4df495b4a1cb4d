// How fast the widget is, as its user sees it: in headless Chromium, with the real program and its own articles.
//
//     node bench/widget/measure.mjs [--rounds 30]     needs build/release/pomocnik (POMOCNIK_BIN) and Chromium
//
// Prints for suggestions the time from the end of the pause in typing to the frame that shows them, for answers the
// time from Enter to the frame that shows them, and the tasks that kept the page's main thread busy over 50 ms; then
// what the project promises of them, and whether it holds.
import {parseArgs} from 'node:util';

process.env.POMOCNIK_BIN ??= 'build/release/pomocnik';
const {launchBrowser, newPage, openChat} = await import('../../tests/end_to_end/support/browser.mjs');
const {startProgram} = await import('../../tests/end_to_end/support/program.mjs');

const DEBOUNCE = 120; // src/shared/suggestions.js
const MOST = {suggestion: 150, answer: 100, task: 50};
const TYPED = ['storno', 'temeljnica', 'dobropis', 'bančni izpisek', 'dopust', 'inventura', 'opomin'];
const ASKED = ['Kako storniram knjiženo temeljnico?', 'Kako uvozim bančni izpisek?', 'Pozabil sem geslo',
  'Kako prenesem predračun v račun?', 'Kako odpravim negativno zalogo?', 'Kdaj je pomoč plačljiva?'];

const {values} = parseArgs({options: {rounds: {type: 'string', default: '30'}}});
const rounds = Number(values.rounds);

/** Runs in the page: notes when something was pressed, and when what it led to was on the screen. */
function watch() {
  const root = document.querySelector('help-chat').shadowRoot;
  globalThis.measured = {tasks: []};
  new PerformanceObserver((list) => {
    for (const {duration, startTime} of list.getEntries()) {
      globalThis.measured.tasks.push({duration, startTime});
    }
  }).observe({type: 'longtask', buffered: true});
  /** Until the frame after the one in which `isThere` became true. */
  globalThis.painted = (since, isThere) => new Promise((resolve, reject) => {
    setTimeout(reject, 10000, new Error('nothing came within ten seconds'));
    const look = () => {
      if (!isThere(root)) return requestAnimationFrame(look);
      requestAnimationFrame(() => {
        const {port1, port2} = new MessageChannel();
        port1.onmessage = () => resolve(performance.now() - globalThis.measured[since]);
        port2.postMessage(null);
      });
    };
    look();
  });
  root.addEventListener('input', () => {
    globalThis.measured.input = performance.now();
  }, {capture: true});
  root.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') globalThis.measured.enter = performance.now();
  }, {capture: true});
}

/** @param {import('playwright-core').Page} page */
async function measureSuggestion(page, typed) {
  const input = page.locator('.composer textarea');
  await input.fill('');
  await input.pressSequentially(typed.slice(0, -1), {delay: 5});
  // What was suggested by then goes; the last key is the first after a pause.
  await input.blur();
  await input.focus();
  const seen = page.evaluate(() => globalThis.painted('input', (root) =>
    globalThis.measured.input && root.querySelector('.suggestions:not([hidden]) .suggestion')));
  await page.evaluate(() => {
    globalThis.measured.input = 0;
  });
  await input.press(typed.at(-1));
  return await seen - DEBOUNCE;
}

/** @param {import('playwright-core').Page} page */
async function measureAnswer(page, question) {
  const input = page.locator('.composer textarea');
  await input.fill(question);
  const before = await page.locator('.reply').count();
  const seen = page.evaluate((count) => globalThis.painted('enter', (root) =>
    root.querySelectorAll('.reply').length > count), before);
  await input.press('Enter');
  return seen;
}

function summary(times) {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
  return {median: at(0.5), p95: at(0.95), most: sorted.at(-1)};
}

function report(what, times) {
  const {median, p95, most} = summary(times);
  const row = [median, p95, most].map((time) => time.toFixed(0).padStart(6)).join('');
  console.log(`${what.padEnd(44)}${row}   (${times.length} times)`);
  return median;
}

const server = await startProgram();
const browser = await launchBrowser();
const page = await newPage(browser);
await page.goto(server.url);
await openChat(page);
await page.evaluate(watch);
const suggestions = [];
const answers = [];
for (let round = 0; round < rounds; round += 1) {
  suggestions.push(await measureSuggestion(page, TYPED[round % TYPED.length]));
  answers.push(await measureAnswer(page, ASKED[round % ASKED.length]));
}
const {tasks} = await page.evaluate(() => globalThis.measured);
await browser.close();
await server.stop();

console.log(`${'milliseconds'.padEnd(44)}median   p95  most`);
const suggestion = report('first suggestion after the pause in typing', suggestions);
const answer = report('answer on the screen after Enter', answers);
const longest = Math.max(0, ...tasks.map(({duration}) => duration));
console.log(`tasks over 50 ms: ${tasks.length}, longest ${longest.toFixed(0)} ms`);
const holds = suggestion <= MOST.suggestion && answer <= MOST.answer && longest <= MOST.task;
console.log(holds ? 'ok: within what is promised' : `FAILED: promised are ${JSON.stringify(MOST)}`);
process.exitCode = holds ? 0 : 1;

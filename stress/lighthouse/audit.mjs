// Looks at a page as Lighthouse does, and as a visitor who asks. Prints what it measured as one JSON object.
//   node stress/lighthouse/audit.mjs URL ROUNDS
import process from 'node:process';
import lighthouse from 'lighthouse';
import desktop from 'lighthouse/core/config/desktop-config.js';
import puppeteer from 'puppeteer-core';

const CATEGORIES = ['performance', 'accessibility'];
const LOOKS = {phone: undefined, desktop};
const QUESTION = 'kako storniram temeljnico';

const [url, rounds] = [process.argv[2], Number(process.argv[3])];
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update',
    '--no-first-run'],
});

/**
 * The scores of one load, and what they lack.
 *
 * @param {keyof typeof LOOKS} look
 */
async function audit(look) {
  const page = await browser.newPage();
  const flags = {onlyCategories: CATEGORIES, logLevel: 'error', output: 'json'};
  const {lhr} = await lighthouse(url, flags, LOOKS[look], page);
  await page.close();
  const scores = Object.fromEntries(CATEGORIES.map((name) => [name, Math.round(lhr.categories[name].score * 100)]));
  const counted = CATEGORIES.flatMap((name) => lhr.categories[name].auditRefs).filter(({weight}) => weight > 0);
  const lacking = counted.map(({id}) => lhr.audits[id]).filter(({score}) => score !== null && score < 0.9);
  return {look, ...scores, lacking: lacking.map(({id, displayValue}) => [id, displayValue ?? ''].join(' ').trim())};
}

/** Tasks that held up the page, while a visitor opens the chat, asks and reads the whole article. */
async function visit() {
  const page = await browser.newPage();
  await page.setViewport({width: 1280, height: 860});
  await page.evaluateOnNewDocument(() => {
    globalThis.tasks = [];
    new PerformanceObserver((list) => {
      for (const {duration, scripts} of list.getEntries()) {
        const longest = [...scripts].sort((one, other) => other.duration - one.duration)[0];
        globalThis.tasks.push({
          frame: duration, script: longest?.duration ?? 0, source: longest?.sourceURL ?? '',
          invoker: longest?.invoker ?? '',
        });
      }
    }).observe({type: 'long-animation-frame', buffered: true});
    new PerformanceObserver((list) => {
      for (const {duration, startTime} of list.getEntries()) globalThis.tasks.push({task: duration, at: startTime});
    }).observe({type: 'longtask', buffered: true});
  });
  await page.goto(url, {waitUntil: 'load'});
  // What changes in a shadow root is only noticed by looking at each frame, as for what is to be visible.
  const find = (selector) => page.waitForSelector(`help-chat >>> ${selector}`, {visible: true});
  const press = async (selector) => (await find(selector)).evaluate((node) => node.click());
  await press('.launcher');
  await (await find('.composer textarea')).focus();
  await page.keyboard.type(QUESTION, {delay: 30});
  await page.keyboard.press('Enter');
  await press('.reply [data-action=article]');
  await find('.article h2');
  await press('[data-action=back]');
  await page.evaluate(() => new Promise((resolve) => {
    requestAnimationFrame(() => setTimeout(resolve, 100));
  }));
  const tasks = await page.evaluate(() => globalThis.tasks);
  await page.close();
  return tasks;
}

const audits = [];
const visits = [];
for (let round = 0; round < rounds; round += 1) {
  for (const look of Object.keys(LOOKS)) audits.push(await audit(look));
  visits.push(await visit());
}
await browser.close();
process.stdout.write(`${JSON.stringify({audits, visits})}\n`);

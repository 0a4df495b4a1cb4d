// Pictures of the states of the widget and the pages, for people to look at: build/screenshots/*.png.
import {existsSync, mkdirSync} from 'node:fs';
import {ask, launchBrowser, newPage, openChat} from './support/browser.mjs';
import {deskStates, showDesk} from './support/desk_states.mjs';
import {states as f1States} from './support/f1_states.mjs';
import {overviewStates, showOverview} from './support/overview_states.mjs';
import {inTree, program} from './support/paths.mjs';
import {startProgram} from './support/program.mjs';
import {StaffServer} from './support/staff_server.mjs';
import {show, states} from './support/states.mjs';
import {StubServer} from './support/stub_server.mjs';

const folder = inTree('build/screenshots');
mkdirSync(folder, {recursive: true});

const looks = [
  {name: 'desktop-light', options: {colorScheme: 'light'}},
  {name: 'desktop-dark', options: {colorScheme: 'dark'}},
  {name: 'phone-light', options: {colorScheme: 'light', viewport: {width: 320, height: 640}, hasTouch: true}},
  {name: 'phone-dark', options: {colorScheme: 'dark', viewport: {width: 390, height: 780}, hasTouch: true}},
];

const questions = {
  how: 'Kako storniram knjiženo temeljnico?',
  cost: 'Ali bo pomoč plačljiva, če pokličem po telefonu?',
  which: 'Kako pripravim opomine?',
};

const browser = await launchBrowser();
const stub = await new StubServer().start();
const staff = await new StaffServer().start();

async function shoot(page, name) {
  await page.waitForTimeout(400);
  await page.screenshot({path: `${folder}/${name}.png`});
}

async function shootStates({name, options}) {
  for (const [state, steps] of Object.entries(states)) {
    const page = await newPage(browser, {reducedMotion: 'reduce', ...options});
    await show(page, stub, steps);
    await page.screenshot({path: `${folder}/${name}-${state}.png`});
    await page.context().close();
  }
}

async function shootDesk({name, options}) {
  for (const [all, reach] of [[overviewStates, showOverview], [deskStates, showDesk]]) {
    for (const [state, steps] of Object.entries(all)) {
      const page = await newPage(browser, {reducedMotion: 'reduce', ...options});
      await reach(page, staff, steps);
      await page.screenshot({path: `${folder}/${name}-staff-${state}.png`, fullPage: true});
      await page.context().close();
    }
  }
}

async function shootProgram({name, options}, url) {
  const page = await newPage(browser, options);
  await page.goto(url);
  for (const [shot, question] of Object.entries(questions)) {
    if (!await page.locator('dialog.panel[open]').isVisible()) await openChat(page);
    await ask(page, question);
    await page.locator('.turn:last-child .reply').waitFor();
    await shoot(page, `${name}-real-${shot}`);
  }
  await page.locator('[data-action=article]').first().click();
  await page.locator('.article h2').waitFor();
  await shoot(page, `${name}-real-article`);
  for (const screen of ['FAK.Dobropisi', 'DK.Temeljnica', 'OSD.Dogodki', 'NI.Takega']) {
    await page.goto(`${url}f1/icenter/${screen}`);
    await page.screenshot({path: `${folder}/${name}-f1-${screen}.png`, fullPage: true});
  }
  await page.context().close();
}

async function shootDemo({name, options}, url) {
  const page = await newPage(browser, {reducedMotion: 'reduce', ...options});
  await page.goto(url);
  await page.screenshot({path: `${folder}/${name}-site.png`, fullPage: true});
  await page.goto(`${url}demo/gallery`);
  await page.locator('[data-states][data-drawn]').waitFor();
  await page.screenshot({path: `${folder}/${name}-gallery.png`, fullPage: true});
  await page.goto(`${url}demo/f1`);
  await page.getByLabel('Rok plačila').press('F1');
  await page.frameLocator('#pomoc iframe').locator('.match:visible').waitFor();
  await shoot(page, `${name}-simulator`);
  await page.context().close();
}

async function shootF1({name, options}, url) {
  const page = await newPage(browser, {reducedMotion: 'reduce', ...options});
  await page.goto(`${url}f1/icenter/FAK.Dobropisi?v=2024.1`);
  for (const [state, reach] of Object.entries(f1States)) {
    await reach(page);
    await shoot(page, `${name}-f1-${state}`);
  }
  await page.context().close();
}

for (const look of looks) await shootStates(look);
for (const look of looks) await shootDesk(look);
if (existsSync(program)) {
  const server = await startProgram();
  for (const look of looks) {
    await shootProgram(look, server.url);
    await shootF1(look, server.url);
    await shootDemo(look, server.url);
  }
  await server.stop();
}
await browser.close();
await stub.stop();
await staff.stop();

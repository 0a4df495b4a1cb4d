// The states that the frame and the overview of the staff desk can be in, each with the way there: for what looks at
// all of them.
import {readFileSync} from 'node:fs';
import {inTree} from './paths.mjs';
import {golden, refuse} from './staff_server.mjs';

/** A month of believable figures; web-widget/test/staff_overview.test.js holds it to what the server writes. */
export const overview = JSON.parse(readFileSync(inTree('tests/end_to_end/support/overview_month.json'), 'utf8'));

const zero = (counts) => Object.fromEntries(Object.keys(counts).map((key) => [key, 0]));
const nothing = {...zero(overview.totals), confirmedRate: null, potentialRate: null, answeredRate: null};

/** Nobody has asked anything yet, and nothing was imported or tried. */
export const emptyOverview = {
  ...overview,
  totals: nothing, previousTotals: nothing,
  excluded: zero(overview.excluded), takenBack: zero(overview.takenBack), reasons: zero(overview.reasons),
  series: {by: 'day', points: overview.series.points.map((point) => ({...zero(point), date: point.date}))},
  byChannel: [], byModule: [], byLang: [],
  saving: {
    confirmed: {minutes: 0, eur: 0}, potential: {minutes: 0, eur: 0},
    assumptions: {...overview.saving.assumptions, changedBy: null, changedAt: null},
  },
  knows: {requestsImported: 0, lastRequestAt: null, returnsSeen: 'same_conversation'},
  holdout: null,
};

/** As most installations begin: questions, but no requests imported and no trial. */
export const young = {
  ...overview,
  saving: {...overview.saving, assumptions: emptyOverview.saving.assumptions},
  knows: emptyOverview.knows,
  holdout: null,
};

/**
 * @typedef {object} OverviewState
 * @property {string} [path] of the page, with its query; by default the overview
 * @property {import('./staff_server.mjs').StaffServer['person']} [person] who is signed in; by default an administrator
 * @property {import('./staff_server.mjs').StaffServer['replies']} [replies] other ones than the samples
 * @property {string} shows what is there when the state is reached
 * @property {(page: import('playwright-core').Page, server: import('./staff_server.mjs').StaffServer) =>
 *   Promise<unknown>} [then] what else is done
 */

const signIn = async (page, password) => {
  await page.getByLabel('Uporabniško ime').fill('ana');
  await page.locator('#sign-in-password').fill(password);
  await page.keyboard.press('Enter');
};

/** @type {Record<string, OverviewState>} */
export const overviewStates = {
  'sign-in': {person: null, shows: '.sign-in-form'},
  'sign-in-refused': {
    person: null, shows: '.sign-in-form .field-error:not(:empty)', then: (page) => signIn(page, 'ni-pravo-geslo'),
  },
  'overview': {shows: '.outcomes'},
  'overview-tables': {
    shows: '.chart details[open] table', then: async (page) => {
      for (const summary of await page.locator('.chart summary').all()) await summary.click();
    },
  },
  'overview-young': {replies: {overview: () => ({body: young})}, shows: '.rests.careful'},
  'overview-empty': {replies: {overview: () => ({body: emptyOverview})}, shows: '.empty-state'},
  'overview-narrowed': {
    path: 'overview?module=mojaMALICA', replies: {overview: () => ({body: emptyOverview})},
    shows: '.empty-state .button',
  },
  'overview-failed': {replies: {overview: () => refuse(503, 'unavailable')}, shows: '.failure'},
  'definition': {
    shows: 'dialog[open]', then: (page) => page.getByRole('button', {name: 'Kaj pomeni: Morda rešeno'}).click(),
  },
  'own-period': {
    shows: '.own .field-error:not(:empty)', then: async (page) => {
      await page.getByLabel('Obdobje', {exact: true}).selectOption('own');
      await page.getByLabel('Do', {exact: true}).fill('2026-01-01');
      await page.getByRole('button', {name: 'Prikaži', exact: true}).click();
    },
  },
  'assumptions': {
    shows: '.assumptions .field-error:not(:empty)', then: async (page) => {
      await page.getByRole('button', {name: 'Spremeni predpostavki'}).click();
      await page.getByLabel('Evrov na uro').fill('veliko');
      await page.getByRole('button', {name: 'Shrani'}).click();
    },
  },
  'session-ended': {
    shows: 'dialog[open] .sign-in-form', then: async (page, server) => {
      server.person = null;
      await page.getByLabel('Kanal', {exact: true}).selectOption('web');
    },
  },
  'forbidden': {path: 'log', person: {name: 'bojan', role: 'viewer'}, shows: '.page-head'},
  'missing': {path: 'nikjer', shows: '.page-head'},
};

/**
 * Brings a page into a state.
 *
 * @param {import('playwright-core').Page} page
 * @param {import('./staff_server.mjs').StaffServer} server
 * @param {OverviewState} state
 */
export async function showOverview(page, server, {path = 'overview', person, replies = {}, shows, then}) {
  server.person = person === undefined ? {name: 'ana', role: 'admin'} : person;
  server.calls = [];
  server.replies = {
    overview: () => ({body: overview}),
    log: () => ({body: golden('staff_log')}), sessions: () => ({body: golden('staff_sessions')}),
    ...replies,
  };
  await page.goto(`${server.url}staff/${path}`);
  if (then) {
    await page.locator('.outcomes, .sign-in-form').first().waitFor();
    await then(page, server);
  }
  await page.locator(shows).first().waitFor();
}

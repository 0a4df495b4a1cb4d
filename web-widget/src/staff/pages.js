// The pages of the desk, in the order of the navigation. It opens with the first.
import {accountPage} from './account/account_page.js';
import {logPage} from './account/log_page.js';
import {articlesPage} from './articles/articles_page.js';
import {conversationsPage} from './conversations/conversations_page.js';
import {gapsPage} from './gaps/gaps_page.js';
import {overviewPage} from './overview/overview_page.js';
import {publishPage} from './publish/publish_page.js';

/** @type {import('./page').Page[]} */
export const pages = [
  overviewPage, gapsPage, articlesPage, conversationsPage, publishPage, logPage, accountPage,
];

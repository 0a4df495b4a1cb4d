// The panel's icons.
import {CHAT, drawIcon} from './draw_icon.js';

const paths = {
  chat: CHAT,
  close: 'M6 6l12 12 M18 6L6 18',
  send: 'M5 12h13 M12 5l7 7-7 7',
  more: 'M5.5 11.4a.6.6 0 1 0 .01 0z M12 11.4a.6.6 0 1 0 .01 0z M18.5 11.4a.6.6 0 1 0 .01 0z',
  restart: 'M20 12v7H5V5h7 M10 14l1-3.5L18.5 3 21 5.5 13.5 13z',
  back: 'M19 12H6 M12 5l-7 7 7 7',
  external: 'M10 5H5v14h14v-5 M14 4h6v6 M20 4l-9 9',
  article: 'M6 3h9l4 4v14H6z M14 3v5h5 M9 12h7 M9 16h7',
  form: 'M4 5h16v14H4z M4 9h16 M8 13h8',
  ticket: 'M5 4h14v16l-3.5-2-3.5 2-3.5-2L5 20z M9 9h6 M9 13h4',
  next: 'M9 5l7 7-7 7',
  warning: 'M12 4l9 16H3z M12 10v5 M12 17.5v.5',
  copy: 'M9 9h11v11H9z M5 15H4V4h11v1',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  shield: 'M12 3l7 3v5c0 4.5-2.8 8-7 10-4.2-2-7-5.5-7-10V6z M9 11.5l2.2 2.2L15 9.5',
  price: 'M16.5 7.5a6 6 0 1 0 0 9 M4.5 10.5h8 M4.5 13.5h8',
  question: 'M9 9.5a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4 M12 18v.01',
  up: 'M7 11v9H4v-9z M7 11l4-7c2 0 2.6 1.2 2.3 3L13 10h6l-1.6 10H7',
  down: 'M7 13V4H4v9z M7 13l4 7c2 0 2.6-1.2 2.3-3L13 14h6L17.4 4H7',
};

/** @param {keyof typeof paths} name */
export function icon(name) {
  return drawIcon(paths[name]);
}

// What the staff desk is made of: pages, and what each is given when it is shown.

import type {Formats} from './formats';
import type {StaffApi} from './staff_api';
import type {Strings} from '../shared/strings';

export type Role = 'viewer' | 'curator' | 'admin';

/** Who is signed in. */
export interface Person {
  name: string;
  role: Role;
}

export interface Page {
  /** The last part of its address: "gaps" of /staff/gaps. */
  path: string;
  /** The key of its name in strings/staff. */
  title: string;
  /** Who may see it, and everybody above. */
  least: Role;
  /** Draws into `host`, which is empty, and may go on when data comes; what it does ends with `context.signal`. */
  show(host: HTMLElement, context: Context): void;
}

export interface Context {
  api: StaffApi;
  strings: Strings;
  formats: Formats;
  person: Person;
  /** Of the address as the page is shown. */
  query: URLSearchParams;
  /** Aborted when another page is shown. */
  signal: AbortSignal;
  /** Changes the address without showing the page anew, so that it can be kept and sent. */
  setQuery(query: URLSearchParams | Record<string, string>): void;
  /** Shows a page of the desk, as a link to it does; fulfilled when it is shown. */
  go(path: string, query?: URLSearchParams | Record<string, string>): Promise<void>;
  /** Shows the present page anew. */
  again(): void;
  /** Says that something was done: in a line at the bottom, and to screen readers. */
  say(text: string): void;
  /** While `isUnsaved` says so, leaving the page asks first. Holds until another page is shown. */
  guard(isUnsaved: () => boolean): void;
}

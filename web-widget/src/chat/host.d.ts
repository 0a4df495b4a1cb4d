import type {Context} from '../shared/wire';

// What the page has told about the person, for a request that they file themselves.
export interface Contact {
  name?: string | null;
  company?: string | null;
  email?: string | null;
  phone?: string | null;
  customer?: string | null;
  url?: string | null; // where the person is
}

// What the chat needs of where it stands: the launcher on other people's pages, or a page of ours.
export interface Host {
  server: string; // its address
  lang: 'sl' | 'en' | 'hr';
  portal: string | null; // its address, where no reply has named it yet
  privacy: string | null; // address of the privacy notice
  entry?: string | null; // that keeps the conversation in the tab's storage, if not the launcher's; null: none does
  frame: 'dialog' | 'page'; // it opens over the page, or is always open as a part of it
  fetch?: typeof fetch; // in place of the browser's, where the replies are samples
  context(): Context; // where the person is now
  contact(): Contact; // stays on this device
  emit(event: string, detail: object): void; // the events of docs/widget.md
  spoken?(lang: 'sl' | 'en' | 'hr'): void; // the person has picked a language; absent: it is not for them to pick here
  opened(): void;
  closed(): void;
  focus(): void; // the panel closed, and what had the focus before is gone
}

// What the launcher gives to the panel. Only ever added to: they may be of different versions.
export interface Launcher {
  element: HTMLElement; // <help-chat>: its attributes, and its shadow root with an element of the class `root`
  lang: 'sl' | 'en' | 'hr';
  server: string; // address of the server that the script came from
  contact(): Contact;
  emit(event: string, detail: object): void;
  show(open: boolean): void; // whether the panel is open
  speak?(lang: 'sl' | 'en' | 'hr'): void; // the person has picked a language
  focus(): void;
}

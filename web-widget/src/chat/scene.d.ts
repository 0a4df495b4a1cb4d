import type {Strings} from '../shared/strings.js';
import type {Turn} from '../shared/transcript.js';
import type {ArticleRef} from '../shared/wire';
import type {FailureKind} from '../shared/api.js';
import type {Contact} from './host';

// What drawing an article asks of where it stands.
export interface Reading {
  strings: Strings;
  base: string; // address of the server
  openArticle(id: string, anchor: string | null, turn?: Turn): void; // turn: the one whose reply names it
}

// What the parts of the chat may ask of the element that they stand in.
export interface Scene extends Reading {
  ask(message: string): void;
  choose(article: ArticleRef): void;
  askLiterally(turn: Turn): void; // the same again, no word read as a misspelt one
  retry(turn: Turn): void;
  edit(turn: Turn): void; // takes a failed message back into the input
  reveal(turn: Turn): void; // shows an answer that waited
  vote(turn: Turn, helpful: boolean, reason?: string): Promise<'saved' | 'failed'>;
  reword(turn: Turn, title: string, text: string): void; // of a draft, as it is typed
  keepWording(turn: Turn): Promise<'saved' | 'failed'>;
  copied(turn: Turn): void; // the draft of it
  toPortal(turn: Turn): void; // the person goes there
  contact(): Contact; // about the person; stays on this device
  dwelt(turn: Turn): void; // its answer was in view long enough to be read
  failed(kind: FailureKind, during: 'article' | 'search'): void;
}

import type {Strings} from '../shared/strings.js';
import type {Turn} from '../shared/transcript.js';
import type {ArticleRef, DraftEvent} from '../shared/wire';

// What the parts of the chat may ask of the element that they stand in.
export interface Scene {
  strings: Strings;
  base: string; // address of the server
  ask(message: string): void;
  choose(article: ArticleRef): void;
  askLiterally(turn: Turn): void; // the same again, no word read as a misspelt one
  retry(turn: Turn): void;
  edit(turn: Turn): void; // takes a failed message back into the input
  vote(turn: Turn, helpful: boolean, reason?: string): Promise<'saved' | 'failed'>;
  reword(turn: Turn, title: string, text: string): void; // of a draft, as it is typed
  keepWording(turn: Turn): Promise<'saved' | 'failed'>;
  noteDraft(turn: Turn, event: DraftEvent): Promise<void>;
  openArticle(id: string, anchor: string | null): void;
}

// The messages of openapi.yaml as the widget reads them.

export interface Span { text: string; style?: 'strong' | 'emphasis' | 'code'; href?: string }
export type Text = Span[];
export interface Item { blocks: Block[] }

export type Block =
  | { type: 'paragraph'; text: Text }
  | { type: 'heading'; level: number; anchor: string; text: Text }
  | { type: 'steps'; start: number; items: Item[] }
  | { type: 'list'; items: Item[] }
  | { type: 'table'; header: Text[]; rows: Text[][] }
  | { type: 'callout'; tone: string; label: string; blocks: Block[] }
  | { type: 'code'; text: string }
  | { type: 'image'; src: string; alt: string }
  | { type: 'link'; href: string; label: string };

export interface ArticleRef {
  article: string;
  title: string;
  module: string;
  kind: string;
  lang: string;
  updated: string | null;
  url: string | null;
}
export interface Citation extends ArticleRef { anchor: string | null }
export interface Article extends ArticleRef {
  validFrom: string | null;
  validTo: string | null;
  versionFrom: string | null;
  versionTo: string | null;
  issue: number | null;
  related: ArticleRef[];
  screens: { app: string; id: string; title: string }[]; // on which F1 opens it
  blocks: Block[];
}

export interface Screen {
  app: string;
  id: string;
  number: number | null;
  title: string;
  module: string;
  parent: string | null;
}
export interface ScreenHelp {
  match: 'screen' | 'parent' | 'module' | 'search' | 'none';
  screen: Screen | null;
  form: Screen | null;
  module: string | null;
  articles: ArticleRef[];
  shown: string | null; // id of the one to show whole
  modules: { app: string; module: string; articles: number }[];
}

export interface SearchResults {
  results: ArticleRef[];
  corrections: { word: string; readAs: string }[];
}
export interface Suggestion extends ArticleRef { text: string } // the title or a question that it answers
export interface SuggestionGroup { module: string; suggestions: Suggestion[] }
export interface Suggestions { groups: SuggestionGroup[] }

export interface Context {
  channel?: string;
  app?: string;
  screen?: string;
  module?: string;
  version?: string;
}
export interface ChatRequest {
  message: string;
  key: string;
  conversation?: string;
  literal?: boolean;
  choice?: string; // id of the offered article that is picked
  lang?: string; // absent: found out from the message
  context?: Context;
}
export interface Draft { reference: string; title: string; text: string; removed: string | null }
export interface Handoff { portalUrl: string; label: string; draft: Draft | null; prefill: boolean }
export interface Verdict { verdict: string; rules: string[]; clause: string; conditional: boolean; blocks: Block[] }
export interface Understood { text: string; words: { word: string; readAs: string }[]; offer: string }
export interface ChatReply {
  conversation: { id: string; secret?: string };
  turn: string;
  lang: string;
  decision: string;
  understood: Understood | null;
  blocks: Block[];
  citations: Citation[];
  choices: ArticleRef[];
  verdict: Verdict | null;
  handoff: Handoff;
  saved: boolean;
  holdout?: true; // the answer is to be shown only after the draft was offered
}
export interface FeedbackRequest { turn: string; helpful: boolean; reason?: string }
export interface DraftRequest { turn: string; title: string; text: string }
export interface DraftReply { title: string; text: string; removed: string | null; saved: true }
export type DraftEvent = 'draft_copied' | 'portal_opened';
export interface DraftEventRequest { turn: string; event: DraftEvent }
export type PageEvent =
  | { kind: 'visit' }
  | { kind: 'suggestion'; article: string }
  | { kind: 'view'; turn: string; how: 'opened' | 'dwell'; article?: string };

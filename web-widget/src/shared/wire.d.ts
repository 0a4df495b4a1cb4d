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
  blocks: Block[];
}

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
  context?: Context;
}
export interface Handoff { portalUrl: string; label: string; draft: string | null }
export interface Verdict { verdict: string; rules: string[]; clause: string }
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
}
export interface FeedbackRequest { turn: string; helpful: boolean; reason?: string }

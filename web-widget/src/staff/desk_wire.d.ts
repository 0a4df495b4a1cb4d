// The messages of openapi.yaml that the desk's pages read.
import type {ArticleRef, Block} from '../shared/wire';

export interface Named { id: string; title: string }
export interface Period { from: string; to: string }

export interface GapExample { text: string; conversation: string; at: string; lang: string; decision: string }
export interface Gap {
  id: string;
  title: string;
  terms: string[];
  count: number;
  minutes: number;
  conversations: number;
  requests: number; // that were filed after it
  drafts: number;
  module: string; // empty: of none
  trend: { date: string; count: number }[];
  examples: GapExample[];
  nearest: Named | null;
  state: 'open' | 'out_of_scope' | 'answered';
}

export interface ArticleFigures {
  id: string;
  title: string;
  module: string;
  kind: string;
  shown: number;
  opened: number;
  helpful: number;
  unhelpful: number;
  requests: number;
  updated: string | null;
  stale: boolean;
  staleMonths: number;
  conflicts: string[];
  copies: string[];
  questions: string[]; // that led to it
  deadLinks: string[];
}
export interface Articles { articles: ArticleFigures[] }
export interface StaffScreen {
  app: string;
  screen: string;
  title: string;
  module: string;
  presses: number;
  topic: string | null;
}

export interface ConversationRow {
  id: string;
  startedAt: string;
  channel: string;
  lang: string;
  turns: number;
  firstQuestion: string;
  decision: string;
  outcome: string | null; // null: no real question was asked
}
export interface ConversationList { conversations: ConversationRow[]; next: string | null }
export interface Explanation {
  terms: { word: string; lemma: string; idf: number }[];
  hits: { id: string; title: string; score: number; why: string[] }[];
  rule: string;
  answerFrom: number; // the confidence from which it answers, and from which it offers a choice
  choicesFrom: number;
}
export interface StaffTurn {
  id: string;
  at: string;
  lang: string;
  question: string;
  decision: string;
  confidence: number | null;
  article: string | null;
  blocks: Block[];
  choices: ArticleRef[];
  verdict: string | null;
  vote: { helpful: boolean; reason: string; at: string } | null;
  draft: { reference: string; title: string; text: string } | null;
  explanation: Explanation | null;
}
export interface Episode {
  number: number;
  outcome: string;
  reason: string;
  changes: { at: string; was: string; became: string; reason: string }[];
}
export interface StaffConversation {
  id: string;
  startedAt: string;
  channel: string;
  turns: StaffTurn[];
  episodes: Episode[];
}

export interface JudgedQuestion {
  id: string;
  text: string;
  expected: string;
  was: string; // title of the article; empty: none
  now: string;
  wasDecision: string;
  nowDecision: string;
}
export interface Candidate {
  version: string;
  articles: number;
  changes: { added: Named[]; changed: Named[]; removed: Named[] };
  questions: number;
  won: JudgedQuestion[];
  lost: JudgedQuestion[];
  diagnostics: Diagnostic[];
}
export interface IndexVersion { version: string; articles: number; at: string; served: boolean }
export interface Publishing {
  state: 'idle' | 'building' | 'checking' | 'ready' | 'failed';
  progress: { done: number; total: number };
  served: string;
  versions: IndexVersion[];
  candidate: Candidate | null;
  error: string | null;
  editable: boolean;
  sources: ArticleSource[];
}
export interface ArticleSource {
  name: string;
  format: string;
  state: 'new' | 'good' | 'stale' | 'failed';
  error: string | null;
  importedAt: string; // empty: never
  triedAt: string;
  articles: number;
  added: number;
  changed: number;
  removed: number;
  warned: number;
  refused: number;
  diagnostics: Diagnostic[];
}

export interface EditedArticle {
  id: string;
  revision: string; // another one after every change of the file
  title: string;
  module: string;
  lang: string;
  kind: string;
  markdown: string;
  questions: string[];
}
/** `code` is empty where only `text`, which is English, tells what is wrong; `excerpt` is of what was written. */
export interface Diagnostic {
  file: string; line: number; severity: string; code: string; excerpt: string; text: string;
}

export interface Preview { blocks: Block[]; diagnostics: Diagnostic[] }

export interface LogEntry { at: string; name: string; act: string; object: string }
export interface StaffSession { id: string; createdAt: string; seenAt: string; current: boolean }

// GET /api/v1/staff/overview, as openapi.yaml describes it.

export type Outcome = 'confirmed' | 'potential' | 'none';

/** Episodes with a real question; the outcomes add up to them. */
export interface Tally {
  episodes: number;
  answered: number;
  confirmed: number;
  potential: number;
  none: number;
}

export interface Totals extends Tally {
  visits: number;
  questions: number;
  /** Episodes whose window is not over. */
  open: number;
  /** Shares of the episodes; null: there are none. */
  confirmedRate: number | null;
  potentialRate: number | null;
  answeredRate: number | null;
}

export interface Point extends Tally {
  /** Of a week its Monday. */
  date: string;
  visits: number;
}

export interface Slice extends Tally {
  /** Empty: not known. */
  key: string;
}

export interface Saved {
  minutes: number;
  eur: number;
}

export interface Assumptions {
  minutesPerRequest: number;
  eurPerHour: number;
  /** Null: nobody has changed them yet. */
  changedBy: string | null;
  changedAt: string | null;
}

export interface Arm {
  episodes: number;
  requests: number;
}

export interface Holdout {
  share: number;
  shown: Arm;
  held: Arm;
  /** By how much showing the answer at once lowers the share of episodes that lead to a request; null: not known. */
  effect: number | null;
  low: number | null;
  high: number | null;
}

export interface Overview {
  period: {from: string, to: string};
  previous: {from: string, to: string};
  totals: Totals;
  previousTotals: Totals;
  excluded: Record<string, number>;
  takenBack: Record<string, number>;
  reasons: Record<string, number>;
  series: {by: 'day' | 'week', points: Point[]};
  byChannel: Slice[];
  byModule: Slice[];
  byLang: Slice[];
  saving: {confirmed: Saved, potential: Saved, assumptions: Assumptions};
  knows: {requestsImported: number, lastRequestAt: string | null, returnsSeen: string};
  holdout: Holdout | null;
}

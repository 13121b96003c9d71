import type { Confidence } from '../rules/score';

export class ObstacleView {
  zh!: string;
  en!: string;
}

/** Who is to answer for the work, and what this person carries already. */
export class NamedEngineerView {
  name!: string;
  /** Running tasks that name this person. */
  running!: number;
  /** From more than this on it is worth asking; nobody has confirmed the number while it is not verified. */
  hint!: number;
  isAbove!: boolean;
  hintVerified!: boolean;
}

export class BidderFactsView {
  firmId!: string;
  score!: string | null;
  ratings!: number;
  confidence!: Confidence;
  vetoedUntil!: string | null;
  /** What keeps the firm from being chosen today. */
  obstacles!: ObstacleView[];
  runningTasks!: number;
  engineer!: NamedEngineerView | null;
}

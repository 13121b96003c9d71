import { ClockView, TextView } from './case.view';

export class PublicBallView {
  /** The post, never the person. */
  holder!: TextView;
  since!: Date;
  next!: TextView;
}

export class PublicEventView {
  id!: string;
  at!: Date;
  title!: TextView;
  article!: string | null;
}

/** What anyone with number and code sees: progress, not content, and no names of persons. */
export class PublicProgressView {
  number!: string;
  title!: string;
  kind!: TextView;
  state!: TextView;
  submittedAt!: Date | null;
  ball!: PublicBallView;
  timeline!: PublicEventView[];
  /** The clock that runs or is paused. */
  clock!: ClockView | null;
}

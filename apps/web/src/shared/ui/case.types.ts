/** What the API says about cases, as every page of every party shows it (views of the casework room). */
export interface TextView {
  readonly zh: string;
  readonly en: string;
}

export interface BallView {
  /** applicant, agent, officer, bureau, system, public or nobody. */
  readonly holder: string;
  /** The post meant, e.g. `bureau.reviewer`. */
  readonly role: string | null;
  readonly name: TextView;
  readonly since: string;
  readonly due: string | null;
  readonly paused: boolean;
  readonly next: TextView;
}

export interface ClockEntryView {
  readonly kind: string;
  readonly date: string;
  readonly article: string;
  readonly noticeNumber: string | null;
  readonly reason: string | null;
  /** What the entry means for the date, in words. */
  readonly explanation: TextView;
}

export interface ClockView {
  readonly label: TextView;
  /** running, paused or stopped. */
  readonly state: string;
  readonly article: string;
  readonly days: number;
  readonly dayType: string;
  readonly used: number;
  readonly remaining: number | null;
  readonly dueOn: string | null;
  readonly provisional: boolean;
  readonly silence: TextView | null;
  readonly entries: readonly ClockEntryView[];
}

export interface TimelineView {
  readonly id: string;
  readonly at: string;
  readonly text: TextView;
  readonly article: string | null;
  readonly actorName: string;
  readonly actorOrgName: string | null;
  readonly onBehalfOfName: string | null;
  readonly reason: string | null;
}

/** A text for people in both languages. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

/** Who is to act while a case is in a state. A bureau role narrows it to the officers who may claim it. */
export type Holder =
  | 'applicant'
  | 'bureau'
  | 'bureau.intake'
  | 'bureau.reviewer'
  | 'bureau.approver'
  | 'bureau.supervisor'
  | 'bureau.enforcer'
  | 'system'
  | 'public';

interface OpenState {
  readonly label: Bilingual;
  readonly holder: Holder;
  /** What the holder is to do next, as a short sentence. */
  readonly next: Bilingual;
  readonly final?: false;
  /**
   * A decision made but not served: until service the applicant and the public see the case as it stood in this state.
   * Only the step marked `adverse: 'decide'` leads here.
   */
  readonly hiddenAs?: string;
  /** The party does not know of the case while it stands here: nobody is to be heard, and nothing is told before the service. */
  readonly untold?: true;
}

interface FinalState {
  readonly label: Bilingual;
  readonly final: true;
  readonly holder?: undefined;
  readonly next?: undefined;
  readonly hiddenAs?: undefined;
  /** The party never comes to know of a case that ended so. */
  readonly untold?: true;
}

export type StateDefinition = OpenState | FinalState;

/** What a transition does to a statutory clock. Each step becomes one entry of the case's ledger. */
export interface ClockStep<C extends string = string> {
  /** `shorten` takes back what an `extend` added and whose ground is gone; it names the variant that holds again. */
  readonly do: 'start' | 'stop' | 'pause' | 'resume' | 'extend' | 'shorten';
  readonly clock: C;
  /**
   * `start` only: count from the day another clock of the case started instead of from today.
   * Deemed acceptance needs it: the period runs from the day the application was received, not from the lapse.
   */
  readonly since?: C;
}

/** `advice`: a paper that goes with a decision and tells what it brings. `withdrawal`: takes back what the case gave, after its end. `hearing`: time and place of a hearing. */
export type NoticeKind = 'acceptance' | 'correction' | 'rejection' | 'decision' | 'service' | 'intent' | 'advice' | 'withdrawal' | 'hearing';
/** `imposed`: a measure the bureau takes of its own accord, e.g. 撤销, 吊销. */
export type DecisionOutcome = 'granted' | 'refused' | 'imposed';
/**
 * The steps of a decision against the party: proposed with a notice beforehand, or put forward without a word where nobody is to be heard; the
 * notice reached the party (`tell`); a hearing set and over (`hear`, `heard`); dropped, made by a second person, served.
 */
export type AdverseStep = 'propose' | 'put-forward' | 'tell' | 'hear' | 'heard' | 'drop' | 'decide' | 'serve';

export interface ActionDefinition<S extends string = string, C extends string = string> {
  readonly from: readonly S[];
  readonly to: S;
  readonly label: Bilingual;
  /** The article of law that gives this step, e.g. `排污许可管理条例 第九条`. */
  readonly article: string;
  /** The policy action a person needs. Steps of the system itself (silence) have none. */
  readonly action?: string;
  readonly clock?: readonly ClockStep<C>[];
  /** The printable notice this step issues, with number and date. */
  readonly notice?: NoticeKind;
  /** A second paper goes with the decision, and both are served together; `ActOptions.advice` gives its words. */
  readonly advice?: true;
  /** This step draws the gap-free case number, unless the case has one. */
  readonly number?: true;
  /** This step is the decision: reasons are required, remedies are attached. */
  readonly decision?: DecisionOutcome;
  /** This step opens a 补正 round, or hands it in again. */
  readonly correction?: 'request' | 'resubmit';
  /** A step of an adverse decision: it goes through `AdverseDecisions` alone. */
  readonly adverse?: AdverseStep;
  /** The officer must say why. */
  readonly reason?: 'required';
  /** Takes up again a case that has ended: the only steps that leave a final state. */
  readonly reopens?: true;
  /** Who sees the step in the timeline. Default: the parties. */
  readonly visibility?: Visibility;
}

export type Visibility = 'public' | 'parties' | 'bureau';

/** A ground on which a clock may stand still, with its article. */
export interface PauseGround {
  readonly key: string;
  readonly label: Bilingual;
  readonly article: string;
}

/** What the papers of a procedure are called that is no licence; without it decisions are those of 行政许可. */
export interface PaperWords {
  /** Stands in the numbers behind the city’s prefix: `信` in 孝环信准〔2026〕3号. Such numbers have series of their own. */
  readonly mark: string;
  readonly granted: { readonly title: string; readonly decides: string };
  readonly refused: { readonly title: string; readonly decides: string };
  readonly advice: string;
  /** Title of the paper that takes the grant back. */
  readonly withdrawal?: string;
}

interface Period {
  /** Length in working days. Exactly one of `workdays` and `days` is given. */
  readonly workdays?: number;
  /** Length in calendar days. */
  readonly days?: number;
  readonly article: string;
  /** Code of the dated row that decides on the length; the one here ships with the platform. */
  readonly dated?: string;
}

export interface ClockDefinition<A extends string = string> extends Period {
  readonly label?: Bilingual;
  /** What happens by law when the period lapses unused: an action of the machine, done by the system. */
  readonly silence?: A;
  /** Other lengths of the same period by circumstance, e.g. `key` 30 and `site-check` 45 working days. */
  readonly variants?: Readonly<Record<string, Period>>;
  /** The capability tells the supervisor itself when this period has lapsed, with what can be done about it: the engine tells the holder alone. */
  readonly lapseTold?: true;
  /** Grounds for which it may be paused. None: it cannot be paused. */
  readonly pauses?: readonly PauseGround[];
}

/** 行政许可法 第四十五条: what the period of a licensing decision does not count. The applicant is told in writing how long. */
export const LICENSING_PAUSES: readonly PauseGround[] = (
  [
    ['hearing', '听证', 'Hearing'],
    ['tender', '招标', 'Tender'],
    ['auction', '拍卖', 'Auction'],
    ['inspection', '检验', 'Inspection'],
    ['testing', '检测', 'Testing'],
    ['quarantine', '检疫', 'Quarantine'],
    ['appraisal', '鉴定', 'Appraisal'],
    ['expert-review', '专家评审', 'Expert review'],
  ] as const
).map(([key, zh, en]) => ({ key, label: { zh, en }, article: '行政许可法 第四十五条' }));

export interface MachineDefinition<S extends string, A extends string, C extends string> {
  /** Kind of case, e.g. `permit-application`; also the name of its number series. */
  readonly kind: string;
  readonly title: Bilingual;
  /** `XK` in `XK-2026-000123`. */
  readonly numberPrefix: string;
  /** The matter of a mandate under which a firm sees and handles such cases; `none` when no firm may. */
  readonly matter: string;
  /** Where the web shows its cases: `permits` in `/b/:orgId/permits/:id`, with the case's id. Default `cases`. */
  readonly page?: string;
  /** The party learns of such a case by what is served on it, through the capability alone: the lists, the timeline and the progress of cases do not show it. */
  readonly hiddenFromParty?: true;
  readonly papers?: PaperWords;
  readonly initial: NoInfer<S>;
  readonly states: Readonly<Record<S, StateDefinition>>;
  readonly actions: Readonly<Record<A, ActionDefinition<NoInfer<S>, NoInfer<C>>>>;
  readonly clocks: Readonly<Record<C, ClockDefinition<NoInfer<A>>>>;
}

/** A checked procedure: states, actions and clocks as one table. */
export interface Machine<S extends string = string, A extends string = string, C extends string = string> {
  readonly kind: string;
  readonly title: Bilingual;
  readonly numberPrefix: string;
  readonly matter: string;
  readonly page?: string;
  readonly hiddenFromParty?: true;
  readonly papers?: PaperWords;
  readonly initial: S;
  readonly states: Readonly<Record<S, StateDefinition>>;
  readonly actions: Readonly<Record<A, ActionDefinition<S, C>>>;
  readonly clocks: Readonly<Record<C, ClockDefinition<A>>>;
}

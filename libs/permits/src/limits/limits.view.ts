import type { LimitMedium, LimitTier } from '../review/rule';
import type { StandardKind } from '../reference/standards';
import { CellProblemView } from '../exchange/exchange.view';

export class LimitTextView {
  zh!: string;
  en!: string;
}

/** One reference limit in words and as data. */
export class LimitView {
  id!: string;
  standard!: string;
  title!: string;
  medium!: LimitMedium;
  source!: string;
  sourceTitle!: LimitTextView;
  pollutant!: string;
  pollutantTitle!: LimitTextView;
  value!: string;
  unit!: string;
  tier!: LimitTier;
  tierTitle!: LimitTextView;
  validFrom!: string;
  validTo!: string | null;
  industry!: string | null;
  fuel!: string | null;
  variant!: string | null;
  buildPeriod!: 'new' | 'existing' | null;
  builtSince!: string | null;
  discharge!: 'direct' | 'indirect' | null;
  averaging!: 'hour' | 'day' | 'month' | 'once' | null;
  baseOxygen!: string | null;
  legalBasis!: string | null;
  /** What narrows it, in words. */
  narrowed!: string[];
  verified!: boolean;
  origin!: string | null;
  note!: string | null;
}

export class LimitListRowView extends LimitView {
  supersededAt!: Date | null;
  confirmedByName!: string | null;
}

export class LimitPageView {
  items!: LimitListRowView[];
  nextCursor!: string | null;
}

export class LimitCheckView {
  verdict!: 'verified' | 'withdrawn';
  against!: string;
  fileId!: string | null;
  checkedByName!: string;
  checkedAt!: Date;
}

/** A limit with the same limit at other times, newest first, and what was said of it. */
export class LimitDetailView extends LimitListRowView {
  history!: LimitListRowView[];
  checks!: LimitCheckView[];
  /** Whether this person may confirm that it was compared: not who proposed it. */
  own!: boolean;
}

export class StandardView {
  id!: string;
  code!: string;
  title!: string;
  kind!: StandardKind;
  inForceFrom!: string | null;
  inForceTo!: string | null;
  replaces!: string | null;
  replacedBy!: string | null;
  verified!: boolean;
  origin!: string | null;
  note!: string | null;
  /** Limits on file. */
  limits!: number;
}

export class StandardPageView {
  items!: StandardView[];
  nextCursor!: string | null;
}

export class LimitChangeView {
  op!: 'add' | 'replace' | 'correct' | 'end' | 'add-standard' | 'end-standard';
  /** The limit or standard, in words. */
  title!: string;
  /** As it is; null for something new. */
  before!: string | null;
  /** As it would be; null for an end. */
  after!: string | null;
  from!: string | null;
  lastDay!: string | null;
}

export class SimulatedFindingView {
  ruleId!: string;
  level!: 'E' | 'W';
  pointer!: string;
  place!: LimitTextView;
  actual!: string;
  expected!: string;
}

export class SimulatedCaseView {
  kind!: 'application' | 'permit';
  id!: string;
  number!: string | null;
  enterpriseName!: string;
  siteName!: string;
  appears!: SimulatedFindingView[];
  goes!: SimulatedFindingView[];
}

export class SimulationCountView {
  checked!: number;
  changed!: number;
}

/** Which open applications and valid permits C5 and C6 would judge otherwise. */
export class SimulationView {
  day!: string;
  applications!: SimulationCountView;
  permits!: SimulationCountView;
  newErrors!: number;
  newWarnings!: number;
  gone!: number;
  /** The first 500. */
  cases!: SimulatedCaseView[];
}

export class ProposalRowView {
  id!: string;
  state!: 'proposed' | 'confirmed' | 'rejected' | 'withdrawn';
  reason!: string;
  citation!: string;
  source!: 'form' | 'excel';
  changes!: number;
  /** The first change in words. */
  first!: string;
  proposedByName!: string;
  proposedAt!: Date;
  decidedByName!: string | null;
  decidedAt!: Date | null;
  simulationState!: 'queued' | 'done' | 'failed';
}

export class ProposalPageView {
  items!: ProposalRowView[];
  nextCursor!: string | null;
}

export class ProposalView extends ProposalRowView {
  fileId!: string | null;
  items!: LimitChangeView[];
  decisionNote!: string | null;
  simulation!: SimulationView | null;
  version!: number;
  /** What this person may do now. */
  actions!: string[];
}

export class CandidateView extends LimitView {
  applies!: boolean;
  /** False when a fact it depends on is not known. */
  certain!: boolean;
  why!: LimitTextView;
  /** In the common unit and at the common oxygen; null when it cannot be compared. */
  comparedValue!: string | null;
  comparedUnit!: string;
  conversion!: LimitTextView | null;
  wins!: boolean;
}

/** The strictest limit with every other that could apply. */
export class StrictestView {
  date!: string;
  summary!: LimitTextView;
  strictest!: CandidateView | null;
  candidates!: CandidateView[];
  commonOxygen!: string | null;
}

/** The strictest limit at one place of a form. */
export class ApplicableLimitView {
  /** Into the section: `/limits/3/concentrationMgM3`. */
  pointer!: string;
  place!: string;
  pollutant!: string;
  pollutantTitle!: LimitTextView;
  summary!: LimitTextView;
  value!: string | null;
  unit!: string | null;
  /** In the unit of the field. */
  comparedValue!: string | null;
  standard!: string | null;
  verified!: boolean;
  certain!: boolean;
  /** To ask for the whole comparison. */
  question!: StrictestQuestionView | null;
}

export class StrictestQuestionView {
  medium!: LimitMedium;
  source!: string;
  pollutant!: string;
  date!: string;
  inKeyRegion?: boolean;
  industry?: string;
  builtOn?: string;
  discharge?: 'direct' | 'indirect';
  averaging?: 'hour' | 'day';
  tier?: LimitTier;
  approval?: string;
}

export class LimitOptionView {
  value!: string;
  zh!: string;
  en!: string;
}

export class MediumOptionsView {
  medium!: LimitMedium;
  title!: LimitTextView;
  sources!: LimitOptionView[];
  pollutants!: LimitOptionView[];
  units!: string[];
  /** Which pollutants have a limit, by source; `*` for any. */
  known!: Record<string, string[]>;
}

/** The words of the limits: what can be asked for and entered. */
export class LimitOptionsView {
  media!: MediumOptionsView[];
  tiers!: LimitOptionView[];
  fuels!: string[];
  variants!: string[];
  standards!: LimitOptionView[];
  today!: string;
}

export class LimitImportCountsView {
  added!: number;
  replaced!: number;
  corrected!: number;
  same!: number;
}

/** What a workbook would change. */
export class LimitPreviewView {
  sheet!: string;
  incoming!: number;
  counts!: LimitImportCountsView;
  changes!: LimitChangeView[];
  problems!: CellProblemView[];
  problemCount!: number;
  notes!: CellProblemView[];
}

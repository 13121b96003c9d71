/** Why a field is null or absent. `not-in-scope`: the enterprise did not give it; `not-kept`: this platform has no such data; `none`: there is nothing of the kind. */
export type MissingReason = 'not-in-scope' | 'not-kept' | 'none';

export class BankMissingView {
  field!: string;
  reason!: MissingReason;
  zh!: string;
  en!: string;
}

export class BankTrendPointView {
  /** Last day of the month, or today. */
  day!: string;
  score!: string;
  grade!: string;
  gradeTitle!: string;
}

export class BankPenaltyView {
  docNo!: string | null;
  title!: string;
  date!: string;
  /** What is left of the fine after a change; null for a decision that was not made on this platform. */
  fineYuan!: string | null;
  status!: string;
  /** An appeal is being looked at: it counts meanwhile, and is not shown to the public. */
  underAppeal!: boolean;
}

export class BankListEntryView {
  documentNo!: string;
  title!: string;
  reason!: string;
  listedOn!: string;
  listedUntil!: string;
  /** The decision, word by word: facts, basis, conditions of removal, remedies. */
  paragraphs!: string[];
}

export class BankPermitView {
  no!: string;
  type!: string;
  validTo!: string;
  status!: string;
}

/** The newest year that is kept. */
export class BankCarbonView {
  year!: string;
  /** Null when only the intensity is kept. */
  tCO2!: string | null;
  intensity!: string | null;
  /** tCO2/t, tCO2/万元 or tCO2/MWh. */
  intensityUnit!: string | null;
}

export class BankFLineView {
  part!: string;
  zh!: string;
  en!: string;
  value!: string | null;
  weight!: string;
  usedWeight!: string | null;
  contribution!: string | null;
  whyZh!: string | null;
  whyEn!: string | null;
}

export class BankNoteView {
  zh!: string;
  en!: string;
}

/** F and how it comes about. Advice: the bank decides. */
export class BankFScoreView {
  /** Two decimals; null when too little is known. */
  f!: string | null;
  uncapped!: string | null;
  gate!: 'refuse-new' | 'cap' | null;
  collateral!: boolean;
  advice!: string | null;
  knownWeight!: string;
  lines!: BankFLineView[];
  notes!: BankNoteView[];
  /** Whether anybody has compared weights and bands with their source. */
  verified!: boolean;
}

/** What a bank reads of an enterprise. Fields outside the authorisation are absent; what is not known is null. `missing` says why. */
export class BankAnswerView {
  queryId!: string;
  authorizationId!: string;
  authorizationNumber!: string;
  /** The day the answer holds for. */
  asOf!: string;
  answeredAt!: string;
  enterpriseId!: string;
  uscc!: string;
  name!: string;
  industryCode?: string | null;
  creditGrade?: string | null;
  creditGradeTitle?: string | null;
  creditColour?: string | null;
  score?: string | null;
  scoreTrend12m?: BankTrendPointView[] | null;
  /** Codes of the scheme. */
  vetoFlags?: string[] | null;
  /** The same in words. */
  vetoTitles?: string[] | null;
  penalties?: BankPenaltyView[] | null;
  permit?: BankPermitView | null;
  performanceGrade?: string | null;
  /** Of the twelve whole months before. */
  onlineExceedHours12m?: string | null;
  onlineRunHours12m?: string | null;
  carbon?: BankCarbonView | null;
  rectifyRate?: string | null;
  /** On the list of units under closer supervision that day; the name of the list and its basis stand in the decision. */
  blacklist?: boolean | null;
  /** Null when it is not. */
  blacklistEntry?: BankListEntryView | null;
  fScore?: BankFScoreView;
  missing!: BankMissingView[];
}

/** Why one enterprise of a batch was not answered: the same code a single question gets. */
export class BankRefusalView {
  code!: string;
  zh!: string;
  en!: string;
}

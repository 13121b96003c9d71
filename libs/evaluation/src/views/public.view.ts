import type { AwardCandidateView, EvaluationPlanView, PublicityView } from './evaluation.view';

/** What everybody may see: the criteria, and the candidates from the publicity on. */
export class PublicEvaluationView {
  taskId!: string;
  taskTitle!: string;
  taskNumber!: string | null;
  enterpriseName!: string;
  plan!: EvaluationPlanView;
  state!: 'none' | 'forming' | 'checking' | 'competition' | 'scoring' | 'revealed' | 'publicity' | 'awarded' | 'ended';
  candidates!: AwardCandidateView[];
  publicity!: PublicityView | null;
  awardedFirmName!: string | null;
  awardedPriceYuan!: string | null;
  awardedAt!: string | null;
}

export class CandidateNoticeView {
  /** Of the task. */
  id!: string;
  taskTitle!: string;
  taskNumber!: string | null;
  enterpriseName!: string;
  firstCandidate!: string;
  state!: 'none' | 'forming' | 'checking' | 'competition' | 'scoring' | 'revealed' | 'publicity' | 'awarded' | 'ended';
  from!: string;
  to!: string;
  paused!: boolean;
}

export class CandidateNoticePage {
  items!: CandidateNoticeView[];
  nextCursor!: string | null;
}

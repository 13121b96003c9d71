import { useQueryClient } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];
export type YearItem = Schemas['EvaluationYearItemView'];
export type Year = Schemas['EvaluationYearView'];
export type Proposal = Schemas['EvaluationProposalView'];
export type Participant = Schemas['ParticipantView'];
export type Item = Schemas['AnnualEvaluationItemView'];
export type Evaluation = Schemas['AnnualEvaluationView'];
export type Correction = Schemas['EvaluationCorrectionView'];
export type CorrectionDifference = Schemas['CorrectionDifferenceView'];
export type Indicator = Schemas['EvaluationIndicatorView'];
export type Level = Schemas['EvaluationLevelView'];
export type Result = Schemas['AnnualResultView'];
export type ResultLine = Schemas['ResultLineView'];
export type ResultEvent = Schemas['ResultEventView'];
export type PublicItem = Schemas['PublicEvaluationItemView'];
export type PublicYears = Schemas['PublicEvaluationYearsView'];
export type LetterCheck = Schemas['EvaluationLetterCheckView'];
export type ObjectionTrack = Schemas['ObjectionTrackView'];

export const YEARS = '/api/v1/evaluation-years';
export const PARTICIPANTS = '/api/v1/evaluation-participants';
export const EVALUATIONS = '/api/v1/credit-evaluations';
export const PUBLIC = '/api/v1/public/credit-evaluations';
export const LETTERS = '/api/v1/public/evaluation-letters';
export const OBJECTIONS = '/api/v1/credit-evaluation-objections';

export const STAGES = ['reporting', 'checking', 'reviewing', 'reviewed', 'publicity', 'objection', 'approved', 'correcting', 'deciding', 'published', 'dropped'] as const;
export const COLOURS = ['green', 'blue', 'yellow', 'red', 'black'] as const;
export const RULES = ['permit-key', 'permit-simplified', 'industry', 'fined', 'measure', 'over-limit', 'incident', 'supervised', 'hand', 'voluntary'] as const;
export const GROUPS = ['pollution', 'ecology', 'management', 'society'] as const;
export const STAGE_TONE: Readonly<Record<string, Tone>> = { reporting: 'warning', checking: 'info', reviewing: 'info', reviewed: 'info', publicity: 'progress', objection: 'warning', approved: 'progress', correcting: 'warning', deciding: 'info', published: 'success', dropped: 'muted' };

/** What an act may have changed is fetched again: the case, its lists, the year it belongs to. */
export function useChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: query => /^\/api\/v1\/(credit|evaluation|files|cases)/.test(String(query.queryKey[0])) });
}

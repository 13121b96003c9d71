import type { components } from '@/api/schema';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];

export type RankingItem = Schemas['RankingItemView'];
export type Parameter = Schemas['ReputationParameterView'];
export type Reputation = Schemas['FirmReputationView'];
export type FirmRating = Schemas['FirmRatingView'];
export type Finding = Schemas['FindingView'];
export type PublicFinding = Schemas['PublicFindingView'];
export type BidderFacts = Schemas['BidderFactsView'];
export type WorkUse = Schemas['WorkUseView'];
export type TaskReply = Schemas['TaskReplyView'];
export type ConflictRule = Schemas['ConflictRuleView'];
export type Confidence = RankingItem['confidence'];

export const findingsPath = '/api/v1/firm-findings';
export const rankingPath = '/api/v1/public/firm-rankings';

export const FINDING_STATES = ['proposed', 'confirmed', 'objected', 'upheld', 'revoked', 'refused'] as const;
export const FINDING_KINDS = ['fraud', 'fault', 'review-failed'] as const;
export const FINDING_TONE: Readonly<Record<Finding['state'], Tone>> = { proposed: 'info', refused: 'muted', confirmed: 'danger', objected: 'warning', upheld: 'danger', revoked: 'muted' };
export const CONFIDENCE_TONE: Readonly<Record<Confidence, Tone>> = { none: 'muted', low: 'neutral', medium: 'info', high: 'success' };
export const DIMENSIONS = ['quality', 'timeliness', 'compliance', 'service', 'price'] as const;

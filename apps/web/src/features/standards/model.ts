import type { components } from '@/api/schema';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];
export type Limit = Schemas['LimitListRowView'];
export type LimitDetail = Schemas['LimitDetailView'];
export type LimitOptions = Schemas['LimitOptionsView'];
export type Standard = Schemas['StandardView'];
export type ProposalRow = Schemas['ProposalRowView'];
export type Proposal = Schemas['ProposalView'];
export type Change = Schemas['LimitChangeView'];
export type Simulation = Schemas['SimulationView'];
export type Strictest = Schemas['StrictestView'];
export type Candidate = Schemas['CandidateView'];
export type ApplicableLimit = Schemas['ApplicableLimitView'];
export type LimitPreview = Schemas['LimitPreviewView'];
export type ReferenceRow = Schemas['ReferenceRowView'];
export type ReferenceChange = Schemas['ReferenceProposalView'];
export type ReferenceDetail = Schemas['ReferenceDetailView'];
export type ReferenceSummary = Schemas['ReferenceSummaryView'];

export const limitsPath = '/api/v1/limits';
export const standardsPath = '/api/v1/standards';
export const proposalsPath = '/api/v1/limit-proposals';
export const referencePath = '/api/v1/reference-data';
export const optionsPath = '/api/v1/public/limits/options';
export const strictestPath = '/api/v1/public/limits/strictest';

export const PROPOSAL_TONES: Readonly<Record<ProposalRow['state'], Tone>> = { proposed: 'progress', confirmed: 'success', rejected: 'danger', withdrawn: 'muted' };
export const MEDIA = ['air', 'fugitive', 'water', 'noise'] as const;
export const TIERS = ['national', 'special', 'provincial', 'ultra-low', 'approval'] as const;
export const STANDARD_KINDS = ['national', 'provincial', 'ultra-low', 'plan', 'approval'] as const;

/** The form of a limit: members that are empty are nothing. */
export type LimitValues = Readonly<Record<string, string | boolean | null>>;

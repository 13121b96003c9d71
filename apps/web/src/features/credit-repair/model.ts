import { useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { components } from '@/api/schema';
import { useSession } from '@/session/session';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];
export type Options = Schemas['RepairOptionsView'];
export type Repairable = Schemas['RepairableView'];
export type Repair = Schemas['CreditRepairView'];
export type Appeal = Schemas['CreditAppealView'];
export type CaseItem = Schemas['CreditCaseItemView'];
export type Certificate = Schemas['CertificateItemView'];
export type CertificateCheck = Schemas['CertificateCheckView'];

export const SUBJECTS = '/api/v1/credit-subjects';
export const REPAIRS = '/api/v1/credit-repairs';
export const APPEALS = '/api/v1/credit-appeals';
export const CHECKS = '/api/v1/public/credit-certificates';

export const SEVERITIES = ['minor', 'general', 'serious'] as const;
export const GROUNDS = ['wrong-subject', 'wrong-facts', 'wrong-class', 'overturned', 'over'] as const;
export const PAUSE_GROUNDS = ['site-check', 'monitoring', 'appraisal'] as const;
export const CERTIFICATES = ['repaired', 'expired', 'revoked'] as const;
export const SEVERITY_TONE: Readonly<Record<string, Tone>> = { minor: 'neutral', general: 'warning', serious: 'danger' };
export const STATUS_TONE: Readonly<Record<string, Tone>> = { active: 'warning', suspended: 'info', repaired: 'success', expired: 'muted', revoked: 'muted' };
export const STATE_TONE: Readonly<Record<string, Tone>> = {
  draft: 'neutral', submitted: 'info', correcting: 'warning', verifying: 'info', verified: 'info', reviewing: 'info', reviewed: 'info', granted: 'success', upheld: 'success', refused: 'danger', dismissed: 'danger', rejected: 'danger', withdrawn: 'muted', lapsed: 'muted',
};

export type Kind = 'repair' | 'appeal';
export const PATH_OF: Readonly<Record<Kind, string>> = { repair: REPAIRS, appeal: APPEALS };
export const PAGE_OF: Readonly<Record<Kind, string>> = { repair: 'credit-repairs', appeal: 'credit-appeals' };

/** Whose events the page is about: the own organisation's, or the principal's that a firm chose in the address. */
export function useSubject(): string {
  const { subjectId } = useParams({ strict: false }) as { subjectId?: string };
  const { organisation } = useSession();
  return subjectId ?? organisation?.orgId ?? '';
}

/** What an act may have changed is fetched again: the case, its lists, the credit it is about. */
export function useChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: query => /^\/api\/v1\/(credit|files|cases)/.test(String(query.queryKey[0])) });
}

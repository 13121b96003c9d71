import type { ClockReading } from '@/shared/ui/ClockExplainer';
import type { StepState } from '@/shared/ui/CaseProgress';

interface Two {
  readonly zh: string;
  readonly en: string;
}

/** What anyone who knows number and query code may see of a case. */
export interface PublicCase {
  readonly number: string;
  readonly title: string;
  readonly kind: Two;
  readonly state: Two;
  readonly submittedAt: string | null;
  readonly ball: { readonly holder: Two | null; readonly since: string | null; readonly next: Two | null };
  readonly steps?: readonly { readonly key: string; readonly title: Two; readonly state: StepState; readonly at: string | null }[];
  readonly timeline: readonly { readonly id: string; readonly at: string; readonly title: Two; readonly article?: string | null }[];
  readonly clock?: (ClockReading & { readonly title: Two }) | null;
}

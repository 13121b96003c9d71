import type { ClockEntryKind } from '@/shared/ui/ClockExplainer';
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
  readonly clock?: {
    readonly title: Two;
    readonly allowed: number;
    readonly remaining: number | null;
    readonly due: string | null;
    readonly provisional: boolean;
    readonly paused: Two | null;
    readonly entries: readonly { readonly kind: ClockEntryKind; readonly at: string; readonly article: string; readonly note?: Two | null }[];
  } | null;
}

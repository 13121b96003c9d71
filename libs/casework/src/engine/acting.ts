import type { Actor, Issuer } from '@huanbao/platform';
import type { CaseRecord } from '../case.entity';
import type { PeriodLength } from '../clock/ledger';
import type { Bilingual, Visibility } from '../machine/machine';
import type { CaseNotice, Condition } from '../outcome.entity';

export interface OpenInput {
  readonly party: { readonly orgId: string; readonly name: string };
  /** The firm that prepares it. Derived from the actor's mandate when the actor is a firm and nothing is given. */
  readonly agent?: { readonly orgId: string; readonly name: string; readonly mandateId: string };
  readonly regionCode: string;
  readonly title: string;
  readonly siteId?: string;
  readonly actor: Actor;
}

/** What happens when an action is done: the step of the table with its time. */
export interface Transition {
  readonly kind: string;
  readonly action: string;
  readonly from: string;
  readonly to: string;
  readonly article: string;
  readonly at: Date;
  /** Civil day in Asia/Shanghai. */
  readonly today: string;
}

export type Effects = (c: CaseRecord, t: Transition) => Promise<void>;

export interface DecisionInput {
  readonly reasons: string;
  /** The conditions of the law, ticked one by one. A grant needs all of them met. */
  readonly conditions?: readonly Condition[];
}

export interface ActOptions {
  readonly actor: Actor;
  /** Throws when the actor does not see the case (404) or may not do this (403). Runs under the lock, before the table is asked. */
  readonly authorise: (c: CaseRecord) => void | Promise<void>;
  /** The version the person saw (`If-Match`); another one is 412 `stale`. */
  readonly expectedVersion?: number;
  readonly reason?: string;
  /** Number of the paper that tells the applicant, for clock entries. */
  readonly noticeNumber?: string;
  /** When a pause that the step makes is expected to end. */
  readonly pauseUntil?: string;
  /** The capability's own changes, in the same transaction. `c` already carries the new state and number. */
  readonly effects?: Effects;
  /** Kept in the timeline and in the audit: ids, states, field names; no personal data. */
  readonly details?: Record<string, unknown>;
  /** Replaces the action's label in the timeline. */
  readonly publicText?: Bilingual;
  /** A length from dated reference data, before variant and table: `{ review: { days: 10, dayType: 'workday', article } }`. */
  readonly clockPeriods?: Readonly<Record<string, PeriodLength>>;
  /** Which variant of a clock's length applies when it starts or is extended: `{ review: 'key' }`. */
  readonly clockVariants?: Readonly<Record<string, string>>;
  /** Days to add for a step that extends a clock without a variant. */
  readonly extendDays?: number;
  /** The civil day a clock counts from, where that is not today: the day of discovery, of service. */
  readonly clockSince?: Readonly<Record<string, string>>;
  /** Required by actions that decide. */
  readonly decision?: DecisionInput;
  /** Who issues the notice and the decision; the city's bureau unless said otherwise (permits: the city's `permitIssuer`). */
  readonly issuer?: Issuer;
  /** Further paragraphs of the notice this action issues. */
  readonly noticeParagraphs?: readonly string[];
  /** What the second paper of a step marked `advice` says. */
  readonly advice?: readonly string[];
  /** The papers of this step reach the party with it, e.g. on this platform to who agreed to that. Left out: they wait for their service. */
  readonly service?: { readonly method: string; readonly receivedBy: string };
}

/** Something worth a line in the timeline that moves nothing, e.g. a signature. */
export interface NoteInput {
  readonly actor: Actor;
  readonly authorise: (c: CaseRecord) => void | Promise<void>;
  readonly text: Bilingual;
  /** The audit's action. */
  readonly action: string;
  readonly details?: Record<string, unknown>;
  /** Who sees the line; the parties when left out. */
  readonly visibility?: Visibility;
  /** The case is called so from now on. */
  readonly title?: string;
}

export interface CorrectionItemInput {
  /** RFC 6901 pointer into the snapshot. */
  readonly pointer: string;
  readonly label: string;
  readonly requirement: string;
  /** The article or standard that asks for it. */
  readonly reason: string;
}

/** Internal: what the engine adds to an act for its own features. */
export interface MoveExtras {
  readonly noticeItems?: readonly CorrectionItemInput[];
  /** Runs before the caller's effects. */
  readonly before?: Effects;
  /** What an adverse step tells or decides; the words of its paper. */
  readonly intent?: Intent;
  /** Runs with the paper the step issued. */
  readonly issued?: (notice: CaseNotice) => Promise<void>;
}

/** A decision against the party, as its papers name it. */
export interface Intent {
  readonly measure: string;
  readonly reasons: string;
  /** How long the party may speak from the service of the notice, e.g. `5个工作日`; null where nobody is to be heard. */
  readonly period: string | null;
  /** How long it may ask for a hearing; null where there is no such right. */
  readonly hearingPeriod: string | null;
}

/** Which length a clock gets when it starts, where the table alone does not say. */
export type ClockChoice = Pick<ActOptions, 'clockVariants' | 'clockPeriods'>;

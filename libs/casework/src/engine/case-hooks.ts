import { Injectable } from '@nestjs/common';
import type { Actor } from '@huanbao/platform';
import type { CaseRecord } from '../case.entity';
import type { Machine } from '../machine/machine';
import type { CaseNotice } from '../outcome.entity';
import type { ClockChoice, Effects, Transition } from './acting';

/** A paper that moved nothing when it was made has reached the party. */
export interface PaperServed {
  readonly notice: CaseNotice;
  readonly actor: Actor;
  /** Civil day it reached the party. */
  readonly servedOn: string;
}

type ServedEffects = (c: CaseRecord, served: PaperServed) => Promise<void>;

/**
 * What a capability does when a case moves without a request of its own: when silence has its effect by law.
 * Registered in the capability's `onModuleInit`; runs in the transaction of the move.
 */
@Injectable()
export class CaseHooks {
  private readonly silence = new Map<string, Effects[]>();
  private readonly service = new Map<string, Effects[]>();
  private readonly adverse = new Map<string, Effects>();
  private readonly withdrawals = new Map<string, ServedEffects>();
  private readonly decisions = new Map<string, ServedEffects>();
  private readonly intents = new Map<string, ServedEffects>();
  private readonly claims = new Map<string, ((c: CaseRecord) => Promise<void>)[]>();
  private readonly clocks = new Map<string, (c: CaseRecord) => Promise<ClockChoice>>();

  onSilence(machine: Pick<Machine, 'kind'>, effects: Effects): void {
    this.silence.set(machine.kind, [...(this.silence.get(machine.kind) ?? []), effects]);
  }

  async runSilence(c: CaseRecord, t: Transition): Promise<void> {
    for (const effects of this.silence.get(c.kind) ?? []) await effects(c, t);
  }

  /** What a capability does when a decision against the party was served: now it exists for everybody, and may be told. */
  onServed(machine: Pick<Machine, 'kind'>, effects: Effects): void {
    this.service.set(machine.kind, [...(this.service.get(machine.kind) ?? []), effects]);
  }

  async runServed(c: CaseRecord, t: Transition): Promise<void> {
    for (const effects of this.service.get(c.kind) ?? []) await effects(c, t);
  }

  /** What a capability does when the notice of a decision against the party was served, a hearing set or over: casework itself moves the case. */
  onAdverse(machine: Pick<Machine, 'kind'>, effects: Effects): void {
    this.adverse.set(machine.kind, effects);
  }

  async runAdverse(c: CaseRecord, t: Transition): Promise<void> {
    await this.adverse.get(c.kind)?.(c, t);
  }

  /** What a capability does when the paper that takes its grant back was served: it has its effect from then on. */
  onWithdrawalServed(machine: Pick<Machine, 'kind'>, effects: ServedEffects): void {
    this.withdrawals.set(machine.kind, effects);
  }

  async runWithdrawalServed(c: CaseRecord, served: PaperServed): Promise<void> {
    await this.withdrawals.get(c.kind)?.(c, served);
  }

  /** What a capability does when the notice of something it proposed about an ended case was served: the time to speak begins. */
  onIntentServed(machine: Pick<Machine, 'kind'>, effects: ServedEffects): void {
    this.intents.set(machine.kind, effects);
  }

  async runIntentServed(c: CaseRecord, served: PaperServed): Promise<void> {
    await this.intents.get(c.kind)?.(c, served);
  }

  /** What a capability does when a decision of its own was served, at once or later: what it says of the party has its effect from then on. */
  onDecisionServed(machine: Pick<Machine, 'kind'>, effects: ServedEffects): void {
    this.decisions.set(machine.kind, effects);
  }

  async runDecisionServed(c: CaseRecord, served: PaperServed): Promise<void> {
    await this.decisions.get(c.kind)?.(c, served);
  }

  /** What a capability does when an officer took a case or was given it; in the transaction of the claim. */
  onClaimed(machine: Pick<Machine, 'kind'>, effects: (c: CaseRecord) => Promise<void>): void {
    this.claims.set(machine.kind, [...(this.claims.get(machine.kind) ?? []), effects]);
  }

  async runClaimed(c: CaseRecord): Promise<void> {
    for (const effects of this.claims.get(c.kind) ?? []) await effects(c);
  }

  /** How long the clocks run that a silent step starts: the same choice as when a person does the step. */
  onSilentClock(machine: Pick<Machine, 'kind'>, choose: (c: CaseRecord) => Promise<ClockChoice>): void {
    this.clocks.set(machine.kind, choose);
  }

  async clocksFor(c: CaseRecord): Promise<ClockChoice> {
    return (await this.clocks.get(c.kind)?.(c)) ?? {};
  }
}

import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Actor, Clock, Db, Outbox } from '@huanbao/platform';
import { CaseEventKind, CaseRecord } from '../case.entity';
import { claimedByOther, notClaimed, notForYourRole, reasonNeeded, unsuitableOfficer } from '../casework.errors';
import { caseClaimed } from '../casework.events';
import { casePolicy } from '../casework.policy';
import { Bilingual, machineOf } from '../machine/machine';
import { HOLDER_NAMES } from './ball';
import { CaseHooks } from './case-hooks';
import { CaseMessages } from './case-messages';
import { CaseMover } from './case-mover';
import { canWorkOn } from './claim-rules';
import { Impartiality } from './impartiality';
import { Timeline } from './timeline';

/** An officer a case can be handed over to, with the post that fits the step. */
export interface Colleague {
  readonly userId: string;
  readonly name: string;
  readonly post: string;
}

interface ClaimChange {
  readonly actor: Actor;
  readonly kind: CaseEventKind;
  readonly text: Bilingual;
  readonly to: { readonly userId: string; readonly name: string } | null;
  readonly details?: Record<string, unknown>;
}

/** Who of the bureau works on a case: claim, release, hand-over. The history is the timeline. */
@Injectable()
export class Claims {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
    private readonly mover: CaseMover,
    private readonly timeline: Timeline,
    private readonly directory: Directory,
    private readonly messages: CaseMessages,
    private readonly hooks: CaseHooks,
    private readonly impartiality: Impartiality,
  ) {}

  /** Takes an unclaimed case; again by the same officer changes nothing. @throws 409 `case.claimed`, `case.holder`. */
  claim(caseId: string, actor: Actor): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const c = await this.mover.lock(caseId);
      casePolicy.require(actor, 'case.claim', c);
      if (c.claimedBy === actor.userId) return c;
      if (c.claimedBy !== null) throw claimedByOther(c.claimedByName ?? '');
      this.assertPost(c, actor.roles);
      await this.mover.assertImpartial(c, actor);
      return this.change(c, { actor, kind: 'claimed', text: { zh: `${actor.name}领办`, en: `Claimed by ${actor.name}` }, to: { userId: actor.userId, name: actor.name } });
    });
  }

  /** Puts one's own case back; a supervisor may put back anybody's. */
  release(caseId: string, actor: Actor): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const c = await this.mover.lock(caseId);
      casePolicy.require(actor, 'case.release', c);
      if (c.claimedBy === null) return c;
      this.assertMine(c, actor);
      return this.change(c, { actor, kind: 'released', text: { zh: '退回待领', en: 'Put back to the queue' }, to: null, details: { from: c.claimedBy } });
    });
  }

  /** Gives the case to a colleague of the region whose post can do the step. @throws 422 `case.hand-over-target`. */
  handOver(caseId: string, toUserId: string, { actor, reason }: { readonly actor: Actor; readonly reason: string }): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const c = await this.mover.lock(caseId);
      casePolicy.require(actor, 'case.hand-over', c);
      if (!reason.trim()) throw reasonNeeded({ zh: '移交的原因', en: 'the reason for the hand-over' });
      if (c.claimedBy === toUserId) return c;
      if (c.claimedBy === null && !actor.roles.includes('bureau.supervisor')) throw notClaimed();
      this.assertMine(c, actor);
      const colleague = await this.colleague(c, toUserId);
      await this.impartiality.require(c, colleague);
      const text = { zh: `移交给${colleague.name}`, en: `Handed over to ${colleague.name}` };
      await this.change(c, { actor, kind: 'handed-over', text, to: colleague, details: { from: c.claimedBy, to: toUserId, reason } });
      await this.messages.handedOver(c, actor.name, reason);
      return c;
    });
  }

  private async change(c: CaseRecord, change: ClaimChange): Promise<CaseRecord> {
    const versionBefore = c.version;
    c.claimedBy = change.to?.userId ?? null;
    c.claimedByName = change.to?.name ?? null;
    c.claimedAt = change.to === null ? null : this.clock.now();
    c.version += 1;
    await this.mover.store(c);
    const { actor, kind, text, details } = change;
    await this.timeline.write(c, { kind, actor, text, auditAction: `case.${kind}`, versionBefore, visibility: 'bureau', details });
    if (change.to !== null) {
      await this.hooks.runClaimed(c);
      await this.outbox.publish(caseClaimed, { caseId: c.id, userId: change.to.userId, by: actor.userId });
    }
    return c;
  }

  private assertPost(c: CaseRecord, roles: readonly string[]): void {
    const machine = machineOf(c.kind);
    const holder = machine.states[c.state]?.holder;
    if (!canWorkOn(machine, c.state, roles)) throw notForYourRole(holder === undefined ? { zh: '已办结', en: 'nobody: it is closed' } : HOLDER_NAMES[holder]);
  }

  private assertMine(c: CaseRecord, actor: Actor): void {
    if (c.claimedBy !== null && c.claimedBy !== actor.userId && !actor.roles.includes('bureau.supervisor')) throw claimedByOther(c.claimedByName ?? '');
  }

  /** Officers of the region whose post can do the step, without the one who has the case: whom it can be handed over to. */
  async colleagues(caseId: string, actor: Actor): Promise<Colleague[]> {
    const c = await this.db.repo(CaseRecord).findOneBy({ id: caseId });
    casePolicy.require(actor, 'case.hand-over', c);
    if (!c) return [];
    const found: Colleague[] = [];
    for (const post of postsFor(c)) {
      for (const userId of await this.directory.userIdsWithRole(post, c.regionCode)) {
        if (userId === c.claimedBy || found.some(one => one.userId === userId)) continue;
        const user = await this.directory.user(userId);
        if (user) found.push({ userId, name: user.name, post });
      }
    }
    return found;
  }

  /** The receiving officer, if the post fits the state and the region covers the case. */
  private async colleague(c: CaseRecord, userId: string): Promise<{ userId: string; name: string }> {
    for (const post of postsFor(c)) {
      const officers = await this.directory.userIdsWithRole(post, c.regionCode);
      if (!officers.includes(userId)) continue;
      const user = await this.directory.user(userId);
      if (user) return { userId, name: user.name };
    }
    throw unsuitableOfficer();
  }
}

/** @throws 409 `case.holder` when the ball is not with the bureau */
function postsFor(c: CaseRecord): readonly string[] {
  const holder = machineOf(c.kind).states[c.state]?.holder;
  if (!holder?.startsWith('bureau')) throw notForYourRole(holder === undefined ? { zh: '已办结', en: 'nobody: it is closed' } : HOLDER_NAMES[holder]);
  return holder === 'bureau' ? ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor'] : [holder, 'bureau.supervisor'];
}

import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { CreditStandings } from '@huanbao/credit';
import { Directory } from '@huanbao/identity';
import { Notifier } from '@huanbao/notifications';
import { Actor, Audit, Clock, coversRegion, Db, newId, notFound, Numbering, stale, violatedConstraint } from '@huanbao/platform';
import { In } from 'typeorm';
import { AttestedCondition, type ExitCause, PositiveEntry } from '../enforcement.entity';
import { categoryUnknown, conditionMissing, creditForbids, enterpriseUnknown, positiveExists, positiveState, samePerson, violatedMeanwhile } from '../enforcement.errors';
import { positivePolicy } from '../enforcement.policy';
import { EnforcementReference, tailOf } from '../enforcement.reference';
import type { DecidePositiveDto, LeavePositiveDto, PositiveConditionDto, ProposePositiveDto } from './positive.dto';
import { partiesOf } from './positive.view';

const DAYS_A_MONTH = 30.4375;
const MONTHS = 12;

/** 监督执法正面清单: entering by two persons, leaving by one, by a fallen grade or by a review that did not come. */
@Injectable()
export class PositiveService {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly credit: CreditStandings,
    private readonly reference: EnforcementReference,
    private readonly numbering: Numbering,
    private readonly notifier: Notifier,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async propose(actor: Actor, input: ProposePositiveDto): Promise<string> {
    try {
      return await this.db.transaction(() => this.proposed(actor, input));
    } catch (error) {
      if (violatedConstraint(error) === 'positive_entry_one') throw positiveExists();
      throw error;
    }
  }

  private async proposed(actor: Actor, input: ProposePositiveDto): Promise<string> {
    const enterprise = await this.directory.organisation(input.enterpriseId);
    if (enterprise?.kind !== 'enterprise' || enterprise.status !== 'active' || !coversRegion(actor, enterprise.regionCode)) throw enterpriseUnknown();
    const { regionCode } = enterprise;
    positivePolicy.require(actor, 'positive-entry.propose', { enterpriseId: enterprise.id, regionCode, isReleased: false });
    const category = (await this.reference.positive('category')).find(one => tailOf(one) === input.category);
    if (!category) throw categoryUnknown();
    const conditions = await this.attested(input.conditions);
    await this.assertCredit(enterprise.id);
    const entry: PositiveEntry = {
      id: newId(), number: await this.numbering.code('positive-entry', 'ZM', 4), enterpriseId: enterprise.id, enterpriseName: enterprise.name, regionCode, category: input.category, categoryTitle: category.title, basis: input.basis, offsiteChecks: input.offsiteChecks, conditions,
      state: 'proposed', activeFrom: null, reviewOn: null, proposedBy: actor.userId, proposedByName: actor.name, proposedAt: this.clock.now(), decidedBy: null, decidedByName: null, decidedAt: null, decisionReason: null, leftOn: null, exitReason: null, exitCause: null, exitByName: null, renewal: null, renewals: [], violation: null,
      search: `${enterprise.name} ${enterprise.uscc ?? ''}`, version: 1,
    };
    await this.db.repo(PositiveEntry).insert(entry as object);
    await this.note(actor, entry, 'propose', { category: input.category });
    return entry.id;
  }

  /** All conditions of today, each attested. */
  async attested(given: readonly PositiveConditionDto[]): Promise<AttestedCondition[]> {
    const rows = await this.reference.positive('condition');
    const missing = rows.filter(row => !given.some(one => one.key === tailOf(row)));
    if (missing.length > 0) throw conditionMissing(missing.map(one => one.title));
    return rows.map(row => ({ key: tailOf(row), title: row.title, note: given.find(one => one.key === tailOf(row))?.note ?? '' }));
  }

  async assertCredit(enterpriseId: string): Promise<void> {
    const standing = await this.credit.standingOf(enterpriseId, this.clock.today());
    if (standing && (standing.vetoes.length > 0 || (await this.exitColours()).includes(standing.colour))) throw creditForbids(standing.gradeTitle);
  }

  private async exitColours(): Promise<string[]> {
    return ((await this.reference.parameters()).get('positive:exit-colours')?.value ?? '').split(',');
  }

  decide(actor: Actor, id: string, { verdict, reason }: DecidePositiveDto, version: number): Promise<void> {
    return this.db.transaction(async () => {
      const entry = await this.locked(actor, id, 'decide', version);
      if (entry.state !== 'proposed') throw positiveState();
      if (entry.proposedBy === actor.userId) throw samePerson();
      if (verdict === 'active' && entry.violation) throw violatedMeanwhile(entry.violation);
      if (verdict === 'active') await this.assertCredit(entry.enterpriseId);
      const today = this.clock.today();
      const term = verdict === 'active' ? { activeFrom: today, reviewOn: await this.termFrom(today) } : {};
      await this.db.repo(PositiveEntry).update({ id }, { state: verdict, ...term, decidedBy: actor.userId, decidedByName: actor.name, decidedAt: this.clock.now(), decisionReason: reason, version: version + 1 });
      await this.note(actor, entry, 'decide', { verdict, reason });
      if (verdict === 'active') await this.tell(entry, 'active', { zh: '已列入生态环境监督执法正面清单', en: 'You are on the positive list' }, { zh: `类别：${entry.categoryTitle}。非必要不现场检查，以非现场方式监管；发现违法即移出。`, en: 'No visit without need; checks from afar go on. Who breaks the law leaves the list.' });
    });
  }

  /** Last day of a term that begins on a day. */
  async termFrom(day: string): Promise<string> {
    const months = Number((await this.reference.parameters()).get('positive:months')?.value ?? MONTHS);
    return addDays(day, Math.round(months * DAYS_A_MONTH));
  }

  leave(actor: Actor, id: string, { cause, reason }: LeavePositiveDto, version: number): Promise<void> {
    return this.db.transaction(async () => {
      const entry = await this.locked(actor, id, 'leave', version);
      await this.put(actor, entry, { cause, reason });
    });
  }

  /** A grade has moved: who fell to a colour that ends the benefit leaves at once. */
  async followGrade(actor: Actor, enterpriseId: string): Promise<void> {
    const [entry] = await this.db.repo(PositiveEntry).find({ where: { enterpriseId, state: 'active' }, lock: { mode: 'pessimistic_write' } });
    if (!entry) return;
    const standing = await this.credit.standingOf(enterpriseId, this.clock.today());
    if (!standing || !(await this.exitColours()).includes(standing.colour)) return;
    await this.put(actor, entry, { cause: 'grade', reason: `环境信用等级变为“${standing.gradeTitle}”，按规定移出` });
  }

  /** 发现违法即移出: a sealed record or a penalty that was served. What still waits to be decided keeps it and is not approved any more; who is not on the list is none the worse for it. */
  async followViolation(actor: Actor, enterpriseId: string, reason: string): Promise<void> {
    const [entry] = await this.db.repo(PositiveEntry).find({ where: { enterpriseId, state: In(['proposed', 'active']) }, lock: { mode: 'pessimistic_write' } });
    if (entry?.state === 'active') await this.put(actor, entry, { cause: 'violation', reason });
    if (entry?.state !== 'proposed') return;
    await this.db.repo(PositiveEntry).update({ id: entry.id }, { violation: reason, version: entry.version + 1 });
    await this.note(actor, entry, 'violation', { reason });
    await this.tellOfficers(entry, `violation:${entry.version}`, { zh: `申请列入正面清单期间发现违法：${entry.enterpriseName}`, en: `Broke the law before it was on the positive list: ${entry.enterpriseName}` }, { zh: `${reason}。不能批准列入，请作出不予列入的决定。`, en: `${reason}. It cannot be approved; refuse the proposal.` });
  }

  /** Entries whose term is over end; a renewal that nobody decided lapses with them. The draw looks at the day itself and does not wait for this. */
  async endUnreviewed(actor: Actor): Promise<void> {
    const over = await this.db.repo(PositiveEntry).createQueryBuilder('p').setLock('pessimistic_write').where(`p.state = 'active' AND p.reviewOn < :today`, { today: this.clock.today() }).orderBy('p.id').getMany();
    for (const entry of over) await this.put(actor, entry, { cause: 'term', reason: entry.renewal ? '复核期满，续期没有批准' : '复核期满，未重新提出' });
  }

  private async put(actor: Actor, entry: PositiveEntry, { cause, reason }: { readonly cause: ExitCause; readonly reason: string }): Promise<void> {
    if (entry.state !== 'active') throw positiveState();
    await this.db.repo(PositiveEntry).update({ id: entry.id }, { state: 'left', leftOn: this.clock.today(), exitReason: reason, exitCause: cause, renewal: null, exitByName: actor.roles.includes('system') ? '系统' : actor.name, version: entry.version + 1 });
    await this.note(actor, entry, 'leave', { cause, reason });
    await this.tell(entry, 'left', { zh: '已移出生态环境监督执法正面清单', en: 'You have left the positive list' }, { zh: `${reason}。“非必要不现场检查”即时停止适用。`, en: `${reason}. Visits are planned as for everybody from now on.` });
    await this.tellOfficers(entry, 'left', { zh: `移出正面清单：${entry.enterpriseName}`, en: `Left the positive list: ${entry.enterpriseName}` }, { zh: reason, en: reason });
  }

  async locked(actor: Actor, id: string, act: 'propose' | 'decide' | 'leave', version: number): Promise<PositiveEntry> {
    const entry = await this.db.lock(PositiveEntry, { id });
    positivePolicy.require(actor, `positive-entry.${act}`, entry && partiesOf(entry));
    if (!entry) throw notFound();
    if (entry.version !== version) throw stale();
    return entry;
  }

  async note(actor: Actor, { id, enterpriseId }: PositiveEntry, step: string, details: Record<string, unknown>): Promise<void> {
    await this.audit.record({ actor, action: `positive-entry.${step}`, subject: { type: 'positive-entry', id }, details: { enterpriseId, ...details } });
  }

  tellOfficers({ id, regionCode }: PositiveEntry, step: string, title: { zh: string; en: string }, body: { zh: string; en: string }): Promise<unknown> {
    return this.notifier.notify({ to: { role: 'bureau.enforcer', regionCode }, topic: 'organisation', subject: { type: 'positive-entry', id }, key: `positive-entry:${id}:${step}:bureau`, link: `/b/:orgId/positive-list/${id}`, title, body });
  }

  tell({ id, enterpriseId }: PositiveEntry, step: string, title: { zh: string; en: string }, body: { zh: string; en: string }): Promise<unknown> {
    return this.notifier.notify({ to: { orgId: enterpriseId }, topic: 'organisation', subject: { type: 'positive-entry', id }, key: `positive-entry:${id}:${step}`, link: `/e/${enterpriseId}/positive-list/${id}`, title, body });
  }
}

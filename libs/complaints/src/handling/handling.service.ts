import { Injectable } from '@nestjs/common';
import { ActOptions, CaseEngine, CaseEvent, CaseRecord, Effects } from '@huanbao/casework';
import { Directory } from '@huanbao/identity';
import { Notifier } from '@huanbao/notifications';
import { Actor, Clock, coversRegion, Db, notFound, Outbox, shanghaiDate } from '@huanbao/platform';
import { complaintMachine } from '../complaint.machine';
import { enterpriseUnfit, extendedAlready, extensionTooLong, parentOther, parentUnfit, pointIncomplete } from '../complaints.errors';
import { complaintAccepted, complaintAnswered, complaintClosed } from '../complaints.events';
import { ComplaintAction, complaintPolicy } from '../complaints.policy';
import type { AcceptComplaintDto, AnswerComplaintDto, ClassifyComplaintDto, CloseComplaintDto, ExtendComplaintDto, ReferComplaintDto } from '../dto';
import { Complaint } from '../entities';
import { ComplaintPeriods } from '../periods';
import { searchOf } from '../intake/register.service';
import { ComplaintRoutes } from '../routing/routes.service';
import { sameProblem, titleOf } from '../rules';

interface Step {
  readonly actor: Actor;
  readonly id: string;
  readonly version: number;
}

type Change = (complaint: Complaint, c: CaseRecord) => Promise<Partial<Complaint>>;
type Given = { readonly change: Change } & Pick<ActOptions, 'reason' | 'details' | 'extendDays' | 'clockPeriods' | 'publicText'>;

/** What the bureau does with a complaint: one step of its machine each. */
@Injectable()
export class Handling {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly engine: CaseEngine,
    private readonly periods: ComplaintPeriods,
    private readonly routes: ComplaintRoutes,
    private readonly directory: Directory,
    private readonly notifier: Notifier,
    private readonly outbox: Outbox,
  ) {}

  async accept(step: Step, { unit }: AcceptComplaintDto): Promise<void> {
    const change: Change = async (complaint, c) => {
      const route = await this.routes.for(complaint);
      const own = route?.kind === 'own' ? route : undefined;
      await this.tellEnforcers(c, unit ?? own?.unit ?? null);
      await this.outbox.publish(complaintAccepted, { complaintId: c.id, number: complaint.number ?? c.id, enterpriseId: complaint.enterpriseId, subject: complaint.subject, regionCode: c.regionCode });
      return { unit: unit ?? own?.unit ?? null, routeId: own?.id ?? null, acceptedAt: this.clock.now(), acceptanceDue: c.dueOn };
    };
    await this.act(step, 'accept', { change, clockPeriods: { handling: await this.periods.handling() } });
  }

  refuse(step: Step, reason: string): Promise<void> {
    return this.act(step, 'refuse', { reason, change: async (_, c) => ({ refusedReason: reason, acceptanceDue: c.dueOn, acceptedAt: this.clock.now() }) });
  }

  refer(step: Step, { to, reason }: ReferComplaintDto): Promise<void> {
    return this.act(step, 'refer', { reason, details: { to }, change: async (_, c) => ({ referredTo: to, refusedReason: reason, acceptanceDue: c.dueOn, acceptedAt: this.clock.now() }) });
  }

  /** Into another open complaint of the same problem; who was merged into this one follows. Its answer reaches all of them. */
  merge(step: Step, parentId: string): Promise<void> {
    return this.db.transaction(async () => {
      // the two cases are locked in one order, whichever is merged into which
      for (const id of [step.id, parentId].sort()) await this.db.lock(CaseRecord, { id, kind: 'complaint' });
      complaintPolicy.require(step.actor, 'complaint.judge', await this.db.repo(CaseRecord).findOneBy({ id: step.id, kind: 'complaint' }));
      const parent = await this.db.repo(CaseRecord).findOneBy({ id: parentId, kind: 'complaint' });
      if (!parent || parentId === step.id || !coversRegion(step.actor, parent.regionCode) || !['received', 'handling', 'answered'].includes(parent.state)) throw parentUnfit();
      const [own, into] = [await this.db.repo(Complaint).findOneByOrFail({ id: step.id }), await this.db.repo(Complaint).findOneByOrFail({ id: parentId })];
      if (!sameProblem(own, into, await this.periods.number('alike-metres'))) throw parentOther();
      await this.act(step, 'merge', {
        details: { parentId },
        change: async complaint => {
          await this.db.repo(Complaint).update({ parentId: complaint.id }, { parentId });
          return { parentId };
        },
      });
      await this.engine.note(parentId, { actor: step.actor, authorise: () => undefined, text: { zh: '并入一件反映同一问题的举报', en: 'Another report of the same problem was merged into this one' }, action: 'complaint.merged-in', details: { childId: step.id }, visibility: 'bureau' });
    });
  }

  /** Once, by the supervisor; the reporter reads why. */
  async extend(step: Step, { days, reason }: ExtendComplaintDto): Promise<void> {
    const most = await this.periods.number('extension');
    if (days > most) throw extensionTooLong(most);
    await this.act(step, 'extend', {
      reason, extendDays: days, publicText: { zh: `办理期限延长 ${days} 日：${reason}`, en: `Period extended by ${days} days: ${reason}` },
      change: async complaint => {
        if (await this.db.repo(CaseEvent).existsBy({ caseId: complaint.id, action: 'extend' })) throw extendedAlready();
        return {};
      },
    });
  }

  answer(step: Step, { outcome, answer, note }: AnswerComplaintDto): Promise<void> {
    const change: Change = async (complaint, c) => {
      await this.outbox.publish(complaintAnswered, { complaintId: c.id, enterpriseId: complaint.enterpriseId, outcome, regionCode: c.regionCode });
      // a second answer is rated anew, by all of them
      const unrated = { satisfaction: null, ratingWords: null, ratedAt: null };
      await this.db.repo(Complaint).update({ parentId: c.id }, unrated);
      return { outcome, answer, handlingNote: note || null, answeredAt: this.clock.now(), answeredByName: step.actor.name, handlingDue: c.dueOn, ...unrated };
    };
    return this.act(step, 'answer', { change, details: { outcome } });
  }

  /** 回访: what the reporter said, or that nobody could be reached. */
  close(step: Step, { reached, words, satisfaction }: CloseComplaintDto): Promise<void> {
    const change: Change = async (complaint, c) => {
      const at = this.clock.now();
      await this.outbox.publish(complaintClosed, { complaintId: c.id, enterpriseId: complaint.enterpriseId, outcome: complaint.outcome ?? 'unfounded', regionCode: c.regionCode });
      const rated = reached && satisfaction && complaint.satisfaction === null ? { satisfaction, ratedAt: at } : {};
      return { callBack: { reached, words, byName: step.actor.name, at: at.toISOString() }, ...rated };
    };
    return this.act(step, 'close', { change, details: { reached } });
  }

  async reopen(step: Step, reason: string): Promise<void> {
    await this.act(step, 'reopen', { reason, clockPeriods: { handling: await this.periods.handling() }, change: async complaint => ({ reopened: complaint.reopened + 1 }) });
  }

  /** Puts subject, place and enterprise right; the reporter's own words stay. While it is handled it goes to the unit its new subject and place belong to. */
  classify({ actor, id }: Omit<Step, 'version'>, input: ClassifyComplaintDto): Promise<void> {
    return this.db.transaction(async () => {
      const c = await this.db.lock(CaseRecord, { id, kind: 'complaint' });
      const complaint = await this.db.lock(Complaint, { id });
      complaintPolicy.require(actor, 'complaint.read', complaint);
      if (!c || !complaint) throw notFound();
      if ((input.lng == null) !== (input.lat == null)) throw pointIncomplete();
      const enterprise = await this.enterprise(actor, input.enterpriseId ?? null);
      const { subject, place } = input;
      const change = { subject, place, lng: input.lng?.toFixed(6) ?? null, lat: input.lat?.toFixed(6) ?? null, enterpriseId: enterprise?.id ?? null, enterpriseName: enterprise?.name ?? null };
      const routed = c.state === 'handling' ? await this.routedAnew({ ...complaint, ...change }) : {};
      await this.db.repo(Complaint).update({ id }, { ...change, ...routed, search: searchOf({ ...complaint, ...change }) });
      if (routed.unit) await this.tellEnforcers(c, routed.unit, `rerouted-${this.clock.now().toISOString()}`);
      await this.engine.note(id, {
        actor, authorise: () => undefined, text: { zh: '核对类型、地点和被举报单位', en: 'Subject, place and enterprise put right' }, action: 'complaint.classify', title: titleOf(subject, place), visibility: 'bureau',
        details: { subject, enterpriseId: change.enterpriseId, before: { subject: complaint.subject, enterpriseId: complaint.enterpriseId, unit: complaint.unit }, ...routed },
      });
    });
  }

  /** Another row of the table: its unit, where the row is the bureau's own. What belongs to another authority is told to the window by the suggestion on the page. */
  private async routedAnew(complaint: Complaint): Promise<Partial<Pick<Complaint, 'unit' | 'routeId'>>> {
    const route = await this.routes.for(complaint);
    return route?.kind === 'own' && route.id !== complaint.routeId ? { unit: route.unit, routeId: route.id } : {};
  }

  private async act({ actor, id, version }: Step, action: keyof typeof complaintMachine.actions, { change, ...options }: Given): Promise<void> {
    const effects: Effects = async c => {
      const complaint = await this.db.lock(Complaint, { id });
      if (!complaint) throw notFound();
      const changed = await change(complaint, c);
      if (Object.keys(changed).length > 0) await this.db.repo(Complaint).update({ id }, changed as object);
    };
    const policyAction = complaintMachine.actions[action].action as ComplaintAction;
    await this.engine.act(complaintMachine, id, action, { ...options, actor, expectedVersion: version, effects, authorise: c => complaintPolicy.require(actor, policyAction, c) });
  }

  private async enterprise(actor: Actor, id: string | null): Promise<{ id: string; name: string } | null> {
    if (id === null) return null;
    const found = await this.directory.organisation(id);
    if (found?.kind !== 'enterprise' || !coversRegion(actor, found.regionCode)) throw enterpriseUnfit();
    return found;
  }

  private tellEnforcers(c: CaseRecord, unit: string | null, key = 'accepted'): Promise<void> {
    return this.notifier.notify({
      to: { role: 'bureau.enforcer', regionCode: c.regionCode }, topic: 'complaint', subject: { type: 'complaint', id: c.id }, link: `/b/:orgId/complaints/${c.id}`, key: `complaint:${c.id}:${key}`,
      title: { zh: `已受理，待办理：${c.title}`, en: `Accepted, to be handled: ${c.title}` },
      body: { zh: `${c.number ?? ''}${unit ? `，交${unit}办理` : ''}，受理日期 ${shanghaiDate(this.clock.now())}。`, en: `${c.number ?? ''}, accepted on ${shanghaiDate(this.clock.now())}${unit ? `, for ${unit}` : ''}.` },
    });
  }
}

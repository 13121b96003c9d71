import { Injectable } from '@nestjs/common';
import { CaseEngine, CaseRecord } from '@huanbao/casework';
import { Directory } from '@huanbao/identity';
import { Actor, Clock, coversRegion, Db, notFound, Outbox } from '@huanbao/platform';
import { enterpriseUnfit, parentOther, parentUnfit, pointIncomplete } from '../complaints.errors';
import { complaintAccepted, complaintAnswered, complaintAnsweredAnew } from '../complaints.events';
import { complaintPolicy } from '../complaints.policy';
import type { AcceptComplaintDto, AnswerComplaintDto, ClassifyComplaintDto, ReferComplaintDto, TellRefusalDto } from '../dto';
import { Complaint } from '../entities';
import { searchOf } from '../intake/register.service';
import type { AppliedPeriod } from '../period-rules';
import { ComplaintPeriods } from '../periods';
import { ComplaintRounds } from '../rounds/rounds.service';
import { ComplaintRoutes } from '../routing/routes.service';
import { sameProblem, titleOf } from '../rules';
import { ComplaintMessages } from './messages';
import { Change, ComplaintSteps, Step } from './steps';

/** What the bureau does with a complaint until it is answered: one step of its machine each. */
@Injectable()
export class Handling {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly engine: CaseEngine,
    private readonly steps: ComplaintSteps,
    private readonly rounds: ComplaintRounds,
    private readonly periods: ComplaintPeriods,
    private readonly routes: ComplaintRoutes,
    private readonly directory: Directory,
    private readonly messages: ComplaintMessages,
    private readonly outbox: Outbox,
  ) {}

  accept(step: Step, given: AcceptComplaintDto): Promise<void> {
    const change: Change = async (complaint, c, commencement) => {
      const route = await this.routes.for(complaint);
      const own = route?.kind === 'own' ? route : undefined;
      const unit = given.unit ?? own?.unit ?? null;
      await this.messages.enforcers(c, unit);
      await this.outbox.publish(complaintAccepted, { complaintId: c.id, number: complaint.number ?? c.id, enterpriseId: complaint.enterpriseId, subject: complaint.subject, regionCode: c.regionCode });
      const round = await this.rounds.open(complaint, { because: 'accepted', reason: null, actor: step.actor, unit, commencement: commencement as AppliedPeriod });
      return { unit, routeId: own?.id ?? null, acceptedAt: this.clock.now(), acceptanceDue: c.dueOn, round };
    };
    return this.steps.act(step, 'accept', { change, starts: 'commencement' });
  }

  /** 启动: the work has begun. The period of handling counts from the acceptance. */
  begin(step: Step): Promise<void> {
    const change: Change = async (complaint, c, handling) => {
      const begun = { begunAt: this.clock.now(), begunBy: step.actor.userId, begunByName: step.actor.name, commencementDue: c.dueOn };
      await this.rounds.write(complaint, begun, ['handling', handling as AppliedPeriod]);
      return {};
    };
    return this.steps.act(step, 'begin', { change, starts: 'handling' });
  }

  /** Who left no phone reads the reasons under number and code: that is the telling. Who left one is told, within the period. */
  refuse(step: Step, reason: string): Promise<void> {
    return this.db.transaction(async () => {
      await this.steps.act(step, 'refuse', { reason, starts: 'refusal', change: async (_, c) => ({ refusedReason: reason, acceptanceDue: c.dueOn, acceptedAt: this.clock.now() }) });
      // asked of the report itself: a second click changes nothing, and knows all the same
      if ((await this.db.repo(Complaint).findOneByOrFail({ id: step.id })).hasPhone) return;
      const { state } = await this.db.repo(CaseRecord).findOneByOrFail({ id: step.id });
      // a second click finds it told already
      if (state === 'untold') await this.tellRefusal({ actor: step.actor, id: step.id }, { way: 'web', words: '举报人没有留下电话，凭编号和查询码查看理由。' });
    });
  }

  tellRefusal(step: Step, { way, words }: TellRefusalDto): Promise<void> {
    return this.steps.act(step, 'tell', { details: { way }, change: async () => ({ refusalTold: { way, words, byName: step.actor.name, at: this.clock.now().toISOString() } }) });
  }

  refer(step: Step, { to, reason }: ReferComplaintDto): Promise<void> {
    return this.steps.act(step, 'refer', { reason, details: { to }, change: async (_, c) => ({ referredTo: to, refusedReason: reason, acceptanceDue: c.dueOn, acceptedAt: this.clock.now() }) });
  }

  /** Into another open complaint of the same problem; who was merged into this one follows. Its answer reaches all of them. */
  merge(step: Step, parentId: string): Promise<void> {
    return this.db.transaction(async () => {
      // the two cases are locked in one order, whichever is merged into which
      for (const id of [step.id, parentId].sort()) await this.db.lock(CaseRecord, { id, kind: 'complaint' });
      complaintPolicy.require(step.actor, 'complaint.judge', await this.db.repo(CaseRecord).findOneBy({ id: step.id, kind: 'complaint' }));
      const parent = await this.db.repo(CaseRecord).findOneBy({ id: parentId, kind: 'complaint' });
      if (!parent || parentId === step.id || !coversRegion(step.actor, parent.regionCode) || !['received', 'accepted', 'handling', 'answered'].includes(parent.state)) throw parentUnfit();
      const [own, into] = [await this.db.repo(Complaint).findOneByOrFail({ id: step.id }), await this.db.repo(Complaint).findOneByOrFail({ id: parentId })];
      if (!sameProblem(own, into, await this.periods.number('alike-metres'))) throw parentOther();
      await this.steps.act(step, 'merge', {
        details: { parentId },
        // what it was told of its own former answer is not what it will be told of this one
        change: async complaint => {
          const into = { parentId, callBack: null, satisfaction: null, ratingWords: null, ratedAt: null };
          await this.db.repo(Complaint).update({ parentId: complaint.id }, into);
          return into;
        },
      });
      await this.engine.note(parentId, { actor: step.actor, authorise: () => undefined, text: { zh: '并入一件反映同一问题的举报', en: 'Another report of the same problem was merged into this one' }, action: 'complaint.merged-in', details: { childId: step.id }, visibility: 'bureau' });
    });
  }

  /** The answer of this round. The complaint shows the newest; the round keeps its own for good. */
  answer(step: Step, { outcome, answer, note }: AnswerComplaintDto): Promise<void> {
    const change: Change = async (complaint, c) => {
      await this.outbox.publish(complaintAnswered, { complaintId: c.id, enterpriseId: complaint.enterpriseId, outcome, regionCode: c.regionCode, on: this.clock.today() });
      // a second answer is told and rated anew, to and by all of them
      const untold = { satisfaction: null, ratingWords: null, ratedAt: null, callBack: null };
      await this.db.repo(Complaint).update({ parentId: c.id }, untold);
      const given = { outcome, answer, handlingNote: note || null, answeredAt: this.clock.now(), answeredByName: step.actor.name, handlingDue: c.dueOn };
      const round = await this.rounds.write(complaint, { ...given, answeredBy: step.actor.userId });
      await this.revise(complaint, c, { roundId: round.id, outcome });
      return { ...given, ...untold };
    };
    return this.steps.act(step, 'answer', { change, details: { outcome } });
  }

  /** What an earlier answer led to rests on it no longer. */
  private async revise({ number, enterpriseId, round }: Complaint, c: CaseRecord, { roundId, outcome }: { readonly roundId: string; readonly outcome: string }): Promise<void> {
    const earlier = (await this.rounds.of(c.id)).filter(one => one.round < round);
    if (earlier.length > 0) await this.outbox.publish(complaintAnsweredAnew, { complaintId: c.id, number: number ?? '', roundId, earlier: earlier.map(one => one.id), enterpriseId, outcome, before: earlier.at(-1)?.outcome ?? null, regionCode: c.regionCode, on: this.clock.today() });
  }

  /** Puts subject, place and enterprise right; the reporter's own words stay. While it is handled it goes to the unit its new subject and place belong to. */
  classify({ actor, id }: Step, input: ClassifyComplaintDto): Promise<void> {
    return this.db.transaction(async () => {
      const c = await this.db.lock(CaseRecord, { id, kind: 'complaint' });
      const complaint = await this.db.lock(Complaint, { id });
      complaintPolicy.require(actor, 'complaint.classify', complaint);
      if (!c || !complaint) throw notFound();
      if ((input.lng == null) !== (input.lat == null)) throw pointIncomplete();
      const enterprise = await this.enterprise(actor, input.enterpriseId ?? null);
      const { subject, place } = input;
      const change = { subject, place, lng: input.lng?.toFixed(6) ?? null, lat: input.lat?.toFixed(6) ?? null, enterpriseId: enterprise?.id ?? null, enterpriseName: enterprise?.name ?? null };
      const routed = ['accepted', 'handling'].includes(c.state) ? await this.routedAnew({ ...complaint, ...change }) : {};
      await this.db.repo(Complaint).update({ id }, { ...change, ...routed, search: searchOf({ ...complaint, ...change }) });
      if (routed.unit) await this.messages.enforcers(c, routed.unit, `rerouted-${this.clock.now().toISOString()}`);
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

  private async enterprise(actor: Actor, id: string | null): Promise<{ id: string; name: string } | null> {
    if (id === null) return null;
    const found = await this.directory.organisation(id);
    if (found?.kind !== 'enterprise' || !coversRegion(actor, found.regionCode)) throw enterpriseUnfit();
    return found;
  }
}

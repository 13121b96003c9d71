import { Injectable } from '@nestjs/common';
import type { Paper } from '@huanbao/documents';
import { Notifier } from '@huanbao/notifications';
import { Db, newId, Outbox } from '@huanbao/platform';
import type { DecidePenaltyDto, PenaltyDiscussionDto, ServePaperDto } from '../dto';
import { Penalty, PenaltyDecision, PenaltyDiscussion, PenaltyNotice, type Proposed } from '../entities';
import { PaperShelf } from '../papers/paper-shelf';
import { noPenaltyPaper, penaltyPaper } from '../papers/papers';
import { discussionFirst, groundNeeded, heavierAfterDefence, investigatorDecides, mitigationUnreviewed, notAtThisStage, noticeFirst, reviewFirst } from '../penalties.errors';
import { penaltyDecided, penaltyEffective } from '../penalties.events';
import { PenaltyReference } from '../penalties.reference';
import { creditClassOf } from '../rules/credit';
import { wasReviewed } from '../rules/mitigation';
import { isZero } from '../rules/money';
import { discussionNeeded, heavierIn, reviewNeeded } from '../rules/thresholds';
import { isInvestigator, notByInvestigator, PenaltyActs, type Step } from './acting';
import { weighedOf } from './crediting.service';
import { Investigating } from './investigating.service';
import { Stating } from './stating.service';

/** 法制审核, 集体讨论, 决定 and its service. */
@Injectable()
export class Deciding {
  constructor(
    private readonly db: Db,
    private readonly acts: PenaltyActs,
    private readonly investigating: Investigating,
    private readonly stating: Stating,
    private readonly reference: PenaltyReference,
    private readonly shelf: PaperShelf,
    private readonly notifier: Notifier,
    private readonly outbox: Outbox,
  ) {}

  /** By somebody who did not investigate; whom it is sent back to is `send-back`. */
  async legalPass(step: Step, words: string): Promise<void> {
    await this.acts.act(step, 'legal-pass', {
      details: { words },
      change: async penalty => {
        notByInvestigator(penalty, step.actor);
        return { legalReview: { byUserId: step.actor.userId, byName: step.actor.name, at: this.acts.now.toISOString(), words } };
      },
    });
  }

  discuss({ actor, id }: Pick<Step, 'actor' | 'id'>, { about, heldOn, members, minutes, conclusion }: PenaltyDiscussionDto): Promise<void> {
    this.acts.notAfterToday('/heldOn', heldOn);
    return this.acts.note({ actor, id }, { need: 'penalty.approve', text: { zh: about === 'decision' ? '集体讨论处罚决定' : '集体讨论再次延期', en: about === 'decision' ? 'The decision was discussed' : 'A second extension was discussed' }, action: 'penalty.discuss', details: { about, heldOn, members } }, async (_, state) => {
      if (about === 'decision' ? state !== 'deciding' : !['investigating', 'stating', 'deciding'].includes(state)) throw notAtThisStage();
      await this.db.repo(PenaltyDiscussion).insert({ id: newId(), penaltyId: id, about, heldOn, members: [...members], minutes, conclusion, recordedByName: actor.name, recordedAt: this.acts.now });
    });
  }

  discussions(penaltyId: string): Promise<PenaltyDiscussion[]> {
    return this.db.repo(PenaltyDiscussion).find({ where: { penaltyId }, order: { recordedAt: 'ASC', id: 'ASC' } });
  }

  /** 决定: never by who investigated or reviewed, never without a notice that was heard, never heavier than it. */
  async decide(step: Step, input: DecidePenaltyDto): Promise<void> {
    await this.acts.act(step, 'decide', {
      details: { kind: input.kind, measures: input.measures, fineYuan: input.fineYuan },
      clockPeriods: { service: await this.reference.period('service') },
      change: async penalty => {
        if (isInvestigator(penalty, step.actor.userId) || penalty.legalReview?.byUserId === step.actor.userId || penalty.examined?.byUserId === step.actor.userId) throw investigatorDecides();
        const decided = await this.weighed(penalty, input);
        await this.keep(step, penalty, { decided, input });
        await this.investigating.noteMitigation(step, decided, { zh: '决定减轻处罚', en: 'The fine was mitigated' });
        return { dailyYuan: await this.investigating.dailyYuan(penalty) };
      },
    });
  }

  /** 送达: the decision takes effect; the days for the payment begin, the party reads it. */
  async serve(step: Step, input: ServePaperDto): Promise<void> {
    const found = await this.acts.decision(step.id);
    const isMoney = found !== null && !(isZero(found.fineYuan) && isZero(found.confiscateYuan));
    const period = await this.reference.period('payment');
    const on = input.method === 'announcement' ? await this.reference.end('announcement', input.servedOn) : input.servedOn;
    await this.acts.act(step, isMoney ? 'serve' : 'serve-plain', {
      details: { method: input.method, servedOn: input.servedOn }, clockPeriods: { payment: period }, clockSince: { payment: on },
      check: async penalty => {
        const decision = await this.acts.decision(penalty.id);
        await this.stating.served(step.actor, penalty.id, { input, issuedOn: decision?.decidedOn ?? this.acts.today });
      },
      change: async penalty => {
        const decision = (await this.acts.decision(penalty.id)) as PenaltyDecision;
        const served = await this.stating.served(step.actor, penalty.id, { input, issuedOn: decision.decidedOn });
        const paymentDueOn = isMoney ? await this.reference.end('payment', served.on) : null;
        await this.db.repo(PenaltyDecision).update({ id: decision.id }, { served, servedOn: served.on, publishes: await this.publishes(penalty, decision, served.on), paymentDueOn, plan: paymentDueOn === null ? [] : [{ dueOn: paymentDueOn, yuan: decision.fineYuan }] });
        await this.outbox.publish(penaltyEffective, factsOf(penalty, decision));
        await this.tellParty(penalty, decision, paymentDueOn);
        return { toldAt: penalty.toldAt ?? this.acts.now };
      },
    });
  }

  private async publishes(penalty: Penalty, decision: PenaltyDecision, servedOn: string): Promise<boolean> {
    const { severity } = creditClassOf(weighedOf(penalty, decision), await this.reference.creditScale(servedOn));
    return (await this.reference.number(`publicity:${severity}`, servedOn)) > 0;
  }

  /** What the decider chose, under the same law and scale as the proposal, with every bar of the procedure. */
  private async weighed(penalty: Penalty, input: DecidePenaltyDto): Promise<Proposed> {
    const proposed = penalty.proposed as Proposed;
    const notice = await this.acts.notice(penalty.id);
    if (input.kind === 'penalty' && !notice?.served) throw noticeFirst();
    const scale = proposed.discretion?.input;
    const decided = await this.investigating.proposed(penalty, { ...input, lawFrom: proposed.law.effectiveFrom, lawReason: proposed.lawReason ?? undefined, levels: scale?.levels, adjustments: scale && [...scale.adjustments], correction: input.correction ?? proposed.correction ?? undefined });
    if (decided.kind === 'no-penalty') {
      if (decided.ground === null) throw groundNeeded();
      return decided;
    }
    if (!notice) throw noticeFirst();
    this.stating.assertSpoken(notice);
    const heavier = heavierIn(notice, decided);
    if (heavier.length > 0) throw heavierAfterDefence(heavier);
    const thresholds = await this.reference.thresholds();
    if (reviewNeeded(thresholds, decided, notice.hearing !== null) && penalty.legalReview === null) throw reviewFirst();
    if (!wasReviewed(proposed, decided)) throw mitigationUnreviewed();
    if (discussionNeeded(thresholds, decided) && !(await this.discussions(penalty.id)).some(one => one.about === 'decision' && one.heldOn >= notice.issuedOn)) throw discussionFirst();
    return decided;
  }

  private async keep({ actor }: Step, penalty: Penalty, { decided, input }: { readonly decided: Proposed; readonly input: DecidePenaltyDto }): Promise<void> {
    const { kind, measures, fineYuan, confiscateYuan, ground, law } = decided;
    const decision: PenaltyDecision = Object.assign(new PenaltyDecision(), {
      id: newId(), penaltyId: penalty.id, number: '', kind, measures: [...measures], fineYuan, confiscateYuan, dueFineYuan: fineYuan, ground, reasons: input.reasons, outsideReason: decided.outsideReason, mitigation: decided.mitigation ?? null, law,
      decidedBy: actor.userId, decidedByName: actor.name, decidedOn: this.acts.today, plan: [], publishDue: await this.reference.end('publication', this.acts.today), publishes: true,
    });
    decision.number = await this.shelf.number(kind);
    decision.paper = await this.paper(penalty, decided, { number: decision.number, reasons: input.reasons });
    await this.db.repo(PenaltyDecision).insert(decision as object);
    await this.db.repo(Penalty).update({ id: penalty.id }, { search: `${penalty.search} ${decision.number}` });
    await this.outbox.publish(penaltyDecided, factsOf(penalty, decision));
  }

  private async paper(penalty: Penalty, decided: Proposed, { number, reasons }: { number: string; reasons: string }): Promise<Paper> {
    const head = { number, issuer: this.shelf.issuer, issuedOn: this.acts.today, reasons, correction: decided.correction, remedies: this.shelf.remedies };
    if (decided.ground !== null) return noPenaltyPaper(penalty, { ...head, ground: decided.ground });
    const notice = await this.acts.notice(penalty.id);
    const evidence = (await this.investigating.evidence(penalty.id)).filter(one => one.withdrawnAt === null);
    const { measures, fineYuan, confiscateYuan, law } = decided;
    return penaltyPaper(penalty, { ...head, measures, fineYuan, confiscateYuan, law, mitigation: decided.mitigation ?? null, evidence, statement: notice && statementOf(notice), paymentDays: (await this.reference.period('payment')).days, ratePercent: await this.reference.text('late:rate') });
  }

  private async tellParty(penalty: Penalty, { id, number }: PenaltyDecision, due: string | null): Promise<void> {
    if (penalty.partyOrgId === null) return;
    const area = penalty.partyKind === 'firm' ? 'f' : 'e';
    await this.notifier.notify({
      to: { orgId: penalty.partyOrgId }, topic: 'penalty', subject: { type: 'penalty', id: penalty.id }, link: `/${area}/:orgId/penalties/${penalty.id}`, key: `penalty:${id}:served`,
      title: { zh: `处罚决定书已送达：${number}`, en: `A decision was served: ${number}` }, body: { zh: due ? `请在 ${due} 前缴清款项，可以在本页上传缴款凭证。` : '请阅读决定书。', en: due ? `Pay by ${due}; the voucher can be uploaded on this page.` : 'Please read the decision.' },
    });
  }
}

/** What other rooms learn of a decision. */
export const factsOf = (penalty: Penalty, { kind, measures, fineYuan }: PenaltyDecision): { penaltyId: string; partyOrgId: string | null; kind: string; measures: readonly string[]; fineYuan: string } => ({
  penaltyId: penalty.id, partyOrgId: penalty.partyOrgId, kind, measures, fineYuan,
});

const statementOf = (notice: PenaltyNotice): { was: 'none' | 'waived' | 'made'; points: PenaltyNotice['points']; isHeard: boolean } => ({
  was: notice.statement !== null ? 'made' : notice.waivedAt ? 'waived' : 'none', points: notice.points, isHeard: notice.hearing?.record != null,
});

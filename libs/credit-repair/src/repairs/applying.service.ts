import { Injectable } from '@nestjs/common';
import { type ActOptions, CaseEngine, CaseRecord, CorrectionRound } from '@huanbao/casework';
import { CreditEvents } from '@huanbao/credit';
import { Files } from '@huanbao/documents';
import { Directory } from '@huanbao/identity';
import { Actor, Clock, Db, notFound, violatedConstraint } from '@huanbao/platform';
import { aboutEvent, eventWords, searchOf, type Step } from '../about-event';
import { CreditRepair } from '../credit-repair.entity';
import { commitmentNeeded, correctedOnce, eventLapsed, notRepairable, pointerUnknown, proofsMissing, repairOpen, statementNeeded } from '../credit-repair.errors';
import { RepairMessages } from '../credit-repair.messages';
import { MATTER, repairPolicy } from '../credit-repair.policy';
import { type Proof, RepairBook } from '../credit-repair.reference';
import type { CorrectRepairDto, SubmitRepairDto } from '../dto/repair.dto';
import { repairMachine } from './repair.machine';
import { RepairOptions } from './repair-options';

type Snapshot = { statement: string; proofs: Record<string, string[]> };

/** The subject's side of a repair: begun for one event, handed in with commitment and proofs, completed once, withdrawn. */
@Injectable()
export class RepairApplying {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly engine: CaseEngine,
    private readonly events: CreditEvents,
    private readonly options: RepairOptions,
    private readonly book: RepairBook,
    private readonly files: Files,
    private readonly directory: Directory,
    private readonly messages: RepairMessages,
  ) {}

  /** @throws 404 for an event of somebody else, 422 with the day for one that cannot be repaired yet, 409 when one is on its way */
  async open(actor: Actor, eventId: string): Promise<string> {
    try {
      return await this.db.transaction(async () => {
        const event = await this.events.locked(eventId);
        const organisation = event && (await this.directory.organisation(event.subjectId));
        if (!event || !organisation) throw notFound();
        repairPolicy.require(actor, 'credit-repair.prepare', { partyOrgId: organisation.id, matter: MATTER, siteId: null, regionCode: organisation.regionCode, submittedAt: null });
        const answer = await this.options.answer(event, null);
        if (!answer.can) throw notRepairable(answer);
        const c = await this.engine.open(repairMachine, { party: { orgId: organisation.id, name: organisation.name }, regionCode: organisation.regionCode, title: `信用修复：${eventWords({ eventTitle: event.title, documentNo: event.documentNo })}`.slice(0, 200), actor });
        await this.db.repo(CreditRepair).insert({ ...aboutEvent(c, organisation, event), eligibleFrom: answer.from ?? event.periodFrom, verdict: null, siteCheckedOn: null, falsehood: null, foundFalse: false });
        return c.id;
      });
    } catch (error) {
      if (violatedConstraint(error) === 'credit_repair_one_open') throw repairOpen();
      throw error;
    }
  }

  submit(step: Step, input: SubmitRepairDto): Promise<CaseRecord> {
    return this.handIn(step, 'submit', input);
  }

  resubmit(step: Step, input: SubmitRepairDto): Promise<CaseRecord> {
    return this.handIn(step, 'resubmit', input);
  }

  withdraw({ actor, id, version }: Step): Promise<CaseRecord> {
    return this.engine.act(repairMachine, id, 'withdraw', {
      actor, expectedVersion: version, authorise: c => repairPolicy.require(actor, 'credit-repair.submit', c),
      effects: async () => { await this.db.repo(CreditRepair).update({ id }, { open: false }); },
    });
  }

  /** Everything that is missing, told once. */
  async requestCorrection({ actor, id, version }: Step, { items }: CorrectRepairDto): Promise<CaseRecord> {
    const repair = await this.db.repo(CreditRepair).findOneBy({ id });
    if (!repair) throw notFound();
    const proofs = await this.book.proofs(repair.severity);
    const places = new Map([['/statement', '整改和履行情况'], ...proofs.map(({ key, title }) => [`/proofs/${key}`, title] as [string, string])]);
    const told = items.map(({ pointer, requirement, reason }, nth) => {
      const label = places.get(pointer);
      if (label === undefined) throw pointerUnknown(nth);
      return { pointer, label, requirement, reason };
    });
    const times = await this.book.number('correction-rounds');
    const { case: c } = await this.engine.requestCorrection(repairMachine, id, 'requestCorrection', {
      actor, expectedVersion: version, items: told, snapshot: await this.snapshot(repair, proofs), clockPeriods: { correction: await this.book.period('correction') },
      authorise: async one => {
        repairPolicy.require(actor, 'credit-repair.accept', one);
        if (one.state === 'submitted' && (await this.db.repo(CorrectionRound).countBy({ caseId: id })) >= times) throw correctedOnce(times);
      },
      effects: async one => {
        await this.messages.toSubject(one, repair, { key: 'correction', title: { zh: '信用修复申请需要补正', en: 'Your application for repair is to be completed' }, body: { zh: `请在期限内补齐 ${told.length} 项材料后重新提交：${told.map(item => item.label).join('、')}。`, en: `Complete ${told.length} item(s) and hand in again.` } });
      },
    });
    return c;
  }

  private async handIn({ actor, id, version }: Step, action: 'submit' | 'resubmit', { statement, commitment, electronicService }: SubmitRepairDto): Promise<CaseRecord> {
    const given: ActOptions = {
      actor, expectedVersion: version, authorise: c => repairPolicy.require(actor, 'credit-repair.submit', c), clockPeriods: { acceptance: await this.book.period('acceptance') },
      effects: async c => {
        const repair = await this.db.repo(CreditRepair).findOneByOrFail({ id });
        await this.assertComplete(repair, { statement, commitment });
        const number = c.number;
        const change = { number, statement, electronicService, committedByName: actor.name, submittedAt: repair.submittedAt ?? this.clock.now() };
        await this.db.repo(CreditRepair).update({ id }, { ...change, search: searchOf({ ...repair, number }) });
        await this.messages.toPost('bureau.intake', c, { key: `${action}-${c.version}`, title: { zh: `信用修复申请待受理：${repair.subjectName}`, en: `Repair to be accepted: ${repair.subjectName}` }, body: { zh: `${number ?? ''} ${eventWords(repair)}`, en: number ?? '' } });
      },
    };
    if (action === 'submit') return this.engine.act(repairMachine, id, 'submit', given);
    const repair = await this.db.repo(CreditRepair).findOneBy({ id });
    if (!repair) throw notFound();
    return (await this.engine.resubmit(repairMachine, id, 'resubmit', { ...given, snapshot: { ...(await this.snapshot(repair, await this.book.proofs(repair.severity))), statement } })).case;
  }

  private async assertComplete(repair: CreditRepair, { statement, commitment }: Pick<SubmitRepairDto, 'statement' | 'commitment'>): Promise<void> {
    const event = await this.events.locked(repair.eventId);
    if (event?.status !== 'active') throw eventLapsed();
    const answer = await this.options.answer(event, repair.id);
    if (!answer.can) throw notRepairable(answer);
    if (statement.length < 10) throw statementNeeded();
    if (!commitment) throw commitmentNeeded();
    const proofs = await this.book.proofs(repair.severity);
    const there = (await this.snapshot(repair, proofs)).proofs;
    const missing = proofs.filter(one => one.required && (there[one.key] ?? []).length === 0);
    if (missing.length > 0) throw proofsMissing(missing);
  }

  private async snapshot(repair: CreditRepair, proofs: readonly Proof[]): Promise<Snapshot> {
    const files = await this.files.list('credit-repair', repair.id);
    return { statement: repair.statement, proofs: Object.fromEntries(proofs.map(({ key }) => [key, files.filter(file => file.purpose === `proof-${key}`).map(file => file.id)])) };
  }
}

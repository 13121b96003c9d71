import { Inject, Injectable } from '@nestjs/common';
import { Actor, City, CITY, Clock, Db, newId, notFound, Numbering, Outbox, shanghaiDate } from '@huanbao/platform';
import { CaseRecord } from '../case.entity';
import { noticeIssued } from '../casework.events';
import { casePolicy } from '../casework.policy';
import { ClockKeeper } from '../clock/clock-keeper';
import { lengthInWords } from '../clock/ledger';
import type { ActOptions, MoveExtras, Transition } from '../engine/acting';
import { CaseHooks } from '../engine/case-hooks';
import { Timeline } from '../engine/timeline';
import { isOutsider } from '../adverse/outside-face';
import { type ActionDefinition, type Machine, machineOf } from '../machine/machine';
import { isHidden } from '../machine/transitions';
import { CaseDecision, CaseNotice, type RecordedService } from '../outcome.entity';
import { CalendarService } from '../reference/calendar.service';
import { remedyDeadline, remedySentence } from '../reference/remedies';
import { Decisions } from './decisions';
import { buildNotice, NoticeFacts, noticeForm, noticeNumber } from './notice.content';

interface IssueContext {
  readonly options: Pick<ActOptions, 'actor' | 'reason' | 'decision' | 'noticeParagraphs' | 'advice' | 'issuer'>;
  readonly extras: MoveExtras;
  readonly decision?: CaseDecision;
  readonly t: Transition;
}

export interface PaperInput {
  readonly kind: 'hearing';
  /** The city's bureau when left out. */
  readonly issuer?: string | undefined;
  readonly article: string;
  readonly paragraphs: readonly string[];
  /** Whom it is for; the party of the case when left out. */
  readonly recipient?: string;
}

export interface ServiceInput {
  readonly actor: Actor;
  /** How it was served, e.g. 直接送达, 电子送达, 邮寄送达. */
  readonly method: string;
  readonly receivedBy: string;
  /** Civil day it reached the party. */
  readonly servedOn: string;
  /** Recorded by an officer, with proof. */
  readonly recorded?: RecordedService | undefined;
}

/** Issues printed papers with gap-free numbers, and records their service. The PDF is drawn by a job. */
@Injectable()
export class Notices {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly numbering: Numbering,
    private readonly outbox: Outbox,
    private readonly clocks: ClockKeeper,
    private readonly calendars: CalendarService,
    private readonly timeline: Timeline,
    private readonly decisions: Decisions,
    private readonly hooks: CaseHooks,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** Only inside the transaction of the move that causes it. */
  async issue(machine: Machine, c: CaseRecord, row: ActionDefinition, context: IssueContext): Promise<CaseNotice> {
    const kind = row.notice ?? 'acceptance';
    const form = noticeForm(kind, row.decision);
    const number = await this.draw(form, machine.papers?.mark);
    const facts = await this.facts(machine, c, row, context);
    return this.insert(c, { kind, number, facts: { ...facts, kind, number, outcome: row.decision } });
  }

  /**
   * The paper that takes back what an ended case gave: a number of its own, the ways to contest it, hidden from the party until it is served.
   * Only inside the transaction of the decision.
   */
  async issueWithdrawal(machine: Machine, c: CaseRecord, { article, paragraphs }: { readonly article: string; readonly paragraphs: readonly string[] }): Promise<CaseNotice> {
    const number = await this.draw('withdrawal', machine.papers?.mark);
    const facts: NoticeFacts = {
      kind: 'withdrawal', number, issuer: this.city.bureau.name, issuedOn: this.clock.today(), recipient: c.partyName, matter: machine.title.zh, caseNumber: c.number ?? '', caseTitle: c.title, submittedOn: shanghaiDate(c.submittedAt ?? c.openedAt),
      article, remedies: await this.remedies(undefined), words: machine.papers, more: paragraphs,
    };
    return this.insert(c, { kind: 'withdrawal', number, facts, withheld: true });
  }

  /**
   * 事先告知书 about what an ended case gave: the party may speak from its service on. The capability hears of the service by
   * `CaseHooks.onIntentServed`. Only inside the transaction of the proposal.
   */
  async issueIntent(machine: Machine, c: CaseRecord, { article, measure, reasons, days }: { readonly article: string; readonly measure: string; readonly reasons: string; readonly days: number }): Promise<CaseNotice> {
    const number = await this.draw('intent', machine.papers?.mark);
    const facts: NoticeFacts = {
      kind: 'intent', number, issuer: this.city.bureau.name, issuedOn: this.clock.today(), recipient: c.partyName, matter: machine.title.zh, caseNumber: c.number ?? '', caseTitle: c.title, submittedOn: shanghaiDate(c.submittedAt ?? c.openedAt),
      article, intent: { measure, reasons, period: lengthInWords(days, 'workday'), hearingPeriod: null }, words: machine.papers,
    };
    return this.insert(c, { kind: 'intent', number, facts });
  }

  /** A paper that a hearing calls for, for its party or somebody it concerns. Only inside the transaction that sets the hearing. */
  async issuePaper(machine: Machine, c: CaseRecord, { kind, issuer, article, paragraphs, recipient }: PaperInput): Promise<CaseNotice> {
    const number = await this.draw(kind, machine.papers?.mark);
    const facts: NoticeFacts = {
      kind, number, issuer: issuer ?? this.city.bureau.name, issuedOn: this.clock.today(), recipient: recipient ?? c.partyName, matter: machine.title.zh, caseNumber: c.number ?? '', caseTitle: c.title, submittedOn: shanghaiDate(c.submittedAt ?? c.openedAt),
      article, more: paragraphs,
    };
    return this.insert(c, { kind, number, facts, withheld: false });
  }

  /** Draws the 送达回证 of papers that reached the party together; the periods to contest a decision begin on that day. Only inside the transaction of the service. */
  async recordService(c: CaseRecord, notices: readonly CaseNotice[], input: ServiceInput): Promise<void> {
    if (notices.length === 0) return;
    for (const notice of notices) {
      notice.servedAt = this.clock.now();
      notice.servedBy = input.actor.name;
      notice.service = input.recorded ?? null;
      await this.db.repo(CaseNotice).update({ id: notice.id }, { servedAt: notice.servedAt, servedBy: notice.servedBy, service: notice.service });
    }
    if (notices.some(notice => notice.kind === 'decision')) await this.startRemedies(c.id, input.servedOn);
    await this.proofOfService(c, notices, input);
    const text = { zh: `送达${notices.map(({ content, number }) => `${content.title}（${number}）`).join('、')}`, en: `Served ${notices.map(one => one.number).join(', ')}` };
    const details = { noticeId: notices[0]?.id, noticeIds: notices.map(one => one.id), method: input.method, servedOn: input.servedOn, ...(input.recorded ? { proofFileId: input.recorded.proofFileId, consentFileId: input.recorded.consentFileId } : {}) };
    await this.timeline.write(c, { kind: 'notice-served', actor: input.actor, text, auditAction: 'case.serve-notice', versionBefore: c.version, details });
    for (const notice of notices) if (notice.kind === 'decision') await this.hooks.runDecisionServed(c, { notice, actor: input.actor, servedOn: input.servedOn });
  }

  /** A notice the actor may read. @throws 404 */
  async read(noticeId: string, actor: Actor): Promise<CaseNotice> {
    const notice = await this.db.repo(CaseNotice).findOneBy({ id: noticeId });
    const c = notice && (await this.db.repo(CaseRecord).findOneBy({ id: notice.caseId }));
    casePolicy.require(actor, 'case.read', c);
    if (!notice || !c || (notice.withheld && isOutsider(actor, c))) throw notFound();
    return notice;
  }

  private get prefix(): string {
    return this.city.noticePrefix ?? `${this.city.shortName}环许`;
  }

  private async draw(form: Parameters<typeof noticeNumber>[1], mark: string | undefined): Promise<string> {
    const series = mark === undefined ? `notice-${form}` : `notice-${form}-${mark}`;
    return noticeNumber(mark === undefined ? this.prefix : `${this.prefix.replace(/许$/, '')}${mark}`, form, await this.numbering.next(series));
  }

  private async facts(machine: Machine, c: CaseRecord, row: ActionDefinition, { options, extras, decision, t }: IssueContext): Promise<Omit<NoticeFacts, 'kind' | 'number'>> {
    return {
      issuer: (options.issuer ?? this.city.bureau).name,
      issuedOn: t.today,
      recipient: c.partyName,
      matter: machine.title.zh,
      caseNumber: c.number ?? '',
      caseTitle: c.title,
      submittedOn: shanghaiDate(c.submittedAt ?? c.openedAt),
      article: row.article,
      reasons: decision?.reasons ?? options.reason,
      items: extras.noticeItems?.map(({ label, requirement, reason }) => ({ label, requirement, reason })),
      remedies: row.notice === 'rejection' || row.notice === 'decision' ? await this.remedies(decision) : undefined,
      intent: extras.intent,
      due: row.notice === 'acceptance' ? await this.due(c) : undefined,
      words: machine.papers,
      more: row.notice === 'advice' ? options.advice : options.noticeParagraphs,
    };
  }

  private async remedies(decision: CaseDecision | undefined): Promise<string[]> {
    const bodies = this.city.remedyBodies;
    const named = bodies ? [`行政复议机关：${bodies.reconsideration}；行政诉讼管辖法院：${bodies.court}。`] : [];
    const remedies = decision?.remedies ?? (await this.decisions.remediesNow());
    return [...remedies.map(remedySentence), ...named];
  }

  private async due(c: CaseRecord): Promise<NoticeFacts['due']> {
    const reading = await this.clocks.readActive(c);
    if (!reading?.dueOn) return undefined;
    return { length: lengthInWords(reading.days, reading.dayType), on: reading.dueOn, provisional: reading.provisional };
  }

  private async insert(c: CaseRecord, given: { kind: CaseNotice['kind']; number: string; facts: NoticeFacts; withheld?: boolean }): Promise<CaseNotice> {
    const { kind, number, facts, withheld } = given;
    const notice: CaseNotice = {
      id: newId(),
      caseId: c.id,
      kind,
      number,
      issuedOn: facts.issuedOn,
      issuer: facts.issuer,
      content: buildNotice(facts),
      fileId: null,
      createdAt: this.clock.now(),
      servedAt: null,
      servedBy: null,
      service: null,
      // a decision in a hidden state, a withdrawal, and nothing else
      withheld: withheld ?? isHidden(machineOf(c.kind), c.state),
    };
    await this.db.repo(CaseNotice).insert(notice as object);
    await this.outbox.publish(noticeIssued, { caseId: c.id, noticeId: notice.id });
    return notice;
  }

  /** The periods run from the day of service; the last day moves past holidays. */
  private async startRemedies(caseId: string, servedOn: string): Promise<void> {
    const decision = await this.db.repo(CaseDecision).findOne({ where: { caseId }, order: { decidedAt: 'DESC' } });
    if (!decision) return;
    const isWorkday = await this.calendars.isWorkday();
    const remedies = decision.remedies.map(remedy => ({ ...remedy, until: remedyDeadline(remedy, servedOn, isWorkday) }));
    await this.db.repo(CaseDecision).update({ id: decision.id }, { remedies });
  }

  private async proofOfService(c: CaseRecord, served: readonly CaseNotice[], { method, receivedBy, servedOn }: ServiceInput): Promise<void> {
    const number = noticeNumber(this.prefix, 'service', await this.numbering.next('notice-service'));
    const facts: NoticeFacts = {
      kind: 'service',
      number,
      issuer: served[0]?.issuer ?? '',
      issuedOn: servedOn,
      recipient: c.partyName,
      matter: c.title,
      caseNumber: c.number ?? '',
      caseTitle: c.title,
      submittedOn: shanghaiDate(c.submittedAt ?? c.openedAt),
      article: '',
      service: { papers: served.map(one => `${one.content.title}（${one.number}）`), method, receivedBy },
    };
    await this.insert(c, { kind: 'service', number, facts });
  }
}

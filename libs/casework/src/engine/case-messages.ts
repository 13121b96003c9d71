import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Notifier, Recipients } from '@huanbao/notifications';
import type { CaseRecord } from '../case.entity';
import type { ClockReading } from '../clock/reading';
import { Bilingual, machineOf, pageOf } from '../machine/machine';
import { isUntold } from '../machine/transitions';

interface Message {
  readonly key: string;
  readonly title: Bilingual;
  readonly body: Bilingual;
}

const TOPIC = 'case';

/**
 * Tells people what is the engine's own: deadlines, hand-overs, pauses, answers. What a step of a procedure means is
 * told by its capability. Called inside the transaction of what happened.
 */
@Injectable()
export class CaseMessages {
  constructor(
    private readonly notifier: Notifier,
    private readonly directory: Directory,
  ) {}

  async dueSoon(c: CaseRecord, reading: ClockReading): Promise<void> {
    const unit = unitOf(reading);
    const message = {
      key: `${reading.clock}-${reading.run}-due-${c.warnedAt}`,
      title: { zh: `还剩 ${reading.remaining} ${unit.zh}：${c.title}`, en: `${reading.remaining} ${unit.en} left: ${c.title}` },
      body: { zh: `${c.number ?? ''} 的期限到 ${lastDay(reading).zh} 届满，请及时办理。`, en: `The period of ${c.number ?? ''} ends on ${lastDay(reading).en}.` },
    };
    await this.toHolder(c, message);
  }

  async overdue(c: CaseRecord, reading: ClockReading): Promise<void> {
    const message = {
      key: `${reading.clock}-${reading.run}-overdue`,
      title: { zh: `已超期：${c.title}`, en: `Overdue: ${c.title}` },
      body: { zh: `${c.number ?? ''} 的期限已于 ${lastDay(reading).zh} 届满，尚未办结。`, en: `The period of ${c.number ?? ''} ended on ${lastDay(reading).en} and the case is open.` },
    };
    await this.toHolder(c, message);
    if (!machineOf(c.kind).clocks[reading.clock]?.lapseTold) await this.send(c, { role: 'bureau.supervisor', regionCode: c.regionCode }, message);
  }

  /** 督办: a period is nearly over; the supervisor has to say what is done about it. */
  escalated(c: CaseRecord, reading: ClockReading): Promise<void> {
    const unit = unitOf(reading);
    const title = { zh: `请督办（还剩 ${reading.remaining ?? 0} ${unit.zh}）：${c.title}`, en: `To supervise, ${reading.remaining ?? 0} ${unit.en} left: ${c.title}` };
    const body = { zh: `${c.number ?? ''} 的期限到 ${lastDay(reading).zh} 届满，请在督办列表答复处理意见。`, en: `The period of ${c.number ?? ''} ends on ${lastDay(reading).en}. Answer in the list of supervision.` };
    return this.send(c, { role: 'bureau.supervisor', regionCode: c.regionCode }, { key: `${reading.clock}-${reading.run}-escalated`, title, body });
  }

  /** 督办, and to whoever works on it: the applicant was told a day for the end of the pause, and it is over. */
  async pausedTooLong(c: CaseRecord, reading: ClockReading): Promise<void> {
    const message = {
      key: `${reading.clock}-${reading.run}-paused-to-${reading.expectedOn}`,
      title: { zh: `暂停超过预计日期：${c.title}`, en: `Paused longer than expected: ${c.title}` },
      body: { zh: `${c.number ?? ''} 已告知申请人暂停到 ${reading.expectedOn}，仍未恢复计时。请恢复；还需要时间的，恢复后重新书面告知并暂停。`, en: `The applicant of ${c.number ?? ''} was told that the pause lasts to ${reading.expectedOn}. Resume; if more time is needed, tell it in writing and pause again.` },
    };
    await this.toHolder(c, message);
    await this.send(c, { role: 'bureau.supervisor', regionCode: c.regionCode }, message);
  }

  /** The supervisor's answer, to whoever works on the case. */
  async supervised(c: CaseRecord, answer: { readonly id: string; readonly text: string }): Promise<void> {
    if (c.claimedBy === null) return;
    await this.send(c, { userIds: [c.claimedBy] }, { key: `supervised-${answer.id}`, title: { zh: `督办意见：${c.title}`, en: `Supervision: ${c.title}` }, body: { zh: answer.text, en: answer.text } });
  }

  handedOver(c: CaseRecord, from: string, reason: string): Promise<void> {
    const message = {
      key: `handed-over-${c.version}`,
      title: { zh: `${from}向您移交：${c.title}`, en: `${from} handed over to you: ${c.title}` },
      body: { zh: `原因：${reason}`, en: `Reason: ${reason}` },
    };
    return this.send(c, { userIds: [c.claimedBy ?? ''] }, message);
  }

  /** 行政许可法 第四十五条: the applicant is told in writing; this tells that the paper is there. */
  pausedOrResumed(c: CaseRecord, text: Bilingual): Promise<void> {
    const body = c.dueOn === null ? { zh: '计时已停止，剩余天数不变。', en: 'The clock stands; the days left stay as they are.' } : { zh: `新的届满日为 ${lastDay(c).zh}。`, en: `The new last day is ${lastDay(c).en}.` };
    return this.toParty(c, { key: `clock-${c.version}`, title: { zh: `${text.zh}：${c.title}`, en: `${text.en}: ${c.title}` }, body });
  }

  /** An answer under a correction item, to the other side. */
  answered(c: CaseRecord, answer: { readonly id: string; readonly side: 'applicant' | 'bureau'; readonly label: string; readonly askedBy: string }): Promise<void> {
    const message = {
      key: `answer-${answer.id}`,
      title: { zh: `补正有新回复：${c.title}`, en: `New answer on a correction: ${c.title}` },
      body: { zh: `“${answer.label}”一项有新的回复。`, en: `There is a new answer on "${answer.label}".` },
    };
    return answer.side === 'bureau' ? this.toParty(c, message) : this.send(c, { userIds: [answer.askedBy] }, message);
  }

  /** 陈述申辩, to the officer who proposed the decision. */
  stated(c: CaseRecord, said: { readonly id: string; readonly to: string; readonly waived: boolean }): Promise<void> {
    const title = said.waived ? { zh: `当事人放弃陈述申辩：${c.title}`, en: `The party waived its statement: ${c.title}` } : { zh: `当事人提出陈述申辩：${c.title}`, en: `The party made a statement: ${c.title}` };
    const body = said.waived ? { zh: '可以由第二人审定。', en: 'The second person may decide.' } : { zh: '请先答复，再由第二人审定。', en: 'Answer it; then the second person may decide.' };
    return this.send(c, { userIds: [said.to] }, { key: `stated-${said.id}`, title, body });
  }

  /** The notice was served: until when the party may speak. */
  told(c: CaseRecord, { id, until, hearingUntil }: { readonly id: string; readonly until: string; readonly hearingUntil: string | null }): Promise<void> {
    const body = { zh: `可以陈述申辩到 ${until}${hearingUntil === null ? '' : `，可以要求听证到 ${hearingUntil}`}。`, en: `You may make a statement until ${until}${hearingUntil === null ? '' : ` and ask for a hearing until ${hearingUntil}`}.` };
    return this.toParty(c, { key: `told-${id}`, title: { zh: `事先告知书已送达：${c.title}`, en: `A notice was served on you: ${c.title}` }, body });
  }

  /** What an officer entered for the party, to the party: it can object while that helps. */
  received(c: CaseRecord, { id, what, receivedOn }: { readonly id: string; readonly what: Bilingual; readonly receivedOn: string }): Promise<void> {
    const title = { zh: `已登记你单位的意见（${what.zh}）：${c.title}`, en: `Your word was recorded (${what.en}): ${c.title}` };
    const body = { zh: `${receivedOn} 收到，扫描件在本件页面。与你单位的原意不符的，请立即联系承办人。`, en: `Received on ${receivedOn}; the scan is on the page of the case. Tell the officer in charge at once if it is not what you said.` };
    return this.toParty(c, { key: `received-${id}-${what.en}`, title, body });
  }

  /** 听证, to the officer who proposed and to those who may chair it. */
  async hearingAsked(c: CaseRecord, { id, to }: { readonly id: string; readonly to: string }): Promise<void> {
    const message = { key: `hearing-asked-${id}`, title: { zh: `当事人要求听证：${c.title}`, en: `A hearing was asked for: ${c.title}` }, body: { zh: '请由审查人、提出人以外的人员书面通知时间和地点。', en: 'Somebody who neither reviewed nor proposed sets time and place in writing.' } };
    await this.send(c, { userIds: [to] }, message);
    await this.send(c, { role: 'bureau.approver', regionCode: c.regionCode }, message);
  }

  hearingWithdrawn(c: CaseRecord, { id, to }: { readonly id: string; readonly to: string }): Promise<void> {
    return this.send(c, { userIds: [to] }, { key: `hearing-withdrawn-${id}`, title: { zh: `当事人撤回听证申请：${c.title}`, en: `The request for a hearing was withdrawn: ${c.title}` }, body: { zh: '陈述申辩期满并答复后，可以由第二人审定。', en: 'After the period and the answer the second person may decide.' } });
  }

  hearingSet(c: CaseRecord, { id, heldOn, time, place }: { readonly id: string; readonly heldOn: string; readonly time: string; readonly place: string }): Promise<void> {
    return this.toParty(c, { key: `hearing-set-${id}-${heldOn}-${time}`, title: { zh: `听证通知：${c.title}`, en: `A hearing is set: ${c.title}` }, body: { zh: `${heldOn} ${time}，${place}。可以亲自参加，也可以委托一至二人代理。`, en: `${heldOn} ${time}, ${place}. Come yourself or send one or two representatives.` } });
  }

  /** Whoever has to act: the applicant, the officer who has claimed it, or everybody of the post. */
  private toHolder(c: CaseRecord, message: Message): Promise<void> {
    if (c.holder === 'applicant') return this.toParty(c, message);
    if (c.claimedBy !== null) return this.send(c, { userIds: [c.claimedBy] }, message);
    return this.send(c, { role: c.holder === 'bureau' ? 'bureau.supervisor' : c.holder, regionCode: c.regionCode }, message);
  }

  /** Of what is hidden from its party the capability tells what it serves; the engine tells nothing. */
  private async toParty(c: CaseRecord, message: Message): Promise<void> {
    if (isUntold(machineOf(c.kind), c.state)) return;
    return this.send(c, { orgId: c.partyOrgId, matter: c.matter, site: c.siteId }, message);
  }

  private async send(c: CaseRecord, to: Recipients, message: Message): Promise<void> {
    const page = pageOf(machineOf(c.kind));
    const link = 'orgId' in to ? `/${await this.areaOf(c)}/${c.partyOrgId}/${page}/${c.id}` : `/b/:orgId/${page}/${c.id}`;
    await this.notifier.notify({ ...message, to, topic: TOPIC, subject: { type: c.kind, id: c.id }, link, key: `case:${c.id}:${message.key}` });
  }

  /** A firm can be a party itself, e.g. of an application about its own credit. */
  private async areaOf({ partyOrgId }: CaseRecord): Promise<'e' | 'f'> {
    return (await this.directory.organisation(partyOrgId))?.kind === 'firm' ? 'f' : 'e';
  }
}

const unitOf = ({ dayType }: ClockReading): Bilingual => (dayType === 'workday' ? { zh: '个工作日', en: 'working days' } : { zh: '日', en: 'days' });

/** A last day in words; one that runs through a year without published holidays says so. */
function lastDay(of: { readonly dueOn: string | null } & ({ readonly provisional: boolean } | { readonly dueProvisional: boolean })): Bilingual {
  const provisional = 'provisional' in of ? of.provisional : of.dueProvisional;
  const day = of.dueOn ?? '';
  return provisional ? { zh: `${day}（节假日安排未公布，暂估）`, en: `${day} (provisional: holidays are not published)` } : { zh: day, en: day };
}

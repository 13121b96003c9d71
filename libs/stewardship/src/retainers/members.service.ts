import { Injectable } from '@nestjs/common';
import { Mandate, MandatesService } from '@huanbao/identity';
import { Actor, Audit, Clock, Db, newId, notFound } from '@huanbao/platform';
import { In, Not } from 'typeorm';
import { ParkEnterprise, Retainer, RetainerMember, StewardVisit } from '../entities';
import { StewardNotices } from '../notices';
import { clientIsMember, firmNotFit, memberState, retainerState } from '../stewardship.errors';
import { retainerPolicy } from '../stewardship.policy';
import { RetainerFirms } from './firm-standing.service';

/** What a steward needs of the enterprise's permits and duties: seeing and preparing, never submitting nor signing. */
const MATTERS = ['permits', 'reports'] as const;

/** The enterprises under a retainer: each consents itself, and entrusts the firm by a mandate of libs/identity. */
@Injectable()
export class MembersService {
  constructor(
    private readonly db: Db,
    private readonly mandates: MandatesService,
    private readonly firms: RetainerFirms,
    private readonly notices: StewardNotices,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** An enterprise of a park consents: from here the firm knows it. */
  consent(actor: Actor, retainerId: string, entrust: boolean): Promise<void> {
    return this.db.transaction(async () => {
      const { retainer, member } = await this.own(actor, retainerId);
      if (retainer.state !== 'offered' && retainer.state !== 'active') throw retainerState();
      if (member.state !== 'invited' && member.state !== 'declined') throw memberState();
      const problems = await this.firms.problems(retainer, [member]);
      if (problems.length > 0) throw firmNotFit(problems);
      await this.agree(actor, { retainer, member, entrust });
      await this.notices.tell({ orgId: retainer.firmId, area: 'f', page: `retainers/${retainerId}`, key: `${member.id}:consent:${this.clock.now().getTime()}`, title: { zh: `企业同意接受服务：${member.enterpriseName}`, en: `An enterprise consents: ${member.enterpriseName}` }, body: { zh: '可以安排巡查；授权委托由机构管理员确认后，可以查看其许可证和证后事项。', en: 'Plan its visits; once the mandate is confirmed, its permits and duties are open to you.' } });
    });
  }

  /** Takes the consent back, or never gives it: nothing new happens there, and the mandate that came with it ends. */
  leave(actor: Actor, retainerId: string, reason: string): Promise<void> {
    return this.db.transaction(async () => {
      const { retainer, member } = await this.own(actor, retainerId);
      if (retainer.kind === 'enterprise') throw clientIsMember();
      if (member.state !== 'invited' && member.state !== 'consented') throw memberState();
      const had = member.state === 'consented';
      await this.db.repo(RetainerMember).update({ id: member.id }, { state: had ? 'left' : 'declined', leftAt: this.clock.now() });
      await this.audit.record({ actor, action: had ? 'retainer.leave' : 'retainer.decline-consent', subject: { type: 'retainer', id: retainerId }, details: { enterpriseId: member.enterpriseId, reason } });
      if (!had) return;
      await this.release([member], reason);
      await this.notices.tell({ orgId: retainer.firmId, area: 'f', page: `retainers/${retainerId}`, key: `${member.id}:left:${this.clock.now().getTime()}`, title: { zh: `企业退出服务：${member.enterpriseName}`, en: `An enterprise has left: ${member.enterpriseName}` }, body: { zh: `理由：${reason}。未做的巡查已取消。`, en: `${reason}. Its planned visits were cancelled.` } });
    });
  }

  /** The consent with what hangs on it; also of the client that offers for itself. */
  async agree(actor: Actor, { retainer, member, entrust }: { retainer: Retainer; member: RetainerMember; entrust: boolean }): Promise<void> {
    const mandateId = entrust ? await this.entrusted(actor, retainer, member.enterpriseId) : null;
    const change = { state: 'consented' as const, consentedAt: this.clock.now(), consentedByName: actor.name, leftAt: null, mandateId };
    await this.db.repo(RetainerMember).update({ id: member.id }, change);
    Object.assign(member, change);
    await this.audit.record({ actor, action: 'retainer.consent', subject: { type: 'retainer', id: retainer.id }, details: { enterpriseId: member.enterpriseId, mandateId } });
  }

  /** The firm's acceptance confirms what the client has proposed with its offer. */
  async confirmMandates(actor: Actor, retainerId: string): Promise<void> {
    const members = await this.db.repo(RetainerMember).findBy({ retainerId, state: 'consented' });
    for (const { mandateId } of members) {
      const mandate = mandateId && (await this.db.repo(Mandate).findOneBy({ id: mandateId }));
      if (mandate && mandate.state === 'proposed' && mandate.firmConfirmedAt === null) await this.mandates.confirm(actor, mandate.id);
    }
  }

  /** Mandates given with it end, and so do visits that were still to come. */
  async release(members: readonly RetainerMember[], reason: string): Promise<void> {
    for (const { retainerId, enterpriseId, mandateId } of members) {
      if (mandateId) await this.mandates.endWith(mandateId, `环保管家服务结束：${reason}`);
      const open = await this.db.repo(StewardVisit).createQueryBuilder('v').where(`v.retainerId = :retainerId AND v.enterpriseId = :enterpriseId AND v.state = 'planned' AND v.plannedOn >= :today`, { retainerId, enterpriseId, today: this.clock.today() }).getMany();
      for (const visit of open) await this.db.repo(StewardVisit).update({ id: visit.id }, { state: 'cancelled', cancelledReason: `服务结束：${reason}`, version: visit.version + 1 });
    }
  }

  /** The list of a park has changed: its living retainers ask those that are new, and forget those that were not asked to the end. */
  async follow(parkId: string, enterprises: readonly ParkEnterprise[]): Promise<void> {
    const retainers = await this.db.repo(Retainer).findBy({ parkId, state: In(['offered', 'active']) });
    const ids = enterprises.map(one => one.enterpriseId);
    for (const retainer of retainers) {
      await this.db.repo(RetainerMember).delete({ retainerId: retainer.id, state: 'invited', ...(ids.length > 0 ? { enterpriseId: Not(In(ids)) } : {}) });
      await this.invite(retainer, enterprises);
    }
  }

  async invite(retainer: Retainer, enterprises: readonly { enterpriseId: string; enterpriseName: string; regionCode: string }[]): Promise<void> {
    const known = new Set((await this.db.repo(RetainerMember).findBy({ retainerId: retainer.id })).map(one => one.enterpriseId));
    for (const { enterpriseId, enterpriseName, regionCode } of enterprises.filter(one => !known.has(one.enterpriseId))) {
      await this.db.repo(RetainerMember).insert({ id: newId(), retainerId: retainer.id, enterpriseId, enterpriseName, regionCode, state: 'invited', consentedAt: null, consentedByName: null, leftAt: null, mandateId: null });
      await this.notices.tell({ orgId: enterpriseId, area: 'e', page: `retainers/${retainer.id}`, key: `${retainer.id}:invite:${enterpriseId}`, title: { zh: `园区环保管家服务，请决定是否同意：${retainer.clientName}`, en: `Stewardship of your park, please decide: ${retainer.clientName}` }, body: { zh: `${retainer.firmName}为园区提供环保管家服务。本单位同意前，机构看不到本单位的任何信息。`, en: `${retainer.firmName} is to care for the park. Before you consent it sees nothing of you.` } });
    }
  }

  /** Proposes what no living mandate between the two covers yet; null when nothing is missing. */
  private async entrusted(actor: Actor, { firmId, startsOn, endsOn, number }: Retainer, enterpriseId: string): Promise<string | null> {
    const today = this.clock.today();
    const validFrom = startsOn > today ? startsOn : today;
    const known = (await this.mandates.livingBetween({ enterpriseId, firmId }, { from: validFrom, to: endsOn })).flatMap(one => one.matters);
    const matters = MATTERS.filter(one => !known.includes(one));
    if (matters.length === 0) return null;
    const mandate = await this.mandates.propose(actor, { enterpriseId, firmId, matters: [...matters], sites: null, verbs: ['prepare'], validFrom, validTo: endsOn, note: `环保管家服务 ${number}` });
    return mandate.id;
  }

  private async own(actor: Actor, retainerId: string): Promise<{ retainer: Retainer; member: RetainerMember }> {
    const retainer = await this.db.lock(Retainer, { id: retainerId });
    const member = retainer && (await this.db.repo(RetainerMember).findOneBy({ retainerId, enterpriseId: actor.orgId ?? '' }));
    retainerPolicy.require(actor, 'retainer.consent', retainer && { ...retainer, memberIds: member ? [member.enterpriseId] : [] });
    if (!retainer || !member) throw notFound();
    return { retainer, member };
  }
}

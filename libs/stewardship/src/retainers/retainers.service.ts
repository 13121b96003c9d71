import { Injectable } from '@nestjs/common';
import { daysBetween } from '@huanbao/calendar';
import { Contract } from '@huanbao/contracts';
import { Directory, organisationNotVerified } from '@huanbao/identity';
import { Actor, Clock, Db, newId, Numbering, Outbox, violatedConstraint } from '@huanbao/platform';
import type { OfferRetainerDto } from '../dto';
import { Park, ParkEnterprise, Retainer, RetainerMember } from '../entities';
import { StewardNotices } from '../notices';
import { LONGEST_RETAINER_DAYS } from '../rules';
import { contractWrong, firmNotFit, firmNotOfferable, firmUnknown, parkForeign, parkMissing, retainerExists, retainerState, spanWrong } from '../stewardship.errors';
import { retainerBegan } from '../stewardship.events';
import { RetainerFirms } from './firm-standing.service';
import { MembersService } from './members.service';
import { RetainerRecords } from './retainer.records';

interface Client {
  readonly kind: 'enterprise' | 'park';
  readonly name: string;
  readonly regionCode: string;
  readonly enterprises: readonly { enterpriseId: string; enterpriseName: string; regionCode: string }[];
}

/** From the offer of a client to the acceptance by the firm: a retainer begins with both only. */
@Injectable()
export class RetainersService {
  constructor(
    private readonly db: Db,
    private readonly records: RetainerRecords,
    private readonly members: MembersService,
    private readonly firms: RetainerFirms,
    private readonly directory: Directory,
    private readonly numbering: Numbering,
    private readonly notices: StewardNotices,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async offer(actor: Actor, input: OfferRetainerDto): Promise<Retainer> {
    if (!actor.orgActive || !actor.orgId) throw organisationNotVerified();
    const { startsOn, endsOn } = input;
    if (endsOn <= startsOn || endsOn < this.clock.today() || daysBetween(startsOn, endsOn) > LONGEST_RETAINER_DAYS) throw spanWrong();
    try {
      return await this.db.transaction(() => this.store(actor, input));
    } catch (error) {
      if (violatedConstraint(error) === 'retainer_no_overlap') throw retainerExists();
      throw error;
    }
  }

  /** The firm accepts: from its first day on it is in force, and the mandates proposed with it count. */
  accept(actor: Actor, id: string, version: number): Promise<void> {
    return this.db.transaction(async () => {
      const { retainer } = await this.records.lock(actor, id, 'retainer.accept', version);
      if (retainer.state !== 'offered' || retainer.endsOn < this.clock.today()) throw retainerState();
      const problems = await this.firms.problemsOf(retainer);
      if (problems.length > 0) throw firmNotFit(problems);
      Object.assign(retainer, { state: 'active', acceptedByName: actor.name, acceptedAt: this.clock.now() });
      await this.records.save(actor, retainer, 'accept');
      await this.members.confirmMandates(actor, id);
      await this.outbox.publish(retainerBegan, { retainerId: id });
      await this.toClient(retainer, 'accepted', { zh: '机构已接受环保管家服务', en: 'The firm has accepted the retainer' }, { zh: `${retainer.firmName}自 ${retainer.startsOn} 起提供服务。`, en: `${retainer.firmName} serves from ${retainer.startsOn} on.` });
    });
  }

  decline(actor: Actor, id: string, { reason, version }: { reason: string; version: number }): Promise<void> {
    return this.over(actor, id, { action: 'retainer.accept', state: 'declined', reason, version });
  }

  withdraw(actor: Actor, id: string, { reason, version }: { reason: string; version: number }): Promise<void> {
    return this.over(actor, id, { action: 'retainer.withdraw', state: 'withdrawn', reason, version });
  }

  private over(actor: Actor, id: string, { action, state, reason, version }: { action: 'retainer.accept' | 'retainer.withdraw'; state: 'declined' | 'withdrawn'; reason: string; version: number }): Promise<void> {
    return this.db.transaction(async () => {
      const { retainer, members } = await this.records.lock(actor, id, action, version);
      if (retainer.state !== 'offered') throw retainerState();
      Object.assign(retainer, { state, stateReason: reason });
      await this.records.save(actor, retainer, state, { reason });
      await this.members.release(members, reason);
      const body = { zh: `理由：${reason}`, en: reason };
      if (state === 'declined') await this.toClient(retainer, state, { zh: '机构未接受环保管家服务', en: 'The firm has declined the retainer' }, body);
      else await this.notices.tell({ orgId: retainer.firmId, area: 'f', page: `retainers/${id}`, key: `${id}:${state}`, title: { zh: `环保管家服务已撤回：${retainer.clientName}`, en: `An offered retainer was withdrawn: ${retainer.clientName}` }, body });
    });
  }

  private async store(actor: Actor, input: OfferRetainerDto): Promise<Retainer> {
    const client = await this.client(actor, input.parkId ?? null);
    const firm = await this.directory.organisation(input.firmId);
    if (!firm || firm.kind !== 'firm' || firm.status !== 'active') throw firmUnknown();
    const problems = await this.firms.problems({ firmId: firm.id }, client.kind === 'park' ? [] : [{ enterpriseId: actor.orgId ?? '', regionCode: client.regionCode }]);
    if (problems.length > 0) throw firmNotOfferable(problems);
    await this.assertContract(actor, input);
    const now = this.clock.now();
    const number = await this.numbering.code('retainer', 'GJ');
    const { firmId, scope, visitsPerMonth, reportDay, noticeDays, startsOn, endsOn } = input;
    const retainer: Retainer = {
      id: newId(), number, kind: client.kind, clientId: actor.orgId ?? '', clientName: client.name, parkId: input.parkId ?? null, firmId, firmName: firm.name, regionCode: client.regionCode, contractId: input.contractId ?? null,
      scope, visitsPerMonth, reportDay, noticeDays, startsOn, endsOn, state: 'offered', stateReason: null, offeredByName: actor.name, acceptedByName: null, acceptedAt: null, ending: null, endedOn: null, endedWay: null,
      search: `${number} ${client.name} ${firm.name}`, version: 0, createdAt: now, updatedAt: now,
    };
    await this.db.repo(Retainer).insert(retainer as object);
    await this.records.save(actor, retainer, 'offer', { firmId, kind: client.kind });
    if (client.kind === 'park') await this.members.invite(retainer, client.enterprises);
    else await this.ownMember(actor, { retainer, client, entrust: input.entrust });
    await this.notices.tell({ orgId: firmId, area: 'f', page: `retainers/${retainer.id}`, key: `${retainer.id}:offer`, title: { zh: `请决定是否接受环保管家服务：${client.name}`, en: `A retainer is offered to you: ${client.name}` }, body: { zh: `${startsOn} 至 ${endsOn}，每家每月巡查 ${visitsPerMonth} 次。`, en: `${startsOn} to ${endsOn}, ${visitsPerMonth} visits a month to each.` } });
    return retainer;
  }

  /** Who offers for itself consents with the offer. */
  private async ownMember(actor: Actor, { retainer, client, entrust }: { retainer: Retainer; client: Client; entrust: boolean }): Promise<void> {
    const member = { id: newId(), retainerId: retainer.id, enterpriseId: retainer.clientId, enterpriseName: client.name, regionCode: client.regionCode, state: 'invited' as const, consentedAt: null, consentedByName: null, leftAt: null, mandateId: null };
    await this.db.repo(RetainerMember).insert(member);
    await this.members.agree(actor, { retainer, member, entrust });
  }

  private async client(actor: Actor, parkId: string | null): Promise<Client> {
    const own = await this.directory.organisation(actor.orgId ?? '');
    if (actor.orgKind === 'enterprise' && own) {
      if (parkId !== null) throw parkForeign();
      return { kind: 'enterprise', name: own.name, regionCode: own.regionCode, enterprises: [] };
    }
    const park = parkId && (await this.db.repo(Park).findOneBy({ id: parkId, keptBy: actor.orgId ?? '' }));
    if (!park || park.enterpriseCount === 0) throw parkMissing();
    return { kind: 'park', name: park.name, regionCode: park.regionCode, enterprises: await this.db.repo(ParkEnterprise).find({ where: { parkId: park.id }, order: { enterpriseId: 'ASC' } }) };
  }

  private async assertContract(actor: Actor, { contractId, firmId }: OfferRetainerDto): Promise<void> {
    if (!contractId) return;
    const contract = await this.db.repo(Contract).findOneBy({ id: contractId, enterpriseId: actor.orgId ?? '', firmId, state: 'active' });
    if (!contract) throw contractWrong();
  }

  private toClient(retainer: Retainer, step: string, title: { zh: string; en: string }, body: { zh: string; en: string }): Promise<unknown> {
    return this.notices.tell({ orgId: retainer.clientId, area: retainer.kind === 'park' ? 'b' : 'e', page: `retainers/${retainer.id}`, key: `${retainer.id}:${step}`, title: { zh: `${title.zh}：${retainer.clientName}`, en: `${title.en}: ${retainer.clientName}` }, body });
  }
}

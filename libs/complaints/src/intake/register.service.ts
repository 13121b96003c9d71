import { Inject, Injectable } from '@nestjs/common';
import { CaseEngine, CaseRecord, QUERY_CODE_CONTEXT } from '@huanbao/casework';
import { Notifier } from '@huanbao/notifications';
import { Actor, CITY, City, Clock, Db, FieldCipher, SYSTEM_USER_ID, systemActor, violatedConstraint } from '@huanbao/platform';
import { complaintMachine } from '../complaint.machine';
import { externalTaken, inTheFuture, outsideCity, outsideRegion, phoneNeeded, pointIncomplete } from '../complaints.errors';
import { complaintPolicy } from '../complaints.policy';
import type { ComplaintFactsDto, EnterComplaintDto, ReportPollutionDto } from '../dto';
import { Complaint } from '../entities';
import { ComplaintPeriods } from '../periods';
import { Channel, titleOf } from '../rules';
import { sealInformant } from '../handling/informant';
import type { ComplaintReceiptView } from '../views/public.view';

interface Registration {
  readonly facts: ComplaintFactsDto;
  readonly channel: Channel;
  readonly actor: Actor;
  readonly regionCode: string;
  readonly clientId?: string;
  readonly externalNumber?: string | null;
}

/** Nobody's account, and no address either: who reports is known only by what they wrote down. */
export const REPORTER: Actor = { ...systemActor('reporter'), name: '举报人' };

/** Writes a report down, whichever way it came, and starts its clock. */
@Injectable()
export class Registering {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly engine: CaseEngine,
    private readonly cipher: FieldCipher,
    private readonly periods: ComplaintPeriods,
    private readonly notifier: Notifier,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** From the public web. The same report sent twice answers the same receipt. */
  async report({ clientId, ...facts }: ReportPollutionDto): Promise<ComplaintReceiptView> {
    const known = await this.receiptOf(clientId);
    if (known) return known;
    try {
      return await this.register({ facts, channel: 'web', actor: REPORTER, regionCode: this.city.adcode, clientId });
    } catch (error) {
      const twin = violatedConstraint(error) === 'complaint_client' ? await this.receiptOf(clientId) : null;
      if (twin) return twin;
      throw error;
    }
  }

  /** By an officer: a call, a visitor, a report that came from elsewhere. */
  async enter(actor: Actor, { channel, externalNumber, ...facts }: EnterComplaintDto): Promise<ComplaintReceiptView> {
    const regionCode = actor.regions.find(region => this.city.adcode.startsWith(region)) === undefined ? (actor.regions[0] ?? '') : this.city.adcode;
    if (!complaintPolicy.sees(actor, { regionCode })) throw outsideRegion();
    try {
      return await this.register({ facts, channel, actor, regionCode, externalNumber });
    } catch (error) {
      if (violatedConstraint(error) === 'complaint_external') throw externalTaken();
      throw error;
    }
  }

  private register(given: Registration): Promise<ComplaintReceiptView> {
    this.check(given.facts);
    return this.db.transaction(async () => {
      const { facts, channel, actor, regionCode } = given;
      const opened = await this.engine.open(complaintMachine, { party: { orgId: SYSTEM_USER_ID, name: '举报人' }, regionCode, title: titleOf(facts.subject, facts.place), actor });
      await this.db.repo(Complaint).insert(this.rowOf(opened.id, given));
      const acceptance = await this.periods.of('acceptance', { subject: facts.subject, channel });
      const c = await this.engine.act(complaintMachine, opened.id, 'register', {
        actor,
        authorise: () => undefined,
        details: { channel, subject: facts.subject },
        clockPeriods: { acceptance: acceptance.length },
        effects: async moved => {
          await this.db.repo(Complaint).update({ id: moved.id }, { number: moved.number, periods: { acceptance: acceptance.applied }, search: searchOf({ ...facts, number: moved.number, externalNumber: given.externalNumber }) });
          // who imports is at the window already
          if (channel !== 'import') await this.tellIntake(moved);
        },
      });
      return { id: c.id, number: c.number ?? '', code: this.codeOf(c) };
    });
  }

  private rowOf(id: string, { facts, channel, actor, regionCode, clientId, externalNumber }: Registration): Complaint {
    const { subject, place, what } = facts;
    return Object.assign(new Complaint(), {
      id, number: null, clientId: clientId ?? null, externalNumber: externalNumber ?? null, channel, regionCode, subject, place, lng: facts.lng?.toFixed(6) ?? null, lat: facts.lat?.toFixed(6) ?? null,
      respondent: facts.respondent || null, what, happenedOn: facts.happenedOn ?? null, happened: facts.happened || null, informant: sealInformant(this.cipher, facts),
      isNamed: Boolean(facts.name), hasPhone: Boolean(facts.phone), wantsReply: facts.wantsReply ?? false, receivedAt: this.clock.now(), receivedByName: actor === REPORTER ? null : actor.name, round: 0, periods: {}, search: searchOf({ ...facts, number: null, externalNumber }),
    });
  }

  private check({ lng, lat, happenedOn, phone, wantsReply }: ComplaintFactsDto): void {
    if ((lng == null) !== (lat == null)) throw pointIncomplete();
    const { west, south, east, north } = this.city.bounds;
    if (lng != null && lat != null && (lng < west || lng > east || lat < south || lat > north)) throw outsideCity();
    if (happenedOn != null && happenedOn > this.clock.today()) throw inTheFuture();
    if (wantsReply && !phone) throw phoneNeeded();
  }

  private async receiptOf(clientId: string): Promise<ComplaintReceiptView | null> {
    const found = await this.db.repo(Complaint).findOneBy({ clientId });
    const c = found && (await this.db.repo(CaseRecord).findOneBy({ id: found.id }));
    return c ? { id: c.id, number: c.number ?? '', code: this.codeOf(c) } : null;
  }

  private codeOf(c: CaseRecord): string {
    return this.cipher.decrypt(c.queryCode, QUERY_CODE_CONTEXT);
  }

  private tellIntake(c: CaseRecord): Promise<void> {
    return this.notifier.notify({
      to: { role: 'bureau.intake', regionCode: c.regionCode }, topic: 'complaint', subject: { type: 'complaint', id: c.id }, link: `/b/:orgId/complaints/${c.id}`, key: `complaint:${c.id}:registered`,
      title: { zh: `新的举报：${c.title}`, en: `New complaint: ${c.title}` }, body: { zh: `${c.number ?? ''}，请判断是否受理。`, en: `${c.number ?? ''}: decide whether it is accepted.` },
    });
  }
}

/** Words that lists are searched by; nothing of the informant. */
export const searchOf = (of: { number: string | null; place: string; respondent?: string | null; what: string; enterpriseName?: string | null; externalNumber?: string | null }): string =>
  [of.number, of.externalNumber, of.place, of.respondent, of.enterpriseName, of.what].filter(Boolean).join(' ');

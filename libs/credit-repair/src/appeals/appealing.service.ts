import { Injectable } from '@nestjs/common';
import { CaseEngine, CaseRecord } from '@huanbao/casework';
import { CreditEvents } from '@huanbao/credit';
import { Files } from '@huanbao/documents';
import { Directory } from '@huanbao/identity';
import { Actor, Clock, Db, notFound, violatedConstraint } from '@huanbao/platform';
import { aboutEvent, eventWords, searchOf, type Step } from '../about-event';
import { CreditAppeal } from '../credit-repair.entity';
import { appealAtSource, appealOpen, eventLapsed, eventOver, evidenceMissing, groundsNeeded } from '../credit-repair.errors';
import { RepairMessages } from '../credit-repair.messages';
import { appealPolicy, MATTER } from '../credit-repair.policy';
import { RepairBook } from '../credit-repair.reference';
import type { OpenAppealDto, SubmitAppealDto } from '../dto/appeal.dto';
import { appealMachine } from './appeal.machine';
import { Freezing } from './freezing.service';

/** Rooms that hear objections themselves: what they take back leaves the ledger. */
const HEARD_AT_SOURCE: readonly string[] = ['firm-finding', 'integrity-point', 'reputation'];

/** The subject's side of an appeal. */
@Injectable()
export class Appealing {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly engine: CaseEngine,
    private readonly events: CreditEvents,
    private readonly files: Files,
    private readonly directory: Directory,
    private readonly book: RepairBook,
    private readonly freezing: Freezing,
    private readonly messages: RepairMessages,
  ) {}

  /** @throws 404 for an event of somebody else, 409 when one is on its way or the event is over, 422 for what is heard elsewhere */
  async open(actor: Actor, { eventId, ground }: OpenAppealDto): Promise<string> {
    try {
      return await this.db.transaction(async () => {
        const event = await this.events.locked(eventId);
        const organisation = event && (await this.directory.organisation(event.subjectId));
        if (!event || !organisation) throw notFound();
        appealPolicy.require(actor, 'credit-appeal.prepare', { partyOrgId: organisation.id, matter: MATTER, siteId: null, regionCode: organisation.regionCode, submittedAt: null });
        if (HEARD_AT_SOURCE.includes(event.sourceType)) throw appealAtSource();
        if (event.status !== 'active' && event.status !== null) throw eventOver();
        const c = await this.engine.open(appealMachine, { party: { orgId: organisation.id, name: organisation.name }, regionCode: organisation.regionCode, title: `信用信息异议：${eventWords({ eventTitle: event.title, documentNo: event.documentNo })}`.slice(0, 200), actor });
        await this.db.repo(CreditAppeal).insert({ ...aboutEvent(c, organisation, event), ground, advice: null, frozenUntil: null, hidesGrade: null });
        return c.id;
      });
    } catch (error) {
      if (violatedConstraint(error) === 'credit_appeal_one_open') throw appealOpen();
      throw error;
    }
  }

  async submit({ actor, id, version }: Step, { statement, electronicService }: SubmitAppealDto): Promise<CaseRecord> {
    return this.engine.act(appealMachine, id, 'submit', {
      actor, expectedVersion: version, authorise: c => appealPolicy.require(actor, 'credit-appeal.submit', c), clockPeriods: { acceptance: await this.book.period('appeal-acceptance') },
      effects: async c => {
        const appeal = await this.db.repo(CreditAppeal).findOneByOrFail({ id });
        const event = await this.events.locked(appeal.eventId);
        if (event?.status !== 'active' && event?.status !== null) throw eventLapsed();
        if (statement.length < 10) throw groundsNeeded();
        if ((await this.files.list('credit-appeal', id)).length === 0) throw evidenceMissing();
        const number = c.number;
        await this.db.repo(CreditAppeal).update({ id }, { number, statement, electronicService, committedByName: actor.name, submittedAt: this.clock.now(), search: searchOf({ ...appeal, number }) });
        await this.messages.toPost('bureau.intake', c, { key: `submit-${c.version}`, title: { zh: `信用信息异议待受理：${appeal.subjectName}`, en: `Appeal to be accepted: ${appeal.subjectName}` }, body: { zh: `${number ?? ''} ${eventWords(appeal)}`, en: number ?? '' } });
      },
    });
  }

  withdraw({ actor, id, version }: Step): Promise<CaseRecord> {
    return this.engine.act(appealMachine, id, 'withdraw', {
      actor, expectedVersion: version, authorise: c => appealPolicy.require(actor, 'credit-appeal.submit', c),
      effects: async () => {
        await this.freezing.end(id);
        await this.db.repo(CreditAppeal).update({ id }, { open: false });
      },
    });
  }
}

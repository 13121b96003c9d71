import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { Files } from '@huanbao/documents';
import { Actor, Clock, Db, invalidFields } from '@huanbao/platform';
import { In, IsNull } from 'typeorm';
import { AdverseDecisions } from '../adverse/adverse.service';
import { AdverseHearings } from '../adverse/hearings.service';
import { AdverseTelling } from '../adverse/telling.service';
import { CaseRecord } from '../case.entity';
import { announcementRuns, serviceDay } from '../casework.errors';
import { casePolicy } from '../casework.policy';
import { CaseHooks } from '../engine/case-hooks';
import { CaseMover } from '../engine/case-mover';
import { CaseNotice, type RecordedService } from '../outcome.entity';
import { Notices } from './notices.service';
import { SERVICE_FILES } from './service-files';
import { SERVICE, serviceFaults, type ServiceGiven } from './service-methods';
import { ServiceBook } from './service-book';

export interface ServingInput {
  readonly actor: Actor;
  /** How it was served, e.g. 直接送达, 电子送达, 邮寄送达. */
  readonly method: string;
  readonly receivedBy: string;
  /** The day it reached the party; today when left out. */
  readonly servedOn?: string;
}

/** As an officer records it: by the table of the house. */
export interface RecordedInput extends ServiceGiven {
  readonly actor: Actor;
  readonly receivedBy: string;
  /** The day it reached the party, of an announcement the day it was put up; today when left out. */
  readonly servedOn?: string;
}

interface Facts {
  readonly actor: Actor;
  readonly method: string;
  readonly receivedBy: string;
  readonly servedOn: string;
  readonly recorded?: RecordedService;
}

/** 送达: a paper reached the party. A decision against it takes effect with that, and not before. */
@Injectable()
export class Serving {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly notices: Notices,
    private readonly adverse: AdverseDecisions,
    private readonly telling: AdverseTelling,
    private readonly hearings: AdverseHearings,
    private readonly hooks: CaseHooks,
    private readonly files: Files,
    private readonly book: ServiceBook,
    private readonly mover: CaseMover,
  ) {}

  /** By the platform itself, where the party agreed in its application to receive papers here. Again for a served paper changes nothing. */
  serve(noticeId: string, input: ServingInput): Promise<CaseNotice> {
    return this.act(noticeId, input.actor, async notice => ({ ...input, servedOn: this.dayOf(notice, input.servedOn) }));
  }

  /** By an officer. Again for a served paper changes nothing. @throws 400 for a day, proof or consent that is missing, 409 while an announcement runs */
  record(noticeId: string, input: RecordedInput): Promise<CaseNotice> {
    return this.act(noticeId, input.actor, async notice => {
      const { actor, method, receivedBy, proofFileId = '', consentFileId = null } = input;
      const day = this.dayOf(notice, input.servedOn);
      const faults = serviceFaults(input, await this.files.list(SERVICE_FILES, notice.caseId));
      if (faults.length > 0) throw invalidFields(faults);
      const on = SERVICE[method].effect === 'end-of-announcement' ? addDays(day, await this.book.announcementDays(day)) : day;
      if (on > this.clock.today()) throw announcementRuns(on);
      return { actor, method: SERVICE[method].zh, receivedBy, servedOn: on, recorded: { method, receivedBy, on, proofFileId, consentFileId } };
    });
  }

  private dayOf(notice: CaseNotice, given: string | undefined): string {
    const [today, day] = [this.clock.today(), given ?? this.clock.today()];
    if (day < notice.issuedOn || day > today) throw serviceDay(notice.issuedOn, today);
    return day;
  }

  private act(noticeId: string, actor: Actor, factsOf: (notice: CaseNotice) => Promise<Facts>): Promise<CaseNotice> {
    return this.db.transaction(async () => {
      const found = await this.db.repo(CaseNotice).findOneBy({ id: noticeId });
      const c = found && (await this.db.lock(CaseRecord, { id: found.caseId }));
      casePolicy.require(actor, 'case.serve-notice', c);
      const notice = await this.db.repo(CaseNotice).findOneByOrFail({ id: noticeId });
      if (notice.servedAt !== null || !c) return notice;
      await this.mover.assertImpartial(c, actor);
      const service = await factsOf(notice);
      if (notice.kind === 'withdrawal') await this.withdrawn(c, notice, service);
      else if (notice.kind === 'intent') await this.told(c, notice, service);
      else if (notice.kind === 'hearing') await this.hearings.noticeServed(c, notice, service.servedOn);
      else if (notice.withheld) await this.adverse.served(c, notice, service);
      const after = await this.db.repo(CaseRecord).findOneByOrFail({ id: c.id });
      await this.notices.recordService(after, await this.together(notice), service);
      return this.db.repo(CaseNotice).findOneByOrFail({ id: notice.id });
    });
  }

  /** The paper is there for the party from now on, and what it says happens. */
  private async withdrawn(c: CaseRecord, notice: CaseNotice, { actor, servedOn }: Required<ServingInput>): Promise<void> {
    await this.db.repo(CaseNotice).update({ id: notice.id }, { withheld: false });
    await this.hooks.runWithdrawalServed(c, { notice, actor, servedOn });
  }

  /** Periods begin: of the decision that casework itself keeps, or of what a capability proposed about an ended case. */
  private async told(c: CaseRecord, notice: CaseNotice, service: Required<ServingInput>): Promise<void> {
    await this.telling.served(c, notice, service);
    await this.hooks.runIntentServed(c, { notice, actor: service.actor, servedOn: service.servedOn });
  }

  /** A decision and the paper that goes with it reach the party together. */
  private async together(notice: CaseNotice): Promise<CaseNotice[]> {
    const pair = ['decision', 'advice'].includes(notice.kind) ? await this.db.repo(CaseNotice).findBy({ caseId: notice.caseId, servedAt: IsNull(), kind: In(['decision', 'advice']) }) : [];
    return pair.length > 1 ? pair.sort((a, b) => (a.kind < b.kind ? 1 : -1)) : [notice];
  }
}

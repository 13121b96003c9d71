import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db } from '@huanbao/platform';
import { In, IsNull } from 'typeorm';
import { AdverseDecisions } from '../adverse/adverse.service';
import { CaseRecord } from '../case.entity';
import { serviceDay } from '../casework.errors';
import { casePolicy } from '../casework.policy';
import { CaseHooks } from '../engine/case-hooks';
import { CaseNotice } from '../outcome.entity';
import { Notices } from './notices.service';

export interface ServingInput {
  readonly actor: Actor;
  /** How it was served, e.g. 直接送达, 电子送达, 邮寄送达. */
  readonly method: string;
  readonly receivedBy: string;
  /** The day it reached the party; today when left out. */
  readonly servedOn?: string;
}

/** 送达: a paper reached the party. A decision against it takes effect with that, and not before. */
@Injectable()
export class Serving {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly notices: Notices,
    private readonly adverse: AdverseDecisions,
    private readonly hooks: CaseHooks,
  ) {}

  /** Again for a served paper changes nothing. @throws 400 `notice.service-day` */
  serve(noticeId: string, input: ServingInput): Promise<CaseNotice> {
    return this.db.transaction(async () => {
      const found = await this.db.repo(CaseNotice).findOneBy({ id: noticeId });
      const c = found && (await this.db.lock(CaseRecord, { id: found.caseId }));
      casePolicy.require(input.actor, 'case.serve-notice', c);
      const notice = await this.db.repo(CaseNotice).findOneByOrFail({ id: noticeId });
      if (notice.servedAt !== null || !c) return notice;
      const [today, servedOn] = [this.clock.today(), input.servedOn ?? this.clock.today()];
      if (servedOn < notice.issuedOn || servedOn > today) throw serviceDay(notice.issuedOn, today);
      const service = { actor: input.actor, method: input.method, receivedBy: input.receivedBy, servedOn };
      if (notice.kind === 'withdrawal') await this.withdrawn(c, notice, service);
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

  /** A decision and the paper that goes with it reach the party together. */
  private async together(notice: CaseNotice): Promise<CaseNotice[]> {
    const pair = ['decision', 'advice'].includes(notice.kind) ? await this.db.repo(CaseNotice).findBy({ caseId: notice.caseId, servedAt: IsNull(), kind: In(['decision', 'advice']) }) : [];
    return pair.length > 1 ? pair.sort((a, b) => (a.kind < b.kind ? 1 : -1)) : [notice];
  }
}

import { Injectable, OnModuleInit } from '@nestjs/common';
import { CaseEngine, CaseHooks, CaseRecord } from '@huanbao/casework';
import { Actor, Audit, Clock, Db, newId } from '@huanbao/platform';
import { PermitApplication, ReviewOpinion } from './application.entity';
import { applicationMachine } from './application.machine';
import { ApplicationRecords } from './application.records';
import type { SectionKey } from './form/field';
import { notReviewing } from './permits.errors';
import { PermitNotices } from './permits.notices';
import { NeededOpinions } from './officers/needed-opinions';
import { Teamwork } from './officers/teamwork.service';
import { applicationPolicy, authorised, partiesOf } from './permits.policy';

export interface OpinionInput {
  readonly section: SectionKey | 'overall';
  readonly verdict: 'agree' | 'object';
  readonly text: string;
}

/** The officer's review: part by part, then as a whole. */
@Injectable()
export class ReviewService implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly engine: CaseEngine,
    private readonly notices: PermitNotices,
    private readonly teamwork: Teamwork,
    private readonly needed: NeededOpinions,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly hooks: CaseHooks,
  ) {}

  /** Whoever takes the case during the review, or is given it, leads from then on. */
  onModuleInit(): void {
    this.hooks.onClaimed(applicationMachine, async c => {
      if (c.state === 'reviewing') await this.records.keepInStep(c.id, c, { reviewerId: c.claimedBy });
    });
  }

  /** Begins the review and, when nobody has it yet, claims the case. */
  startReview(actor: Actor, id: string): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const application = await this.records.lock(id);
      applicationPolicy.require(actor, 'permit-application.start-review', partiesOf(application));
      if (application.state === 'accepted') await this.engine.claim(id, actor);
      return this.engine.act(applicationMachine, id, 'start-review', {
        actor,
        authorise: authorised(actor, 'permit-application.start-review'),
        effects: c => this.records.keepInStep(id, c, { reviewerId: actor.userId }),
      });
    });
  }

  /** One opinion; the overall one concludes the review and passes the case to the approver. */
  opinion(actor: Actor, id: string, input: OpinionInput): Promise<ReviewOpinion> {
    return this.db.transaction(async () => {
      const application = await this.records.lock(id);
      applicationPolicy.require(actor, 'permit-application.opinions', partiesOf(application));
      if (input.section === 'overall') await this.conclude(actor, application, input);
      else if (application.state !== 'reviewing') throw notReviewing();
      else await this.engine.assertImpartial(id, actor);
      const opinion: ReviewOpinion = { id: newId(), applicationId: id, ...input, authorId: actor.userId, authorName: actor.name, at: this.clock.now() };
      await this.db.repo(ReviewOpinion).insert(opinion);
      await this.audit.record({
        actor, action: 'permit-application.opinion', subject: { type: 'permit-application', id }, details: { opinionId: opinion.id, section: input.section, verdict: input.verdict },
      });
      return opinion;
    });
  }

  opinions(id: string): Promise<ReviewOpinion[]> {
    return this.db.repo(ReviewOpinion).find({ where: { applicationId: id }, order: { id: 'ASC' } });
  }

  /** Whoever concludes is the reviewer from here on: the same officer cannot decide. */
  private async conclude(actor: Actor, application: PermitApplication, input: OpinionInput): Promise<void> {
    await this.engine.act(applicationMachine, application.id, 'conclude', {
      actor,
      authorise: authorised(actor, 'permit-application.opinions'),
      details: { verdict: input.verdict },
      effects: async c => {
        await this.teamwork.assertComplete(application.id);
        await this.needed.assertGiven(application);
        await this.records.keepInStep(application.id, c, { reviewerId: actor.userId });
        await this.notices.reviewed(application, c.version);
      },
    });
  }
}

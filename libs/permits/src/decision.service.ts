import { Injectable } from '@nestjs/common';
import { CaseEngine, CaseRecord } from '@huanbao/casework';
import { Actor, Db, Outbox } from '@huanbao/platform';
import { Signatures } from '@huanbao/signatures';
import { PermitApplication } from './application.entity';
import { applicationMachine, GRANT_CONDITIONS } from './application.machine';
import { NeededOpinions } from './officers/needed-opinions';
import { Teamwork } from './officers/teamwork.service';
import { ApplicationRecords } from './application.records';
import { reasonsForUnmet, sameOfficer } from './permits.errors';
import { permitDecided } from './permits.events';
import { PermitNotices } from './permits.notices';
import { authorised } from './permits.policy';

export interface ConditionInput {
  readonly key: string;
  readonly met: boolean;
  readonly comment?: string;
}

export interface DecisionInput {
  readonly outcome: 'grant' | 'send-back';
  readonly conditions?: readonly ConditionInput[];
  readonly reasons: string;
}

/** The decision (排污许可管理条例 art. 11): by an approver who has not reviewed it, in whole or in part. */
@Injectable()
export class DecisionService {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly engine: CaseEngine,
    private readonly notices: PermitNotices,
    private readonly outbox: Outbox,
    private readonly signatures: Signatures,
    private readonly teamwork: Teamwork,
    private readonly needed: NeededOpinions,
  ) {}

  /** @throws 422 `permit.same-officer`; 400 for conditions that were not judged; 422 when a grant lacks one */
  decide(actor: Actor, id: string, input: DecisionInput): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const application = await this.records.lock(id);
      const authorise = authorised(actor, 'permit-application.decide');
      if (input.outcome === 'send-back') return this.sendBack(actor, application, input.reasons);
      const reviewers = await this.teamwork.reviewers(application);
      return this.engine.act(applicationMachine, id, 'grant', {
        actor,
        authorise: c => {
          authorise(c);
          if (reviewers.has(actor.userId)) throw sameOfficer();
        },
        reason: input.reasons,
        decision: { reasons: input.reasons, conditions: judged(input.conditions ?? []) },
        effects: async c => {
          await this.teamwork.assertComplete(id);
          await this.needed.assertGiven(application);
          await this.signatures.assertUncontested({ type: 'permit-application', id });
          await this.records.keepInStep(id, c);
          await this.notices.granted(application);
          await this.outbox.publish(permitDecided, { applicationId: id, outcome: 'granted' });
        },
      });
    });
  }

  private sendBack(actor: Actor, application: PermitApplication, reason: string): Promise<CaseRecord> {
    return this.engine.act(applicationMachine, application.id, 'send-back', {
      actor,
      reason,
      authorise: authorised(actor, 'permit-application.decide'),
      effects: async c => {
        await this.records.keepInStep(application.id, c);
        await this.notices.sentBack(application, c.version);
      },
    });
  }
}

export type Judged = (typeof GRANT_CONDITIONS)[number] & { readonly met: boolean; readonly comment?: string };

/** Each of the four is judged once, and says on what that rests. */
export function judged(given: readonly ConditionInput[]): Judged[] {
  const open: string[] = [];
  const conditions = GRANT_CONDITIONS.map((condition, index): Judged => {
    const answer = given.find(one => one.key === condition.key);
    const comment = answer?.comment?.trim();
    if (!answer || !comment) open.push(`/conditions/${index}/comment`);
    return { ...condition, met: answer?.met ?? false, ...(comment ? { comment } : {}) };
  });
  if (open.length > 0) throw reasonsForUnmet(open);
  return conditions;
}

import { Inject, Injectable, OnModuleInit } from '@nestjs/common';
import { AdverseDecisions, CaseHooks, CaseRecord } from '@huanbao/casework';
import { Actor, CITY, City, Db, Outbox } from '@huanbao/platform';
import { Signatures } from '@huanbao/signatures';
import { applicationMachine } from './application.machine';
import { ApplicationRecords } from './application.records';
import { ConditionInput, judged } from './decision.service';
import { Teamwork } from './officers/teamwork.service';
import { unmetNeeded } from './permits.errors';
import { permitDecided } from './permits.events';
import { PermitNotices } from './permits.notices';
import { authorised } from './permits.policy';

export interface RefusalInput {
  readonly reasons: string;
  readonly conditions: readonly ConditionInput[];
  readonly statementDays?: number;
  /** It touches great interests between the applicant and others: a hearing may be asked for (行政许可法 第四十七条). */
  readonly hearing?: boolean;
}

/**
 * 不予许可 (行政许可法 art. 7, 36, 38): one officer proposes with reasons and the condition that is not met, the applicant may speak, another officer
 * decides, and until the decision is served nobody outside the bureau sees it.
 */
@Injectable()
export class RefusalService implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly adverse: AdverseDecisions,
    private readonly hooks: CaseHooks,
    private readonly notices: PermitNotices,
    private readonly outbox: Outbox,
    private readonly signatures: Signatures,
    private readonly teamwork: Teamwork,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** What the service of the refusal sets free: the application follows, and both sides hear of it. It follows its notice and hearing as well. */
  onModuleInit(): void {
    this.hooks.onAdverse(applicationMachine, async c => {
      await this.records.lock(c.id);
      await this.records.keepInStep(c.id, c);
    });
    this.hooks.onServed(applicationMachine, async c => {
      const application = await this.records.lock(c.id);
      await this.records.keepInStep(c.id, c);
      await this.notices.refused(application);
      await this.outbox.publish(permitDecided, { applicationId: c.id, outcome: 'refused' });
    });
  }

  /** @throws 400 when every condition is judged met; 422 `adverse.second-person` for a reviewer of the application */
  propose(actor: Actor, id: string, input: RefusalInput): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const application = await this.records.lock(id);
      const conditions = judged(input.conditions);
      return this.adverse.propose(applicationMachine, id, {
        actor,
        measure: '不予行政许可',
        reasons: input.reasons,
        conditions,
        excluded: [...(await this.teamwork.reviewers(application))],
        statementDays: input.statementDays,
        hearingRight: input.hearing === true,
        issuer: this.city.permitIssuer,
        authorise: c => {
          authorised(actor, 'permit-application.propose-refusal')(c);
          if (conditions.every(one => one.met)) throw unmetNeeded();
        },
        effects: async c => {
          await this.signatures.assertUncontested({ type: 'permit-application', id });
          await this.records.keepInStep(id, c);
          await this.notices.refusalProposed(application, c.version);
        },
      });
    });
  }

  /** The second person: makes the refusal, or drops it and the approval goes on. */
  settle(actor: Actor, id: string, input: { readonly outcome: 'approve' | 'drop'; readonly reasons: string }): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const application = await this.records.lock(id);
      const acting = { actor, reasons: input.reasons, authorise: authorised(actor, 'permit-application.refuse'), issuer: this.city.permitIssuer };
      if (input.outcome === 'drop') {
        const effects = async (c: CaseRecord): Promise<void> => {
          await this.records.keepInStep(id, c);
          await this.notices.refusalDropped(application, c.version);
        };
        return this.adverse.drop(applicationMachine, id, { ...acting, effects });
      }
      const effects = async (c: CaseRecord): Promise<void> => {
        await this.signatures.assertUncontested({ type: 'permit-application', id });
        await this.records.keepInStep(id, c);
        await this.notices.toServe(application);
      };
      return this.adverse.decide(applicationMachine, id, { ...acting, effects });
    });
  }
}

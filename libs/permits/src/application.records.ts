import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, notFound } from '@huanbao/platform';
import { PermitApplication } from './application.entity';
import { PermitVersion } from './life/permit-version.entity';
import { SiteCheck } from './officers/site-check.entity';
import { ApplicationAction, applicationPolicy, partiesOf } from './permits.policy';

/** What the case tells about a step: its new state and its number. */
interface CaseStep {
  readonly state: string;
  readonly number: string | null;
  readonly submittedAt: Date | null;
  readonly closedAt: Date | null;
}

/** Looking an application up, each time through the policy, and keeping it in step with its case. */
@Injectable()
export class ApplicationRecords {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 when it is not the actor's to see, 403 when the action is not theirs. */
  async find(actor: Actor, id: string, action: ApplicationAction = 'permit-application.read'): Promise<PermitApplication> {
    return this.allowed(actor, await this.db.repo(PermitApplication).findOneBy({ id }), action);
  }

  /** The same, FOR SHARE: autosaves go on side by side, and none overtakes a submission. Only inside a transaction. */
  async share(actor: Actor, id: string, action: ApplicationAction): Promise<PermitApplication> {
    const application = await this.db.repo(PermitApplication).findOne({ where: { id }, lock: { mode: 'pessimistic_read' } });
    return this.allowed(actor, application, action);
  }

  /** FOR UPDATE. Only inside a transaction. */
  async lock(id: string): Promise<PermitApplication> {
    const application = await this.db.lock(PermitApplication, { id });
    if (!application) throw notFound();
    return application;
  }

  /** The permit that this application became a version of; null until it is issued. A version carries a whole form: only its key is read. */
  async issuedAs(applicationId: string): Promise<string | null> {
    const version = await this.db.repo(PermitVersion).findOne({ where: { applicationId }, select: { id: true, permitId: true } });
    return version?.permitId ?? null;
  }

  /** The version of the permit the application goes on from; null for a first one. */
  async base({ permitId, baseVersion }: PermitApplication): Promise<PermitVersion | null> {
    return permitId === null ? null : this.db.repo(PermitVersion).findOneBy({ permitId, number: baseVersion ?? 1 });
  }

  /** Writes changed columns together with the state and number of the case; what ends takes a site check along that was not carried out. */
  async keepInStep(id: string, c: CaseStep, changes: Partial<PermitApplication> = {}): Promise<void> {
    await this.db.repo(PermitApplication).update(
      { id },
      { ...changes, state: c.state, caseNumber: c.number, submittedAt: c.submittedAt, open: c.closedAt === null, updatedAt: this.clock.now() },
    );
    if (c.closedAt !== null) await this.db.repo(SiteCheck).update({ applicationId: id, state: 'ordered' }, { state: 'cancelled' });
  }

  private allowed(actor: Actor, application: PermitApplication | null, action: ApplicationAction): PermitApplication {
    applicationPolicy.require(actor, action, application && partiesOf(application));
    if (!application) throw notFound();
    return application;
  }
}

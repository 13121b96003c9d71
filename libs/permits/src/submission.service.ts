import { Injectable } from '@nestjs/common';
import { CaseEngine, CaseRecord } from '@huanbao/casework';
import { Actor, Clock, Db } from '@huanbao/platform';
import { PermitApplication } from './application.entity';
import { applicationMachine, WITHDRAWALS } from './application.machine';
import { ApplicationRecords } from './application.records';
import { textOf } from './form/form';
import { HandInChecks } from './hand-in-checks';
import { titleOf } from './life/business-types';
import { commitmentAwaited, commitmentNeeded, findingsOpen, notEditable, reviewNeeded } from './permits.errors';
import { PermitNotices } from './permits.notices';
import { applicationPolicy } from './permits.policy';
import { ReviewRunsService } from './review-runs.service';
import { contentHash, formOf, SectionStore, StoredSection } from './section-store';
import { jsonOf } from './sections.service';
import { SubmissionRecords } from './submission-records';

export interface SubmitInput {
  /** The letter of commitment was read and ticked. */
  readonly commitment: boolean;
}

/** Handing in, handing in again, and taking back. */
@Injectable()
export class SubmissionService {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly sections: SectionStore,
    private readonly runs: ReviewRunsService,
    private readonly engine: CaseEngine,
    private readonly checks: HandInChecks,
    private readonly notices: PermitNotices,
    private readonly copies: SubmissionRecords,
    private readonly clock: Clock,
  ) {}

  /**
   * 排污许可管理条例 art. 7: the complete file goes to the authority; after 补正 it goes again with the difference shown.
   * @throws 422 for what {@link HandInChecks} refuses, or when the latest review of this very content has errors
   */
  submit(actor: Actor, id: string, input: SubmitInput): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const application = await this.records.lock(id);
      const sections = await this.sections.all(id);
      const options = {
        actor,
        authorise: (c: CaseRecord) => applicationPolicy.require(actor, 'permit-application.submit', c),
        details: { contentHash: contentHash(formOf(sections)) },
        effects: (c: CaseRecord) => this.handIn(actor, { application, c, sections, input }),
      };
      if (application.state !== 'correcting') return this.engine.act(applicationMachine, id, 'submit', options);
      const snapshot = jsonOf<never>(this.sections.comparable(formOf(sections)));
      return (await this.engine.resubmit(applicationMachine, id, 'resubmit', { ...options, snapshot })).case;
    });
  }

  /** The commitment for the content as it is now, ahead of a submission by somebody else. */
  commit(actor: Actor, id: string, input: SubmitInput): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const application = await this.records.lock(id);
      const form = formOf(await this.sections.all(id));
      const hash = contentHash(form);
      const authorise = (c: CaseRecord): void => {
        applicationPolicy.require(actor, 'permit-application.sign', c);
        if (application.editing === 'sealed') throw notEditable();
      };
      const text = { zh: '签署守法承诺', en: 'Commitment signed' };
      const c = await this.engine.note(id, { actor, authorise, text, action: 'permit-application.sign', details: { contentHash: hash } });
      const signature = this.signature(actor, c, { input, hash });
      await this.db.repo(PermitApplication).update({ id }, { ...signature, updatedAt: this.clock.now() });
      await this.copies.ofCommitment(actor, application, form);
      return c;
    });
  }

  /** The applicant may take the application back until it is decided. */
  withdraw(actor: Actor, id: string, reason: string | undefined): Promise<CaseRecord> {
    return this.db.transaction(async () => {
      const application = await this.records.lock(id);
      const action = WITHDRAWALS[application.state] ?? 'discard';
      return this.engine.act(applicationMachine, id, action, {
        actor,
        reason,
        authorise: c => applicationPolicy.require(actor, 'permit-application.withdraw', c),
        effects: async c => {
          await this.records.keepInStep(id, c, { editing: 'sealed' });
          if (c.submittedAt !== null && action !== 'discard') await this.notices.withdrawn(application);
        },
      });
    });
  }

  private async handIn(actor: Actor, given: { application: PermitApplication; c: CaseRecord; sections: readonly StoredSection[]; input: SubmitInput }): Promise<void> {
    const { application, c, sections, input } = given;
    if (application.editing === 'sealed') throw notEditable();
    const { form, asked, party } = await this.checks.of(application, sections);
    const hash = contentHash(form);
    await this.assertReviewed(application, hash);
    const signature = application.committedHash === hash ? {} : this.signature(actor, c, { input, hash });
    const siteName = textOf(form.basic, 'siteName') ?? application.siteName;
    // the case bears the names that the certificate will bear
    Object.assign(c, { partyName: party.enterpriseName, title: titleOf(application.businessType, siteName) });
    await this.records.keepInStep(application.id, c, {
      editing: 'sealed',
      submittedHash: hash,
      handedInAt: this.clock.now(),
      ...signature,
      ...party,
      siteName,
      managementCategory: textOf(form.basic, 'managementCategory') === 'key' ? 'key' : 'simplified',
    });
    await this.copies.ofSubmission(actor, { ...application, ...party }, { sections, asked, caseNumber: c.number, withCommitment: application.committedHash !== hash });
    await this.notices.submitted({ ...application, ...party, siteName }, c.number ?? '', c.version);
  }

  /** Ticking it while submitting is signing: only by who may. @throws 400 at `/commitment`, 422 `permit.commitment-awaited` */
  private signature(actor: Actor, c: CaseRecord, { input, hash }: { input: SubmitInput; hash: string }): Partial<PermitApplication> {
    if (!applicationPolicy.may(actor, 'permit-application.sign', c)) throw commitmentAwaited();
    if (!input.commitment) throw commitmentNeeded();
    return { committedAt: this.clock.now(), committedBy: actor.userId, committedHash: hash };
  }

  /** The latest run must be of exactly this content, of today and of the rules and reference data in force, and free of errors that nobody contests. */
  private async assertReviewed(application: PermitApplication, hash: string): Promise<void> {
    const run = await this.runs.newest(application.id);
    if (!run || run.state === 'failed') throw reviewNeeded('none');
    if (run.state !== 'done') throw reviewNeeded('running');
    if (!(await this.runs.isCurrent(application, run, hash))) throw reviewNeeded('outdated');
    const errors = await this.runs.errorsLeft(run.id);
    if (errors > 0) throw findingsOpen(errors);
  }
}

import { Injectable } from '@nestjs/common';
import { Delivery, Handles } from '@huanbao/platform';
import type { SignedSubject } from '@huanbao/signatures';
import { CertificateService } from './certificate.service';
import type { PermitStatus } from './certificate/validity';
import { EndedApplications } from './ended-applications';
import { closeEnded, drawCertificate, remindRegistrations, reviewApplication, simulateLimits, undoSubmission, watchRenewals } from './permits.jobs.definitions';
import { PendingRenewals } from './life/pending-renewals';
import { LimitSimulation } from './limits/limit-simulation';
import { RegistrationReminders } from './registrations/registration-reminders';
import { RepudiatedFilings } from './repudiated-filings';
import { RepudiatedSubmissions } from './repudiated-submissions';
import { ReviewRunsService } from './review-runs.service';

type JobDelivery = Delivery;

/** Background work of permits: load, call the service, nothing more. */
@Injectable()
export class PermitsJobs {
  constructor(
    private readonly runs: ReviewRunsService,
    private readonly certificates: CertificateService,
    private readonly repudiated: RepudiatedSubmissions,
    private readonly endedApplications: EndedApplications,
    private readonly simulation: LimitSimulation,
    private readonly renewals: PendingRenewals,
    private readonly filings: RepudiatedFilings,
    private readonly reminders: RegistrationReminders,
  ) {}

  @Handles(reviewApplication)
  review({ runId }: { applicationId: string; runId: string }, delivery: JobDelivery): Promise<void> {
    return this.runs.run(runId, delivery);
  }

  @Handles(drawCertificate)
  certificate({ permitId }: { permitId: string; applicationId: string; enterpriseId: string }, delivery: JobDelivery): Promise<void> {
    return this.certificates.draw(permitId, delivery);
  }

  @Handles(simulateLimits)
  simulate(input: { proposalId: string; version: number }, delivery: JobDelivery): Promise<void> {
    return this.simulation.run(input, delivery);
  }

  @Handles(closeEnded)
  async ended({ permitId, status, endedOn }: { permitId: string; enterpriseId: string; status: Exclude<PermitStatus, 'valid'>; endedOn: string }, delivery: JobDelivery): Promise<void> {
    await delivery.complete(() => this.endedApplications.close(permitId, { status, endedOn }));
  }

  @Handles(watchRenewals)
  async waiting(_: Record<string, never>, delivery: JobDelivery): Promise<void> {
    await delivery.complete(() => this.renewals.alarm());
  }

  @Handles(undoSubmission)
  async undo(subject: SignedSubject, delivery: JobDelivery): Promise<void> {
    await delivery.complete(async () => {
      await this.repudiated.undo(subject);
      await this.filings.undo(subject);
    });
  }

  @Handles(remindRegistrations)
  async registrations(_: Record<string, never>, delivery: JobDelivery): Promise<void> {
    await delivery.complete(() => this.reminders.remind());
  }
}

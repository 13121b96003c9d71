import { Injectable } from '@nestjs/common';
import { Delivery, Handles, Outbox, systemActor } from '@huanbao/platform';
import type { SignedSubject } from '@huanbao/signatures';
import { Authorizations } from './authorizations/authorizations.service';
import { alertBanks, alertBanksOfLeaving, alertBanksOfListing, askBatch, bankHousekeeping, sendAlert, undoAuthorization } from './banks.jobs.definitions';
import { Batches } from './batches/batches.service';
import { BankTokens } from './clients/tokens.service';
import { Alerts } from './webhooks/alerts.service';

/** Work for banks in the background. Each piece may be told again. */
@Injectable()
export class BanksJobs {
  constructor(
    private readonly alerts: Alerts,
    private readonly batches: Batches,
    private readonly tokens: BankTokens,
    private readonly authorizations: Authorizations,
    private readonly outbox: Outbox,
  ) {}

  @Handles(alertBanks)
  async alert({ subjectId, snapshotId }: { subjectId: string; snapshotId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.alerts.gradeChanged(subjectId, snapshotId));
  }

  @Handles(alertBanksOfListing)
  async listed({ entryId, subjectId }: { entryId: string; subjectId: string | null }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => (subjectId === null ? Promise.resolve() : this.alerts.listChanged(subjectId, `${entryId}:listed`)));
  }

  @Handles(alertBanksOfLeaving)
  async unlisted({ entryId, subjectId }: { entryId: string; subjectId: string | null }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => (subjectId === null ? Promise.resolve() : this.alerts.listChanged(subjectId, `${entryId}:left`)));
  }

  @Handles(sendAlert)
  async send({ deliveryId }: { deliveryId: string }, delivery: Delivery): Promise<void> {
    await this.alerts.send(deliveryId, delivery);
  }

  /** Items commit one by one before the mark: what was answered is not asked again. */
  @Handles(askBatch)
  async ask({ batchId }: { batchId: string }, delivery: Delivery): Promise<void> {
    const isOpen = await this.batches.part(batchId);
    await delivery.complete(async () => {
      if (isOpen) await this.outbox.enqueue(askBatch, { batchId });
    });
  }

  @Handles(undoAuthorization)
  async undo({ subjectType, subjectId, recordId }: SignedSubject, delivery: Delivery): Promise<void> {
    await delivery.complete(async () => {
      if (subjectType === 'bank-authorization') await this.authorizations.undo(systemActor('banks'), subjectId, recordId);
    });
  }

  @Handles(bankHousekeeping)
  async forget(_: Record<string, never>, delivery: Delivery): Promise<void> {
    await delivery.complete(async () => {
      await this.tokens.forgetOld();
      await this.batches.forgetOld();
    });
  }
}

import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Actor, Clock, Db, Outbox, stale } from '@huanbao/platform';
import { Kinds } from './kinds/kinds.service';
import { Qualification } from './provider.entity';
import { alreadyExpired, alreadyReviewed, notSuspendable, notSuspended, scanInfected, scanMissing, scanNotChecked } from './providers.errors';
import { qualificationReviewed } from './providers.events';
import { QualificationRecords } from './qualifications.service';

interface Verdict {
  readonly reason: string;
  readonly expectedVersion: number;
}

/** The bureau's side: what a firm claims is verified, refused, suspended and given back, each with its reason. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly kinds: Kinds,
    private readonly records: QualificationRecords,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws 412 when the firm changed the entry after the officer looked at it: only what was seen is verified. */
  verify(actor: Actor, id: string, expectedVersion: number): Promise<Qualification> {
    return this.db.transaction(async () => {
      const row = await this.pending(actor, id, expectedVersion);
      if (row.validTo !== null && row.validTo < this.clock.today()) throw alreadyExpired();
      await this.assertScan(row);
      return this.decide(actor, row, { state: 'verified', reason: null });
    });
  }

  reject(actor: Actor, id: string, verdict: Verdict): Promise<Qualification> {
    return this.db.transaction(async () => this.decide(actor, await this.pending(actor, id, verdict.expectedVersion), { state: 'rejected', reason: verdict.reason }));
  }

  /** Takes the right away at once, e.g. when the issuing authority suspended the certificate. */
  suspend(actor: Actor, id: string, verdict: Verdict): Promise<Qualification> {
    return this.db.transaction(async () => {
      const row = await this.records.lock(actor, id, 'qualification.suspend', verdict.expectedVersion);
      if (row.state !== 'verified') throw notSuspendable();
      return this.move(actor, row, { state: 'suspended', reason: verdict.reason, step: 'suspended' });
    });
  }

  restore(actor: Actor, id: string, verdict: Verdict): Promise<Qualification> {
    return this.db.transaction(async () => {
      const row = await this.records.lock(actor, id, 'qualification.suspend', verdict.expectedVersion);
      if (row.state !== 'suspended') throw notSuspended();
      return this.move(actor, row, { state: 'verified', reason: null, step: 'restored', why: verdict.reason });
    });
  }

  private async pending(actor: Actor, id: string, expectedVersion: number): Promise<Qualification> {
    const row = await this.records.lock(actor, id, 'qualification.review');
    if (row.state !== 'pending') throw alreadyReviewed();
    if (row.version !== expectedVersion) throw stale();
    return row;
  }

  /** What a kind needs was checked when it was entered; the row may be older than the rule, and the virus check comes later. */
  private async assertScan(row: Qualification): Promise<void> {
    if (row.fileId === null) {
      const kind = (await this.kinds.today()).find(one => one.name === row.kind);
      if (kind?.scanRequired) throw scanMissing();
      return;
    }
    const scan = await this.files.get(row.fileId);
    if (scan.scanState === 'infected') throw scanInfected();
    if (scan.scanState === 'pending') throw scanNotChecked();
  }

  private async decide(actor: Actor, row: Qualification, verdict: { state: 'verified' | 'rejected'; reason: string | null }): Promise<Qualification> {
    await this.records.save(row, { ...verdict, reviewedBy: actor.userId, reviewedAt: this.clock.now(), lapsedOn: null });
    await this.records.tell(actor, row, verdict.state, verdict.reason);
    await this.outbox.publish(qualificationReviewed, { qualificationId: row.id });
    return row;
  }

  private async move(actor: Actor, row: Qualification, { state, reason, step, why }: { state: 'verified' | 'suspended'; reason: string | null; step: 'suspended' | 'restored'; why?: string }): Promise<Qualification> {
    await this.records.save(row, { state, reason });
    await this.records.tell(actor, row, step, why ?? reason);
    await this.outbox.publish(qualificationReviewed, { qualificationId: row.id });
    return row;
  }
}

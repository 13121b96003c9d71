import { Injectable } from '@nestjs/common';
import { CreditEvents, CreditLedger, dayAfter } from '@huanbao/credit';
import { Files } from '@huanbao/documents';
import { Actor, shanghaiDate } from '@huanbao/platform';
import { Certificates } from '../certificates/certificates.service';
import type { CreditRepair, CreditRepairWithdrawal } from '../credit-repair.entity';
import { RepairBook } from '../credit-repair.reference';

/** Files that show what was false are uploaded to the application with this purpose. */
export const EVIDENCE = 'withdrawal-evidence';

interface Undone {
  readonly repair: CreditRepair;
  readonly withdrawal: CreditRepairWithdrawal;
  readonly reasons: string;
  readonly number: string | null;
  /** The day on which the decision was served. */
  readonly on: string;
}

/** What a withdrawal does to ledger and certificates. */
@Injectable()
export class Undoing {
  constructor(
    private readonly events: CreditEvents,
    private readonly ledger: CreditLedger,
    private readonly certificates: Certificates,
    private readonly files: Files,
    private readonly book: RepairBook,
  ) {}

  /** Of an event that gave way to another since, that one says. */
  async isRepaired({ eventId }: Pick<CreditRepair, 'eventId'>): Promise<boolean> {
    const event = await this.events.locked(eventId);
    return event?.replacedBy ? this.isRepaired({ eventId: event.replacedBy }) : event?.status === 'repaired';
  }

  async holdsEvidence(repairId: string, fileId: string): Promise<boolean> {
    return (await this.files.list('credit-repair', repairId)).some(one => one.id === fileId && one.purpose === EVIDENCE);
  }

  /**
   * From the service on: the event counts again, the false application stands in the ledger, the certificate is void. On the day of the repair
   * itself the ledger says `repaired`: it counts from the day after then. An event that was revoked or ended between decision and service counts
   * no more; all else follows as well. @returns the first day, null where none comes
   */
  async undo(actor: Actor, { repair, withdrawal, reasons, number, on }: Undone): Promise<string | null> {
    const stands = await this.isRepaired(repair);
    const basis = await this.book.withdrawalBasis();
    const { subjectId, eventKey } = repair;
    const repairedOn = repair.decidedAt === null ? on : shanghaiDate(repair.decidedAt);
    const effectiveOn = on > repairedOn ? on : dayAfter(repairedOn);
    if (stands) await this.ledger.change(actor, { subjectId, eventKey, key: `repair-withdrawn:${withdrawal.id}`, status: 'active', effectiveOn, reason: reasons, basis, documentNo: number });
    await this.ledger.append(actor, { key: `repair-false:${repair.id}`, subjectId, type: 'repair.false', title: '虚假申请信用修复', facts: withdrawal.falsehood, legalBasis: basis, sourceType: 'credit-repair', sourceId: repair.id, documentNo: number, evidenceFileId: withdrawal.evidenceFileId, occurredOn: on });
    await this.certificates.revoke(actor, { eventKey, kind: 'repaired', reason: reasons, on });
    return stands ? effectiveOn : null;
  }
}

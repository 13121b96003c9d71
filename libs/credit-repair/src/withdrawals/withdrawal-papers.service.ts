import { Injectable } from '@nestjs/common';
import { CalendarService, CaseNotice, type CaseRecord, Decisions, Notices, remedyDeadline, remedySentence } from '@huanbao/casework';
import { Db, shanghaiDate } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import { CreditCertificate, type CreditRepair, type CreditRepairWithdrawal, type WithdrawalRemedy } from '../credit-repair.entity';
import { RepairBook } from '../credit-repair.reference';
import { repairMachine } from '../repairs/repair.machine';
import { withdrawalParagraphs } from './withdrawal-paper';

/** 撤销信用修复决定书: made from the case as it stands, with the ways to contest it. */
@Injectable()
export class WithdrawalPapers {
  constructor(
    private readonly db: Db,
    private readonly notices: Notices,
    private readonly decisions: Decisions,
    private readonly calendars: CalendarService,
    private readonly book: RepairBook,
  ) {}

  /** Only inside the transaction of the decision. */
  async issue(c: CaseRecord, { repair, withdrawal, reasons }: { readonly repair: CreditRepair; readonly withdrawal: CreditRepairWithdrawal; readonly reasons: string }): Promise<CaseNotice> {
    const basis = await this.book.withdrawalBasis();
    const grant = await this.db.repo(CaseNotice).findOneBy({ caseId: c.id, kind: 'decision' });
    const certificate = await this.db.repo(CreditCertificate).findOneBy({ eventKey: repair.eventKey, kind: 'repaired', revokedOn: IsNull() });
    const granted = grant && { number: grant.number, on: repair.decidedAt === null ? grant.issuedOn : shanghaiDate(repair.decidedAt) };
    const paragraphs = withdrawalParagraphs({ repair, withdrawal, granted, certificateNo: certificate?.number ?? null, reasons, basis, barMonths: await this.book.number('false-bar') });
    return this.notices.issueWithdrawal(repairMachine, c, { article: basis, paragraphs });
  }

  /** Their last days run from the service. */
  async remedies(servedOn: string | null): Promise<WithdrawalRemedy[]> {
    const isWorkday = await this.calendars.isWorkday();
    return (await this.decisions.remediesNow()).map(one => ({ words: remedySentence(one), until: servedOn === null ? null : remedyDeadline(one, servedOn, isWorkday), verified: one.verified }));
  }
}

import { Module } from '@nestjs/common';
import { CaseworkModule } from '@huanbao/casework';
import { CreditModule } from '@huanbao/credit';
import { DocumentsModule } from '@huanbao/documents';
import { IdentityModule } from '@huanbao/identity';
import { NotificationsModule } from '@huanbao/notifications';
import { ReferenceModule } from '@huanbao/reference';
import { AppealQueries } from './appeals/appeal.queries';
import { Appealing } from './appeals/appealing.service';
import { CreditAppealsController } from './appeals/appeals.controller';
import { AppealDeciding } from './appeals/deciding.service';
import { Freezing } from './appeals/freezing.service';
import { CreditCaseLists } from './case-list';
import { CertificateQueries } from './certificates/certificate.queries';
import { PublicCertificatesController, SubjectRepairController } from './certificates/certificates.controller';
import { CertificatePapers } from './certificates/certificate-papers';
import { Certificates } from './certificates/certificates.service';
import { RepairClaims } from './certificates/claims';
import { CreditRepairFiles } from './credit-repair.files';
import { CreditRepairJobs } from './credit-repair.jobs';
import { RepairMessages } from './credit-repair.messages';
import { RepairBook } from './credit-repair.reference';
import { Following } from './following.service';
import { RepairApplying } from './repairs/applying.service';
import { FalseApplications } from './repairs/false-applications.service';
import { RepairHandling } from './repairs/handling.service';
import { RepairOptions } from './repairs/repair-options';
import { RepairQueries } from './repairs/repair.queries';
import { CreditRepairsController } from './repairs/repairs.controller';
import { WithdrawalEffect } from './withdrawals/taking-effect.service';
import { WithdrawalTelling } from './withdrawals/telling.service';
import { Undoing } from './withdrawals/undoing.service';
import { WithdrawalPapers } from './withdrawals/withdrawal-papers.service';
import { RepairWithdrawalsController } from './withdrawals/withdrawals.controller';
import { Withdrawing } from './withdrawals/withdrawing.service';
import './credit-repair.acts';

const SERVICES = [
  RepairBook, RepairMessages, RepairOptions, RepairApplying, RepairHandling, FalseApplications, WithdrawalTelling, Undoing, WithdrawalPapers, WithdrawalEffect, Withdrawing, RepairQueries, Freezing, Appealing, AppealDeciding, AppealQueries, CreditCaseLists, Certificates, CertificatePapers, CertificateQueries, RepairClaims, Following, CreditRepairFiles,
];

/** 信用修复 and 异议: events of credit are repaired, objected to, and leave a certificate when they end. */
@Module({ imports: [CaseworkModule, CreditModule, DocumentsModule, IdentityModule, NotificationsModule, ReferenceModule], providers: SERVICES, exports: SERVICES })
export class CreditRepairModule {}

@Module({ imports: [CreditRepairModule], controllers: [CreditRepairsController, RepairWithdrawalsController, CreditAppealsController, SubjectRepairController, PublicCertificatesController] })
export class CreditRepairHttpModule {}

@Module({ imports: [CreditRepairModule], providers: [CreditRepairJobs] })
export class CreditRepairJobsModule {}

import { Module, OnModuleInit } from '@nestjs/common';
import { CaseworkModule } from '@huanbao/casework';
import { ConflictsModule } from '@huanbao/conflicts';
import { DocumentsModule, FileSubjects } from '@huanbao/documents';
import { IdentityModule } from '@huanbao/identity';
import { MarketSignalsModule } from '@huanbao/market-signals';
import { MarketplaceModule } from '@huanbao/marketplace';
import { NotificationsModule } from '@huanbao/notifications';
import { JudgedBidsController } from './bids/bids.controller';
import { JudgedBids } from './bids/bids.queries';
import { Remaining } from './committee/candidates';
import { CommitteeService } from './committee/committee.service';
import { PoolReading } from './committee/pool';
import { Turning } from './committee/reveal';
import { RelationWatch } from './committee/relation-watch';
import { SeatDoor } from './committee/seat-door';
import { SeatQueries } from './committee/seat.queries';
import { SeatsController } from './committee/seats.controller';
import { SeatsService } from './committee/seats.service';
import { SheetSeal } from './committee/sheet-seal';
import { ComplaintExecution } from './complaints/complaint-execution';
import { ComplaintFiles } from './complaints/complaint.files';
import { ComplaintJobs } from './complaints/complaint.jobs';
import { ComplaintNotices } from './complaints/complaint.notices';
import { ComplaintRulings } from './complaints/complaint-rulings.service';
import { EvaluationComplaintsController, TenderComplaintsController } from './complaints/complaints.controller';
import { ComplaintWays } from './complaints/complaint-ways';
import { ComplaintQueries } from './complaints/complaints.queries';
import { ComplaintsService } from './complaints/complaints.service';
import { EvaluationController, PublicEvaluationController } from './evaluation.controller';
import { EvaluationFiles } from './evaluation.files';
import { EvaluationJobs } from './evaluation.jobs';
import { EvaluationNotices } from './evaluation.notices';
import { EvaluationQueries } from './evaluation.queries';
import { EvaluationRecords } from './evaluation.records';
import { ExpertsController } from './experts/experts.controller';
import { ExpertQueries } from './experts/experts.queries';
import { ExpertsService } from './experts/experts.service';
import { EvaluationGuard } from './guard';
import { ObjectionsService } from './objections.service';
import { Panels } from './panels';
import { PlansService } from './plans.service';
import { PublicEvaluations } from './public.queries';
import { PublicityService } from './publicity.service';
import { Readers } from './reader';
import { EvaluationReminders } from './reminders';
import { Remedies } from './remedies.service';
import { ReviewEnding } from './review/ending';
import { ReviewSeats } from './review/review-seats.service';
import { Reviews } from './review/reviews';
import { EvaluationReference } from './reference';
import './evaluation.acts';

const SERVICES = [
  EvaluationReference, Panels, EvaluationRecords, EvaluationNotices, EvaluationFiles, ExpertsService, ExpertQueries, PlansService, PoolReading, CommitteeService, SheetSeal, Turning, SeatsService, SeatDoor, ReviewEnding, Reviews, ReviewSeats, SeatQueries, Remaining,
  Remedies, ComplaintNotices, ComplaintsService, ComplaintExecution, ComplaintRulings, ComplaintQueries, ComplaintFiles, ComplaintWays, ObjectionsService, PublicityService, EvaluationGuard, Readers, EvaluationQueries, JudgedBids, PublicEvaluations,
];

/** Committees of experts, sealed scores, publicity of candidates. */
@Module({ imports: [IdentityModule, DocumentsModule, NotificationsModule, CaseworkModule, MarketplaceModule, ConflictsModule, MarketSignalsModule], providers: SERVICES, exports: SERVICES })
export class EvaluationModule implements OnModuleInit {
  constructor(
    private readonly subjects: FileSubjects,
    private readonly files: EvaluationFiles,
    private readonly complaintFiles: ComplaintFiles,
  ) {}

  onModuleInit(): void {
    this.subjects.register('tender-complaint', (actor, id, verb) => this.complaintFiles.may(actor, id, verb));
    this.subjects.register('evaluation', (actor, taskId, verb) => this.files.may(actor, taskId, verb));
  }
}

@Module({ imports: [EvaluationModule], controllers: [ExpertsController, EvaluationController, JudgedBidsController, PublicEvaluationController, SeatsController, TenderComplaintsController, EvaluationComplaintsController] })
export class EvaluationHttpModule {}

@Module({ imports: [EvaluationModule, IdentityModule, DocumentsModule, NotificationsModule], providers: [EvaluationJobs, ComplaintJobs, RelationWatch, EvaluationReminders] })
export class EvaluationJobsModule {}

import { Module } from '@nestjs/common';
import { CaseworkModule } from '@huanbao/casework';
import { CreditModule } from '@huanbao/credit';
import { DocumentsModule } from '@huanbao/documents';
import { EnforcementModule } from '@huanbao/enforcement';
import { IdentityModule } from '@huanbao/identity';
import { NotificationsModule } from '@huanbao/notifications';
import { RectificationModule } from '@huanbao/rectification';
import { ReferenceModule } from '@huanbao/reference';
import { ReportsModule } from '@huanbao/reports';
import { Clues } from './clues/clues.service';
import { FoundFacts } from './clues/found-facts';
import { EndingPursuit } from './executing/ending.service';
import { Executing } from './executing/executing.service';
import { PenaltyExecutionController } from './executing/execution.controller';
import { Following } from './executing/following.service';
import { OwnPenaltiesController } from './own/own-penalties.controller';
import { OwnPenaltyQueries } from './own/own-penalties.queries';
import { OverduePenalties } from './overdue';
import { PenaltyParties } from './parties';
import { PaperShelf } from './papers/paper-shelf';
import { PenaltyPapers } from './papers/penalty-papers';
import { PenaltiesController } from './penalties.controller';
import { PenaltyFiles } from './penalties.files';
import { ComplaintClues } from './complaint-clues';
import { PenaltiesJobs } from './penalties.jobs';
import { PenaltyReference } from './penalties.reference';
import { PenaltyHearingController } from './penalty-hearing.controller';
import { PenaltyPerformanceController } from './penalty-performance.controller';
import { PenaltyExport } from './penalty-export';
import { PenaltyUndoingController } from './penalty-undoing.controller';
import { PenaltyOptions } from './penalty-options';
import { PenaltyOrigins } from './penalty-origins';
import { PenaltyQueries } from './penalty.queries';
import { PenaltyFines } from './reading/fines';
import { PublicPenaltiesController } from './public/public-penalties.controller';
import { PublicPenalties } from './public/public-penalties.queries';
import { PenaltyActs } from './steps/acting';
import { Contesting } from './steps/contesting.service';
import { Crediting } from './steps/crediting.service';
import { Deciding } from './steps/deciding.service';
import { Investigating } from './steps/investigating.service';
import { Opening } from './steps/opening.service';
import { Performing } from './steps/performing.service';
import { Publishing } from './steps/publishing.service';
import { Stating } from './steps/stating.service';
import { Undoing } from './steps/undoing.service';
import './penalties.acts';

const SERVICES = [PenaltyReference, PenaltyParties, OverduePenalties, PaperShelf, PenaltyPapers, PenaltyActs, Opening, Investigating, Stating, Deciding, Performing, Contesting, Following, Executing, EndingPursuit, Clues, FoundFacts, Crediting, Publishing, Undoing, PenaltyOptions, PenaltyOrigins, PenaltyQueries, PenaltyExport, OwnPenaltyQueries, PublicPenalties, PenaltyFiles, PenaltyFines];

/** 行政处罚, from the clue to the closed case. */
@Module({ imports: [CaseworkModule, CreditModule, DocumentsModule, EnforcementModule, IdentityModule, NotificationsModule, RectificationModule, ReferenceModule, ReportsModule], providers: SERVICES, exports: SERVICES })
export class PenaltiesModule {}

@Module({ imports: [PenaltiesModule], controllers: [PublicPenaltiesController, OwnPenaltiesController, PenaltiesController, PenaltyHearingController, PenaltyPerformanceController, PenaltyExecutionController, PenaltyUndoingController] })
export class PenaltiesHttpModule {}

@Module({ imports: [CaseworkModule, EnforcementModule, PenaltiesModule], providers: [PenaltiesJobs, ComplaintClues] })
export class PenaltiesJobsModule {}

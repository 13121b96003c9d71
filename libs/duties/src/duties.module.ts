import { Module } from '@nestjs/common';
import { CaseworkModule } from '@huanbao/casework';
import { DocumentsModule } from '@huanbao/documents';
import { IdentityModule } from '@huanbao/identity';
import { NotificationsModule } from '@huanbao/notifications';
import { PermitsModule } from '@huanbao/permits';
import { RecordsModule } from '@huanbao/records';
import { DutyCalendarQueries } from './calendar/calendar.queries';
import { DailyRound } from './calendar/daily-round';
import { DutiesController, EnforcementController, FeedsController, PublicCalendarController } from './calendar/duties.controller';
import { DutiesService } from './calendar/duties.service';
import { DutyQueries } from './calendar/duty.queries';
import { DutyFiles } from './calendar/duty.files';
import { EndingPreview } from './calendar/ending-preview.service';
import { EnforcementService } from './calendar/enforcement.service';
import { OverdueTasks } from './calendar/overdue-tasks';
import { FeedsService } from './calendar/feeds.service';
import { DutyPlanner } from './calendar/planner';
import { RecordClosing } from './calendar/record-closing';
import { DutiesJobs } from './duties.jobs';
import { StoppageFiles } from './stopping/stoppage.files';
import { StoppagePreview } from './stopping/stoppage-preview.service';
import { StoppageQuestions } from './stopping/stoppage-questions.service';
import { StoppagesController } from './stopping/stoppages.controller';
import { StoppagesService } from './stopping/stoppages.service';
import './duties.acts';

const SERVICES = [DutyPlanner, DutyQueries, DutyCalendarQueries, EndingPreview, StoppagePreview, StoppageQuestions, StoppageFiles, OverdueTasks, DutyFiles, DutiesService, RecordClosing, EnforcementService, FeedsService, StoppagesService];

/** What permit holders must do after the certificate. */
@Module({ imports: [IdentityModule, PermitsModule, RecordsModule, CaseworkModule, DocumentsModule, NotificationsModule], providers: SERVICES, exports: SERVICES })
export class DutiesModule {}

@Module({ imports: [DutiesModule], controllers: [DutiesController, EnforcementController, FeedsController, PublicCalendarController, StoppagesController] })
export class DutiesHttpModule {}

@Module({ imports: [DutiesModule, NotificationsModule], providers: [DailyRound, DutiesJobs] })
export class DutiesJobsModule {}

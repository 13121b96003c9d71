import { Module } from '@nestjs/common';
import { DocumentsModule } from '@huanbao/documents';
import { IdentityModule } from '@huanbao/identity';
import { NotificationsModule } from '@huanbao/notifications';
import { ReferenceModule } from '@huanbao/reference';
import { AdverseDecisions } from './adverse/adverse.service';
import { AdverseTerms } from './adverse/adverse-terms';
import { AdverseHearings } from './adverse/hearings.service';
import { AdverseReceiving } from './adverse/receiving.service';
import { AdverseStatements } from './adverse/statements.service';
import { AdverseTelling } from './adverse/telling.service';
import { OutsideFaces } from './adverse/outside-face';
import { CaseFiles } from './case.files';
import { ClockKeeper } from './clock/clock-keeper';
import { ClockLengths } from './clock/clock-lengths';
import { ClockReadings } from './clock/clock-readings';
import { PauseService } from './clock/pause.service';
import { Sweeper } from './clock/sweeper';
import { CorrectionRounds } from './corrections/correction-rounds.service';
import { CorrectionViews } from './corrections/correction.views';
import { Corrections } from './corrections/corrections.service';
import { Agencies } from './engine/agencies';
import { CaseEngine } from './engine/case-engine';
import { CaseMessages } from './engine/case-messages';
import { CaseHooks } from './engine/case-hooks';
import { Waiting } from './views/waiting';
import { CaseMover } from './engine/case-mover';
import { ClaimedCases } from './engine/claimed-cases';
import { Claims } from './engine/claims.service';
import { Impartiality } from './engine/impartiality';
import { Timeline } from './engine/timeline';
import { Decisions } from './notices/decisions';
import { Notices } from './notices/notices.service';
import { ServiceBook } from './notices/service-book';
import { Serving } from './notices/serving';
import { PublicProgress } from './public/public-progress';
import { QueryAttempts } from './public/query-attempts';
import { CalendarService } from './reference/calendar.service';
import { Holidays } from './reference/holidays.service';
import { RemediesReference } from './reference/remedies.reference';
import { Supervisions } from './supervision/supervision.service';
import { CaseErrands } from './views/case-errands';
import { CaseTraits } from './views/case-traits';
import { CaseViews } from './views/case-views';
import { CasesQuery } from './views/cases.query';
import { QueueExport } from './views/queue-export';
import './casework.acts';
import './machine/machine.acts';

const INNER = [
  Agencies, Impartiality, AdverseTelling, AdverseStatements, AdverseHearings, AdverseReceiving, CaseMessages, ClockKeeper, ClockReadings, CaseMover, Claims, Timeline, Decisions, CorrectionRounds, CorrectionViews, PauseService, Supervisions, Sweeper, QueryAttempts, PublicProgress, Holidays, CasesQuery, QueueExport,
];

/** The one engine of procedures: what capabilities build their procedures on. */
@Module({
  imports: [IdentityModule, DocumentsModule, NotificationsModule, ReferenceModule],
  providers: [RemediesReference, ServiceBook, AdverseTerms, CaseEngine, CaseHooks, ClockLengths, CaseViews, Corrections, CalendarService, Notices, AdverseDecisions, OutsideFaces, Serving, Waiting, CaseFiles, CaseTraits, CaseErrands, ClaimedCases, ...INNER],
  exports: [DocumentsModule, CaseEngine, CaseHooks, ClockLengths, CaseViews, Corrections, CalendarService, Notices, AdverseDecisions, OutsideFaces, Serving, Waiting, CaseTraits, CaseErrands, ...INNER],
})
export class CaseworkModule {}

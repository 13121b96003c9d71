export {
  allMachines,
  type Bilingual,
  defineMachine,
  LICENSING_PAUSES,
  machineOf,
  type ActionDefinition,
  type ClockDefinition,
  type ClockStep,
  type DecisionOutcome,
  type Holder,
  type Machine,
  type MachineDefinition,
  type NoticeKind,
  type PaperWords,
  type PauseGround,
  type StateDefinition,
  type Visibility,
} from './machine/machine';
export { possibleActions, shownState, statesShownAs, stepOf } from './machine/transitions';
export { renderMachine, writeDiagrams } from './machine/diagram';
export { CaseRecord, CaseEvent, ClockEntry } from './case.entity';
export { CorrectionItem, CorrectionMessage, CorrectionRound } from './correction.entity';
export { CaseDecision, CaseNotice, type Condition } from './outcome.entity';
export { HolidayYear } from './reference.entity';
export { CASEWORK_ENTITIES } from './entities';
export { CaseEngine } from './engine/case-engine';
export { Impartiality } from './engine/impartiality';
export { Waiting } from './views/waiting';
export { CaseHooks, type PaperServed } from './engine/case-hooks';
export { type ActOptions, type ClockChoice, type CorrectionItemInput, type DecisionInput, type Effects, type OpenInput, type Transition } from './engine/acting';
export { ballOf, type Ball } from './engine/ball';
export { type Consequence, Corrections, type EditableSummary } from './corrections/corrections.service';
export { concealed } from './corrections/concealed';
export { diffSnapshots, placeOf, type Change, type Json } from './corrections/snapshot';
export { secondCorrectionNeedsReason } from './corrections/second-correction';
export { ClockLengths } from './clock/clock-lengths';
export { type PeriodLength } from './clock/ledger';
export { type ClockReading } from './clock/reading';
export { ClockReadings } from './clock/clock-readings';
export { CalendarService } from './reference/calendar.service';
export { demoReceipt } from './notices/demo-receipt';
export { SERVICE, SERVICE_METHODS, serviceFaults, type ServiceGiven, type ServiceMethod } from './notices/service-methods';
export { AdverseDecisions, type Proposal } from './adverse/adverse.service';
export { AdverseDecision, type HearingLaw } from './adverse/adverse.entity';
export { isOutsider, OutsideFaces } from './adverse/outside-face';
export { Serving } from './notices/serving';
export { Decisions } from './notices/decisions';
export { type Remedy, remedyDeadline, remedySentence } from './reference/remedies';
export { Notices } from './notices/notices.service';
export { PublicProgress } from './public/public-progress';
export { QUERY_CODE_CONTEXT } from './public/query-code';
export { CaseErrands } from './views/case-errands';
export { CaseTraits } from './views/case-traits';
export { CaseViews } from './views/case-views';
export * from './views/case.view';
export * from './views/holiday-year.view';
export * from './views/public-progress.view';
export { caseRelations, casePolicy, type CaseParties } from './casework.policy';
export * from './casework.events';
export { seedCaseworkReference } from './reference/seed';
export { CaseworkModule } from './casework.module';
export { CaseworkHttpModule } from './casework-http.module';
export { CaseworkJobsModule } from './casework-jobs.module';

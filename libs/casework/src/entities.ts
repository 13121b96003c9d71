import { AdverseDecision } from './adverse/adverse.entity';
import { CaseEvent, CaseRecord, ClockEntry } from './case.entity';
import { CorrectionItem, CorrectionMessage, CorrectionRound } from './correction.entity';
import { CaseDecision, CaseNotice } from './outcome.entity';
import { ClockRecomputation, HolidayYear, HolidayYearVersion, RemedyRule } from './reference.entity';
import { Supervision } from './supervision/supervision.entity';

/** The tables of casework, for the composition roots. */
export const CASEWORK_ENTITIES = [
  CaseRecord,
  CaseEvent,
  ClockEntry,
  CorrectionRound,
  CorrectionItem,
  CorrectionMessage,
  CaseNotice,
  CaseDecision,
  AdverseDecision,
  Supervision,
  HolidayYear,
  HolidayYearVersion,
  ClockRecomputation,
  RemedyRule,
];

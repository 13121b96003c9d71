import { ApplicationSection, PermitApplication, ReviewOpinion } from './application.entity';
import { ApplicationCondition, LibraryCondition } from './conditions/condition.entity';
import { FormStateRow } from './form-state.entity';
import { DischargeStandard, LimitStandard } from './limit-standard.entity';
import { LimitProposal } from './limits/limit-proposal.entity';
import { PermitMeasure, PermitMeasureDraft, PermitRequest, PermitRequestDraft } from './ending/ending.entity';
import { PermitMaterial } from './life/material.entity';
import { PermitCondition, PermitLimit } from './life/permit-limit.entity';
import { PermitVersion } from './life/permit-version.entity';
import { ProcedurePeriod } from './life/procedure-period.entity';
import { Countersign, ReviewPart } from './officers/officers.entity';
import { SiteCheck, SiteCheckPhoto } from './officers/site-check.entity';
import { PermitImport, PermitImportRow } from './imports/import.entity';
import { FormPaper } from './papers/paper.entity';
import { Permit } from './permit.entity';
import { ReviewFinding, ReviewRun } from './review-run.entity';
import { PermitRegistration, PermitRegistrationVersion } from './registrations/registration.entity';

/** The tables of this room. */
export const PERMITS_ENTITIES = [PermitApplication, ApplicationSection, FormStateRow, ReviewOpinion, ReviewPart, Countersign, SiteCheck, SiteCheckPhoto, ReviewRun, ReviewFinding, Permit, PermitImport, PermitImportRow, FormPaper, PermitVersion, PermitLimit, PermitCondition, LibraryCondition, ApplicationCondition, ProcedurePeriod, PermitMaterial, PermitMeasure, PermitMeasureDraft, PermitRequest, PermitRequestDraft, PermitRegistration, PermitRegistrationVersion, LimitStandard, DischargeStandard, LimitProposal];

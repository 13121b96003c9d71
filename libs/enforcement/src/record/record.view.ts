import { FieldProblemView, FieldView, PrintedFactView, PrintedTableView } from '@huanbao/permits';
import { TextView } from '@huanbao/casework';
import { NO_PLACE } from './record.entity';
import type { InspectionPhoto } from './record.entity';
import type { RecordSection } from './form';

export class InspectionSectionView {
  key!: RecordSection;
  title!: TextView;
  intro!: TextView;
  fields!: FieldView[];
  data!: Record<string, unknown>;
  /** 0 before the first save. */
  version!: number;
  changedByName!: string | null;
  changedAt!: string | null;
  /** What is still missing or wrong; pointers within the page. */
  problems!: FieldProblemView[];
}

export class PrintedInspectionSectionView {
  key!: string;
  title!: TextView;
  facts!: PrintedFactView[];
  tables!: PrintedTableView[];
}

export class InspectionPhotoView {
  id!: string;
  clientId!: string;
  fileId!: string;
  section!: string;
  caption!: string;
  sha256!: string;
  capturedAt!: string;
  lng!: string | null;
  lat!: string | null;
  accuracyM!: string | null;
  noPlace!: (typeof NO_PLACE)[number] | null;
  takenByName!: string;
}

/** A violation of the draft with the law of its day and what is suggested. */
export class WeighedViolationView {
  rowId!: string;
  title!: string;
  law!: string | null;
  lawVerified!: boolean;
  suggestion!: 'order' | 'rectify' | 'penalty-clue' | null;
}

/** A row of the law library, so that a phone off the net finds the law of a day. */
export class InspectionLawView {
  key!: string;
  title!: string;
  legalBasis!: string;
  effectiveFrom!: string;
  effectiveTo!: string | null;
  verified!: boolean;
}

export class InspectionMatrixView {
  key!: string;
  value!: string;
  effectiveFrom!: string;
  effectiveTo!: string | null;
}

export class InspectionRecordView {
  inspectionId!: string;
  state!: 'planned' | 'drafting' | 'signing' | 'held' | 'cancelled';
  mode!: 'onsite' | 'offsite';
  contentHash!: string | null;
  /** Pages as they are filled; empty once the record is closed for signing. */
  sections!: InspectionSectionView[];
  /** What is signed, in words; empty before. */
  printed!: PrintedInspectionSectionView[];
  weighed!: WeighedViolationView[];
  laws!: InspectionLawView[];
  matrix!: InspectionMatrixView[];
  photos!: InspectionPhotoView[];
}

export const inspectionPhotoView = ({ id, clientId, fileId, section, caption, sha256, capturedAt, lng, lat, accuracyM, noPlace, takenByName }: InspectionPhoto): InspectionPhotoView => ({
  id, clientId, fileId, section, caption, sha256, capturedAt: capturedAt.toISOString(), lng, lat, accuracyM, noPlace, takenByName,
});

import { TextView } from '@huanbao/casework';
import type { SectionKey } from '../form/field';
import type { HandedOver, Specialty } from './officers.entity';

export class ReviewPartView {
  id!: string;
  specialty!: Specialty;
  officerId!: string;
  officerName!: string;
  assignedByName!: string;
  assignedAt!: Date;
  dueOn!: string | null;
  /** Working days to the reviewer's own last day; null without one or once done. */
  remainingDays!: number | null;
  /** That day lies in a year whose holidays are not published: the days left may change. */
  dueProvisional!: boolean;
  verdict!: 'agree' | 'object' | null;
  summary!: string | null;
  doneAt!: Date | null;
  history!: HandedOver[];
  mine!: boolean;
}

export class CountersignView {
  id!: string;
  officerId!: string;
  officerName!: string;
  department!: string | null;
  question!: string;
  askedByName!: string;
  askedAt!: Date;
  verdict!: 'agree' | 'object' | null;
  answer!: string | null;
  answeredAt!: Date | null;
  withdrawnAt!: Date | null;
  withdrawnByName!: string | null;
  withdrawnReason!: string | null;
  history!: HandedOver[];
  mine!: boolean;
  /** The actor may withdraw it. */
  mayWithdraw!: boolean;
  /** The actor may hand it over to another colleague. */
  mayHandOver!: boolean;
}

export class OfficerView {
  userId!: string;
  name!: string;
  post!: string;
}

/** A medium the application is about, of which the review has to speak before it is concluded. */
export class ReviewMediumView {
  key!: 'air' | 'water' | 'solid-noise' | 'monitoring';
  label!: TextView;
  /** An opinion on one of these, or the part, speaks of it. */
  sections!: SectionKey[];
  given!: boolean;
}

/** Everything the officers do together on one application. */
export class TeamworkView {
  media!: ReviewMediumView[];
  parts!: ReviewPartView[];
  countersigns!: CountersignView[];
  /** Officers who may be given a part or asked. */
  officers!: OfficerView[];
  /** The actor leads: may assign, hand over and conclude. */
  lead!: boolean;
}

export class CheckPlaceView {
  lng!: number;
  lat!: number;
}

export class CheckItemView {
  key!: string;
  kind!: string;
  code!: string | null;
  question!: string;
  at!: CheckPlaceView | null;
}

export class CheckOfficerView {
  userId!: string;
  name!: string;
  certificateNo!: string;
}

export class CheckAnswerView {
  key!: string;
  answer!: 'yes' | 'no' | 'na';
  note?: string;
}

export class CheckSignatureView {
  side!: 'officer' | 'party';
  name!: string;
  title?: string;
  at!: string;
  refused?: string;
}

export class CheckReportView {
  startedAt!: string;
  endedAt!: string;
  answers!: CheckAnswerView[];
  conclusion!: 'conforms' | 'to-mend' | 'does-not-conform';
  findings!: string;
  signatures!: CheckSignatureView[];
}

export class CheckPhotoView {
  id!: string;
  clientId!: string;
  fileId!: string;
  itemKey!: string | null;
  sm3!: string;
  capturedAt!: Date | null;
  lng!: string | null;
  lat!: string | null;
  accuracyM!: string | null;
  /** exif or browser. */
  locatedBy!: string | null;
  distanceM!: number | null;
  takenByName!: string;
  receivedAt!: Date;
}

export class SiteCheckView {
  id!: string;
  applicationId!: string;
  enterpriseName!: string;
  siteName!: string;
  /** ordered, reported or cancelled. */
  state!: string;
  reason!: string;
  plannedOn!: string;
  officers!: CheckOfficerView[];
  items!: CheckItemView[];
  orderedByName!: string;
  orderedAt!: Date;
  report!: CheckReportView | null;
  reportedAt!: Date | null;
  reportedByName!: string | null;
  /** The PDF; null while it is being drawn. */
  reportFileId!: string | null;
  photos!: CheckPhotoView[];
  /** The actor is of the team and may fill it in. */
  mayReport!: boolean;
}

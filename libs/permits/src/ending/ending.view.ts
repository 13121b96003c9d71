import { CaseDetailView, TextView } from '@huanbao/casework';
import { MaterialView } from '../life/life.view';

export class GroundView {
  key!: string;
  label!: TextView;
  article!: string;
  /** Why the party is neither told beforehand nor heard; null where it is. */
  unheard!: TextView | null;
}

export class MeasureGroundsView {
  kind!: 'revoke' | 'forfeit' | 'withdraw' | 'cancel-ex-officio';
  label!: TextView;
  grounds!: GroundView[];
}

export class EndingGroundsView {
  measures!: MeasureGroundsView[];
}

/** A refusal that was put forward and waits for a second person. */
export class RefusalPutForwardView {
  byName!: string;
  reason!: string;
  /** The reader put it forward, and cannot decide it. */
  mine!: boolean;
}

/** A case about the end or the loss of a permit. */
export class PermitCaseView {
  id!: string;
  permitId!: string;
  permitNumber!: string;
  kind!: 'revoke' | 'forfeit' | 'withdraw' | 'cancel-ex-officio' | 'reissue' | 'cancel';
  /** The ground of a measure, in words; null for a request. */
  ground!: GroundView | null;
  /** What the holder wrote; null for a measure. */
  reason!: string | null;
  /** Of 补领: lost or damaged. */
  cause!: 'lost' | 'damaged' | null;
  occurredOn!: string | null;
  /** The papers handed in are files of the subject `permit-request` with this id, their purpose is the kind of material; null when none belong to it. */
  papersId!: string | null;
  /** Copy of record of what was signed, in `/signatures/:id`; null for a measure, and for a request of before. */
  recordId!: string | null;
  /** The papers this business asks for, as of the day it was handed in; empty for a measure. */
  materials!: MaterialView[];
  /** The evidence of a measure is files of the subject `permit-measure` with this id, the bureau's own; null for a request, and for everybody else. */
  evidenceId!: string | null;
  /** The bureau's own; null for everybody else, and where none waits. */
  refusal!: RefusalPutForwardView | null;
  case!: CaseDetailView;
  actions!: string[];
  version!: number;
}

/** Where the papers of a request are uploaded before it is handed in: files of the subject `permit-request`, the kind of material as purpose. */
export class RequestDraftView {
  id!: string;
  kind!: 'reissue' | 'cancel';
  materials!: MaterialView[];
}

/** Where the evidence of a measure is uploaded before it is proposed: files of the subject `permit-measure`. */
export class MeasureDraftView {
  id!: string;
}

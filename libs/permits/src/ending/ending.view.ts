import { CaseDetailView, TextView } from '@huanbao/casework';

export class GroundView {
  key!: string;
  label!: TextView;
  article!: string;
}

export class MeasureGroundsView {
  kind!: 'revoke' | 'forfeit' | 'withdraw';
  label!: TextView;
  grounds!: GroundView[];
}

export class EndingGroundsView {
  measures!: MeasureGroundsView[];
  /** 注销 by the authority of its own. */
  cancel!: GroundView[];
}

/** A case about the end or the loss of a permit. */
export class PermitCaseView {
  id!: string;
  permitId!: string;
  permitNumber!: string;
  kind!: 'revoke' | 'forfeit' | 'withdraw' | 'reissue' | 'cancel';
  /** The ground of a measure, in words; null for a request. */
  ground!: GroundView | null;
  /** What the holder wrote; null for a measure. */
  reason!: string | null;
  occurredOn!: string | null;
  case!: CaseDetailView;
  actions!: string[];
  version!: number;
}

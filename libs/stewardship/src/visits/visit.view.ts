import { Actor } from '@huanbao/platform';
import type { StewardPhoto, StewardVisit } from '../entities';
import { VisitStanding, visitStanding } from '../rules';
import { stewardPolicy } from '../stewardship.policy';

const STANDINGS: Readonly<Record<VisitStanding, { readonly zh: string; readonly en: string; readonly tone: string }>> = {
  planned: { zh: '已计划', en: 'Planned', tone: 'info' },
  missed: { zh: '已过期未开展', en: 'Missed', tone: 'danger' },
  held: { zh: '已开展', en: 'Held', tone: 'success' },
  'held-late': { zh: '已补做', en: 'Held late', tone: 'warning' },
  cancelled: { zh: '已取消', en: 'Cancelled', tone: 'muted' },
};

/** A visit in a list. */
export class StewardVisitItemView {
  id!: string;
  retainerId!: string;
  enterpriseId!: string;
  enterpriseName!: string;
  firmName!: string;
  plannedOn!: string;
  heldOn!: string | null;
  visitorName!: string;
  topics!: string[];
  state!: 'planned' | 'held' | 'cancelled';
  standing!: 'planned' | 'missed' | 'held' | 'held-late' | 'cancelled';
  standingZh!: string;
  standingEn!: string;
  tone!: string;
  /** Null before it was held. */
  problems!: number | null;
}

export class StewardVisitPageView {
  items!: StewardVisitItemView[];
  nextCursor!: string | null;
}

export class StewardCheckItemView {
  key!: string;
  topic!: string;
  zh!: string;
  en!: string;
  legalBasis!: string;
  verified!: boolean;
}

export class StewardAnswerView {
  key!: string;
  answer!: 'ok' | 'problem' | 'na';
  remark!: string | null;
}

export class StewardPhotoView {
  id!: string;
  fileId!: string;
  itemKey!: string | null;
  sm3!: string;
  capturedAt!: string | null;
  lng!: string | null;
  lat!: string | null;
  locatedBy!: 'exif' | 'browser' | null;
}

export class StewardVisitView extends StewardVisitItemView {
  version!: number;
  visitorId!: string;
  items!: StewardCheckItemView[];
  answers!: StewardAnswerView[];
  photos!: StewardPhotoView[];
  summary!: string | null;
  recordedByName!: string | null;
  recordedAt!: string | null;
  cancelledReason!: string | null;
  actions!: string[];
}

export const visitItem = (today: string) => (visit: StewardVisit): StewardVisitItemView => {
  const { id, retainerId, enterpriseId, enterpriseName, firmName, plannedOn, heldOn, visitorName, topics, state, answers } = visit;
  const standing = visitStanding(visit, today);
  const { zh, en, tone } = STANDINGS[standing];
  return { id, retainerId, enterpriseId, enterpriseName, firmName, plannedOn, heldOn, visitorName, topics, state, standing, standingZh: zh, standingEn: en, tone, problems: answers ? answers.filter(one => one.answer === 'problem').length : null };
};

export const stewardPhotoView = ({ id, fileId, itemKey, sm3, capturedAt, lng, lat, locatedBy }: StewardPhoto): StewardPhotoView => ({ id, fileId, itemKey, sm3, capturedAt: capturedAt?.toISOString() ?? null, lng, lat, locatedBy });

export function visitView(actor: Actor, visit: StewardVisit, photos: readonly StewardPhoto[], today: string): StewardVisitView {
  const { version, visitorId, items, answers, summary, recordedByName, recordedAt, cancelledReason, state, plannedOn } = visit;
  const works = stewardPolicy.may(actor, 'stewardship.work', { ...visit, isReleased: true });
  return {
    ...visitItem(today)(visit), version, visitorId, items, answers: (answers ?? []).map(({ key, answer, remark }) => ({ key, answer, remark: remark ?? null })), photos: photos.map(stewardPhotoView), summary, recordedByName, recordedAt: recordedAt?.toISOString() ?? null, cancelledReason,
    actions: works && state === 'planned' ? ['record', ...(plannedOn >= today ? ['move', 'cancel'] : [])] : [],
  };
}

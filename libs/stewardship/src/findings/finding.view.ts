import { Actor } from '@huanbao/platform';
import type { StewardFinding, StewardFindingStep, StewardPhoto } from '../entities';
import { isFindingLate, Severity } from '../rules';
import { stewardPolicy } from '../stewardship.policy';
import { StewardPhotoView, stewardPhotoView } from '../visits/visit.view';

export const SEVERITY_ZH: Readonly<Record<Severity, string>> = { minor: '一般', major: '较重', serious: '严重' };
export const FINDING_STATES = {
  open: { zh: '待整改', en: 'To be mended', tone: 'warning' },
  answered: { zh: '待复查', en: 'To be re-checked', tone: 'progress' },
  closed: { zh: '已办结', en: 'Closed', tone: 'done' },
} as const;

/** A finding in a list. */
export class StewardFindingItemView {
  id!: string;
  retainerId!: string;
  visitId!: string;
  enterpriseName!: string;
  firmName!: string;
  topic!: string;
  severity!: 'minor' | 'major' | 'serious';
  place!: string;
  description!: string;
  foundOn!: string;
  dueOn!: string;
  closedOn!: string | null;
  state!: 'open' | 'answered' | 'closed';
  stateZh!: string;
  stateEn!: string;
  tone!: string;
  late!: boolean;
  reopened!: number;
}

export class StewardFindingPageView {
  items!: StewardFindingItemView[];
  nextCursor!: string | null;
}

export class StewardFindingStepView {
  id!: string;
  kind!: 'raise' | 'answer' | 'close' | 'reopen' | 'settle';
  text!: string;
  fileIds!: string[];
  byName!: string;
  at!: string;
}

export class StewardFindingView extends StewardFindingItemView {
  version!: number;
  itemText!: string;
  legalBasis!: string;
  advice!: string;
  photos!: StewardPhotoView[];
  steps!: StewardFindingStepView[];
  actions!: string[];
}

export const findingItem = (today: string) => (finding: StewardFinding): StewardFindingItemView => {
  const { id, retainerId, visitId, enterpriseName, firmName, topic, severity, place, description, foundOn, dueOn, closedOn, state, reopened } = finding;
  const { zh, en, tone } = FINDING_STATES[state];
  return { id, retainerId, visitId, enterpriseName, firmName, topic, severity, place, description, foundOn, dueOn, closedOn, state, stateZh: zh, stateEn: en, tone, late: isFindingLate(finding, today), reopened };
};

export function findingView(actor: Actor, { finding, steps, photos, isOver }: { finding: StewardFinding; steps: readonly StewardFindingStep[]; photos: readonly StewardPhoto[]; isOver: boolean }, today: string): StewardFindingView {
  const { version, itemText, legalBasis, advice, state } = finding;
  const may = (action: 'stewardship.answer' | 'stewardship.work'): boolean => stewardPolicy.may(actor, action, { ...finding, isReleased: true });
  return {
    ...findingItem(today)(finding), version, itemText, legalBasis, advice, photos: photos.map(stewardPhotoView),
    steps: steps.map(({ id, kind, text, fileIds, byName, at }) => ({ id, kind, text, fileIds, byName, at: at.toISOString() })),
    actions: [...(state !== 'closed' && may('stewardship.answer') ? ['answer', ...(isOver ? ['settle'] : [])] : []), ...(state === 'answered' && may('stewardship.work') ? ['close', 'reopen'] : [])],
  };
}

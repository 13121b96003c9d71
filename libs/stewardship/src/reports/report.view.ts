import { Actor } from '@huanbao/platform';
import type { ReportFacts, StewardReport } from '../entities';
import { stewardPolicy } from '../stewardship.policy';

export const STEWARD_REPORT_STATES = {
  draft: { zh: '待签发', en: 'To be signed', tone: 'warning' },
  signed: { zh: '待企业确认', en: 'To be acknowledged', tone: 'progress' },
  acknowledged: { zh: '企业已确认', en: 'Acknowledged', tone: 'success' },
  superseded: { zh: '已有新版本', en: 'Superseded', tone: 'muted' },
} as const;

/** A monthly report in a list. */
export class StewardReportItemView {
  id!: string;
  retainerId!: string;
  enterpriseName!: string;
  firmName!: string;
  month!: string;
  revision!: number;
  dueOn!: string;
  signedOn!: string | null;
  state!: 'draft' | 'signed' | 'acknowledged' | 'superseded';
  stateZh!: string;
  stateEn!: string;
  tone!: string;
  /** The day has passed unsigned, or it was signed after it. */
  late!: boolean;
}

export class StewardReportPageView {
  items!: StewardReportItemView[];
  nextCursor!: string | null;
}

export class StewardReportVisitView {
  plannedOn!: string;
  heldOn!: string | null;
  state!: 'planned' | 'held' | 'cancelled';
  visitorName!: string;
  summary!: string | null;
  problems!: number;
}

export class StewardReportFindingView {
  foundOn!: string;
  topic!: string;
  severity!: 'minor' | 'major' | 'serious';
  place!: string;
  description!: string;
  advice!: string;
  dueOn!: string;
  state!: 'open' | 'answered' | 'closed';
  closedOn!: string | null;
}

export class StewardReportDutyView {
  title!: string;
  dueOn!: string;
  status!: string;
}

export class StewardReportVersionView {
  id!: string;
  revision!: number;
  stateZh!: string;
  stateEn!: string;
}

export class StewardReportView extends StewardReportItemView {
  version!: number;
  asOf!: string;
  visits!: StewardReportVisitView[];
  findings!: StewardReportFindingView[];
  /** Null where the firm had no mandate for the matter. */
  duties!: StewardReportDutyView[] | null;
  remark!: string;
  revisionReason!: string | null;
  hasFile!: boolean;
  draftedAt!: string;
  signedByName!: string | null;
  acknowledgedAt!: string | null;
  acknowledgedByName!: string | null;
  /** All versions of the month that the reader may open. */
  versions!: StewardReportVersionView[];
  actions!: string[];
}

export const partiesOf = (report: StewardReport): { enterpriseId: string; firmId: string; isReleased: boolean } => ({ enterpriseId: report.enterpriseId, firmId: report.firmId, isReleased: report.state !== 'draft' });

export const reportItem = (today: string) => (report: StewardReport): StewardReportItemView => {
  const { id, retainerId, enterpriseName, firmName, month, revision, dueOn, signedOn, state } = report;
  const { zh, en, tone } = STEWARD_REPORT_STATES[state];
  return { id, retainerId, enterpriseName, firmName, month, revision, dueOn, signedOn, state, stateZh: zh, stateEn: en, tone, late: revision === 1 && (signedOn ?? today) > dueOn };
};

export function reportView(actor: Actor, report: StewardReport, all: readonly StewardReport[], today: string): StewardReportView {
  const { version, facts, remark, revisionReason, fileId, draftedAt, signedByName, acknowledgedAt, acknowledgedByName, state } = report;
  const { asOf, visits, findings, duties }: ReportFacts = facts;
  const may = (action: 'stewardship.work' | 'stewardship.sign' | 'stewardship.answer'): boolean => stewardPolicy.may(actor, action, partiesOf(report));
  const hasDraft = all.some(one => one.state === 'draft');
  const actions = state === 'draft'
    ? [...(may('stewardship.work') ? ['write', 'refresh'] : []), ...(may('stewardship.sign') ? ['sign'] : [])]
    : [...(state === 'signed' && may('stewardship.answer') ? ['acknowledge'] : []), ...(state !== 'superseded' && !hasDraft && may('stewardship.work') ? ['revise'] : [])];
  return {
    ...reportItem(today)(report), version, asOf, visits: [...visits], findings: [...findings], duties: duties && [...duties], remark, revisionReason, hasFile: fileId !== null, draftedAt: draftedAt.toISOString(), signedByName, acknowledgedAt: acknowledgedAt?.toISOString() ?? null, acknowledgedByName,
    versions: all.filter(one => stewardPolicy.sees(actor, partiesOf(one))).map(one => ({ id: one.id, revision: one.revision, stateZh: STEWARD_REPORT_STATES[one.state].zh, stateEn: STEWARD_REPORT_STATES[one.state].en })), actions,
  };
}

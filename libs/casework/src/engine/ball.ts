import type { CaseRecord } from '../case.entity';
import type { Bilingual, Holder, Machine } from '../machine/machine';

export type BallHolder = 'applicant' | 'agent' | 'officer' | 'bureau' | 'system' | 'public' | 'nobody';

/** Who holds the ball: holder, since when, until when, and what is next. */
export interface Ball {
  readonly holder: BallHolder;
  /** The bureau's post, when one is meant. */
  readonly role: Holder | null;
  readonly name: Bilingual;
  readonly since: Date;
  /** Last day, when a clock runs against the holder. */
  readonly due: string | null;
  readonly paused: boolean;
  readonly next: Bilingual;
}

export const HOLDER_NAMES: Readonly<Record<Holder, Bilingual>> = {
  applicant: { zh: '申请人', en: 'the applicant' },
  bureau: { zh: '生态环境部门', en: 'the bureau' },
  'bureau.intake': { zh: '受理岗', en: 'intake' },
  'bureau.reviewer': { zh: '审查岗', en: 'review' },
  'bureau.approver': { zh: '审批岗', en: 'approval' },
  'bureau.supervisor': { zh: '督办岗', en: 'supervision' },
  'bureau.enforcer': { zh: '执法岗', en: 'enforcement' },
  system: { zh: '系统', en: 'the system' },
  public: { zh: '公众', en: 'the public' },
};

type Facts = Pick<CaseRecord, 'state' | 'partyName' | 'agentOrgId' | 'agentName' | 'claimedBy' | 'claimedByName' | 'claimedAt' | 'stateSince' | 'closedAt' | 'dueOn' | 'clockPaused'>;

/** Derived from the machine and the claim alone, so that every page of every party shows the same. Pure. */
export function ballOf(machine: Machine, c: Facts): Ball {
  const state = machine.states[c.state];
  if (!state || state.final === true) {
    return { holder: 'nobody', role: null, name: { zh: '已办结', en: 'closed' }, since: c.closedAt ?? c.stateSince, due: null, paused: false, next: { zh: '已办结', en: 'Closed' } };
  }
  const common = { due: c.dueOn, paused: c.clockPaused, next: state.next, since: c.stateSince };
  if (state.holder === 'applicant') return { ...common, role: null, ...applicantSide(c) };
  if (!state.holder.startsWith('bureau')) return { ...common, role: null, holder: state.holder === 'system' ? 'system' : 'public', name: HOLDER_NAMES[state.holder] };
  if (c.claimedBy === null) return { ...common, role: state.holder, holder: 'bureau', name: HOLDER_NAMES[state.holder] };
  const name = c.claimedByName ?? '';
  return { ...common, role: state.holder, holder: 'officer', name: { zh: name, en: name }, since: c.claimedAt ?? c.stateSince };
}

function applicantSide(c: Facts): Pick<Ball, 'holder' | 'name'> {
  if (c.agentOrgId === null) return { holder: 'applicant', name: { zh: c.partyName, en: c.partyName } };
  return { holder: 'agent', name: { zh: `${c.agentName ?? ''}（代${c.partyName}办理）`, en: `${c.agentName ?? ''} for ${c.partyName}` } };
}

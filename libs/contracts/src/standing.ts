import { daysBetween } from '@huanbao/calendar';
import { CONTRACT_STATES, ContractState, UNSIGNED } from './contract.flow';

export type ContractTone = 'neutral' | 'progress' | 'warning' | 'danger' | 'muted' | 'done';

/** How a contract stands today, as a colour and words: on lists nobody has to reckon. */
export interface ContractStanding {
  readonly tone: ContractTone;
  readonly zh: string;
  readonly en: string;
  readonly due: string | null;
  /** Civil days; negative when late, null where no day runs. */
  readonly daysLeft: number | null;
  readonly late: boolean;
}

interface Facts {
  readonly state: ContractState;
  readonly nextDue: string | null;
  readonly signByLaw: boolean;
  /** A dispute is with the bureau: the days stand still. */
  readonly disputed: boolean;
}

const SOON_SIGNING = 7;
const SOON_MILESTONE = 7;

export function standingOf({ state, nextDue, signByLaw, disputed }: Facts, today: string): ContractStanding {
  const words = CONTRACT_STATES[state];
  if (disputed) return { tone: 'warning', zh: '争议调解中，期限暂停', en: 'In mediation; the days stand still', due: nextDue, daysLeft: null, late: false };
  if (nextDue === null || (state !== 'active' && !UNSIGNED.includes(state)))
    return { tone: state === 'closed' ? 'done' : state === 'terminated' || state === 'waived' ? 'warning' : 'muted', zh: words.zh, en: words.en, due: null, daysLeft: null, late: false };
  const daysLeft = daysBetween(today, nextDue);
  const late = daysLeft < 0;
  const text = state === 'active' ? milestoneWords(daysLeft) : signingWords(daysLeft, signByLaw);
  const soon = daysLeft <= (state === 'active' ? SOON_MILESTONE : SOON_SIGNING);
  return { ...text, tone: late ? (state === 'active' || signByLaw ? 'danger' : 'warning') : soon ? 'warning' : 'progress', due: nextDue, daysLeft, late };
}

const counted = (days: number): { zh: string; en: string } => ({ zh: `${Math.abs(days)} 天`, en: `${Math.abs(days)} day${Math.abs(days) === 1 ? '' : 's'}` });

function milestoneWords(days: number): { zh: string; en: string } {
  const { zh, en } = counted(days);
  if (days < 0) return { zh: `里程碑已超期 ${zh}`, en: `Milestone ${en} late` };
  return days === 0 ? { zh: '里程碑今天到期', en: 'Milestone due today' } : { zh: `距里程碑 ${zh}`, en: `${en} to the milestone` };
}

function signingWords(days: number, byLaw: boolean): { zh: string; en: string } {
  const { zh, en } = counted(days);
  if (days < 0) return byLaw ? { zh: `签约已超法定期限 ${zh}`, en: `Signing ${en} past the term of law` } : { zh: `签约已超建议期限 ${zh}`, en: `Signing ${en} past the recommended day` };
  return days === 0 ? { zh: '今天须签约', en: 'To be signed today' } : { zh: `签约还剩 ${zh}`, en: `${en} left to sign` };
}

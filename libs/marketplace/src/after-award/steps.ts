import type { LawKey } from '../methods/law';
import type { Method, Regime, Words } from '../methods/methods';
import { type Almanac, endOf } from '../methods/periods';

export type AfterAwardStep = 'send-report' | 'confirm' | 'announce' | 'report-tendering' | 'publish-contract' | 'file-contract';
/** What a period counts from: the result of the panel, the award, the signatures of both sides. */
type Start = 'judged' | 'awarded' | 'signed';

interface StepRow extends Words {
  readonly regime: Exclude<Regime, 'voluntary'>;
  readonly methods: readonly Method[];
  readonly from: Start;
  readonly key: LawKey;
  /** Done by the platform itself at this moment; null where the client records it. */
  readonly doneBy: Start | null;
  /** What is written down as proof. */
  readonly proof: Words | null;
}

const TENDERS: readonly Method[] = ['open', 'invited'];
const JUDGED: readonly Method[] = ['open', 'invited', 'negotiation', 'inquiry'];
const ALL: readonly Method[] = ['direct', ...JUDGED, 'auction'];
const NOTICE = { zh: '公告网址或编号', en: 'Address or number of the notice' };
const RECEIPT = { zh: '回执或文号', en: 'Number of the receipt' };

/** What public money owes after the evaluation, each with its period as a dated row. Private money owes none of it. */
export const AFTER_AWARD: Readonly<Record<AfterAwardStep, StepRow>> = {
  'send-report': { regime: 'government', methods: JUDGED, from: 'judged', key: 'workdays.report.send', doneBy: 'judged', proof: null, zh: '评审报告送达采购人', en: 'Report of the panel to the buyer' },
  confirm: { regime: 'government', methods: JUDGED, from: 'judged', key: 'workdays.confirm', doneBy: 'awarded', proof: null, zh: '确定中标、成交供应商', en: 'Confirm the supplier' },
  announce: { regime: 'government', methods: ALL, from: 'awarded', key: 'workdays.announce', doneBy: null, proof: NOTICE, zh: '在指定媒体公告中标、成交结果，同时发出通知书', en: 'Announce the result in the named media, with the award notice' },
  'report-tendering': { regime: 'bidding-law', methods: TENDERS, from: 'awarded', key: 'days.report.tendering', doneBy: null, proof: RECEIPT, zh: '向行政监督部门提交招标投标情况的书面报告', en: 'Report the tendering to the supervising authority' },
  'publish-contract': { regime: 'government', methods: ALL, from: 'signed', key: 'workdays.contract.publish', doneBy: null, proof: NOTICE, zh: '在指定媒体公告政府采购合同', en: 'Publish the contract in the named media' },
  'file-contract': { regime: 'government', methods: ALL, from: 'signed', key: 'workdays.contract.file', doneBy: null, proof: RECEIPT, zh: '合同副本报财政部门和有关部门备案', en: 'File a copy of the contract with the authority' },
};

export interface AfterAwardFacts {
  readonly regime: Regime;
  readonly method: Method;
  /** Civil days; null while it has not happened. */
  readonly judged: string | null;
  readonly awarded: string | null;
  readonly signed: string | null;
  /** Something keeps the award from being made: its days do not run out meanwhile. */
  readonly isHeld: boolean;
  /** What the client has recorded: step and day. */
  readonly recorded: ReadonlyMap<AfterAwardStep, string>;
}

export interface StepStanding {
  readonly step: AfterAwardStep;
  readonly from: string | null;
  readonly due: string | null;
  readonly doneOn: string | null;
  /** Past its day undone, or done after it. */
  readonly late: boolean;
  readonly days: string;
  readonly unit: string;
  readonly basis: string;
  readonly verified: boolean;
}

export const appliesTo = (step: AfterAwardStep, { regime, method }: Pick<AfterAwardFacts, 'regime' | 'method'>): boolean => AFTER_AWARD[step].regime === regime && AFTER_AWARD[step].methods.includes(method);

/** The steps that bind this procurement, in their order, as they stand on a day. */
export function standingOf(facts: AfterAwardFacts, today: string, almanac: Almanac): StepStanding[] {
  return (Object.keys(AFTER_AWARD) as AfterAwardStep[]).filter(step => appliesTo(step, facts)).map(step => {
    const { from: start, key, doneBy } = AFTER_AWARD[step];
    const from = facts[start];
    const doneOn = doneBy === null ? (facts.recorded.get(step) ?? null) : facts[doneBy];
    const { value: days, unit, basis, verified } = almanac.law(key);
    const rests = doneBy === 'awarded' && doneOn === null && facts.isHeld;
    const due = from && !rests ? endOf(key, from, almanac).day : null;
    return { step, from, due, doneOn, late: due !== null && (doneOn ?? today) > due, days, unit, basis, verified };
  });
}

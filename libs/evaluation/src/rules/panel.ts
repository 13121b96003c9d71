import Decimal from 'decimal.js';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What decides who judges: the method, the law that binds, the money. */
export interface PanelFacts {
  readonly regime: string;
  readonly method: string;
  readonly budgetYuan: string | null;
}

export type PanelKey = 'panel.tender.least' | 'panel.tender.large.least' | 'panel.tender.large.from' | 'panel.negotiation.least' | 'panel.inquiry.least' | 'panel.inquiry.large.least' | 'panel.inquiry.large.from' | 'panel.other.least';

/** One dated value, as it holds today. */
export interface PanelValue {
  readonly value: string;
  readonly basis: string;
  readonly verified: boolean;
}

/** How many judge at least, what they are called, and whether the law wants them. */
export interface Panel {
  readonly name: Words;
  readonly least: number;
  readonly demanded: boolean;
  readonly basis: string;
  readonly verified: boolean;
}

const NAMES: Readonly<Record<string, Words>> = {
  negotiation: { zh: '磋商小组', en: 'negotiation panel' },
  inquiry: { zh: '询价小组', en: 'inquiry panel' },
};
const COMMITTEE: Words = { zh: '评标委员会', en: 'evaluation committee' };

const TENDERS = ['open', 'invited'];
const PANELS = ['negotiation', 'inquiry'];

/**
 * 招标投标法 第三十七条, 财政部令第 87 号 第四十六条、第四十七条: a compulsory tender is judged by a committee. Under the law on government procurement a
 * negotiation and an inquiry have their panel too (财库〔2014〕214 号 第十四条; 财政部令第 74 号 第七条).
 */
export const panelDemanded = ({ regime, method }: PanelFacts): boolean => (regime !== 'voluntary' && TENDERS.includes(method)) || (regime === 'government' && PANELS.includes(method));

/** Government inquiries go to the lowest price (政府采购法 第四十条): the panel says who meets the notice, and gives no points. */
export const priceAlone = ({ regime, method }: PanelFacts): boolean => regime === 'government' && method === 'inquiry';

/** What the members together are called. */
export const panelName = (method: string): Words => NAMES[method] ?? COMMITTEE;

/** The panel of a procurement by the values of the day. */
export function panelOf(facts: PanelFacts, value: (key: PanelKey) => PanelValue): Panel {
  const { value: least, basis, verified } = value(keyOf(facts, value));
  return { name: panelName(facts.method), least: Number(least), demanded: panelDemanded(facts), basis, verified };
}

function keyOf({ regime, method, budgetYuan }: PanelFacts, value: (key: PanelKey) => PanelValue): PanelKey {
  const large = (key: PanelKey): boolean => regime === 'government' && budgetYuan !== null && new Decimal(budgetYuan).gte(value(key).value);
  if (TENDERS.includes(method)) return large('panel.tender.large.from') ? 'panel.tender.large.least' : 'panel.tender.least';
  if (method === 'inquiry') return large('panel.inquiry.large.from') ? 'panel.inquiry.large.least' : 'panel.inquiry.least';
  return method === 'negotiation' ? 'panel.negotiation.least' : 'panel.other.least';
}

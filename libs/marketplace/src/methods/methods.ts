import type { LawKey } from './law';

/** 直接委托 · 询价 · 竞争性磋商 · 邀请招标 · 公开招标 · 竞价 */
export type Method = 'direct' | 'inquiry' | 'negotiation' | 'invited' | 'open' | 'auction';
/** Whose money: a private enterprise's own; state-owned or of a public project; of a public budget. */
export type Funds = 'private' | 'state' | 'fiscal';
/** What is bought, in the words of the law on compulsory tenders. */
export type Subject = 'works' | 'goods' | 'design' | 'services';
/** Which law binds: none but the contract law, the law on tenders, the law on government procurement. */
export type Regime = 'voluntary' | 'bidding-law' | 'government';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What may be done when fewer bids came than the method needs. */
export type ShortStep = 'prolong' | 'proceed' | 'again';
/** On which condition the enterprise may go on with fewer: never, with a reason, with an approval, with an approval after a second announcement. */
export type Proceeding = 'no' | 'reason' | 'approval' | 'approval-second-time';

/** Who may learn before the opening how many have bid; who they are stays between each of them and the platform. */
export interface NumberSecrecy {
  readonly knownTo: 'nobody' | 'procurer';
  readonly basis: string;
}

export interface RegimeRow {
  /** Days or working days from the issue to the deadline: all of them have to fit. */
  readonly periods: readonly LawKey[];
  /** How long before the deadline the documents may be amended without moving it. */
  readonly amendment: LawKey;
  readonly fewest: LawKey | 1;
  /** Whether the deadline may be prolonged after it has passed with too few bids. */
  readonly prolong: boolean;
  readonly proceed: Proceeding;
  readonly basis: string;
}

export interface MethodRow extends Words {
  /** Who may bid: everybody who is eligible, those invited, one firm. */
  readonly who: 'all' | 'invited' | 'one';
  readonly hint: Words;
  /** A second sealed offer after the opening of the first, and what a firm without one stands by. */
  readonly final: null | { readonly without: 'out' | 'first-stands'; readonly notAboveFirst: boolean; readonly pricesShown: boolean; readonly fewest: boolean };
  readonly numberBeforeOpening: NumberSecrecy;
  /** The award goes to the lowest eligible price under the law on government procurement. */
  readonly lowestUnderLaw: boolean;
  /** Null where the law knows no such method. */
  readonly regimes: Readonly<Record<Regime, RegimeRow | null>>;
}

const FREE: RegimeRow = { periods: [], amendment: 'days.amendment.voluntary', fewest: 1, prolong: true, proceed: 'reason', basis: '民法典 第四百七十三条（要约邀请）' };
const TENDER: RegimeRow = { periods: ['days.tender', 'days.documents'], amendment: 'days.amendment.tender', fewest: 'bidders.tender', prolong: false, proceed: 'approval-second-time', basis: '招标投标法 第二十三条、第二十四条、第二十八条；实施条例 第十六条、第二十一条、第四十四条' };
const GOVERNMENT_TENDER: RegimeRow = { ...TENDER, periods: ['days.tender', 'workdays.documents'], proceed: 'approval', basis: '政府采购法 第三十五条、第三十六条；财政部令第 87 号 第十八条、第二十七条、第四十三条' };
const DIRECT: RegimeRow = { ...FREE, basis: '民法典 第四百七十二条、第四百七十九条（要约与承诺）' };

const SECRET: NumberSecrecy = { knownTo: 'nobody', basis: '招标投标法 第二十二条、第五十二条' };
/** No law hides them: who invites firms to a tender knows whom it has asked, and sees who answers. */
const ANSWERS: NumberSecrecy = { knownTo: 'procurer', basis: '政府采购法 第四十条（法律没有要求询价的应答家数保密）' };

/** The six methods: who bids, in how many sealed rounds, and what each law asks of it. */
export const METHODS: Readonly<Record<Method, MethodRow>> = {
  direct: {
    zh: '直接委托', en: 'Direct commission', who: 'one', final: null, numberBeforeOpening: ANSWERS, lowestUnderLaw: false,
    hint: { zh: '选一家机构，写明价格和要求；对方接受即成交，也可以还价', en: 'One firm: you name the price, it accepts, declines or counters' },
    regimes: { voluntary: DIRECT, 'bidding-law': { ...DIRECT, basis: '招标投标法 第六十六条；实施条例 第九条（可以不招标的情形）' }, government: { ...DIRECT, basis: '政府采购法 第三十一条（单一来源）' } },
  },
  inquiry: {
    zh: '询价', en: 'Inquiry', who: 'invited', final: null, numberBeforeOpening: ANSWERS, lowestUnderLaw: true,
    hint: { zh: '请至少 3 家一次报出不变的价格，选最低的；适合要求明确、各家做法差不多的事', en: 'At least three firms name one fixed price; the lowest is chosen. For plain, comparable work' },
    regimes: {
      voluntary: { ...FREE, fewest: 'bidders.invited' }, 'bidding-law': null,
      government: { periods: ['workdays.inquiry'], amendment: 'workdays.amendment.inquiry', fewest: 'bidders.invited', prolong: false, proceed: 'no', basis: '政府采购法 第三十二条、第四十条；财政部令第 74 号 第四十五条' },
    },
  },
  negotiation: {
    zh: '竞争性磋商', en: 'Competitive negotiation', who: 'invited', numberBeforeOpening: SECRET, lowestUnderLaw: false,
    final: { without: 'out', notAboveFirst: false, pricesShown: false, fewest: true },
    hint: { zh: '请至少 3 家报价后逐家商谈，再同时密封报出最终价；适合方案要谈才清楚的事', en: 'At least three firms bid, you talk to each, then all seal a final offer. For work that must be discussed' },
    regimes: {
      voluntary: { ...FREE, fewest: 'bidders.invited' }, 'bidding-law': null,
      government: { periods: ['days.negotiation', 'workdays.documents'], amendment: 'days.amendment.negotiation', fewest: 'bidders.invited', prolong: false, proceed: 'approval', basis: '政府采购法实施条例 第二十五条；财库〔2014〕214 号 第三条、第六条、第十条、第二十一条' },
    },
  },
  invited: {
    zh: '邀请招标', en: 'Invited tender', who: 'invited', final: null, numberBeforeOpening: SECRET, lowestUnderLaw: false,
    hint: { zh: '只请您选的至少 3 家投标，其他机构看不到', en: 'Only the three or more firms you choose see it and bid' },
    regimes: { voluntary: { ...FREE, fewest: 'bidders.invited' }, 'bidding-law': { ...TENDER, basis: `招标投标法 第十一条、第十七条；实施条例 第八条；${TENDER.basis}` }, government: GOVERNMENT_TENDER },
  },
  open: {
    zh: '公开招标', en: 'Open tender', who: 'all', final: null, numberBeforeOpening: SECRET, lowestUnderLaw: false,
    hint: { zh: '向全部合格机构公开，密封报价，截止后一次开标', en: 'Open to every eligible firm; sealed bids, opened at once' },
    regimes: { voluntary: FREE, 'bidding-law': TENDER, government: GOVERNMENT_TENDER },
  },
  auction: {
    zh: '竞价', en: 'Two-round price competition', who: 'all', numberBeforeOpening: SECRET, lowestUnderLaw: false,
    final: { without: 'first-stands', notAboveFirst: true, pricesShown: true, fewest: false },
    hint: { zh: '先密封报一次价并公布，再密封报一次不高于首轮的最终价；适合只比价格的事', en: 'A sealed price is shown to all, then a final sealed price not above the first. For work where only the price counts' },
    regimes: { voluntary: { ...FREE, fewest: 'bidders.auction' }, 'bidding-law': null, government: null },
  },
};

export const METHOD_NAMES = Object.keys(METHODS) as Method[];
export const FUNDS: Readonly<Record<Funds, Words>> = {
  private: { zh: '企业自有资金（民营）', en: 'Private money' },
  state: { zh: '国有资金或公共项目', en: 'State-owned or public project' },
  fiscal: { zh: '财政性资金（政府采购）', en: 'Public budget' },
};
export const SUBJECTS: Readonly<Record<Subject, Words>> = {
  works: { zh: '施工', en: 'Works' },
  goods: { zh: '设备、材料等货物', en: 'Goods' },
  design: { zh: '勘察、设计、监理', en: 'Survey, design, supervision' },
  services: { zh: '其他服务（咨询、检测、运维、处置）', en: 'Other services' },
};
export const REGIMES: Readonly<Record<Regime, Words>> = {
  voluntary: { zh: '自愿采购', en: 'Voluntary procurement' },
  'bidding-law': { zh: '依法必须招标', en: 'Compulsory tender' },
  government: { zh: '政府采购', en: 'Government procurement' },
};
/** How many firms may be invited at most; more is an open tender. */
export const MOST_INVITED = 20;

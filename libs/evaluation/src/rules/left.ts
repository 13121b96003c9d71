interface Words {
  readonly zh: string;
  readonly en: string;
}

export type LeftKey = 'review.tender.least' | 'review.government.least' | 'review.negotiation.least' | 'review.inquiry.least' | 'review.voluntary.least';

/** What follows when fewer responsive bids are left than the row wants: the panel says whether they still compete, or the procurement ends. */
export type Thin = 'competition' | 'fail' | 'none';

interface LeftRow {
  readonly key: LeftKey;
  readonly thin: Thin;
  /** What is open to the enterprise after a failure. */
  readonly after: Words;
}

const AGAIN: Words = { zh: '重新招标', en: 'a new tender' };
const OTHER: Words = { zh: '查明原因后重新招标，或经批准改用其他采购方式', en: 'a new tender once the cause is found, or another method with an approval' };
const ANEW: Words = { zh: '终止本次采购，发布终止公告后重新开展采购活动', en: 'this procurement ends; it is begun anew' };
const FREE: Words = { zh: '重新组织采购，或改用其他方式', en: 'begin anew, or choose another method' };

const VOLUNTARY: LeftRow = { key: 'review.voluntary.least', thin: 'fail', after: FREE };

/** By law and method. A compulsory tender does not fail by itself with one or two left: the panel may reject all when there is plainly no competition. */
const ROWS: Readonly<Record<string, LeftRow>> = {
  'bidding-law:open': { key: 'review.tender.least', thin: 'competition', after: AGAIN },
  'bidding-law:invited': { key: 'review.tender.least', thin: 'competition', after: AGAIN },
  'government:open': { key: 'review.government.least', thin: 'fail', after: OTHER },
  'government:invited': { key: 'review.government.least', thin: 'fail', after: OTHER },
  'government:negotiation': { key: 'review.negotiation.least', thin: 'fail', after: ANEW },
  'government:inquiry': { key: 'review.inquiry.least', thin: 'fail', after: ANEW },
};

export interface LeftFacts {
  readonly regime: string;
  readonly method: string;
}

export const leftRow = ({ regime, method }: LeftFacts): LeftRow => ROWS[`${regime}:${method}`] ?? VOLUNTARY;

/** `go-on`: enough are left; `competition`: the panel decides whether to go on; `fail`: the procurement ends. With none left it always ends (招标投标法 第四十二条). */
export function afterReview(facts: LeftFacts, left: number, least: number): 'go-on' | 'competition' | 'fail' {
  if (left === 0) return 'fail';
  if (left >= least) return 'go-on';
  return leftRow(facts).thin === 'competition' ? 'competition' : 'fail';
}

export interface CompetitionVote {
  readonly competitive: boolean;
  readonly reason: string;
}

/** 评标委员会和评标方法暂行规定 第二十七条: all are rejected only when the majority finds that competition is plainly lacking. */
export const competitionStands = (votes: readonly CompetitionVote[]): boolean => votes.filter(one => !one.competitive).length * 2 <= votes.length;

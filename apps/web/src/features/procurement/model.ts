/** What the API answers about the methods of procurement and the steps between publication and award. */
export interface MethodOption {
  readonly method: string;
  readonly zh: string;
  readonly en: string;
  readonly hintZh: string;
  readonly hintEn: string;
  readonly who: 'all' | 'invited' | 'one';
  readonly standing: 'demanded' | 'admitted' | 'with-approval' | 'refused';
  readonly whyZh: string;
  readonly whyEn: string;
  readonly mendZh: string | null;
  readonly mendEn: string | null;
  readonly basis: string;
  readonly earliestDay: string | null;
  readonly periodZh: string | null;
  readonly periodEn: string | null;
  readonly fewestInvited: number;
  readonly fewestBids: number;
}

/** Whether the opening key has to be shared with the bureau's holders, and whose key is not registered yet. */
export interface ShareDuty {
  readonly compulsory: boolean;
  readonly fromYuan: string;
  readonly basis: string;
  readonly verified: boolean;
  readonly missing: readonly ('witness' | 'recovery')[];
}

export interface MethodOptions {
  readonly regime: string | null;
  readonly regimeZh: string;
  readonly regimeEn: string;
  readonly unverified: boolean;
  readonly shares: ShareDuty;
  readonly items: readonly MethodOption[];
}

export interface CalendarStep {
  readonly key: string;
  readonly zh: string;
  readonly en: string;
  readonly at: string | null;
  readonly day: string | null;
  readonly done: boolean;
  readonly basis: string | null;
  readonly verified: boolean;
}

export interface Procedure {
  readonly method: string;
  readonly methodZh: string;
  readonly methodEn: string;
  readonly hintZh: string;
  readonly hintEn: string;
  readonly who: 'all' | 'invited' | 'one';
  readonly regime: string;
  readonly regimeZh: string;
  readonly regimeEn: string;
  readonly basis: string;
  readonly fewestBids: number;
  readonly attempt: number;
  readonly calendar: readonly CalendarStep[];
  readonly shortOptions: readonly { readonly step: 'prolong' | 'proceed' | 'again'; readonly needs: string; readonly zh: string; readonly en: string }[];
  readonly judged: boolean;
  readonly bids: number | null;
  readonly numberKnownTo: string;
  readonly numberBasis: string;
  readonly shortReason: string | null;
  readonly shortApproval: string | null;
  readonly followsTaskId: string | null;
  readonly followedById: string | null;
}

export interface Invitation {
  readonly firmId: string;
  readonly firmName: string;
  readonly state: 'invited' | 'declined';
  readonly reason: string | null;
}

export interface Offer {
  readonly nth: number;
  readonly byFirm: boolean;
  readonly priceYuan: string;
  readonly durationDays: number;
  readonly text: string;
  readonly state: 'open' | 'countered' | 'accepted' | 'lapsed';
  readonly madeAt: string;
  readonly mine: boolean;
}

export interface Question {
  readonly id: string;
  readonly objection: boolean;
  readonly text: string;
  readonly askedAt: string;
  readonly answer: string | null;
  readonly answeredAt: string | null;
  readonly answerDue: string | null;
  readonly own: boolean;
}

export interface Amendment {
  readonly version: number;
  readonly reason: string;
  readonly changes: readonly { readonly field: string; readonly before: string; readonly after: string }[];
  readonly deadlineBefore: string;
  readonly deadlineAfter: string;
  readonly madeAt: string;
}

export interface SiteVisit {
  readonly id: string;
  readonly startsAt: string;
  readonly place: string;
  readonly contactName: string | null;
  readonly contactPhone: string | null;
  readonly registerUntil: string;
  readonly note: string;
  readonly minutes: string | null;
  readonly cancelReason: string | null;
  readonly registered: boolean;
  readonly open: boolean;
  readonly visitors: readonly { readonly firmName: string; readonly people: readonly string[] }[];
}

export interface Talk {
  readonly firmId: string;
  readonly firmName: string;
  readonly text: string;
  readonly heldAt: string;
}

export interface Bond {
  readonly id: string;
  readonly firmName: string;
  readonly amountYuan: string;
  readonly paidOn: string;
  readonly reference: string;
  readonly returnedOn: string | null;
  readonly returnDue: string | null;
}

export const FUNDS = [
  { value: 'private', label: { zh: '企业自有资金（民营）', en: 'Private money' } },
  { value: 'state', label: { zh: '国有资金或公共项目', en: 'State-owned or public project' } },
  { value: 'fiscal', label: { zh: '财政性资金（政府采购）', en: 'Public budget' } },
] as const;

export const SUBJECTS = [
  { value: 'works', label: { zh: '施工', en: 'Works' } },
  { value: 'goods', label: { zh: '设备、材料等货物', en: 'Goods' } },
  { value: 'design', label: { zh: '勘察、设计、监理', en: 'Survey, design, supervision' } },
  { value: 'services', label: { zh: '其他服务（咨询、检测、运维、处置）', en: 'Other services' } },
] as const;

/** Day and time of the place as the API wants it. */
export const deadlineOf = (day: unknown, time: unknown): string => `${String(day)}T${String(time)}:00+08:00`;

export const TIME_PATTERN = '^([01]\\d|2[0-3]):[0-5]\\d$';

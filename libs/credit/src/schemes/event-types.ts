import type { SubjectKind } from '../engine/scheme';
import type { Severity } from '../engine/ledger';

export interface EventType {
  readonly code: string;
  readonly subject: SubjectKind;
  readonly zh: string;
  readonly en: string;
  /** Class of 信用修复管理办法: decides how soon repair may be asked for, and whether two persons must record it. */
  readonly severity: Severity;
  /** Only other rooms bring it. */
  readonly fromSource?: boolean;
}

const type = (code: string, severity: Severity, [zh, en]: readonly [string, string], over: Partial<EventType> = {}): EventType => ({ code, subject: 'enterprise', zh, en, severity, ...over });

/** What can stand in the ledger. What each is worth is said by the schemes, as dated rows. */
export const EVENT_TYPES: readonly EventType[] = [
  type('warning', 'minor', ['警告、通报批评', 'Warning or public criticism']),
  type('order-correct', 'minor', ['责令改正', 'Order to correct']),
  type('fine-summary', 'minor', ['简易程序罚款', 'Fine by summary procedure']),
  type('fine', 'general', ['罚款', 'Fine']),
  type('fine-large', 'general', ['较大数额罚款、没收', 'Large fine or confiscation']),
  type('daily-penalty', 'general', ['按日连续处罚', 'Daily penalty']),
  type('seizure', 'general', ['查封、扣押', 'Sealing or seizure']),
  type('suspension', 'general', ['限制生产、停产整治', 'Restricted or suspended production']),
  type('exceedance', 'general', ['超标、超总量排放经查实', 'Emission above limits, established']),
  type('complaint', 'minor', ['群众投诉经查实', 'Complaint found justified']),
  type('duty-overdue', 'minor', ['持证义务逾期经查实', 'Duty of the permit not done, established']),
  type('incident-general', 'general', ['一般突发环境事件', 'General environmental incident']),
  type('fine-huge', 'serious', ['巨额罚款', 'Very large fine']),
  type('licence-revoked', 'serious', ['吊销许可证、责令关闭', 'Permit revoked or closure']),
  type('detention', 'serious', ['移送行政拘留', 'Transfer for detention']),
  type('refuse-perform', 'serious', ['拒不履行处罚决定', 'Refusal to carry out a decision']),
  type('crime', 'serious', ['构成环境犯罪', 'Environmental crime']),
  type('unapproved-build', 'serious', ['未批先建', 'Built before approval']),
  type('no-acceptance', 'serious', ['环保设施未建成或未经验收即投产', 'Production without accepted facilities']),
  type('major-change', 'serious', ['重大变动未重新报批', 'Major change without new approval']),
  type('over-total', 'serious', ['主要污染物超总量', 'Above the total amount of main pollutants']),
  type('hidden-pipe', 'serious', ['暗管、渗井、旁路偷排', 'Hidden pipe, seepage pit or bypass']),
  type('hazardous-dump', 'serious', ['非法排放、倾倒、处置危险废物', 'Illegal disposal of hazardous waste']),
  type('water-source', 'serious', ['造成饮用水水源取水中断', 'Drinking-water intake interrupted']),
  type('sensitive-area', 'serious', ['对环境敏感区造成重大不利影响', 'Grave effect on a sensitive area']),
  type('eco-damage', 'serious', ['违法开发造成严重生态破坏', 'Grave ecological damage by unlawful development']),
  type('incident-major', 'serious', ['较大及以上突发环境事件', 'Major environmental incident']),
  type('supervision-overdue', 'serious', ['挂牌督办逾期未完成', 'Listed supervision not done in time']),
  type('obstruct', 'serious', ['暴力、威胁等方式拒绝检查', 'Inspection refused by violence or threat']),
  type('heavy-weather', 'serious', ['重污染天气应急响应不力', 'Measures for heavy pollution not taken']),
  type('repair.false', 'serious', ['虚假申请信用修复', 'False application for repair'], { fromSource: true }),
  type('voluntary', 'minor', ['自愿开展超出法定要求的环保活动', 'Voluntary step beyond the law']),
  type('reading', 'minor', ['指标取值', 'Value of an indicator']),
  type('firm.fraud', 'serious', ['造假', 'Fraud'], { subject: 'firm', fromSource: true }),
  type('award-refused', 'general', ['不与中选机构签合同经认定', 'Did not sign with the chosen firm, established'], { fromSource: true }),
  type('firm.unsigned', 'general', ['中选后不签合同', 'Chosen, did not sign'], { subject: 'firm', fromSource: true }),
  type('firm.fault', 'general', ['成果因机构原因被否定', 'Result rejected for the firm’s fault'], { subject: 'firm', fromSource: true }),
  type('firm.integrity', 'general', ['失信记分', 'Integrity points'], { subject: 'firm', fromSource: true }),
  type('firm.penalised', 'general', ['受到行政处罚', 'Penalised'], { subject: 'firm', fromSource: true }),
  type('firm.review-failed', 'minor', ['成果审查未通过或被退回', 'Result refused or sent back in review'], { subject: 'firm', fromSource: true }),
  type('firm.late', 'minor', ['逾期交付', 'Late delivery'], { subject: 'firm', fromSource: true }),
  type('firm.reading', 'minor', ['交付质量评分', 'Score of delivered work'], { subject: 'firm' }),
];

/** What an authority decided against an enterprise: indicator 17 of 环发〔2013〕150号. */
export const PENALTY_TYPES: readonly string[] = ['warning', 'order-correct', 'fine-summary', 'fine', 'fine-large', 'fine-huge', 'daily-penalty', 'seizure', 'suspension', 'licence-revoked', 'detention'];
/** Grave violations that are punished: the penalty stands in the ledger under the violation, not under its kind. Convictions, incidents and their effects are no penalty of an authority. */
export const PENALISED_VIOLATIONS: readonly string[] = ['unapproved-build', 'no-acceptance', 'major-change', 'over-total', 'hidden-pipe', 'hazardous-dump', 'eco-damage', 'obstruct', 'heavy-weather'];

const BY_CODE = new Map(EVENT_TYPES.map(one => [one.code, one]));

export const eventType = (code: string): EventType | undefined => BY_CODE.get(code);
export const EVENT_CODES: readonly string[] = EVENT_TYPES.map(one => one.code);
/** What an officer may record by hand. */
export const RECORDED_BY_HAND: readonly string[] = EVENT_TYPES.filter(one => !one.fromSource).map(one => one.code);

import { useQueryClient } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import type { Text } from '@/i18n';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];
export type PenaltyItem = Schemas['PenaltyItemView'];
export type Penalty = Schemas['PenaltyView'];
export type Options = Schemas['PenaltyOptionsView'];
export type Mitigation = Schemas['PenaltyMitigationView'];
export type Discretion = Schemas['DiscretionView'];
export type Notice = Schemas['PenaltyNoticeView'];
export type Decision = Schemas['PenaltyDecisionView'];
export type Law = Schemas['PenaltyLawView'];
export type OwnItem = Schemas['OwnPenaltyItemView'];
export type Own = Schemas['OwnPenaltyView'];
export type Account = Schemas['PenaltyAccountView'];
export type Payment = Schemas['PenaltyPaymentView'];
export type PublicPenalty = Schemas['PublicPenaltyView'];

export const PENALTIES = '/api/v1/penalties';
export const OWN = '/api/v1/own-penalties';
export const PUBLIC = '/api/v1/public/penalties';

type Words = Readonly<Record<string, Text>>;
export const CLUES: Words = {
  inspection: { zh: '现场检查发现', en: 'Found at an inspection' }, complaint: { zh: '投诉举报', en: 'Complaint' }, monitoring: { zh: '监测数据', en: 'Monitoring data' },
  referral: { zh: '其他机关移送、上级交办', en: 'Referred from elsewhere' }, daily: { zh: '复查仍在违法', en: 'Still in breach when visited again' }, rectification: { zh: '整改不到位移送', en: 'Handed over from a rectification' },
};
export const EVIDENCE: Words = {
  documentary: { zh: '书证', en: 'Document' }, physical: { zh: '物证', en: 'Object' }, 'audio-visual': { zh: '视听资料', en: 'Sound or picture' }, electronic: { zh: '电子数据', en: 'Electronic data' },
  testimony: { zh: '证人证言', en: 'Testimony' }, statement: { zh: '当事人陈述', en: 'Statement of the party' }, opinion: { zh: '鉴定意见', en: 'Expert opinion' }, record: { zh: '勘验笔录、现场笔录', en: 'Record of the place' },
};
export const MEASURES: Words = {
  warning: { zh: '警告', en: 'Warning' }, criticise: { zh: '通报批评', en: 'Public criticism' }, fine: { zh: '罚款', en: 'Fine' }, confiscate: { zh: '没收违法所得', en: 'Confiscation' }, restrict: { zh: '限制生产', en: 'Restricted production' },
  suspend: { zh: '停产整治', en: 'Suspended production' }, 'withhold-permit': { zh: '暂扣许可证件', en: 'Permit withheld' }, 'revoke-permit': { zh: '吊销许可证件', en: 'Permit revoked' }, close: { zh: '责令关闭', en: 'Closure' },
};
export const GROUNDS: Words = {
  'first-minor': { zh: '初次违法、后果轻微并及时改正', en: 'First time, slight, put right in time' }, 'minor-corrected': { zh: '轻微并及时改正，没有造成后果', en: 'Slight, put right, no harm' },
  'no-fault': { zh: '有证据证明没有主观过错', en: 'Proved to be without fault' }, 'not-established': { zh: '违法事实不能成立', en: 'Facts not established' },
};
export const METHODS: Words = {
  direct: { zh: '直接送达', en: 'In person' }, leave: { zh: '留置送达', en: 'Left at the place' }, post: { zh: '邮寄送达', en: 'By post' }, electronic: { zh: '电子送达', en: 'Electronically' }, entrusted: { zh: '委托送达', en: 'By another authority' }, announcement: { zh: '公告送达', en: 'By announcement' },
};
export const ANSWERS: Words = { adopted: { zh: '采纳', en: 'Adopted' }, partly: { zh: '部分采纳', en: 'Partly adopted' }, rejected: { zh: '不予采纳', en: 'Not adopted' } };
export const CONTESTS: Words = { reconsideration: { zh: '行政复议', en: 'Reconsideration' }, litigation: { zh: '行政诉讼', en: 'Litigation' } };
export const OUTCOMES: Words = { upheld: { zh: '维持', en: 'Upheld' }, withdrawn: { zh: '撤回', en: 'Withdrawn' }, changed: { zh: '变更', en: 'Changed' }, revoked: { zh: '撤销', en: 'Revoked' } };
export const UNDOING_GROUNDS: Words = { reconsideration: { zh: '行政复议决定', en: 'Reconsideration' }, judgment: { zh: '人民法院裁判', en: 'Judgment' }, 'self-correction': { zh: '主动改正错误', en: 'Own mistake' } };
export const GIVE_UPS: Words = {
  'period-missed': { zh: '申请期限已过，没有正当理由', en: 'The period was missed without a justification' }, 'court-refused': { zh: '法院不予受理、不予执行', en: 'The court refused it' }, dissolved: { zh: '当事人终止，没有财产可供执行，也没有义务承受人', en: 'The party is gone, left no property, and nobody took its duties over' }, 'no-property': { zh: '当事人没有可供执行的财产', en: 'The party has no property' },
};
export const PURSUITS: Words = { 'given-up': { zh: '不再申请执行', en: 'No longer pursued' }, court: { zh: '终结执行', en: 'Ended by the court' } };
/** Last steps at the court that need no further one. */
export const REFUSED: readonly string[] = ['not-accepted', 'acceptance-above', 'refused', 'ruling-above'];
/** What ends the pursuit stands with the money, the rest with the decision. */
export const ENDINGS: readonly string[] = ['give-up', 'court-end'];
export const UNDOINGS: Words = { revoke: { zh: '撤销决定', en: 'Revocation' }, unpublish: { zh: '停止公示', en: 'End of the publication' }, contest: { zh: '复议、诉讼结果', en: 'Outcome of a contest' }, 'give-up': { zh: '不再申请执行', en: 'End of the pursuit' }, 'court-end': { zh: '终结执行', en: 'End of the execution' } };
export const COURT_STEPS: Words = { accepted: { zh: '法院受理', en: 'Accepted by the court' }, 'not-accepted': { zh: '法院不予受理', en: 'Not accepted' }, 'acceptance-above': { zh: '已就不予受理向上一级法院申请复议', en: 'The court above was asked about the acceptance' }, permitted: { zh: '裁定准予执行', en: 'Execution permitted' }, refused: { zh: '裁定不予执行', en: 'Execution refused' }, 'ruling-above': { zh: '已就不予执行向上一级法院申请复议', en: 'The court above was asked about the ruling' }, executed: { zh: '执行完毕', en: 'Executed' }, ended: { zh: '终结执行', en: 'Execution ended' } };
export const KINDS: Words = { penalty: { zh: '给予处罚', en: 'Penalty' }, 'no-penalty': { zh: '不予处罚', en: 'No penalty' } };

export const choices = (words: Words, keys: readonly string[] = Object.keys(words)): { value: string; label: Text }[] => keys.map(value => ({ value, label: words[value] ?? value }));
export const toneOf = (row: { readonly tone: string }): Tone => row.tone as Tone;
export const PAYMENT_TONES: Readonly<Record<string, Tone>> = { claimed: 'warning', confirmed: 'success', refused: 'muted' };
export const STAGE_TONES: Readonly<Record<string, Tone>> = { told: 'warning', waiting: 'progress', served: 'warning', closed: 'done', revoked: 'muted' };

/** A case, its files and the lists it stands in are fetched again after an act. */
export function usePenaltiesChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: query => [PENALTIES, OWN, '/api/v1/files'].some(path => String(query.queryKey[0]).startsWith(path)) });
}

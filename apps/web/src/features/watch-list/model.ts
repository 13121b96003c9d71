import { useQueryClient } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import type { Text } from '@/i18n';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];
export type WatchItem = Schemas['WatchItemView'];
export type WatchEntry = Schemas['WatchEntryView'];
export type WatchNotice = Schemas['WatchNoticeView'];
export type WatchOptions = Schemas['WatchOptionsView'];
export type OwnWatchItem = Schemas['OwnWatchItemView'];
export type OwnWatch = Schemas['OwnWatchView'];
export type PublicWatch = Schemas['PublicWatchView'];
export type WatchRules = Schemas['PublicWatchRulesView'];
export type RegisterEntry = Schemas['WatchRegisterEntryView'];
export type Remedy = Schemas['WatchRemedyView'];

export const LIST = '/api/v1/watch-list';
export const OWN = '/api/v1/own-watch-list';
export const PUBLIC = '/api/v1/public/watch-list';
export const REGISTER = '/api/v1/watch-list-register';

type Words = Readonly<Record<string, Text>>;
export const TRIGGERS: Words = {
  grade: { zh: '环境信用等级为最低等级', en: 'Lowest credit grade' }, crime: { zh: '构成环境犯罪', en: 'Environmental crime' }, 'refuse-perform': { zh: '拒不履行处罚决定', en: 'Refusal to carry out a penalty' }, unpaid: { zh: '逾期不履行处罚决定', en: 'A penalty not performed in time' },
  'data-fraud': { zh: '弄虚作假', en: 'Fraud' }, 'hidden-pipe': { zh: '暗管等逃避监管方式排放', en: 'Hidden pipe or the like' }, 'hazardous-dump': { zh: '非法排放、倾倒、处置危险废物', en: 'Illegal disposal of hazardous waste' }, 'repair-false': { zh: '虚假申请信用修复', en: 'False application for repair' }, other: { zh: '其他严重失信行为', en: 'Other grave breach of trust' },
};
export const SUBJECT_KINDS: Words = { enterprise: { zh: '企业', en: 'Enterprise' }, firm: { zh: '服务机构', en: 'Service firm' }, unit: { zh: '其他单位', en: 'Other unit' }, person: { zh: '个人', en: 'Person' } };
export const SOURCES: Words = { 'credit-event': { zh: '信用记录', en: 'Credit record' }, 'credit-grade': { zh: '信用等级变化', en: 'Change of grade' }, penalty: { zh: '处罚决定', en: 'Penalty' }, hand: { zh: '人工登记', en: 'By hand' } };
export const GROUNDS: Words = { 'wrong-subject': { zh: '列入对象错误', en: 'Wrong subject' }, 'wrong-facts': { zh: '事实认定错误', en: 'Wrong facts' }, 'basis-gone': { zh: '列入依据被撤销', en: 'Its basis was taken back' } };
export const VERDICTS: Words = { met: { zh: '符合移出条件', en: 'Conditions met' }, 'not-met': { zh: '不符合移出条件', en: 'Conditions not met' } };
export const ENDINGS: Words = { removed: { zh: '准予移出', en: 'Removed' }, expired: { zh: '期满移出', en: 'Expired' }, revoked: { zh: '已撤销', en: 'Revoked' } };
export const REMOVAL_STATES: Words = { open: { zh: '办理中', en: 'Going on' }, granted: { zh: '准予移出', en: 'Granted' }, refused: { zh: '不予移出', en: 'Refused' }, withdrawn: { zh: '已撤回', en: 'Withdrawn' }, lapsed: { zh: '已终止', en: 'Ended' } };
export const STAGE_TONES: Readonly<Record<string, Tone>> = { told: 'warning', waiting: 'progress', listed: 'danger', removing: 'info', left: 'done', declined: 'muted' };
export const REMOVAL_TONES: Readonly<Record<string, Tone>> = { open: 'warning', granted: 'success', refused: 'danger', withdrawn: 'muted', lapsed: 'muted' };

export const toneOf = (row: { readonly tone: string }): Tone => row.tone as Tone;

/** A case, its files and the lists it stands in are fetched again after an act. */
export function useWatchListChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: query => [LIST, OWN, REGISTER, '/api/v1/files'].some(path => String(query.queryKey[0]).startsWith(path)) });
}

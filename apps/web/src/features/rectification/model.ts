import { useQueryClient } from '@tanstack/react-query';
import type { components } from '@/api/schema';
import type { Text } from '@/i18n';
import type { Tone } from '@/shared/ui/StatusTag';

type Schemas = components['schemas'];
export type RectificationItem = Schemas['RectificationItemView'];
export type Rectification = Schemas['RectificationView'];
export type Own = Schemas['OwnRectificationView'];
export type Task = Schemas['RectificationTaskView'];
export type Evidence = Schemas['RectificationEvidenceView'];
export type Options = Schemas['RectificationOptionsView'];
export type Figures = Schemas['RectificationFiguresView'];
export type OwnFigures = Schemas['OwnRectificationFiguresView'];
export type PublicSupervision = Schemas['PublicSupervisionView'];
/** What both sides read. */
export type Both = Pick<Own, keyof Own & keyof Rectification>;

export const RECTIFICATIONS = '/api/v1/rectifications';
export const OWN = '/api/v1/own-rectifications';
export const PUBLIC = '/api/v1/public/supervised-rectifications';

type Words = Readonly<Record<string, Text>>;
export const SOURCES: Words = { inspection: { zh: '执法检查', en: 'Inspection' }, duty: { zh: '逾期事项', en: 'Overdue duty' }, complaint: { zh: '投诉举报', en: 'Complaint' }, manual: { zh: '执法人员登记', en: 'Entered by an officer' } };
export const METHODS: Words = {
  direct: { zh: '直接送达', en: 'In person' }, leave: { zh: '留置送达', en: 'Left at the place' }, post: { zh: '邮寄送达', en: 'By post' }, electronic: { zh: '电子送达', en: 'Electronically' }, entrusted: { zh: '委托送达', en: 'By another authority' }, announcement: { zh: '公告送达', en: 'By announcement' },
};
export const WAYS: Words = { 'on-site': { zh: '现场核查', en: 'On site' }, 'off-site': { zh: '非现场核查', en: 'From afar' } };

export const choices = (words: Words): { value: string; label: Text }[] => Object.entries(words).map(([value, label]) => ({ value, label }));
export const toneOf = (row: { readonly tone: string }): Tone => row.tone as Tone;
export const TASK_TONES: Readonly<Record<string, Tone>> = { open: 'info', done: 'progress', passed: 'success' };

/** What is not filled in stays out of the body. */
export const given = (values: Record<string, unknown>): Record<string, unknown> => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined && value !== null && value !== ''));

/** The day in Asia/Shanghai. */
export const today = (): string => new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai' }).format(Date.now());

/** A rectification and the lists it stands in are fetched again after an act. */
export function useRectificationsChanged(): () => Promise<void> {
  const client = useQueryClient();
  return () => client.invalidateQueries({ predicate: query => [RECTIFICATIONS, OWN, '/api/v1/files'].some(path => String(query.queryKey[0]).startsWith(path)) });
}

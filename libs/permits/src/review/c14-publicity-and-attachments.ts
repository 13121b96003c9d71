import { addDays, dayKind } from '@huanbao/calendar';
import { rowsOf, textOf } from '../form/form';
import { Finding, findingOf, ReviewContext, Rule } from './rule';

const finding = findingOf('C14');
const BASIS = '排污许可管理条例 第八条';
const LEAST_DAYS = 5;
/** Publicity comes before a first application and before applying again. */
const PUBLISHED = new Set(['new', 'reapply']);

/** C14: a key unit has published the application for five working days before it is handed in, without secrets, and the source of its quota is attached. */
export const c14: Rule = {
  id: 'C14',
  version: '2026.2',
  since: '2026-11-30',
  basis: BASIS,
  title: { zh: '重点管理：公开期、附件和脱密', en: 'Key units: publicity, attachments, secrets' },
  check: context => {
    if (textOf(context.form.basic, 'managementCategory') !== 'key') return [];
    return [...publicity(context), ...quotaSource(context)];
  },
};

function publicity(context: ReviewContext): Finding[] {
  const { form, applicationDate, handInDate = applicationDate } = context;
  const data = form.submission;
  if (data === undefined || !PUBLISHED.has(context.businessType ?? 'new')) return [];
  if (data['needsPublicity'] !== true) return [finding({ level: 'E', pointer: '/submission/needsPublicity', actual: '否', expected: '是', basis: BASIS, zh: '重点管理的排污单位提交申请前应当公开申请信息，请选“是”并填写公开的起止日期和网址', en: 'A key unit publishes before it applies. Choose yes and give the days and the place.' })];
  const [from, to] = [textOf(data, 'publicityFrom'), textOf(data, 'publicityTo')];
  if (from === undefined || to === undefined) return [];
  const { days, provisional } = workingDays(from, to, context);
  return [
    ...(days < LEAST_DAYS ? [finding({
      level: 'E' as const, pointer: '/submission/publicityTo', actual: `${from} 至 ${to}，${Math.max(days, 0)} 个工作日`, expected: '不少于 5 个工作日', basis: `${BASIS}；公开期天数依排污许可管理办法，待核`,
      zh: '公开期不足五个工作日，请延长公开后再提交', en: 'Publicity was shorter than five working days. Prolong it first.', ...(provisional ? { evidence: '公开期含尚未公布放假安排的年份，工作日为暂估' } : {}),
    })] : []),
    ...(days >= LEAST_DAYS && provisional ? [finding({
      level: 'W' as const, pointer: '/submission/publicityTo', actual: `${from} 至 ${to}`, expected: '按已公布的放假安排计算', basis: BASIS, zh: '公开期含尚未公布放假安排的年份，工作日为暂估，公布后请核对是否满五个工作日', en: 'The holidays of that year are not published; the count of working days is provisional.',
    })] : []),
    ...(to >= handInDate ? [finding({ level: 'E' as const, pointer: '/submission/publicityTo', actual: to, expected: `早于提交日期 ${handInDate}`, basis: BASIS, zh: '公开期满后才能提交，请在公开结束的次日以后提交', en: 'Submit after the publicity has ended.' })] : []),
    ...(data['publicVersionChecked'] !== true ? [finding({ level: 'E' as const, pointer: '/submission/publicVersionChecked', actual: '否', expected: '是', basis: BASIS, zh: '请核对公开版已去除商业秘密和个人信息', en: 'Check that the public version holds no secrets and no personal data.' })] : []),
  ];
}

/** Working days of a span, both ends included. */
function workingDays(from: string, to: string, { calendar = [] }: ReviewContext): { days: number; provisional: boolean } {
  let [days, provisional] = [0, false];
  for (let at = from, left = 400; at <= to && left > 0; at = addDays(at, 1), left -= 1) {
    const kind = dayKind(at, calendar);
    if (kind.working) days += 1;
    provisional ||= kind.provisional;
  }
  return { days, provisional };
}

/** What counts against the total control quota says where the quota comes from. */
function quotaSource({ form }: ReviewContext): Finding[] {
  const quota = rowsOf(form, 'basic', 'approvedTotals').some(row => textOf(row, 'source') === 'total-control');
  const attached = rowsOf(form, 'attachments', 'files').some(row => textOf(row, 'kind') === 'totals');
  if (!quota || attached) return [];
  return [finding({ level: 'E', pointer: '/attachments/files', actual: '没有总量指标来源文件', expected: '总量指标来源', basis: '排污许可管理条例 第七条第四项、第八条', zh: '基本情况填写了总量控制指标，请上传“总量指标来源”', en: 'A quota is stated; attach where it comes from.' })];
}

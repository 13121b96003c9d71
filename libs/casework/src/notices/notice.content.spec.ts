import { HOLIDAY_SEED, isWorkingDay } from '@huanbao/calendar';
import { remediesOn, remedyDeadline, remedySentence } from '../reference/remedies';
import { buildNotice, NoticeFacts, noticeForm, noticeNumber } from './notice.content';

const facts: NoticeFacts = {
  kind: 'acceptance',
  number: '孝环许受〔2026〕12号',
  issuer: '某市生态环境局',
  issuedOn: '2026-11-23',
  recipient: '某石灰有限公司',
  matter: '排污许可申请',
  caseNumber: 'XK-2026-000012',
  caseTitle: '首次申请',
  submittedOn: '2026-11-20',
  article: '排污许可管理条例 第九条第三项',
};

describe('a notice', () => {
  it.each([
    ['acceptance', undefined, '孝环许受〔2026〕12号'],
    ['correction', undefined, '孝环许补〔2026〕12号'],
    ['rejection', undefined, '孝环许不受〔2026〕12号'],
    ['decision', 'granted', '孝环许准〔2026〕12号'],
    ['decision', 'refused', '孝环许不准〔2026〕12号'],
    ['service', undefined, '孝环许送〔2026〕12号'],
    ['withdrawal', undefined, '孝环许撤〔2026〕12号'],
  ] as const)('of %s %s is numbered %s', (kind, outcome, number) => {
    expect(noticeNumber('孝环许', noticeForm(kind, outcome), { year: 2026, value: 12 })).toBe(number);
  });

  it('of acceptance names the law, the period and its last day', () => {
    const notice = buildNotice({ ...facts, due: { length: '20个工作日', on: '2026-12-21', provisional: false } });
    expect(notice.title).toBe('受理通知书');
    expect(notice.paragraphs[0]).toBe('你单位于2026年11月20日提交的排污许可申请（首次申请，编号XK-2026-000012）收悉。经审查，申请事项属于本机关职权范围，申请材料齐全、符合法定形式。依据《排污许可管理条例》第九条第三项的规定，决定予以受理。');
    expect(notice.paragraphs[1]).toContain('20个工作日内作出决定，届满之日为2026年12月21日。');
  });

  it('says so when the last day is provisional', () => {
    const notice = buildNotice({ ...facts, due: { length: '20个工作日', on: '2027-01-15', provisional: true } });
    expect(notice.paragraphs[1]).toContain('尚未公布，日期为暂估');
  });

  it('of correction lists every item at once', () => {
    const items = [{ label: '经度', requirement: '填写到小数点后六位', reason: 'HJ 608-2017' }];
    const notice = buildNotice({ ...facts, kind: 'correction', items });
    expect(notice.paragraphs[0]).toContain('一次性告知');
    expect(notice.items).toEqual(items);
  });

  it('of refusal gives reasons and the ways to contest it', () => {
    const notice = buildNotice({ ...facts, kind: 'decision', outcome: 'refused', reasons: '许可浓度宽于标准', remedies: ['如不服……'] });
    expect(notice.title).toBe('不予行政许可决定书');
    expect(notice.paragraphs).toContain('理由：许可浓度宽于标准');
    expect(notice.remedies).toEqual(['如不服……']);
  });

  it('of service proves what was received, how and by whom', () => {
    const notice = buildNotice({ ...facts, kind: 'service', service: { papers: ['准予行政许可决定书（孝环许准〔2026〕3号）'], method: '直接送达', receivedBy: '王芳' } });
    expect(notice.paragraphs).toEqual(expect.arrayContaining(['送达文书：准予行政许可决定书（孝环许准〔2026〕3号）', '送达方式：直接送达', '收件人：王芳', '送达日期：2026年11月23日']));
  });
});

describe('remedies', () => {
  const rule = { key: 'a', zh: '可以申请行政复议', en: 'x', length: 60, unit: 'day', article: '行政复议法 第二十条', verified: false, validFrom: '2024-01-01', validTo: null } as const;
  const isWorkday = (date: string): boolean => isWorkingDay(date, HOLIDAY_SEED);

  it('are those in force on the day', () => {
    const old = { ...rule, validFrom: '2000-01-01', validTo: '2023-12-31', article: '旧法 第九条' };
    expect(remediesOn([old, rule], '2023-12-31').map(each => each.article)).toEqual(['旧法 第九条']);
    expect(remediesOn([old, rule], '2024-01-01').map(each => each.article)).toEqual(['行政复议法 第二十条']);
    expect(remediesOn([rule], '2023-12-31')).toEqual([]);
  });

  it('are printed with their article', () => {
    expect(remedySentence({ ...rule, until: null })).toBe('可以申请行政复议（《行政复议法》第二十条）');
  });

  it.each([
    ['day', 60, '2026-09-01', '2026-11-02'],
    ['day', 30, '2026-09-01', '2026-10-08'],
    ['month', 6, '2026-03-30', '2026-09-30'],
    ['month', 6, '2026-08-31', '2027-03-01'],
    ['month', 1, '2026-12-15', '2027-01-15'],
  ] as const)('of %i %s from %s end on %s', (unit, length, servedOn, last) => {
    expect(remedyDeadline({ unit, length }, servedOn, isWorkday)).toBe(last);
  });
});

import { describe, expect, it } from 'vitest';
import { monthOf, readNotice, writeNotice } from './notice';

const NOTICE_2026 = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`;

describe('the text of a notice', () => {
  it('gives every day off and every day worked', () => {
    const found = readNotice(NOTICE_2026, 2026);
    expect(found.unread).toEqual([]);
    expect(found.holidays).toHaveLength(3 + 9 + 3 + 5 + 3 + 3 + 7);
    expect(found.holidays.slice(0, 4)).toEqual(['2026-01-01', '2026-01-02', '2026-01-03', '2026-02-15']);
    expect(found.makeupDays).toEqual(['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10']);
  });

  it('is written as lines that read the same again', () => {
    const found = readNotice(NOTICE_2026, 2026);
    expect(readNotice(writeNotice(found), 2026)).toEqual(found);
  });

  it.each([
    ['2027-01-01 放假', ['2027-01-01'], []],
    ['2027年1月30日至2月2日放假', ['2027-01-30', '2027-01-31', '2027-02-01', '2027-02-02'], []],
    ['1/1-1/3 休', ['2027-01-01', '2027-01-02', '2027-01-03'], []],
    ['1月1日、2日放假', ['2027-01-01', '2027-01-02'], []],
    ['1月1日', [], ['1月1日']],
    ['2月30日放假', [], ['2月30日放假']],
    ['3月5日至1日放假', [], ['3月5日至1日放假']],
    ['国务院办公厅', [], []],
  ])('%s', (text, holidays, unread) => expect(readNotice(text, 2027)).toMatchObject({ holidays, unread }));

  it('keeps a day of another year as it is written, for the server to refuse', () => {
    expect(readNotice('2026年12月31日至2027年1月2日放假', 2027).holidays).toEqual(['2026-12-31', '2027-01-01', '2027-01-02']);
  });
});

describe('a month', () => {
  it('knows the kind of each day and begins on Monday', () => {
    const { lead, days } = monthOf(2026, 2, { holidays: ['2026-02-16'], makeupDays: ['2026-02-14'] });
    expect([lead, days.length]).toEqual([6, 28]);
    expect([days[0], days[13], days[15], days[16]].map(day => day?.kind)).toEqual(['weekend', 'makeup', 'holiday', 'workday']);
  });
});

import { Injectable, OnModuleInit } from '@nestjs/common';
import { addCalendarDays, addWorkingDays } from '@huanbao/calendar';
import { ProcurementLaw } from '@huanbao/marketplace';
import { Clock, shanghaiInstant } from '@huanbao/platform';
import { ReferenceBook, ReferenceRow } from '@huanbao/reference';
import { signDueOf } from '../award';

const KIND = 'award-cancellation';
const OWN = '本平台约定，法律没有规定具体天数';
const SEEN = '条文节录，未与原文比对';

type Key = 'remind.days' | 'word.days' | 'object.days' | 'rule.workdays' | 'effect.months';

const row = (key: Key, title: string, [value, unit]: readonly [string, string], [effectiveFrom, legalBasis, origin]: readonly [string, string, string]): ReferenceRow => ({ key, title, value, unit, effectiveFrom, effectiveTo: null, legalBasis, verified: false, origin, note: null });

/** What ships is never verified: no person can be named who compared it. */
const VALUES: readonly ReferenceRow[] = [
  row('remind.days', '书面催告后留给机构签约的最少天数', ['5', '日'], ['2026-01-01', '民法典 第五百六十三条（参照：催告后的合理期限）', OWN]),
  row('word.days', '告知取消中选（或投诉）后，对方陈述意见的期限', ['3', '日'], ['2026-01-01', '民法典 第五百条（诚信磋商）', OWN]),
  row('object.days', '对取消中选提出异议的期限', ['10', '日'], ['2012-02-01', '招标投标法实施条例 第六十条（知道或者应当知道之日起十日内）', SEEN]),
  row('rule.workdays', '主管部门作出处理决定的期限', ['30', '工作日'], ['2012-02-01', '招标投标法实施条例 第六十一条', SEEN]),
  row('effect.months', '无正当理由不签合同的记录有效期', ['12', '个月'], ['2026-01-01', OWN, OWN]),
];

/** Dated periods around an award that is not signed. */
@Injectable()
export class UnsignedPeriods implements OnModuleInit {
  constructor(
    private readonly book: ReferenceBook,
    private readonly law: ProcurementLaw,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.book.keep(KIND, { zh: '取消中选与异议', en: 'Cancelled awards and objections' }, VALUES);
  }

  async number(key: Key): Promise<number> {
    const today = this.clock.today();
    const rows = (await this.book.rows(KIND)).filter(one => one.effectiveFrom <= today && (one.effectiveTo === null || today <= one.effectiveTo));
    const found = rows.find(one => one.key === key) ?? VALUES.find(one => one.key === key);
    if (!found) throw new Error(`No reference value ${key}`);
    return Number(found.value);
  }

  /** The last day of a period that begins tomorrow; a day off moves it on (民法典 第二百零一条、第二百零三条). */
  async lastDay(key: 'remind.days' | 'word.days' | 'object.days'): Promise<string> {
    const { calendar } = await this.law.almanac();
    return addCalendarDays(this.clock.today(), await this.number(key), calendar).date;
  }

  async endOf(key: 'word.days' | 'object.days'): Promise<Date> {
    return shanghaiInstant(await this.lastDay(key), true);
  }

  /** The last day to sign an award that stands from today on. */
  async signDue(): Promise<string> {
    return signDueOf(this.clock.now(), Number((await this.law.almanac()).law('days.sign').value));
  }

  async ruleDue(): Promise<string> {
    const { calendar } = await this.law.almanac();
    return addWorkingDays(this.clock.today(), await this.number('rule.workdays'), calendar).date;
  }
}

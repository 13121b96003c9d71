import { INestApplicationContext } from '@nestjs/common';
import { HOLIDAY_SEED } from '@huanbao/calendar';
import { Clock, Db } from '@huanbao/platform';

const REMEDIES = [
  {
    key: '1-reconsideration',
    validFrom: '2024-01-01',
    zh: '如不服本决定，可以自收到本决定书之日起六十日内依法申请行政复议',
    en: 'You may apply for administrative reconsideration within 60 days of receiving this decision',
    length: 60,
    unit: 'day',
    article: '中华人民共和国行政复议法 第二十条',
    source: '2023年修订，2024-01-01施行；条号与期限未与公布文本逐字核对',
  },
  {
    key: '2-litigation',
    validFrom: '2015-05-01',
    zh: '也可以自收到本决定书之日起六个月内依法向人民法院提起行政诉讼',
    en: 'You may also bring an administrative action before the people\'s court within six months of receiving this decision',
    length: 6,
    unit: 'month',
    article: '中华人民共和国行政诉讼法 第四十六条',
    source: '2014年修正，2015-05-01施行；条号与期限未与公布文本逐字核对',
  },
] as const;

/** Reference data every city needs: published holidays and the ways to contest a decision. What is there stays as it is. */
export async function seedCaseworkReference(app: INestApplicationContext): Promise<void> {
  const db = app.get(Db);
  const now = app.get(Clock).now();
  for (const { year, holidays, makeup, source } of HOLIDAY_SEED) {
    await db.query(
      `WITH entered AS (INSERT INTO holiday_year (year, holidays, makeup_days, source, imported_at) VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING year, holidays, makeup_days, source, imported_at)
       INSERT INTO holiday_year_version (year, holidays, makeup_days, source, imported_at) SELECT * FROM entered`,
      [year, holidays, makeup, source, now],
    );
  }
  for (const rule of REMEDIES) {
    await db.query(
      `INSERT INTO remedy_rule (key, valid_from, zh, en, length, unit, article, verified, source) VALUES ($1, $2, $3, $4, $5, $6, $7, false, $8) ON CONFLICT DO NOTHING`,
      [rule.key, rule.validFrom, rule.zh, rule.en, rule.length, rule.unit, rule.article, rule.source],
    );
  }
}

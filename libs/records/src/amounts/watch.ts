import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { PermitReader } from '@huanbao/permits';
import { Clock, Db, Outbox } from '@huanbao/platform';
import { pollutantTitle } from '../monitoring/words';
import { watchPermitAmounts } from '../records.jobs.definitions';
import { MATTER } from '../records.policy';
import { type AmountDetail, Emissions } from './emissions.service';

/** Tells the enterprise when an amount of the year reaches 80 % and 100 % of what is permitted, once each. */
@Injectable()
export class AmountWatch {
  constructor(
    private readonly db: Db,
    private readonly emissions: Emissions,
    private readonly permits: PermitReader,
    private readonly notifier: Notifier,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** One job for each permit with data of this year, so that one that fails holds up no other. */
  async begin(): Promise<void> {
    const year = this.clock.today().slice(0, 4);
    const span = [`${year}-01-01`, `${year}-12-31`];
    const rows = await this.db.query<{ id: string }>(
      `SELECT permit_id AS id FROM monitoring_result WHERE sampled_on BETWEEN $1 AND $2 UNION SELECT permit_id FROM emission_reading WHERE day BETWEEN $1 AND $2 UNION SELECT permit_id FROM emission_basis WHERE quarter LIKE $3`,
      [...span, `${year}Q%`],
    );
    for (const { id } of rows) await this.outbox.enqueue(watchPermitAmounts, { permitId: id, year });
  }

  async check(permitId: string, year: string): Promise<void> {
    const permit = await this.permits.byId(permitId);
    if (!permit) return;
    const details = await this.emissions.details(permit, { from: `${year}-01-01`, to: `${year}-12-31` });
    for (const detail of details.filter(one => one.warning !== 'none')) await this.tell(permit, detail, year);
  }

  private tell(permit: { id: string; enterpriseId: string; siteId: string }, detail: AmountDetail, year: string): Promise<void> {
    const { outletCode, pollutant, warning, usedPercent, amountT, permittedT } = detail;
    const name = pollutantTitle(pollutant);
    const [place, where] = outletCode === 'plant' ? ['全厂', 'Plant'] : [outletCode, outletCode];
    const full = warning === 'full';
    const title = { zh: `${place} ${name.zh} 排放量${full ? '已达到许可量' : '已用八成以上'}`, en: `${where} ${name.en}: ${full ? 'permitted amount reached' : 'over 80 % used'}` };
    const body = {
      zh: `${year} 年至今 ${amountT} t，许可 ${permittedT} t${usedPercent === null ? '' : `，已用 ${usedPercent}%`}。${full ? '继续排放将超过许可排放量，请立即安排。' : '请据此安排全年生产。'}`,
      en: `${year} so far ${amountT} t of ${permittedT} t${usedPercent === null ? '' : ` (${usedPercent} %)`}.`,
    };
    return this.notifier.notify({
      to: { orgId: permit.enterpriseId, matter: MATTER, site: permit.siteId }, topic: 'records', subject: { type: 'permit', id: permit.id }, title, body,
      link: `/e/${permit.enterpriseId}/records/${permit.id}?tab=amounts`, key: `amount:${permit.id}:${outletCode}:${pollutant}:${year}:${warning}`,
    });
  }
}

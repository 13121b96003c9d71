import { Injectable } from '@nestjs/common';
import { addDays, daysBetween } from '@huanbao/calendar';
import { Notifier } from '@huanbao/notifications';
import { Clock, Db } from '@huanbao/platform';
import { PermitRegistration } from './registration.entity';
import { RegistrationTerms } from './registration.terms';

/** Read at a time. */
const BATCH = 500;
const FIRST = '00000000-0000-0000-0000-000000000000';

/** Which reminder is due with so many days left: the last of the thresholds that was passed; none while all lie ahead, or after the end. Pure. */
export function reminderDue(left: number, thresholds: readonly number[]): number | undefined {
  return left < 0 ? undefined : [...thresholds].sort((a, b) => a - b).find(days => left <= days);
}

/** Before a registration ends its holder is told at each threshold once: nobody else watches its five years. */
@Injectable()
export class RegistrationReminders {
  constructor(
    private readonly db: Db,
    private readonly terms: RegistrationTerms,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  async remind(): Promise<void> {
    const [today, thresholds] = [this.clock.today(), await this.terms.reminderDays()];
    const last = addDays(today, Math.max(0, ...thresholds));
    for (let after = { day: today, id: FIRST }; ;) {
      const rows = await this.db.repo(PermitRegistration).createQueryBuilder('r')
        .where(`r.status = 'valid' AND (r.validTo, r.id) > (:day, :id) AND r.validTo <= :last`, { ...after, last }).orderBy('r.validTo').addOrderBy('r.id').limit(BATCH).getMany();
      for (const row of rows) await this.tell(row, today, thresholds);
      const next = rows.at(-1);
      if (rows.length < BATCH || next === undefined) return;
      after = { day: next.validTo, id: next.id };
    }
  }

  private async tell({ id, enterpriseId, siteId, siteName, number, validTo }: PermitRegistration, today: string, thresholds: readonly number[]): Promise<void> {
    const left = daysBetween(today, validTo);
    const at = reminderDue(left, thresholds);
    if (at === undefined) return;
    const from = await this.terms.renewableFrom(validTo);
    const when = from > today ? { zh: `${from} 起可以办理延续登记`, en: `It can be renewed from ${from} on` } : { zh: '现在就可以办理延续登记', en: 'It can be renewed now' };
    await this.notifier.notify({
      to: { orgId: enterpriseId, matter: 'permits', site: siteId }, topic: 'permits', subject: { type: 'permit-registration', id }, key: `permit-registration:${id}:ends:${validTo}:${at}`, link: `/e/${enterpriseId}/registrations/${id}`,
      title: { zh: `排污登记还有 ${left} 天到期：${siteName}`, en: `The registration ends in ${left} day(s): ${siteName}` },
      body: { zh: `登记 ${number} 有效期至 ${validTo}。${when.zh}；不再排放污染物的，办理注销。`, en: `Registration ${number} is valid to ${validTo}. ${when.en}; cancel it where nothing is discharged any more.` },
    });
  }
}

import { Injectable } from '@nestjs/common';
import { addDays, daysBetween } from '@huanbao/calendar';
import { Actor, Clock, Db } from '@huanbao/platform';
import { type DecidedRenewal, PositiveEntry, type Renewal } from '../enforcement.entity';
import { positiveState, renewalTooEarly, samePerson } from '../enforcement.errors';
import { EnforcementReference } from '../enforcement.reference';
import type { DecideRenewalDto, RenewPositiveDto } from './positive.dto';
import { PositiveService } from './positive.service';
import { renewFromOf, runsOn } from './positive.view';

/** An entry goes on only after everything was looked at again, by two persons, before its term ends; whoever has to act is reminded. */
@Injectable()
export class PositiveRenewals {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly entries: PositiveService,
    private readonly reference: EnforcementReference,
  ) {}

  propose(actor: Actor, id: string, { basis, offsiteChecks, conditions }: RenewPositiveDto, version: number): Promise<void> {
    return this.db.transaction(async () => {
      const entry = await this.entries.locked(actor, id, 'propose', version);
      if (!runsOn(entry, this.clock.today()) || entry.renewal) throw positiveState();
      const first = renewFromOf(entry, { ahead: (await this.reference.days('positive:renew-days'))[0] ?? 0 });
      if (first !== null && this.clock.today() < first) throw renewalTooEarly(first);
      const renewal: Renewal = { basis, offsiteChecks, conditions: await this.entries.attested(conditions), byUserId: actor.userId, byName: actor.name, at: this.clock.now().toISOString() };
      await this.entries.assertCredit(entry.enterpriseId);
      await this.db.repo(PositiveEntry).update({ id }, { renewal: renewal as never, version: version + 1 });
      await this.entries.note(actor, entry, 'renew', {});
    });
  }

  /** Another term from the end of this one, never by who proposed it. */
  decide(actor: Actor, id: string, { approved, reason }: DecideRenewalDto, version: number): Promise<void> {
    return this.db.transaction(async () => {
      const entry = await this.entries.locked(actor, id, 'decide', version);
      const { renewal } = entry;
      if (!runsOn(entry, this.clock.today()) || !renewal) throw positiveState();
      if (renewal.byUserId === actor.userId) throw samePerson();
      if (approved) await this.entries.assertCredit(entry.enterpriseId);
      const until = approved ? await this.entries.termFrom(entry.reviewOn) : null;
      const decided: DecidedRenewal = { ...renewal, approved, decidedByName: actor.name, decidedAt: this.clock.now().toISOString(), reason, until };
      const term = until === null ? {} : { reviewOn: until, basis: renewal.basis, offsiteChecks: renewal.offsiteChecks, conditions: [...renewal.conditions] };
      await this.db.repo(PositiveEntry).update({ id }, { ...term, renewal: null, renewals: [...entry.renewals, decided] as never, version: version + 1 });
      await this.entries.note(actor, entry, 'decide-renewal', { approved, reason, until });
      // each decision is told: several may fall in one term
      await this.entries.tell(entry, `renewal:${entry.version}`, approved ? { zh: '正面清单已续期', en: 'The entry was renewed' } : { zh: '正面清单续期未批准', en: 'The renewal was not approved' }, approved ? { zh: `有效期到 ${until ?? ''}。`, en: `It runs until ${until ?? ''}.` } : { zh: `${reason}。原有效期到 ${entry.reviewOn}。`, en: `${reason}. It ends on ${entry.reviewOn}.` });
    });
  }

  /** Nightly, before the term ends: the officers renew or let it end, the enterprise knows. Each day of the row once. */
  async remind(): Promise<void> {
    const days = (await this.reference.days('positive:remind-days')).sort((a, b) => a - b);
    const today = this.clock.today();
    const soon = await this.db.repo(PositiveEntry).createQueryBuilder('p').where(`p.state = 'active' AND p.reviewOn BETWEEN :today AND :last`, { today, last: addDays(today, days.at(-1) ?? 0) }).orderBy('p.id').getMany();
    for (const entry of soon) {
      const left = daysBetween(today, entry.reviewOn as string);
      const step = days.find(one => left <= one);
      if (step === undefined) continue;
      const key = `soon:${entry.reviewOn ?? ''}:${step}`;
      await this.entries.tell(entry, key, { zh: `正面清单还有 ${left} 日到期`, en: `The entry on the positive list ends in ${left} days` }, { zh: `${entry.reviewOn ?? ''} 到期，未续期的即时移出。`, en: `It ends on ${entry.reviewOn ?? ''} unless it is renewed.` });
      await this.entries.tellOfficers(entry, key, { zh: `正面清单还有 ${left} 日到期：${entry.enterpriseName}`, en: `Ends in ${left} days: ${entry.enterpriseName}` }, { zh: entry.renewal ? '续期等待批准。' : '需要继续列入的，请逐条核实条件并提出续期。', en: entry.renewal ? 'A renewal waits for a decision.' : 'Look at every condition again and propose a renewal, or let it end.' });
    }
  }
}

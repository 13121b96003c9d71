import { Injectable } from '@nestjs/common';
import { Clock, Db, shanghaiDate } from '@huanbao/platform';
import { In } from 'typeorm';
import { IntegrityQueries } from '../integrity/integrity.queries';
import { Qualification, QualificationEvent } from '../provider.entity';
import { eventView, FirmItemView, FirmView, StaffView } from '../providers.view';
import { isValidOn } from '../requirement';

type Details = Omit<FirmView, keyof FirmItemView>;

/** Steps the public may follow; what a firm only entered or was refused is between it and the bureau. */
const PUBLIC_STEPS = ['verified', 'suspended', 'restored', 'lapsed'] as const;

/** What a profile shows beside the line of the list: what is verified and until when, history, points, people in numbers. */
@Injectable()
export class FirmProfiles {
  constructor(
    private readonly db: Db,
    private readonly integrity: IntegrityQueries,
    private readonly clock: Clock,
  ) {}

  async detailsOf(firmId: string): Promise<Details> {
    const today = this.clock.today();
    const held = await this.db.repo(Qualification).find({ where: { firmId, state: 'verified' }, order: { kind: 'ASC', id: 'ASC' } });
    const events = await this.db.repo(QualificationEvent).find({ where: { firmId, what: In([...PUBLIC_STEPS]) }, order: { id: 'DESC' }, take: 100 });
    const points = await this.integrity.publicOf(firmId);
    return {
      qualifications: held.filter(q => isValidOn(q, today)).map(({ kind, number, scope, issuer, validFrom, validTo, reviewedAt }) => ({ kind, number, scope, issuer, validFrom, validTo, verifiedOn: reviewedAt && shanghaiDate(reviewedAt) })),
      history: events.map(eventView),
      points: points.map(({ ruleTextZh, ruleTextEn, points: worth, article, occurredOn, expiresOn, source, state }) => ({ ruleZh: ruleTextZh, ruleEn: ruleTextEn, points: worth, article, occurredOn, expiresOn, source, isObjected: state === 'objected' })),
      staff: await this.staffOf(firmId, today),
      ...(await this.engineersOf(firmId)),
    };
  }

  private staffOf(firmId: string, today: string): Promise<StaffView[]> {
    return this.db.query<StaffView>(
      `SELECT c->>'kind' AS certificate, count(DISTINCT p.id)::int AS people FROM firm_person p, jsonb_array_elements(p.certificates) c
        WHERE p.firm_id = $1 AND p.left_on IS NULL AND coalesce((c->>'validTo')::date, 'infinity') >= $2::date GROUP BY 1 ORDER BY 2 DESC, 1`,
      [firmId, today],
    );
  }

  private async engineersOf(firmId: string): Promise<Pick<FirmView, 'responsibleEngineers' | 'engineerCapacity' | 'engineerLoad'>> {
    const [row] = await this.db.query<{ engineers: number; capacity: number; load: number }>(
      `SELECT count(*)::int AS engineers, coalesce(sum(p.max_tasks), 0)::int AS capacity,
              (SELECT count(*)::int FROM engagement e WHERE e.firm_id = $1 AND e.ended_at IS NULL AND e.person_id IS NOT NULL) AS load
         FROM firm_person p WHERE p.firm_id = $1 AND p.left_on IS NULL AND p.is_responsible`,
      [firmId],
    );
    return { responsibleEngineers: row?.engineers ?? 0, engineerCapacity: row?.capacity ?? 0, engineerLoad: row?.load ?? 0 };
  }
}

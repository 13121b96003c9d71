import { Injectable } from '@nestjs/common';
import { Clock, Db } from '@huanbao/platform';

export interface SharedPerson {
  readonly kind: 'person' | 'certificate';
  readonly firmIds: readonly [string, string];
  /** A masked name, with the certificate where only that is the same. */
  readonly what: string;
}

/** Who is registered with two of a few firms today. For rooms whose officers may see both sides. */
@Injectable()
export class SharedPeople {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async between(firmIds: readonly string[]): Promise<SharedPerson[]> {
    const rows = await this.db.query<{ one: string; other: string; name: string; same: boolean; keys: string[] }>(
      `SELECT a.firm_id AS one, b.firm_id AS other, a.name_masked AS name, a.id_number_index = b.id_number_index AS same,
              ARRAY(SELECT unnest(a.certificate_keys) INTERSECT SELECT unnest(b.certificate_keys) ORDER BY 1) AS keys
         FROM firm_person a JOIN firm_person b ON b.firm_id > a.firm_id AND (b.id_number_index = a.id_number_index OR b.certificate_keys && a.certificate_keys)
        WHERE a.firm_id = ANY($1::uuid[]) AND b.firm_id = ANY($1::uuid[]) AND (a.left_on IS NULL OR a.left_on >= $2) AND (b.left_on IS NULL OR b.left_on >= $2)
        ORDER BY 1, 2, a.id, b.id`,
      [[...firmIds], this.clock.today()],
    );
    return rows.map(({ one, other, name, same, keys }) => ({ kind: same ? 'person' : 'certificate', firmIds: [one, other] as const, what: same ? name : `${name} ${keys.map(key => key.replace('|', ' ')).join('、')}` }));
  }
}

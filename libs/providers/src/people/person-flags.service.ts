import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Actor, Audit, Clock, Db, decodeCursor, FieldCipher, newId, notFound, Outbox, Page, stale, toPage } from '@huanbao/platform';
import { In } from 'typeorm';
import { flagClosed } from '../providers.errors';
import { personFlagged } from '../providers.events';
import { peoplePolicy } from '../providers.policy';
import type { CloseFlagDto, FlagListDto } from './person.dto';
import { FirmPerson, PersonFlag } from './person.entity';
import { NAME_CONTEXT, PersonFlagView } from './person.view';

/** One person, or one certificate, in two firms at once: found when somebody is entered, looked into by the bureau. */
@Injectable()
export class PersonFlags {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly cipher: FieldCipher,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Compares with the people of all other firms. A pair that is flagged already stays as it was dealt with. */
  async look(person: FirmPerson): Promise<void> {
    // two firms that enter the same person at the same moment would not see each other's row
    await this.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 7))', [person.idNumberIndex]);
    for (const key of [...person.certificateKeys].sort()) await this.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 8))', [key]);
    const others = await this.db.query<{ id: string; same: boolean }>(
      `SELECT id, id_number_index = $2 AS same FROM firm_person WHERE left_on IS NULL AND firm_id <> $1 AND id_number_index = $2
       UNION SELECT id, id_number_index = $2 FROM firm_person WHERE left_on IS NULL AND firm_id <> $1 AND certificate_keys && $3::text[]`,
      [person.firmId, person.idNumberIndex, person.certificateKeys],
    );
    for (const other of others) await this.raise(person, other.id, other.same ? 'same-person' : 'same-certificate');
  }

  private async raise(person: FirmPerson, otherId: string, why: PersonFlag['why']): Promise<void> {
    const [first, second] = [person.id, otherId].sort();
    const rows = await this.db.query<{ id: string }>(
      `INSERT INTO person_flag (id, person_id, other_id, why, region_code, state, version, found_at) VALUES ($1, $2, $3, $4, $5, 'open', 1, $6)
       ON CONFLICT ON CONSTRAINT person_flag_pair DO NOTHING RETURNING id`,
      [newId(), first, second, why, person.regionCode, this.clock.now()],
    );
    if (rows[0]) await this.outbox.publish(personFlagged, { flagId: rows[0].id });
  }

  async list(actor: Actor, query: FlagListDto): Promise<Page<PersonFlagView>> {
    const limit = query.limit ?? 20;
    const rows = this.db.repo(PersonFlag).createQueryBuilder('f').where('f.state = :state', { state: query.state ?? 'open' })
      .andWhere(`EXISTS (SELECT 1 FROM unnest(CAST(:regions AS text[])) r WHERE f.region_code LIKE r || '%')`, { regions: [...actor.regions] });
    const after = decodeCursor(query.cursor, 1);
    if (after) rows.andWhere('f.id > :after', { after: after[0] });
    const found = await rows.orderBy('f.id').limit(limit + 1).getMany();
    const views = await this.views(actor, found);
    return toPage(found, limit, one => [one.id], one => views.get(one.id) as PersonFlagView);
  }

  close(actor: Actor, id: string, { state, note }: CloseFlagDto, expectedVersion: number): Promise<PersonFlagView> {
    return this.db.transaction(async () => {
      const flag = await this.db.lock(PersonFlag, { id });
      const person = flag && (await this.db.repo(FirmPerson).findOneBy({ id: flag.personId }));
      peoplePolicy.require(actor, 'person-flag.close', flag && person ? { firmId: person.firmId, regionCode: flag.regionCode } : null);
      if (!flag) throw notFound();
      if (flag.state !== 'open') throw flagClosed();
      if (flag.version !== expectedVersion) throw stale();
      Object.assign(flag, { state, note, closedBy: actor.userId, closedByName: actor.name, closedAt: this.clock.now(), version: flag.version + 1 });
      await this.db.repo(PersonFlag).save(flag);
      await this.audit.record({ actor, action: 'person-flag.close', subject: { type: 'person-flag', id }, details: { state, note } });
      return (await this.views(actor, [flag])).get(id) as PersonFlagView;
    });
  }

  private async views(actor: Actor, flags: readonly PersonFlag[]): Promise<Map<string, PersonFlagView>> {
    const people = new Map((await this.db.repo(FirmPerson).findBy({ id: In(flags.flatMap(one => [one.personId, one.otherId])) })).map(one => [one.id, one]));
    const firms = await this.directory.organisations([...people.values()].map(one => one.firmId));
    return new Map(
      flags.map(flag => {
        const sides = [flag.personId, flag.otherId].map(id => people.get(id)).filter(one => one !== undefined);
        const [first, second] = sides;
        const shared = (first?.certificateKeys ?? []).filter(key => second?.certificateKeys.includes(key)).map(key => key.replace('|', ' '));
        const { id, why, state, note, closedByName, version } = flag;
        const may = first && state === 'open' && peoplePolicy.may(actor, 'person-flag.close', { firmId: first.firmId, regionCode: flag.regionCode });
        return [id, {
          id, why, state, note, closedByName, version, shared, foundAt: flag.foundAt.toISOString(), actions: may ? ['person-flag.close'] : [],
          sides: sides.map(one => ({ firmId: one.firmId, firmName: firms.get(one.firmId)?.name ?? '', name: this.cipher.decrypt(one.nameCipher, NAME_CONTEXT), since: one.since, leftOn: one.leftOn })),
        }];
      }),
    );
  }
}

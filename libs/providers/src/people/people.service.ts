import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Actor, Audit, Clock, Db, FieldCipher, newId, notFound, stale, violatedConstraint } from '@huanbao/platform';
import { Engagement } from '../capacity/engagement.entity';
import { ownFirm } from '../firms.service';
import { idNumberWrong, leftBeforeCame, personTwice, stillCarries } from '../providers.errors';
import { peoplePolicy } from '../providers.policy';
import { IsNull } from 'typeorm';
import type { CertificateDto, PersonChangesDto, PersonDto } from './person.dto';
import { FirmPerson, PersonFlag } from './person.entity';
import { ID_CONTEXT, NAME_CONTEXT, PersonView, personView } from './person.view';
import { PersonFlags } from './person-flags.service';
import { certificateKey, isIdNumber, maskName } from './people-rules';

/** The people of a firm, with their certificates. Who is in two firms at once raises a flag. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly flags: PersonFlags,
    private readonly cipher: FieldCipher,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  listOf(actor: Actor): Promise<PersonView[]> {
    return this.peopleOf(ownFirm(actor).id);
  }

  /** The people of a firm, for the bureau that verifies it. @throws 404 for a firm of another region */
  async ofFirm(actor: Actor, firmId: string): Promise<PersonView[]> {
    const firm = await this.directory.organisation(firmId);
    peoplePolicy.require(actor, 'firm-person.read', firm && firm.kind === 'firm' ? { firmId, regionCode: firm.regionCode } : null);
    await this.audit.record({ actor, action: 'firm-person.look', subject: { type: 'firm', id: firmId }, details: {} });
    return this.peopleOf(firmId);
  }

  add(actor: Actor, input: PersonDto): Promise<PersonView> {
    if (!isIdNumber(input.idNumber)) throw idNumberWrong();
    const firm = ownFirm(actor);
    return this.write(async () => {
      const organisation = await this.directory.organisation(firm.id);
      if (!organisation) throw notFound();
      const person = this.db.repo(FirmPerson).create({
        id: newId(), firmId: firm.id, regionCode: organisation.regionCode, ...this.contentOf(input),
        idNumberCipher: this.cipher.encrypt(input.idNumber, ID_CONTEXT), idNumberIndex: this.cipher.blindIndex(input.idNumber, ID_CONTEXT), idNumberTail: input.idNumber.slice(-4),
        leftOn: null, version: 1, createdAt: this.clock.now(),
      });
      await this.db.repo(FirmPerson).insert(person);
      await this.flags.look(person);
      await this.audit.record({ actor, action: 'firm-person.add', subject: { type: 'firm-person', id: person.id }, details: { certificates: input.certificates.length } });
      return this.view(person);
    });
  }

  change(actor: Actor, id: string, input: PersonChangesDto, expectedVersion: number): Promise<PersonView> {
    return this.write(async () => {
      const person = await this.lock(actor, id, expectedVersion);
      Object.assign(person, this.contentOf(input), { version: person.version + 1 });
      await this.db.repo(FirmPerson).save(person);
      await this.flags.look(person);
      await this.audit.record({ actor, action: 'firm-person.change', subject: { type: 'firm-person', id }, details: { certificates: input.certificates.length } });
      return this.view(person);
    });
  }

  /** @throws 422 while the person still answers for tasks */
  leave(actor: Actor, id: string, leftOn: string, expectedVersion: number): Promise<PersonView> {
    return this.write(async () => {
      const person = await this.lock(actor, id, expectedVersion);
      if (leftOn < person.since || leftOn > this.clock.today()) throw leftBeforeCame();
      const carried = await this.db.repo(Engagement).findBy({ personId: id, endedAt: IsNull() });
      if (carried.length > 0) throw stillCarries(carried.map(one => one.title));
      Object.assign(person, { leftOn, version: person.version + 1 });
      await this.db.repo(FirmPerson).save(person);
      await this.audit.record({ actor, action: 'firm-person.leave', subject: { type: 'firm-person', id }, details: { leftOn } });
      return this.view(person);
    });
  }

  private async lock(actor: Actor, id: string, expectedVersion: number): Promise<FirmPerson> {
    const person = await this.db.lock(FirmPerson, { id });
    peoplePolicy.require(actor, 'firm-person.edit', person);
    if (person.version !== expectedVersion) throw stale();
    return person;
  }

  private contentOf(input: PersonChangesDto): Pick<FirmPerson, 'nameCipher' | 'nameMasked' | 'certificates' | 'certificateKeys' | 'isResponsible' | 'maxTasks' | 'since'> {
    const certificates = input.certificates.map(({ kind, number, validTo }: CertificateDto) => ({ kind, number, validTo: validTo ?? null }));
    const { isResponsible, maxTasks, since } = input;
    return {
      nameCipher: this.cipher.encrypt(input.name, NAME_CONTEXT), nameMasked: maskName(input.name), certificates,
      certificateKeys: [...new Set(certificates.map(one => certificateKey(one.kind, one.number)))], isResponsible, maxTasks, since,
    };
  }

  private async peopleOf(firmId: string): Promise<PersonView[]> {
    const people = await this.db.repo(FirmPerson).createQueryBuilder('p').where('p.firmId = :firmId', { firmId }).orderBy('p.leftOn', 'ASC', 'NULLS FIRST').addOrderBy('p.isResponsible', 'DESC').addOrderBy('p.id').limit(1000).getMany();
    const loads = await this.db.query<{ id: string; n: number }>(`SELECT person_id AS id, count(*)::int AS n FROM engagement WHERE firm_id = $1 AND ended_at IS NULL AND person_id IS NOT NULL GROUP BY person_id`, [firmId]);
    const flagged = new Set((await this.db.query<{ id: string }>(`SELECT unnest(ARRAY[person_id, other_id])::text AS id FROM person_flag WHERE state = 'open' AND (person_id = ANY($1::uuid[]) OR other_id = ANY($1::uuid[]))`, [people.map(one => one.id)])).map(one => one.id));
    const load = new Map(loads.map(one => [one.id, one.n]));
    return people.map(person => personView(person, { cipher: this.cipher, today: this.clock.today(), load: load.get(person.id) ?? 0, flagged: flagged.has(person.id) }));
  }

  private async view(person: FirmPerson): Promise<PersonView> {
    const flagged = await this.db.repo(PersonFlag).existsBy([{ personId: person.id, state: 'open' }, { otherId: person.id, state: 'open' }]);
    const load = await this.db.repo(Engagement).countBy({ personId: person.id, endedAt: IsNull() });
    return personView(person, { cipher: this.cipher, today: this.clock.today(), load, flagged });
  }

  private async write<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.db.transaction(work);
    } catch (error) {
      if (violatedConstraint(error) === 'firm_person_once') throw personTwice();
      throw error;
    }
  }
}

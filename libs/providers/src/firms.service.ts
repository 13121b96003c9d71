import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Actor, Audit, Clock, Db, forbidden, newId, stale, violatedConstraint } from '@huanbao/platform';
import type { ProfileDto } from './dto/providers.dto';
import { FirmProfile, FirmService } from './provider.entity';
import { unknownService } from './providers.errors';
import { ProfileView, profileView } from './providers.view';

/** A firm's own profile: what it does and where. */
@Injectable()
export class FirmsService {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async profileOf(actor: Actor): Promise<ProfileView> {
    const firm = ownFirm(actor);
    const profile = await this.db.repo(FirmProfile).findOneBy({ firmId: firm.id });
    return profileView(firm, profile, await this.servicesOf(firm.id));
  }

  /** Writes the whole profile. `expectedVersion` 0 creates it. @throws 412 when somebody else saved meanwhile. */
  save(actor: Actor, input: ProfileDto, expectedVersion: number): Promise<ProfileView> {
    return this.write(async () => {
      const firm = ownFirm(actor);
      const organisation = await this.directory.organisation(firm.id);
      const row = { firmName: firm.name, intro: input.intro, regions: input.regions, capacityTasks: input.capacityTasks ?? null, listed: organisation?.status === 'active', updatedAt: this.clock.now() };
      if (expectedVersion === 0) {
        const created = await this.db.repo(FirmProfile).createQueryBuilder().insert().values({ firmId: firm.id, version: 1, ...row }).orIgnore().returning('firm_id').execute();
        if ((created.raw as unknown[]).length === 0) throw stale();
      } else {
        const changed = await this.db.repo(FirmProfile).update({ firmId: firm.id, version: expectedVersion }, { ...row, version: expectedVersion + 1 });
        if (changed.affected !== 1) throw stale();
      }
      await this.replaceServices(firm.id, input);
      await this.audit.record({ actor, action: 'firm-profile.save', subject: { type: 'firm', id: firm.id }, details: { services: input.services.length } });
      return this.profileOf(actor);
    });
  }

  /** Shows or hides a firm in the public register when its organisation is verified, suspended or reinstated. */
  async setListed(firmId: string, listed: boolean): Promise<void> {
    await this.db.repo(FirmProfile).update({ firmId }, { listed });
  }

  private async replaceServices(firmId: string, input: ProfileDto): Promise<void> {
    await this.db.repo(FirmService).delete({ firmId });
    const unique = new Map(input.services.map(s => [`${s.kind}/${s.stage}/${s.title}`, s]));
    for (const { kind, stage, title, serviceCode } of unique.values()) await this.db.repo(FirmService).insert({ id: newId(), firmId, kind, stage, title, serviceCode: serviceCode ?? null });
  }

  private async write<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.db.transaction(work);
    } catch (error) {
      if (violatedConstraint(error) === 'firm_service_code') throw unknownService();
      throw error;
    }
  }

  private servicesOf(firmId: string): Promise<FirmService[]> {
    return this.db.repo(FirmService).find({ where: { firmId }, order: { stage: 'ASC', kind: 'ASC', title: 'ASC' } });
  }
}

export function ownFirm(actor: Actor): { id: string; name: string } {
  if (actor.orgKind !== 'firm' || !actor.orgId || !actor.orgName) throw forbidden();
  return { id: actor.orgId, name: actor.orgName };
}

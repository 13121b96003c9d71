import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, spreadsheet } from '@huanbao/documents';
import { Directory } from '@huanbao/identity';
import { Actor, Audit, Clock, containsWords, coversRegion, Db, newId, Page, stale, violatedConstraint } from '@huanbao/platform';
import type { ParkDto } from '../dto';
import type { ParkExportQuery, ParkListQuery } from '../lists.dto';
import { Park, ParkEnterprise } from '../entities';
import { pageOf } from '../lists';
import { MembersService } from '../retainers/members.service';
import { parkEnterpriseUnknown, parkNameTaken } from '../stewardship.errors';
import { parkPolicy } from '../stewardship.policy';
import { parkItem, ParkItemView, ParkView, parkView } from './park.view';

/** 园区 as lists of enterprises, kept by the bureau of the region. */
@Injectable()
export class ParksService {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly members: MembersService,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, query: ParkListQuery): Promise<Page<ParkItemView>> {
    const regions = actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`);
    const rows = this.db.repo(Park).createQueryBuilder('p').where('p.regionCode LIKE ANY (:regions)', { regions });
    if (query.q) rows.andWhere(containsWords('p.name', ':q'), { q: query.q });
    return pageOf(rows, { key: { sql: 'p.name', type: 'text', of: row => row.name }, isDown: query.sort === '-name', limit: query.limit ?? 20, cursor: query.cursor, view: parkItem });
  }

  async export(actor: Actor, query: ParkExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'park.export', subject: { type: 'park-list', id: 'all' }, details: { ...query, limit: SHEET_ROWS } });
    const columns = [
      { header: '园区', width: 30, of: (row: ParkItemView) => row.name },
      { header: '行政区划', width: 12, of: (row: ParkItemView) => row.regionCode },
      { header: '管理单位', width: 30, of: (row: ParkItemView) => row.keptByName },
      { header: '企业数', width: 10, of: (row: ParkItemView) => row.enterpriseCount },
    ];
    return spreadsheet({ name: '园区', title: '园区', columns }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async show(actor: Actor, id: string): Promise<ParkView> {
    const park = await this.db.repo(Park).findOneBy({ id });
    parkPolicy.require(actor, 'park.read', park);
    return parkView(park, await this.db.repo(ParkEnterprise).find({ where: { parkId: id }, order: { enterpriseName: 'ASC', enterpriseId: 'ASC' } }));
  }

  create(actor: Actor, input: ParkDto): Promise<ParkView> {
    return this.named(async () => {
      const now = this.clock.now();
      const regionCode = actor.regions[0] ?? '';
      parkPolicy.require(actor, 'park.keep', { regionCode });
      const park = { id: newId(), name: input.name, regionCode, keptBy: actor.orgId ?? '', keptByName: actor.orgName ?? '', enterpriseCount: 0, version: 1, createdAt: now, updatedAt: now };
      await this.db.repo(Park).insert(park);
      return this.fill(actor, park, input);
    });
  }

  /** Name and list, whole. Who is new is asked for consent by the retainers of the park; who was not asked yet falls away. */
  change(actor: Actor, id: string, input: ParkDto, version: number): Promise<ParkView> {
    return this.named(async () => {
      const park = await this.db.lock(Park, { id });
      parkPolicy.require(actor, 'park.keep', park);
      if (park.version !== version) throw stale();
      return this.fill(actor, { ...park, name: input.name, version: version + 1, updatedAt: this.clock.now() }, input);
    });
  }

  private async fill(actor: Actor, park: Park, { enterpriseIds }: ParkDto): Promise<ParkView> {
    const found = await this.directory.organisations(enterpriseIds);
    const enterprises = enterpriseIds.map((enterpriseId, nth) => {
      const one = found.get(enterpriseId);
      if (!one || one.kind !== 'enterprise' || one.status !== 'active' || !coversRegion(actor, one.regionCode)) throw parkEnterpriseUnknown(nth);
      return { parkId: park.id, enterpriseId, enterpriseName: one.name, regionCode: one.regionCode };
    });
    await this.db.repo(ParkEnterprise).delete({ parkId: park.id });
    if (enterprises.length > 0) await this.db.repo(ParkEnterprise).insert(enterprises);
    const { name, version, updatedAt } = park;
    await this.db.repo(Park).update({ id: park.id }, { name, version, updatedAt, enterpriseCount: enterprises.length });
    await this.members.follow(park.id, enterprises);
    await this.audit.record({ actor, action: 'park.keep', subject: { type: 'park', id: park.id }, details: { name, enterprises: enterprises.length } });
    return parkView({ ...park, enterpriseCount: enterprises.length }, enterprises);
  }

  private async named(work: () => Promise<ParkView>): Promise<ParkView> {
    try {
      return await this.db.transaction(work);
    } catch (error) {
      if (violatedConstraint(error) === 'park_name') throw parkNameTaken();
      throw error;
    }
  }
}

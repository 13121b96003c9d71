import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, newId, notFound } from '@huanbao/platform';
import type { SiteDto } from './dto/identity.dto';
import { Organisation, Site } from './identity.entity';
import { sitesFull, siteUnknown } from './identity.errors';
import { sitePolicy } from './identity.policy';

const MOST = 999;

/** Which site is meant: by id, or by its number; a number nobody has yet is a new site. */
export interface SiteChoice {
  readonly siteId?: string;
  readonly sequence?: number;
  /** Of a new site. */
  readonly name?: string;
}

/** The sites (生产经营场所) of enterprises. The first one comes with the registration. */
@Injectable()
export class SitesService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, orgId: string): Promise<Site[]> {
    sitePolicy.require(actor, 'site.read', await this.db.repo(Organisation).findOneBy({ id: orgId }));
    return this.db.repo(Site).find({ where: { orgId }, order: { sequence: 'ASC' }, take: MOST });
  }

  /** The next number is the new site's. */
  add(actor: Actor, orgId: string, facts: SiteDto): Promise<Site> {
    return this.db.transaction(async () => {
      await this.lockOwner(actor, orgId);
      const [row] = await this.db.query<{ next: number }>('SELECT coalesce(max(sequence), 0) + 1 AS next FROM site WHERE org_id = $1', [orgId]);
      const sequence = row?.next ?? 1;
      if (sequence > MOST) throw sitesFull();
      const site = this.made(orgId, { ...facts, sequence });
      await this.db.repo(Site).insert(site);
      await this.audit.record({ actor, action: 'site.add', subject: { type: 'organisation', id: orgId }, details: { siteId: site.id, sequence } });
      return site;
    });
  }

  /** Name and address; number and permits stay. */
  edit(actor: Actor, orgId: string, { siteId, facts }: { readonly siteId: string; readonly facts: SiteDto }): Promise<Site> {
    return this.db.transaction(async () => {
      await this.lockOwner(actor, orgId);
      const site = await this.db.lock(Site, { id: siteId, orgId });
      if (!site) throw notFound();
      await this.db.repo(Site).update({ id: siteId }, facts);
      await this.audit.record({ actor, action: 'site.edit', subject: { type: 'organisation', id: orgId }, details: { siteId } });
      return Object.assign(site, facts);
    });
  }

  /** For other rooms, inside their transaction. @throws 400 at `/siteId` for a site that is not the enterprise's */
  async take(enterprise: Organisation, { siteId, sequence = 1, name }: SiteChoice): Promise<Site> {
    if (siteId) {
      const site = await this.db.repo(Site).findOneBy({ id: siteId, orgId: enterprise.id });
      if (!site) throw siteUnknown();
      return site;
    }
    const fresh = this.made(enterprise.id, { sequence, name: name ?? `${enterprise.name}${sequence === 1 ? '' : `（场所 ${sequence}）`}`, address: enterprise.address });
    const rows = await this.db.query(
      `INSERT INTO site (id, org_id, sequence, name, address, created_at) VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT ON CONSTRAINT site_sequence DO NOTHING RETURNING id`,
      [fresh.id, fresh.orgId, fresh.sequence, fresh.name, fresh.address, fresh.createdAt],
    );
    return rows.length > 0 ? fresh : this.db.repo(Site).findOneByOrFail({ orgId: enterprise.id, sequence });
  }

  private made(orgId: string, facts: { sequence: number; name: string; address: string }): Site {
    return this.db.repo(Site).create({ id: newId(), orgId, ...facts, createdAt: this.clock.now() });
  }

  private async lockOwner(actor: Actor, orgId: string): Promise<void> {
    sitePolicy.require(actor, 'site.manage', await this.db.lock(Organisation, { id: orgId }));
  }
}

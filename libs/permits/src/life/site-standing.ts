import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Actor, Clock, Db, delegatedTo, notFound } from '@huanbao/platform';
import { PermitApplication } from '../application.entity';
import { statusOn, yearsAfter } from '../certificate/validity';
import { Permit } from '../permit.entity';
import { Beginning, beginning } from './beginning';
import { BUSINESS_TYPE_KEYS, BUSINESS_TYPES, BusinessType } from './business-types';
import type { SiteStandingView } from './life.view';
import { ProcedureGuide } from './procedure-guide';
import { RenewalTerms } from './renewal-terms';

/** How a site stands: its living permit, what runs, what can begin. */
@Injectable()
export class SiteStanding {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly guide: ProcedureGuide,
    private readonly terms: RenewalTerms,
    private readonly clock: Clock,
  ) {}

  /** @throws 404 for a site the actor may not apply for */
  async of(actor: Actor, siteId: string): Promise<SiteStandingView> {
    const site = (await this.directory.sites([siteId])).get(siteId);
    const own = actor.orgId === site?.orgId;
    if (!site || !(own || delegatedTo(actor, site.orgId, { matter: 'permits', verb: 'prepare', site: siteId }))) throw notFound();
    const permit = await this.living(site.orgId, siteId);
    const open = await this.db.repo(PermitApplication).findOneBy({ enterpriseId: site.orgId, siteId, open: true });
    const today = this.clock.today();
    const guide = await this.guide.applications();
    const types = [];
    for (const key of BUSINESS_TYPE_KEYS) {
      const { label, purpose, article, triggers } = BUSINESS_TYPES[key];
      const { materials, clocks, result } = guide[key];
      types.push({ key, label, purpose, article, triggers: triggers.map(one => ({ ...one })), materials, clocks, result, ...(await this.beginning(key, site.orgId, permit)) });
    }
    return {
      siteId, permitId: permit?.id ?? null, permitNumber: permit?.number ?? null, validTo: permit?.validTo ?? null, standing: permit ? (statusOn(permit, today) as 'valid' | 'expired') : 'none',
      ...(await this.renewalOf(permit, today)), openApplicationId: open?.id ?? null, types,
    };
  }

  living(enterpriseId: string, siteId: string): Promise<Permit | null> {
    return this.db.repo(Permit).findOneBy({ enterpriseId, siteId, status: 'valid' });
  }

  async beginning(type: BusinessType, enterpriseId: string, permit: Permit | null): Promise<Beginning> {
    const today = this.clock.today();
    const standing = permit && { number: permit.number, validFrom: permit.validFrom, validTo: permit.validTo, standing: statusOn(permit, today), renewBy: await this.terms.lastDay(permit.validTo), ...(type === 'renew' ? { renewableFrom: await this.terms.renewableFrom(permit.validTo) } : {}) };
    return beginning(type, standing, today, await this.bannedUntil(enterpriseId));
  }

  private async renewalOf(permit: Permit | null, today: string): Promise<Pick<SiteStandingView, 'renewalLastDay' | 'renewalLate'>> {
    if (!permit || permit.validFrom > today) return { renewalLastDay: null, renewalLate: false };
    const last = await this.terms.lastDay(permit.validTo);
    return { renewalLastDay: last, renewalLate: today > last };
  }

  /** 排污许可管理条例 art. 40: who obtained a permit by fraud may not apply for three years. */
  private async bannedUntil(enterpriseId: string): Promise<string | null> {
    const [row] = await this.db.query<{ endedOn: string | null }>(`SELECT max(ended_on)::text AS "endedOn" FROM permit WHERE enterprise_id = $1 AND status = 'revoked' AND end_ground = 'fraud'`, [enterpriseId]);
    return row?.endedOn ? yearsAfter(row.endedOn, 3) : null;
  }
}

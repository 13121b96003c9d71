import { Injectable } from '@nestjs/common';
import { CaseEngine } from '@huanbao/casework';
import { Directory, Site, SitesService } from '@huanbao/identity';
import { Actor, Clock, Db, delegatedTo, forbidden, notFound, violatedConstraint } from '@huanbao/platform';
import { applicationMachine } from './application.machine';
import { PermitApplication } from './application.entity';
import type { SectionData, SectionKey } from './form/field';
import { FORM_VERSION, SECTIONS } from './form/form';
import { enterpriseNeeded, openApplication } from './permits.errors';
import { SectionStore } from './section-store';

export interface CreateInput {
  /** For a firm: the enterprise it acts for. */
  readonly enterpriseId?: string;
  /** One of the enterprise's sites; otherwise by `siteSequence`, where a new number is a new site. */
  readonly siteId?: string;
  readonly siteSequence?: number;
  readonly siteName?: string;
}

type Enterprise = NonNullable<Awaited<ReturnType<Directory['organisation']>>>;

/** Begins an application. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly sites: SitesService,
    private readonly engine: CaseEngine,
    private readonly sections: SectionStore,
    private readonly clock: Clock,
  ) {}

  /** An enterprise, or a firm entrusted with `permits: prepare`, begins a draft with ten empty sections. @throws 409 when the site has one open. */
  async create(actor: Actor, input: CreateInput): Promise<PermitApplication> {
    const enterpriseId = principalOf(actor, input.enterpriseId);
    try {
      return await this.db.transaction(() => this.insert(actor, enterpriseId, input));
    } catch (error) {
      if (violatedConstraint(error) !== 'permit_application_one_open') throw error;
      throw openApplication(await this.openOne(enterpriseId, input));
    }
  }

  private async insert(actor: Actor, enterpriseId: string, input: CreateInput): Promise<PermitApplication> {
    const enterprise = await this.directory.organisation(enterpriseId);
    if (!enterprise || enterprise.kind !== 'enterprise') throw notFound();
    const site = await this.sites.take(enterprise, { siteId: input.siteId, sequence: input.siteSequence, name: input.siteName?.trim() || undefined });
    assertEntrusted(actor, site);
    const siteName = input.siteName?.trim() || site.name;
    const c = await this.engine.open(applicationMachine, {
      party: { orgId: enterprise.id, name: enterprise.name },
      regionCode: enterprise.regionCode,
      siteId: site.id,
      title: `${siteName}排污许可首次申请`,
      actor,
    });
    const now = this.clock.now();
    const application: PermitApplication = {
      id: c.id, enterpriseId: enterprise.id, enterpriseName: enterprise.name, uscc: enterprise.uscc ?? '', siteId: site.id, siteSequence: site.sequence, siteName,
      regionCode: enterprise.regionCode, managementCategory: 'simplified', businessType: 'new', permitId: null, baseVersion: null, triggers: [], occurredOn: null, formVersion: FORM_VERSION, editing: 'free',
      state: c.state, caseNumber: null, open: true, submittedAt: null, submittedHash: null, committedAt: null, committedBy: null, committedHash: null, reviewerId: null,
      createdBy: actor.userId, createdAt: now, updatedAt: now,
    };
    await this.db.repo(PermitApplication).insert(application);
    for (const section of SECTIONS) {
      const data = section.key === 'basic' ? prefilled(enterprise, { name: siteName, address: site.address }) : {};
      await this.sections.insert(c.id, { section: section.key, data, version: 1, completed: false, updatedAt: now }, actor.userId);
    }
    return application;
  }

  private async openOne(enterpriseId: string, { siteId, siteSequence = 1 }: CreateInput): Promise<string> {
    const open = await this.db.repo(PermitApplication).findOneBy({ enterpriseId, ...(siteId ? { siteId } : { siteSequence }), open: true });
    return open?.id ?? '';
  }
}

/** What the platform knows already is not asked again. */
export function prefilled(enterprise: Enterprise, site: { readonly name: string; readonly address: string }): SectionData {
  const known: Record<string, string | null | undefined> = {
    enterpriseName: enterprise.name,
    uscc: enterprise.uscc,
    siteName: site.name,
    siteAddress: site.address,
    legalRepresentative: enterprise.legalRepresentative,
    managementCategory: 'simplified',
  };
  return Object.fromEntries(Object.entries(known).filter(([, value]) => value != null && value !== ''));
}

/** Fields of `basic` that come from the organisation record and are not typed. */
export const FROM_RECORD: ReadonlyMap<SectionKey, readonly string[]> = new Map(
  SECTIONS.map(section => [section.key, section.fields.filter(field => field.sealedFrom === 'draft').map(field => field.name)]),
);

function principalOf(actor: Actor, enterpriseId: string | undefined): string {
  if (actor.orgKind === 'enterprise' && actor.orgId && (enterpriseId === undefined || enterpriseId === actor.orgId)) return actor.orgId;
  if (actor.orgKind === 'enterprise' || !enterpriseId) throw actor.orgKind === 'firm' ? enterpriseNeeded() : notFound();
  if (!actor.delegations.some(one => one.principalOrgId === enterpriseId && one.matters.includes('permits'))) throw notFound();
  return enterpriseId;
}

/** A firm begins applications for the sites entrusted to it; for a new site it needs a mandate for all of them. */
function assertEntrusted(actor: Actor, site: Site): void {
  if (actor.orgId === site.orgId) return;
  if (!delegatedTo(actor, site.orgId, { matter: 'permits', verb: 'prepare', site: site.id })) throw forbidden();
}

import { Injectable } from '@nestjs/common';
import { CaseEngine } from '@huanbao/casework';
import { Directory, Site, SitesService } from '@huanbao/identity';
import { Actor, Clock, Db, delegatedTo, forbidden, notFound, violatedConstraint } from '@huanbao/platform';
import { applicationMachine } from './application.machine';
import { PermitApplication } from './application.entity';
import { validateSection } from './form/validate';
import type { Form, SectionData, SectionKey } from './form/field';
import { FORM_VERSION, SECTIONS } from './form/form';
import { upgraded } from './form/upgrade';
import { reasonFaults } from './life/beginning';
import { BusinessType, titleOf } from './life/business-types';
import { SiteStanding } from './life/site-standing';
import { PermitReader } from './life/permit-reader';
import { Permit } from './permit.entity';
import { cannotBegin, enterpriseNeeded, openApplication, wrongReasons } from './permits.errors';
import { SectionStore } from './section-store';

export interface CreateInput {
  /** For a firm: the enterprise it acts for. */
  readonly enterpriseId?: string;
  /** One of the enterprise's sites; otherwise by `siteSequence`, where a new number is a new site. */
  readonly siteId?: string;
  readonly siteSequence?: number;
  readonly siteName?: string;
  /** 首次申请 when left out. */
  readonly businessType?: BusinessType;
  readonly triggers?: readonly string[];
  readonly occurredOn?: string;
  /** What it begins with instead of the permit of the site; accepted by the form already. */
  readonly content?: Form;
  /** What was typed in an application that this one takes the place of: all of it but what the record says. */
  readonly typed?: Form;
  /** Written down in the transaction of the beginning: where the content came from. */
  readonly record?: (application: PermitApplication) => Promise<void>;
}

type Enterprise = NonNullable<Awaited<ReturnType<Directory['organisation']>>>;

interface Ground {
  readonly type: BusinessType;
  readonly triggers: string[];
  readonly occurredOn: string | null;
  readonly permit: Permit | null;
}

/** Begins an application. */
@Injectable()
export class DraftsService {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly sites: SitesService,
    private readonly standing: SiteStanding,
    private readonly engine: CaseEngine,
    private readonly sections: SectionStore,
    private readonly permits: PermitReader,
    private readonly clock: Clock,
  ) {}

  /**
   * An enterprise, or a firm entrusted with `permits: prepare`, begins a draft: empty for a first application, with the
   * content of the permit for the others.
   * @throws 409 when the site has an application open; 422 `permit.cannot-begin` where the permit does not stand for it; 400 for wrong reasons
   */
  async create(actor: Actor, input: CreateInput): Promise<PermitApplication> {
    const enterpriseId = principalOf(actor, input.enterpriseId);
    try {
      return await this.db.transaction(() => this.insert(actor, enterpriseId, input));
    } catch (error) {
      if (violatedConstraint(error) !== 'permit_application_one_open') throw error;
      throw openApplication(await this.db.beside(() => this.openOne(enterpriseId, input)));
    }
  }

  private async insert(actor: Actor, enterpriseId: string, input: CreateInput): Promise<PermitApplication> {
    const enterprise = await this.directory.organisation(enterpriseId);
    if (!enterprise || enterprise.kind !== 'enterprise') throw notFound();
    const site = await this.sites.take(enterprise, { siteId: input.siteId, sequence: input.siteSequence, name: input.siteName?.trim() || undefined });
    assertEntrusted(actor, site);
    const ground = await this.groundOf(enterprise, site, input);
    const siteName = input.siteName?.trim() || ground.permit?.siteName || site.name;
    const c = await this.engine.open(applicationMachine, {
      party: { orgId: enterprise.id, name: enterprise.name },
      regionCode: enterprise.regionCode,
      siteId: site.id,
      title: titleOf(ground.type, siteName),
      actor,
    });
    const application = this.rowOf(actor, { id: c.id, state: c.state, enterprise, site, siteName, ground });
    await this.db.repo(PermitApplication).insert(application);
    const form = await this.startingForm(enterprise, { name: siteName, address: site.address }, { ground, content: input.content, typed: input.typed });
    // applied for anew, what the permit says is looked at section by section; what was typed for it already was
    await this.fillIn(actor, application, { form, isLookedAt: ground.type !== 'reapply' || input.typed !== undefined });
    await input.record?.(application);
    return application;
  }

  /** Whether this can begin, with reasons that belong to it. */
  private async groundOf(enterprise: Enterprise, site: Site, input: CreateInput): Promise<Ground> {
    const { businessType: type = 'new', triggers = [], occurredOn = null } = input;
    const permit = await this.standing.living(enterprise.id, site.id);
    const { possible, remark } = await this.standing.beginning(type, enterprise.id, permit);
    if (!possible && remark) throw cannotBegin(remark, permit?.id ?? null);
    const faults = reasonFaults(type, { triggers, occurredOn }, this.clock.today());
    if (faults.length > 0) throw wrongReasons(faults);
    return { type, triggers: [...new Set(triggers)], occurredOn, permit };
  }

  private rowOf(actor: Actor, given: { id: string; state: string; enterprise: Enterprise; site: Site; siteName: string; ground: Ground }): PermitApplication {
    const { id, state, enterprise, site, siteName, ground } = given;
    const { type, triggers, occurredOn, permit } = ground;
    const now = this.clock.now();
    return {
      id, enterpriseId: enterprise.id, enterpriseName: enterprise.name, uscc: enterprise.uscc ?? '', siteId: site.id, siteSequence: site.sequence, siteName,
      regionCode: enterprise.regionCode, managementCategory: permit?.managementCategory === 'key' ? 'key' : 'simplified',
      businessType: type, permitId: permit?.id ?? null, baseVersion: permit?.versionNumber ?? null, triggers, occurredOn, formVersion: FORM_VERSION, editing: 'free',
      state, caseNumber: null, open: true, submittedAt: null, handedInAt: null, submittedHash: null, committedAt: null, committedBy: null, committedHash: null, reviewerId: null,
      createdBy: actor.userId, createdAt: now, updatedAt: now,
    };
  }

  /** What the platform knows already is not asked again: the record, and what the permit says. Attachments are handed in anew. */
  private async startingForm(enterprise: Enterprise, site: { readonly name: string; readonly address: string }, { ground, content, typed }: { ground: Ground; content?: Form; typed?: Form }): Promise<Form> {
    const { permit } = ground;
    if (typed) return { ...typed, basic: { ...typed.basic, ...recordOf(enterprise, site) } };
    if (content) {
      const { managementCategory: usual, ...record } = prefilled(enterprise, site);
      return { ...content, basic: { managementCategory: usual, ...content.basic, ...record } };
    }
    if (!permit) return { basic: prefilled(enterprise, site) };
    const before = permit.applicationId === null ? {} : await this.sections.form(permit.applicationId);
    const { attachments: _handedIn, submission: _told, ...said } = upgraded({ ...(await this.permits.withForm(permit)).snapshot, ...before }) as Record<string, SectionData>;
    const { managementCategory: _kept, siteAddress: _where, ...record } = prefilled(enterprise, site);
    return { ...said, basic: { ...said['basic'], ...record } };
  }

  /** Sections taken over from a permit are complete where they satisfy today's form. */
  private async fillIn(actor: Actor, application: PermitApplication, { form, isLookedAt }: { readonly form: Form; readonly isLookedAt: boolean }): Promise<void> {
    for (const section of SECTIONS) {
      const data = form[section.key] ?? {};
      const completed = application.permitId !== null && isLookedAt && form[section.key] !== undefined && validateSection(section, data, { businessType: application.businessType }).length === 0;
      await this.sections.insert(application.id, { section: section.key, data, version: 1, completed, updatedAt: application.createdAt }, actor.userId);
    }
  }

  private async openOne(enterpriseId: string, { siteId, siteSequence = 1 }: CreateInput): Promise<string> {
    const open = await this.db.repo(PermitApplication).findOneBy({ enterpriseId, ...(siteId ? { siteId } : { siteSequence }), open: true });
    return open?.id ?? '';
  }
}

/** What of it is not typed at all. */
function recordOf(enterprise: Enterprise, site: { readonly name: string; readonly address: string }): SectionData {
  const names = FROM_RECORD.get('basic') ?? [];
  return Object.fromEntries(Object.entries(prefilled(enterprise, site)).filter(([name]) => names.includes(name)));
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

import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { Directory, Organisation, Site } from '@huanbao/identity';
import { Actor, Audit, Clock, Db, delegatedTo, forbidden, newId, notFound, Numbering, stale, violatedConstraint } from '@huanbao/platform';
import { type Answers, industryOf } from '@huanbao/standards';
import { dayBefore, fiveYearsAfter } from '../certificate/validity';
import type { Row, SectionData, Value } from '../form/field';
import { validateSection, acceptDraft } from '../form/validate';
import { Permit } from '../permit.entity';
import { contentHash } from '../section-store';
import { classifiedForRegistration, unfitContent } from './classification';
import { REGISTRATION_SECTION } from './form';
import { Classification, PermitRegistration } from './registration.entity';
import { RegistrationFiling } from './registration-filing';
import { alreadyRegistered, contentProblems, notForRegistration, nothingChanged, occurredOnWrong, promiseNeeded, registrationEnded, registrationExpired, renewedTooEarly, siteHasPermit } from './registration.errors';
import { registrationPolicy } from './registration.policy';
import { RegistrationTerms } from './registration.terms';

export interface FileInput {
  readonly siteId: string;
  readonly industries: readonly string[];
  readonly answers: Answers;
  readonly content: Record<string, unknown>;
  /** That what is stated is true, exact and complete. */
  readonly commitment: boolean;
}

/** What the class is decided anew on; left out, it is what the last one was decided on. */
interface ClassedAnew {
  readonly industries?: readonly string[];
  readonly answers?: Answers;
}

export interface ChangeInput extends ClassedAnew {
  readonly content: Record<string, unknown>;
  /** When what is changed happened, `YYYY-MM-DD`. */
  readonly occurredOn: string;
  readonly commitment: boolean;
}

export interface RenewInput extends ClassedAnew {
  readonly commitment: boolean;
}

/** 排污登记 (排污许可管理条例 art. 24): filed without approval, the receipt is there at once. */
@Injectable()
export class RegistrationsService {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly numbering: Numbering,
    private readonly filing: RegistrationFiling,
    private readonly terms: RegistrationTerms,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /**
   * First registration of a site.
   * @throws 400 with the class the unit really has, or each wrong field; 422 when the site has a permit; 409 when it is registered
   */
  async file(actor: Actor, input: FileInput): Promise<PermitRegistration> {
    const { owner, site } = await this.siteFor(actor, input.siteId);
    const { classification, content } = this.checked(input);
    try {
      return await this.db.transaction(() => this.insert(actor, { owner, site, classification, content }));
    } catch (error) {
      if (violatedConstraint(error) !== 'permit_registration_one_living') throw error;
      throw alreadyRegistered((await this.db.beside(() => this.db.repo(PermitRegistration).findOneByOrFail({ siteId: site.id, status: 'valid' }))).id);
    }
  }

  /** 登记变更: due within twenty days of the change. What it makes of the unit is classed anew. @throws 400 when that needs a permit, 422 when nothing differs */
  change(actor: Actor, id: string, { input, version }: { input: ChangeInput; version: number }): Promise<PermitRegistration> {
    return this.db.transaction(async () => {
      const before = await this.living(actor, id, version);
      if (before.validTo < this.clock.today()) throw registrationExpired(before.validTo);
      const registration = await this.named(before);
      if (!input.commitment) throw promiseNeeded();
      if (input.occurredOn > this.clock.today()) throw occurredOnWrong();
      const content = contentOf(input.content);
      const last = await this.filing.latest(registration);
      const given = anewOf(input, last.classification);
      if (isCalledTheSame(before, registration) && saidIn(content) === saidIn(this.filing.revealed(last.content)) && sameBasis(given, last.classification)) throw nothingChanged();
      const classification = this.classed(given, content);
      return this.filing.append(actor, { ...registration, ...industryOfClass(classification) }, { kind: 'change', content, classification, occurredOn: input.occurredOn });
    });
  }

  /**
   * 延续登记: five more years from the end of the present ones; from today, with the gap shown, when they are over.
   * @throws 422 with the first day on which it may be prolonged; 400 when by the catalogue of today the unit needs a permit
   */
  renew(actor: Actor, id: string, { input, version }: { input: RenewInput; version: number }): Promise<PermitRegistration> {
    return this.db.transaction(async () => {
      const registration = await this.named(await this.living(actor, id, version));
      if (!input.commitment) throw promiseNeeded();
      const today = this.clock.today();
      const renewableFrom = await this.terms.renewableFrom(registration.validTo);
      if (today < renewableFrom) throw renewedTooEarly(registration.validTo, renewableFrom);
      const last = await this.filing.latest(registration);
      const content = this.filing.revealed(last.content);
      const classification = this.classed(anewOf(input, last.classification), content);
      return this.filing.append(actor, { ...registration, ...industryOfClass(classification), ...termAfter(registration, today) }, { kind: 'renew', content, classification });
    });
  }

  /** The unit closed, or now needs a permit. */
  cancel(actor: Actor, id: string, { reason, version }: { reason: string; version: number }): Promise<PermitRegistration> {
    return this.db.transaction(async () => {
      const registration = await this.living(actor, id, version);
      const { content } = await this.filing.latest(registration);
      return this.filing.append(actor, { ...registration, status: 'cancelled' }, { kind: 'cancel', content: this.filing.revealed(content), reason });
    });
  }

  /** A permit of the same site takes its place. Inside the transaction of its issue. */
  async superseded(actor: Actor, permit: Pick<Permit, 'siteId' | 'number'>): Promise<void> {
    await this.lockSite(permit.siteId);
    const registration = await this.db.lock(PermitRegistration, { siteId: permit.siteId, status: 'valid' });
    if (!registration) return;
    const { content } = await this.filing.latest(registration);
    await this.filing.append(actor, { ...registration, status: 'cancelled' }, { kind: 'cancel', content: this.filing.revealed(content), reason: `已取得排污许可证 ${permit.number}，登记随之注销` });
  }

  /** The number of the national platform, where the registration counts. */
  enterNationalNumber(actor: Actor, id: string, { number, version }: { number: string; version: number }): Promise<PermitRegistration> {
    return this.db.transaction(async () => {
      const registration = await this.living(actor, id, version);
      const next = { ...registration, nationalNumber: number, version: registration.version + 1 };
      await this.db.repo(PermitRegistration).update({ id }, { nationalNumber: number, version: next.version });
      await this.audit.record({ actor, action: 'permit-registration.national-number', subject: { type: 'permit-registration', id }, details: { number } });
      return next;
    });
  }

  /** Until the end of the transaction: a registration and a permit of one site wait for each other, so that neither overlooks the other. */
  private async lockSite(siteId: string): Promise<void> {
    await this.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 31))', [siteId]);
  }

  private async siteFor(actor: Actor, siteId: string): Promise<{ owner: Organisation; site: Site }> {
    const site = (await this.directory.sites([siteId])).get(siteId);
    const owner = site && (await this.directory.organisation(site.orgId));
    if (!site || !owner) throw notFound();
    if (actor.orgId === owner.id) return { owner, site };
    if (!actor.delegations.some(one => one.principalOrgId === owner.id && one.matters.includes('permits'))) throw notFound();
    if (!delegatedTo(actor, owner.id, { matter: 'permits', verb: 'submit', site: siteId })) throw forbidden();
    return { owner, site };
  }

  private checked(input: FileInput): { classification: Classification; content: SectionData } {
    this.basisHolds(input);
    const content = contentOf(input.content);
    if (!input.commitment) throw promiseNeeded();
    return { classification: this.classed(input, content), content };
  }

  /** The class by the catalogue of today, never the one of before. @throws 400 when it needs a permit, or where the content says something else */
  private classed(basis: Required<ClassedAnew>, content: SectionData): Classification {
    const classification = this.basisHolds(basis);
    const unfit = unfitContent(content, classification, this.clock.today());
    if (unfit.length > 0) throw contentProblems(unfit);
    return classification;
  }

  private basisHolds({ industries, answers }: Required<ClassedAnew>): Classification {
    const classified = classifiedForRegistration(industries, answers, this.clock.today());
    if (!classified.ok) throw notForRegistration(classified.pointer, classified.why);
    return classified.classification;
  }

  private async insert(actor: Actor, given: { owner: Organisation; site: Site; classification: Classification; content: SectionData }): Promise<PermitRegistration> {
    const { owner, site, classification, content } = given;
    await this.lockSite(site.id);
    const permit = await this.db.repo(Permit).findOneBy({ enterpriseId: owner.id, siteId: site.id, status: 'valid' });
    if (permit) throw siteHasPermit(permit.id);
    const today = this.clock.today();
    const registration: PermitRegistration = {
      id: newId(), number: await this.numbering.code('permit-registration', 'DJ'), nationalNumber: null, enterpriseId: owner.id, enterpriseName: owner.name, uscc: owner.uscc ?? '',
      siteId: site.id, siteSequence: site.sequence, siteName: site.name, regionCode: owner.regionCode, ...industryOfClass(classification),
      status: 'valid', validFrom: today, validTo: dayBefore(fiveYearsAfter(today)), versionNumber: 0, version: 0, createdAt: this.clock.now(),
    };
    await this.db.repo(PermitRegistration).insert(registration);
    return this.filing.append(actor, registration, { kind: 'first', content, classification });
  }

  /** By the names of the record as it is now: unit and site are not filled in, they follow it. */
  private async named(registration: PermitRegistration): Promise<PermitRegistration> {
    const owner = await this.directory.organisation(registration.enterpriseId);
    const site = (await this.directory.sites([registration.siteId])).get(registration.siteId);
    return { ...registration, enterpriseName: owner?.name ?? registration.enterpriseName, uscc: owner?.uscc ?? registration.uscc, siteName: site?.name ?? registration.siteName };
  }

  private async living(actor: Actor, id: string, version: number): Promise<PermitRegistration> {
    const registration = await this.db.lock(PermitRegistration, { id });
    registrationPolicy.require(actor, 'permit-registration.change', registration);
    if (registration.version !== version) throw stale();
    if (registration.status !== 'valid') throw registrationEnded();
    return registration;
  }
}

const isCalledTheSame = (one: PermitRegistration, other: PermitRegistration): boolean => (['enterpriseName', 'uscc', 'siteName'] as const).every(name => one[name] === other[name]);

/** @throws 400 with every wrong or missing field under `/content` */
function contentOf(raw: Record<string, unknown>): SectionData {
  const problems = validateSection(REGISTRATION_SECTION, raw);
  if (problems.length > 0) throw contentProblems(problems);
  return acceptDraft(REGISTRATION_SECTION, raw).data;
}

/** Industries and answers belong together: new ones replace both. */
function anewOf({ industries, answers }: ClassedAnew, last: Classification): Required<ClassedAnew> {
  return { industries: industries ?? last.industries, answers: answers ?? (industries ? {} : last.answers) };
}

const basisText = ({ industries, answers }: Required<ClassedAnew>): string => JSON.stringify([industries, Object.entries(answers).sort(([a], [b]) => (a < b ? -1 : 1))]);
const sameBasis = (one: Required<ClassedAnew>, other: Required<ClassedAnew>): boolean => basisText(one) === basisText(other);

/** The main industry, as it stands at the head. */
function industryOfClass({ industries }: Classification): Pick<PermitRegistration, 'industryCode' | 'industryName'> {
  const industryCode = industries[0] ?? '';
  return { industryCode, industryName: industryOf(industryCode)?.name ?? '' };
}

/** The new term follows the old one without a gap; late, it begins today and says so. */
function termAfter({ validFrom, validTo }: PermitRegistration, today: string): Pick<PermitRegistration, 'validFrom' | 'validTo'> {
  return validTo >= today ? { validFrom, validTo: dayBefore(fiveYearsAfter(addDays(validTo, 1))) } : { validFrom: today, validTo: dayBefore(fiveYearsAfter(today)) };
}

/** What is stated, whatever ids its rows have. */
function saidIn(content: SectionData): string {
  const rowless = (value: Value | undefined): Value | undefined => (Array.isArray(value) ? (value as readonly Row[]).map(row => (typeof row === 'object' ? { ...row, id: null } : row)) as Value : value);
  return contentHash({ basic: Object.fromEntries(Object.entries(content).map(([name, value]) => [name, rowless(value)])) });
}

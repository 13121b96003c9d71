import { Inject, Injectable } from '@nestjs/common';
import { Actor, CITY, City, Clock, Db, newId, shanghaiDate, Signer } from '@huanbao/platform';
import { In, IsNull, MoreThan } from 'typeorm';
import { PermitApplication } from '../application.entity';
import { signedTextOf } from '../certificate/signed-text';
import type { Form } from '../form/field';
import { FORM_VERSION, textOf } from '../form/form';
import { upgraded } from '../form/upgrade';
import { Permit } from '../permit.entity';
import { contentHash, withoutPersonal } from '../section-store';
import { BUSINESS_TYPES, type BusinessType } from './business-types';
import { carried } from './carried';
import { ConditionPlacing } from '../conditions/condition-placing';
import { conditionsHash } from '../conditions/signed-conditions';
import { limitsOf, planLimits } from './limits-of';
import { PermitLimit } from './permit-limit.entity';
import { PermitVersion } from './permit-version.entity';
import { PermitReader, PermitWithForm } from './permit-reader';
import { placeOf } from './place-of';
import { RenewalTerms } from './renewal-terms';
import { firstDayOf, validityOf } from './validity-of';

export interface NewVersion {
  readonly application: PermitApplication;
  readonly form: Form;
  /** 22 characters; of an existing permit its own. */
  readonly number: string;
}

type Seal = Pick<Permit, 'signedText' | 'signature' | 'signingKey'>;
type NewRow = Omit<PermitVersion, 'snapshot' | 'read'>;

interface Placing {
  readonly businessType: BusinessType | 'reissue';
  /** Another version, already issued, takes its place on this day. */
  readonly until?: string;
  /** It carries on what another version of the same step laid down, or lays down nothing. */
  readonly isCarried?: boolean;
}

/** What a version says by itself, beside the permit. */
const factsOf = ({ validFrom, validTo, enterpriseName, siteName, siteAddress, legalRepresentative, industryCode, industryName, managementCategory, issuer, snapshot, signed }: PermitVersion) => ({
  validFrom, validTo, enterpriseName, siteName, siteAddress, legalRepresentative, industryCode, industryName, managementCategory, issuer, snapshot, signed,
});

/** What stands on the paper of a version beside its form. */
const NAMED = ['enterpriseName', 'siteName', 'siteAddress', 'legalRepresentative', 'industryCode', 'industryName', 'managementCategory'] as const;
type Named = Pick<PermitVersion, (typeof NAMED)[number]>;
const named = (of: Named): Named => Object.fromEntries(NAMED.map(name => [name, of[name]])) as unknown as Named;

/** Writes each issued state of a permit: head, version, and the limits as rows in time. Inside the caller's transaction. */
@Injectable()
export class PermitVersions {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly signer: Signer,
    private readonly conditions: ConditionPlacing,
    private readonly reader: PermitReader,
    private readonly terms: RenewalTerms,
    @Inject(CITY) private readonly city: City,
  ) {}

  /**
   * The first version makes the permit; a further one becomes its head. `old` is the permit under lock. Where a renewal is issued and still to
   * begin, a change holds today in what runs and goes on in the renewal: two versions, in one transaction.
   */
  async issue(actor: Actor, input: NewVersion, old: Permit | null): Promise<Permit> {
    const { application } = input;
    const head = await this.headOf(actor, input, old);
    const running = old && BUSINESS_TYPES[application.businessType].validity === 'keep' ? await this.running(old) : null;
    if (!running) return this.write(head, { businessType: application.businessType, isNew: old === null });
    const base = await this.db.repo(PermitVersion).findOneByOrFail({ permitId: head.id, number: application.baseVersion ?? running.number });
    // what runs may be in the layout of former forms, and has the names of its own time
    const snapshot = carried(upgraded(base.snapshot), head.snapshot, upgraded(running.snapshot));
    const facts = carried(named(base), named(head), named(running));
    await this.place({ ...head, ...facts, validFrom: running.validFrom, validTo: running.validTo, snapshot, signed: snapshot }, { businessType: application.businessType, until: firstDayOf(head) });
    return this.write({ ...head, versionNumber: head.versionNumber + 1 }, { businessType: application.businessType, isNew: false, isCarried: true });
  }

  /** 补领: the same permit on new papers, as a version of its own; of a renewal still to begin and of what runs until then, each. `permit` is under lock. */
  async reissue(actor: Actor, permit: Permit): Promise<Permit> {
    const next = { ...(await this.reader.withForm(permit)), issuedOn: this.clock.today(), versionNumber: permit.versionNumber + 1, version: permit.version + 1, originalFileId: null, duplicateFileId: null, issuedBy: actor.userId };
    const running = await this.running(permit);
    if (running) await this.place({ ...next, ...factsOf(running) }, { businessType: 'reissue', until: firstDayOf(next), isCarried: true });
    return this.write({ ...next, versionNumber: next.versionNumber + (running ? 1 : 0) }, { businessType: 'reissue', isNew: false, isCarried: true });
  }

  /** The version in force while the head is a renewal that is still to begin; null when the head holds. */
  private async running(permit: Permit): Promise<PermitVersion | null> {
    const today = this.clock.today();
    if (firstDayOf(permit) <= today) return null;
    const on = await this.reader.formOn(permit.id, today);
    return on?.standing === 'valid' ? on.version : null;
  }

  /** A version that becomes the head. */
  private async write(unsigned: PermitWithForm, how: Placing & { readonly isNew: boolean }): Promise<Permit> {
    const { snapshot: _read, signed: _withTheVersion, ...head } = unsigned;
    if (how.isNew) await this.db.repo(Permit).insert(head);
    else await this.db.repo(Permit).update({ id: unsigned.id }, head);
    const seal = await this.place(unsigned, how);
    await this.db.repo(Permit).update({ id: unsigned.id }, seal);
    return { ...head, ...seal };
  }

  /** A version with its limits and conditions as rows in time; only when they stand is it signed. */
  private async place(unsigned: PermitWithForm, { businessType, until, isCarried = false }: Placing): Promise<Seal> {
    // what an application laid down is placed once, and the version that carries it on is of none
    const begun = { ...this.versionOf(unsigned, businessType), ...(isCarried ? { applicationId: null } : {}) };
    // 补领 says nothing new: its limits go on as they are
    if (businessType !== 'reissue') await this.placeLimits(begun, until);
    await this.conditions.place(begun);
    const seal = await this.seal(unsigned);
    await this.db.repo(PermitVersion).insert({ ...begun, ...seal } as object);
    return seal;
  }

  /** The signature on what the version says, its conditions with it. */
  private async seal(permit: PermitWithForm): Promise<Seal> {
    const conditions = await this.reader.conditionsOfVersion(permit, { number: permit.versionNumber, effectiveFrom: firstDayOf(permit) });
    const signedText = signedTextOf({ ...permit, contentHash: contentHash(permit.snapshot), conditionsHash: conditionsHash(conditions) });
    return { signedText, signature: this.signer.sign(signedText), signingKey: this.signer.publicKeyHex };
  }

  private async headOf(actor: Actor, { application, form, number }: NewVersion, old: Permit | null): Promise<PermitWithForm> {
    const today = this.clock.today();
    const wasInTime = old !== null && application.submittedAt !== null && shanghaiDate(application.submittedAt) <= (await this.terms.lastDay(old.validTo));
    const { validFrom, validTo } = validityOf(application.businessType, today, old && { ...old, wasInTime });
    const basic = form.basic;
    const snapshot = withoutPersonal(form);
    const { enterpriseId, enterpriseName, uscc, siteId, siteName, siteSequence, regionCode, managementCategory } = application;
    const facts = {
      number, enterpriseName, uscc, siteName, managementCategory, issuer: this.city.permitIssuer.name, issuedOn: today, validFrom, validTo,
      siteAddress: textOf(basic, 'siteAddress') ?? '', legalRepresentative: textOf(basic, 'legalRepresentative') ?? '',
      industryCode: textOf(basic, 'industryCode') ?? '', industryName: textOf(basic, 'industryName') ?? '',
    };
    return {
      ...facts, id: old?.id ?? newId(), applicationId: application.id, enterpriseId, siteId, siteSequence, regionCode,
      status: 'valid', endedOn: null, endBasis: null, endGround: null, versionNumber: (old?.versionNumber ?? 0) + 1, snapshot, signed: snapshot, ...placeOf(snapshot), originalFileId: null, duplicateFileId: null,
      signedText: '', signature: '', signingKey: '',
      source: old?.source ?? 'platform', sourceOn: old?.sourceOn ?? null, importId: old?.importId ?? null, version: (old?.version ?? 0) + 1, issuedBy: actor.userId, createdAt: old?.createdAt ?? this.clock.now(),
    };
  }

  /** What is issued is written in the form of today, also where it carries on what was signed in an earlier one. */
  private versionOf(permit: PermitWithForm, businessType: BusinessType | 'reissue'): NewRow {
    const { validFrom, validTo, issuedOn, enterpriseName, siteName, siteAddress, legalRepresentative, industryCode, industryName, managementCategory, issuer } = permit;
    const { applicationId, snapshot, signedText, signature, signingKey, issuedBy } = permit;
    return {
      id: newId(), permitId: permit.id, number: permit.versionNumber, businessType, applicationId,
      effectiveFrom: firstDayOf(permit), validFrom, validTo, issuedOn, enterpriseName, siteName, siteAddress, legalRepresentative, industryCode,
      industryName, managementCategory, issuer, signed: snapshot, formVersion: FORM_VERSION, originalFileId: null, duplicateFileId: null, signedText, signature, signingKey, issuedBy, createdAt: this.clock.now(),
    };
  }

  private async placeLimits(version: NewRow, until: string | undefined): Promise<void> {
    const { permitId, effectiveFrom, validFrom, number } = version;
    const still = [{ permitId, validUntil: IsNull() }, { permitId, validUntil: MoreThan(effectiveFrom) }];
    const open = await this.db.repo(PermitLimit).findBy(still);
    const plan = planLimits(open, limitsOf(version.signed), { effectiveFrom, validFrom, ...(until === undefined ? {} : { until }) });
    // A row that was to begin later never holds; it stays as an empty span, for nothing is erased.
    if (plan.end.length > 0) {
      await this.db.repo(PermitLimit).createQueryBuilder().update()
        .set({ validUntil: () => 'greatest(valid_from, :day)' }).setParameter('day', effectiveFrom).where({ id: In([...plan.end]) }).execute();
    }
    const rows = plan.begin.map(one => ({ ...one, id: newId(), permitId, fromVersion: number }));
    for (let at = 0; at < rows.length; at += 500) await this.db.repo(PermitLimit).insert(rows.slice(at, at + 500));
  }
}

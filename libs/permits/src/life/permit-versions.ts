import { Inject, Injectable } from '@nestjs/common';
import { Actor, CITY, City, Clock, Db, newId, shanghaiDate, Signer } from '@huanbao/platform';
import { In, IsNull, MoreThan } from 'typeorm';
import { PermitApplication } from '../application.entity';
import { signedTextOf } from '../certificate/signed-text';
import type { Form } from '../form/field';
import { textOf } from '../form/form';
import { Permit } from '../permit.entity';
import { contentHash, withoutPersonal } from '../section-store';
import { renewalLastDay } from './beginning';
import type { BusinessType } from './business-types';
import { ConditionPlacing } from '../conditions/condition-placing';
import { conditionsHash } from '../conditions/signed-conditions';
import { limitsOf, planLimits } from './limits-of';
import { PermitLimit } from './permit-limit.entity';
import { PermitVersion } from './permit-version.entity';
import { PermitReader, PermitWithForm } from './permit-reader';
import { placeOf } from './place-of';
import { firstDayOf, validityOf } from './validity-of';

export interface NewVersion {
  readonly application: PermitApplication;
  readonly form: Form;
  /** 22 characters; of an existing permit its own. */
  readonly number: string;
}

/** Writes each issued state of a permit: head, version, and the limits as rows in time. Inside the caller's transaction. */
@Injectable()
export class PermitVersions {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly signer: Signer,
    private readonly conditions: ConditionPlacing,
    private readonly reader: PermitReader,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** The first version makes the permit; a further one becomes its head. `old` is the permit under lock. */
  async issue(actor: Actor, input: NewVersion, old: Permit | null): Promise<Permit> {
    const unsigned = this.headOf(actor, input, old);
    const { snapshot: _withTheVersion, ...head } = unsigned;
    if (old) await this.db.repo(Permit).update({ id: old.id }, head);
    else await this.db.repo(Permit).insert(head);
    const begun = this.versionOf(unsigned, input.application.businessType);
    await this.placeLimits(begun);
    await this.conditions.place(begun);
    // only now it stands which conditions the version has: they are signed with it
    const seal = await this.seal(unsigned);
    await this.db.repo(Permit).update({ id: unsigned.id }, seal);
    await this.db.repo(PermitVersion).insert({ ...begun, ...seal } as object);
    return { ...head, ...seal };
  }

  /** 补领: the same permit on new papers, as a version of its own. `permit` is under lock. */
  async reissue(actor: Actor, permit: Permit): Promise<Permit> {
    const next = { ...(await this.reader.withForm(permit)), issuedOn: this.clock.today(), versionNumber: permit.versionNumber + 1, version: permit.version + 1, originalFileId: null, duplicateFileId: null, issuedBy: actor.userId };
    const again = { ...next, ...(await this.seal(next)) };
    const { snapshot: _withTheVersion, ...head } = again;
    await this.db.repo(Permit).update({ id: permit.id }, head);
    await this.db.repo(PermitVersion).insert({ ...this.versionOf(again, 'reissue'), applicationId: null } as object);
    return head;
  }

  /** The signature on what the version says, its conditions with it. */
  private async seal(permit: PermitWithForm): Promise<Pick<Permit, 'signedText' | 'signature' | 'signingKey'>> {
    const conditions = await this.reader.conditionsOfVersion(permit, { number: permit.versionNumber, effectiveFrom: firstDayOf(permit) });
    const signedText = signedTextOf({ ...permit, contentHash: contentHash(permit.snapshot), conditionsHash: conditionsHash(conditions) });
    return { signedText, signature: this.signer.sign(signedText), signingKey: this.signer.publicKeyHex };
  }

  private headOf(actor: Actor, { application, form, number }: NewVersion, old: Permit | null): PermitWithForm {
    const today = this.clock.today();
    const wasInTime = old !== null && application.submittedAt !== null && shanghaiDate(application.submittedAt) <= renewalLastDay(old.validTo);
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
      status: 'valid', endedOn: null, endBasis: null, endGround: null, versionNumber: (old?.versionNumber ?? 0) + 1, snapshot, ...placeOf(snapshot), originalFileId: null, duplicateFileId: null,
      signedText: '', signature: '', signingKey: '',
      source: old?.source ?? 'platform', sourceOn: old?.sourceOn ?? null, importId: old?.importId ?? null, version: (old?.version ?? 0) + 1, issuedBy: actor.userId, createdAt: old?.createdAt ?? this.clock.now(),
    };
  }

  private versionOf(permit: PermitWithForm, businessType: BusinessType | 'reissue'): PermitVersion {
    const { validFrom, validTo, issuedOn, enterpriseName, siteName, siteAddress, legalRepresentative, industryCode, industryName, managementCategory, issuer } = permit;
    const { applicationId, snapshot, signedText, signature, signingKey, issuedBy } = permit;
    return {
      id: newId(), permitId: permit.id, number: permit.versionNumber, businessType, applicationId,
      effectiveFrom: firstDayOf(permit), validFrom, validTo, issuedOn, enterpriseName, siteName, siteAddress, legalRepresentative, industryCode,
      industryName, managementCategory, issuer, snapshot, originalFileId: null, duplicateFileId: null, signedText, signature, signingKey, issuedBy, createdAt: this.clock.now(),
    };
  }

  private async placeLimits(version: PermitVersion): Promise<void> {
    const { permitId, effectiveFrom, validFrom, number } = version;
    const still = [{ permitId, validUntil: IsNull() }, { permitId, validUntil: MoreThan(effectiveFrom) }];
    const open = await this.db.repo(PermitLimit).findBy(still);
    const plan = planLimits(open, limitsOf(version.snapshot), { effectiveFrom, validFrom });
    // A row that was to begin later never holds; it stays as an empty span, for nothing is erased.
    if (plan.end.length > 0) {
      await this.db.repo(PermitLimit).createQueryBuilder().update()
        .set({ validUntil: () => 'greatest(valid_from, :day)' }).setParameter('day', effectiveFrom).where({ id: In([...plan.end]) }).execute();
    }
    const rows = plan.begin.map(one => ({ ...one, id: newId(), permitId, fromVersion: number }));
    for (let at = 0; at < rows.length; at += 500) await this.db.repo(PermitLimit).insert(rows.slice(at, at + 500));
  }
}

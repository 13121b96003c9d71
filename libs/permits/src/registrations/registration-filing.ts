import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, FieldCipher, newId, Outbox, Signer, SYSTEM_USER_ID } from '@huanbao/platform';
import { Signatures } from '@huanbao/signatures';
import type { SectionData } from '../form/field';
import { contentHash } from '../section-store';
import { PERSONAL_FIELDS } from './form';
import { receiptTextOf } from './receipt';
import { Classification, PermitRegistration, PermitRegistrationVersion } from './registration.entity';
import { registrationFiled } from './registration.events';
import { RegistrationNotices } from './registration.notices';
import { type NewRegistrationVersion, registrationRecord } from './registration-record';

const CONTEXT = 'permit_registration_version';

/** Each version of a registration as it is filed: kept, receipted, told, and with a copy of record of what its holder signed. */
@Injectable()
export class RegistrationFiling {
  constructor(
    private readonly db: Db,
    private readonly cipher: FieldCipher,
    private readonly signer: Signer,
    private readonly signatures: Signatures,
    private readonly notices: RegistrationNotices,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** One more version: head, row, copy of record, audit, notice and event together. Inside the transaction that has the head under lock. */
  async append(actor: Actor, head: PermitRegistration, given: NewRegistrationVersion): Promise<PermitRegistration> {
    const { kind, content } = given;
    const classification = given.classification ?? (await this.latest(head)).classification;
    const registration = { ...head, versionNumber: head.versionNumber + 1, version: head.version + 1 };
    const receiptText = receiptTextOf(registration, { kind, filedOn: this.clock.today(), contentHash: contentHash({ basic: without(content) }) });
    const { id, ...columns } = registration;
    const recordId = await this.keep(actor, registration, { ...given, classification });
    await this.db.repo(PermitRegistration).update({ id }, columns);
    await this.db.repo(PermitRegistrationVersion).insert({
      id: newId(), registrationId: id, number: registration.versionNumber, kind, content: this.personal(content, (value, context) => this.cipher.encrypt(value, context)) as object, classification: classification as object,
      occurredOn: given.occurredOn ?? null, reason: given.reason ?? null, receiptText, signature: this.signer.sign(receiptText), signingKey: this.signer.publicKeyHex, receiptFileId: null, recordId,
      filedBy: actor.userId, filedByName: actor.name, filedAt: this.clock.now(),
    });
    await this.audit.record({
      actor, action: `permit-registration.${kind}`, subject: { type: 'permit-registration', id }, details: { number: registration.number, version: registration.versionNumber },
      onBehalfOf: actor.orgId === registration.enterpriseId ? null : registration.enterpriseId,
    });
    await this.notices.filed(registration, kind);
    await this.outbox.publish(registrationFiled, { registrationId: id, number: registration.versionNumber });
    return registration;
  }

  /** With readable persons, for who may see the record. */
  revealed(content: SectionData): SectionData {
    return this.personal(content, (value, context) => this.cipher.decrypt(value, context));
  }

  async latest(registration: Pick<PermitRegistration, 'id' | 'versionNumber'>): Promise<PermitRegistrationVersion> {
    return this.db.repo(PermitRegistrationVersion).findOneByOrFail({ registrationId: registration.id, number: registration.versionNumber });
  }

  /** Of what its holder or an agent files; what the bureau or the platform does nobody signs. */
  private async keep(actor: Actor, registration: PermitRegistration, given: NewRegistrationVersion & { readonly classification: Classification }): Promise<string | null> {
    if (actor.userId === SYSTEM_USER_ID || actor.orgKind === 'bureau') return null;
    return (await this.signatures.keep(actor, registrationRecord(registration, given))).recordId;
  }

  private personal(content: SectionData, change: (value: string, context: string) => string): SectionData {
    return { ...content, ...Object.fromEntries(PERSONAL_FIELDS.flatMap(name => (typeof content[name] === 'string' ? [[name, change(content[name], `${CONTEXT}.${name}`)] as const] : []))) };
  }
}

/** Persons are no part of what is signed and shown. */
export function without(content: SectionData): SectionData {
  return Object.fromEntries(Object.entries(content).filter(([name]) => !PERSONAL_FIELDS.includes(name)));
}

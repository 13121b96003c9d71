import { Injectable } from '@nestjs/common';
import { CreditEvents, type EventOnLedger } from '@huanbao/credit';
import { Directory } from '@huanbao/identity';
import { Actor, Audit, Clock, Db, newId, Numbering, Outbox, Signer, systemActor } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import { CertificateKind, CreditCertificate } from '../credit-repair.entity';
import { certificateIssued } from '../credit-repair.events';
import { certificateText, newCertificateCode } from './certificate';

const BY = systemActor('credit-repair');
const ENDINGS: readonly string[] = ['repaired', 'expired', 'revoked'];

/** What ended: an event of the ledger, or an entry of a list that other rooms keep. */
export type EndedMatter = Pick<EventOnLedger, 'key' | 'subjectId' | 'type' | 'title' | 'documentNo' | 'occurredOn'>;

interface Ending {
  readonly event: EndedMatter;
  readonly kind: CertificateKind;
  readonly endedOn: string;
}

/** What an event leaves when it has ended: a signed certificate, once for each way of ending. */
@Injectable()
export class Certificates {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly numbering: Numbering,
    private readonly signer: Signer,
    private readonly directory: Directory,
    private readonly events: CreditEvents,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** @returns null when it was issued before */
  issue(by: Actor, { event, kind, endedOn }: Ending): Promise<CreditCertificate | null> {
    return this.db.transaction(async () => {
      if (await this.db.repo(CreditCertificate).existsBy({ eventKey: event.key, kind, revokedOn: IsNull() })) return null;
      const organisation = await this.directory.organisation(event.subjectId);
      if (!organisation) return null;
      const facts = {
        id: newId(), number: await this.numbering.code('credit-certificate', 'XZ'), code: newCertificateCode(), kind, subjectId: organisation.id, subjectName: organisation.name, uscc: organisation.uscc, regionCode: organisation.regionCode,
        eventKey: event.key, eventType: event.type, eventTitle: event.title, documentNo: event.documentNo, occurredOn: event.occurredOn, endedOn, issuedOn: this.clock.today(), issuedAt: this.clock.now(), revokedOn: null,
      };
      const signedText = certificateText(facts);
      const one: CreditCertificate = { ...facts, signedText, signature: this.signer.sign(signedText), signingKey: this.signer.publicKeyHex, fileId: null };
      await this.db.repo(CreditCertificate).insert(one);
      await this.audit.record({ actor: by, action: 'credit-certificate.issue', subject: { type: 'credit-subject', id: organisation.id }, details: { number: one.number, kind, event: event.key } });
      await this.outbox.publish(certificateIssued, { certificateId: one.id });
      return one;
    });
  }

  /** Void from a day on: what it says was withdrawn. The paper stays, and its check says so. */
  async revoke(by: Actor, { eventKey, kind, reason, on }: { readonly eventKey: string; readonly kind: CertificateKind; readonly reason: string; readonly on: string }): Promise<void> {
    const one = await this.db.lock(CreditCertificate, { eventKey, kind, revokedOn: IsNull() });
    if (!one) return;
    await this.db.repo(CreditCertificate).update({ id: one.id }, { revokedOn: on });
    await this.audit.record({ actor: by, action: 'credit-certificate.revoke', subject: { type: 'credit-subject', id: one.subjectId }, details: { number: one.number, kind, event: eventKey, reason } });
  }

  /** Certificates of everything of these subjects that has ended and has none. @returns how many were issued */
  async settle(subjectIds: readonly string[]): Promise<number> {
    let issued = 0;
    for (const [subjectId, events] of await this.events.ofAll(subjectIds)) {
      const ended = events.filter(one => one.harms && ENDINGS.includes(one.status ?? ''));
      if (ended.length === 0) continue;
      const known = new Set((await this.db.repo(CreditCertificate).findBy({ subjectId, revokedOn: IsNull() })).map(one => `${one.eventKey} ${one.kind}`));
      for (const event of ended.filter(one => !known.has(`${one.key} ${one.status ?? ''}`))) {
        const kind = event.status as CertificateKind;
        if (await this.issue(BY, { event, kind, endedOn: kind === 'expired' && event.until !== null ? event.until : this.clock.today() })) issued += 1;
      }
    }
    return issued;
  }
}

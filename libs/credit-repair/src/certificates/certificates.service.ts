import { Inject, Injectable, OnModuleInit } from '@nestjs/common';
import { CreditEvents, creditSubjectPolicy, type EventOnLedger } from '@huanbao/credit';
import { Files, FileSubjects } from '@huanbao/documents';
import { Directory } from '@huanbao/identity';
import { Actor, Audit, CITY, City, Clock, Db, Delivery, ENV, Env, newId, Numbering, Outbox, Signer, systemActor } from '@huanbao/platform';
import { CertificateKind, CreditCertificate } from '../credit-repair.entity';
import { certificateIssued } from '../credit-repair.events';
import { certificateText, drawCertificate, KIND_TITLES, newCertificateCode } from './certificate';

const SUBJECT = 'credit-certificate';
const BY = systemActor('credit-repair');
const ENDINGS: readonly string[] = ['repaired', 'expired', 'revoked'];

interface Ending {
  readonly event: EventOnLedger;
  readonly kind: CertificateKind;
  readonly endedOn: string;
}

/** What an event leaves when it has ended: a signed certificate, once for each way of ending. */
@Injectable()
export class Certificates implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly numbering: Numbering,
    private readonly signer: Signer,
    private readonly directory: Directory,
    private readonly events: CreditEvents,
    private readonly files: Files,
    private readonly subjects: FileSubjects,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    @Inject(ENV) private readonly env: Env,
    @Inject(CITY) private readonly city: City,
  ) {}

  onModuleInit(): void {
    this.subjects.register(SUBJECT, async (actor, id, verb) => {
      const one = verb === 'read' ? await this.db.repo(CreditCertificate).findOneBy({ id }) : null;
      return one !== null && creditSubjectPolicy.sees(actor, one);
    });
  }

  /** @returns null when it was issued before */
  issue(by: Actor, { event, kind, endedOn }: Ending): Promise<CreditCertificate | null> {
    return this.db.transaction(async () => {
      if (await this.db.repo(CreditCertificate).existsBy({ eventKey: event.key, kind })) return null;
      const organisation = await this.directory.organisation(event.subjectId);
      if (!organisation) return null;
      const facts = {
        id: newId(), number: await this.numbering.code('credit-certificate', 'XZ'), code: newCertificateCode(), kind, subjectId: organisation.id, subjectName: organisation.name, uscc: organisation.uscc, regionCode: organisation.regionCode,
        eventKey: event.key, eventType: event.type, eventTitle: event.title, documentNo: event.documentNo, occurredOn: event.occurredOn, endedOn, issuedOn: this.clock.today(), issuedAt: this.clock.now(),
      };
      const signedText = certificateText(facts);
      const one: CreditCertificate = { ...facts, signedText, signature: this.signer.sign(signedText), signingKey: this.signer.publicKeyHex, fileId: null };
      await this.db.repo(CreditCertificate).insert(one);
      await this.audit.record({ actor: by, action: 'credit-certificate.issue', subject: { type: 'credit-subject', id: organisation.id }, details: { number: one.number, kind, event: event.key } });
      await this.outbox.publish(certificateIssued, { certificateId: one.id });
      return one;
    });
  }

  /** Certificates of everything of these subjects that has ended and has none. @returns how many were issued */
  async settle(subjectIds: readonly string[]): Promise<number> {
    let issued = 0;
    for (const [subjectId, events] of await this.events.ofAll(subjectIds)) {
      const ended = events.filter(one => one.harms && ENDINGS.includes(one.status ?? ''));
      if (ended.length === 0) continue;
      const known = new Set((await this.db.repo(CreditCertificate).findBy({ subjectId })).map(one => `${one.eventKey} ${one.kind}`));
      for (const event of ended.filter(one => !known.has(`${one.key} ${one.status ?? ''}`))) {
        const kind = event.status as CertificateKind;
        if (await this.issue(BY, { event, kind, endedOn: kind === 'expired' && event.until !== null ? event.until : this.clock.today() })) issued += 1;
      }
    }
    return issued;
  }

  /** A second delivery finds the paper and does nothing. */
  async draw(certificateId: string, delivery: Delivery): Promise<void> {
    const one = await this.db.repo(CreditCertificate).findOneByOrFail({ id: certificateId });
    if (one.fileId !== null) return;
    const bytes = await drawCertificate(one, { issuer: this.city.bureau.name, checkUrl: `${this.env.HB_PUBLIC_URL.replace(/\/$/, '')}/credit-certificates/${one.code}` });
    await delivery.complete(async () => {
      const locked = await this.db.lock(CreditCertificate, { id: certificateId });
      if (!locked || locked.fileId !== null) return;
      const file = await this.files.store(bytes, { name: `${KIND_TITLES[one.kind]}-${one.number}.pdf`, mediaType: 'application/pdf', subjectType: SUBJECT, subjectId: one.id, purpose: 'certificate', ownerOrgId: one.subjectId, uploadedBy: BY.userId });
      await this.db.repo(CreditCertificate).update({ id: one.id }, { fileId: file.id });
    });
  }
}

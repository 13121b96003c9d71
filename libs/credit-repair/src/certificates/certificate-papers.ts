import { Inject, Injectable, OnModuleInit } from '@nestjs/common';
import { creditSubjectPolicy } from '@huanbao/credit';
import { Files, FileSubjects } from '@huanbao/documents';
import { CITY, City, Db, Delivery, ENV, Env, systemActor } from '@huanbao/platform';
import { CreditCertificate } from '../credit-repair.entity';
import { drawCertificate, KIND_TITLES } from './certificate';

const SUBJECT = 'credit-certificate';
const BY = systemActor('credit-repair');

/** Certificates on paper: drawn in the background, read by who reads the credit they are about. */
@Injectable()
export class CertificatePapers implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly subjects: FileSubjects,
    @Inject(ENV) private readonly env: Env,
    @Inject(CITY) private readonly city: City,
  ) {}

  onModuleInit(): void {
    this.subjects.register(SUBJECT, async (actor, id, verb) => {
      const one = verb === 'read' ? await this.db.repo(CreditCertificate).findOneBy({ id }) : null;
      return one !== null && creditSubjectPolicy.sees(actor, one);
    });
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

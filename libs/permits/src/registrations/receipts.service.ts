import { Inject, Injectable, OnModuleInit } from '@nestjs/common';
import { Files, FileSubjects } from '@huanbao/documents';
import { Db, Delivery, ENV, Env, Handles, systemActor } from '@huanbao/platform';
import { drawReceipt } from './receipt';
import { PermitRegistration, PermitRegistrationVersion } from './registration.entity';
import { drawRegistrationReceipt } from './registration.events';
import { registrationPolicy } from './registration.policy';
import { without } from './registration-filing';

const SUBJECT = 'permit-registration';

/** Who reads receipts: access follows the registration. Nobody writes them but the platform. */
@Injectable()
export class ReceiptFiles implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly subjects: FileSubjects,
  ) {}

  onModuleInit(): void {
    this.subjects.register(SUBJECT, async (actor, id, verb) => {
      const registration = await this.db.repo(PermitRegistration).findOneBy({ id });
      return verb === 'read' && registration !== null && registrationPolicy.sees(actor, registration);
    });
  }
}

/** Draws the receipts in the background. */
@Injectable()
export class ReceiptJobs {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** A second delivery finds the receipt and does nothing. */
  @Handles(drawRegistrationReceipt)
  async draw({ registrationId, number }: { registrationId: string; number: number }, delivery: Delivery): Promise<void> {
    const registration = await this.db.repo(PermitRegistration).findOneByOrFail({ id: registrationId });
    const version = await this.db.repo(PermitRegistrationVersion).findOneByOrFail({ registrationId, number });
    if (version.receiptFileId) return;
    const pdf = await drawReceipt({ registration, version: { ...version, content: without(version.content) }, checkUrl: `${this.env.HB_PUBLIC_URL.replace(/\/$/, '')}/registrations/${registration.number}` });
    await delivery.complete(async () => {
      const file = await this.files.store(pdf, {
        name: `排污登记回执-${registration.number}-${number}.pdf`, mediaType: 'application/pdf', subjectType: SUBJECT, subjectId: registrationId, purpose: 'registration-receipt',
        ownerOrgId: registration.enterpriseId, uploadedBy: systemActor('certificate').userId,
      });
      await this.db.repo(PermitRegistrationVersion).update({ id: version.id }, { receiptFileId: file.id });
    });
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Clock, Db, Delivery, ENV, Env, Signer, systemActor } from '@huanbao/platform';
import { CertificatePaper, drawDuplicate, drawOriginal } from './certificate/draw';
import { PrintedCondition } from './certificate/content';
import { sealFile } from './certificate/file-seal';
import { PermitReader, PermitWithForm } from './life/permit-reader';
import { PermitVersion } from './life/permit-version.entity';
import { Permit } from './permit.entity';

/** Draws the papers of a permit once it is issued. */
@Injectable()
export class CertificateService {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly reader: PermitReader,
    private readonly signer: Signer,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /**
   * One delivery of the job; a second one finds the papers and does nothing. 副本 holds all eleven contents and goes to the
   * parties; the public gets 正本, which holds no trade secret.
   */
  async draw(permitId: string, delivery: Delivery): Promise<void> {
    const head = await this.db.repo(Permit).findOneByOrFail({ id: permitId });
    if (head.originalFileId && head.duplicateFileId) return;
    const permit = await this.reader.withForm(head);
    const { versionNumber } = permit;
    const paper = this.paperOf(permit);
    const original = sealFile(await drawOriginal(paper), this.signer);
    const duplicate = sealFile(await drawDuplicate(paper, permit.snapshot, await this.conditions(permit)), this.signer);
    await delivery.complete(async () => {
      const originalFileId = await this.keep(permit, original, '正本');
      const duplicateFileId = await this.keep(permit, duplicate, '副本');
      // A version issued while this one was drawn keeps its own papers.
      await this.db.repo(Permit).update({ id: permit.id, versionNumber }, { originalFileId, duplicateFileId });
      await this.db.repo(PermitVersion).update({ permitId: permit.id, number: versionNumber }, { originalFileId, duplicateFileId });
    });
  }

  /** Those that hold on the first day of the version. */
  private conditions(permit: Permit): Promise<readonly PrintedCondition[]> {
    const today = this.clock.today();
    return this.reader.conditionsOn(permit.id, permit.validFrom > today ? permit.validFrom : today);
  }

  private paperOf(permit: PermitWithForm): CertificatePaper {
    const { signedText, signature, signingKey, versionNumber } = permit;
    return {
      facts: permit, version: versionNumber, signedText, signature, signingKey,
      checkUrl: `${this.env.HB_PUBLIC_URL.replace(/\/$/, '')}/check/${permit.id}`,
    };
  }

  private async keep(permit: Permit, pdf: Buffer, kind: '正本' | '副本'): Promise<string> {
    const file = await this.files.store(pdf, {
      name: `排污许可证${kind}-${permit.number}.pdf`,
      mediaType: 'application/pdf',
      subjectType: 'permit',
      subjectId: permit.id,
      purpose: kind === '正本' ? 'certificate-original' : 'certificate-duplicate',
      ownerOrgId: permit.enterpriseId,
      uploadedBy: systemActor('certificate').userId,
    });
    return file.id;
  }
}

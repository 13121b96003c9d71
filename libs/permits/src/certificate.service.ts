import { Inject, Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Clock, Db, Delivery, ENV, Env, Signer, systemActor } from '@huanbao/platform';
import { CertificatePaper, drawDuplicate, drawOriginal } from './certificate/draw';
import { sealFile } from './certificate/file-seal';
import { PermitReader, PermitWithForm } from './life/permit-reader';
import { PermitVersion } from './life/permit-version.entity';
import { firstDayOf } from './life/validity-of';
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
    const today = this.clock.today();
    const undrawn = [await this.running(head, today), await this.reader.withForm(head)].filter(one => one !== null && !(one.originalFileId && one.duplicateFileId)) as PermitWithForm[];
    if (undrawn.length === 0) return;
    const drawn: { permit: PermitWithForm; original: Buffer; duplicate: Buffer }[] = [];
    for (const permit of undrawn) {
      const paper = this.paperOf(permit);
      // those that hold on the first day of the version
      const conditions = await this.reader.conditionsOn(permit.id, permit.validFrom > today ? permit.validFrom : today);
      drawn.push({ permit, original: sealFile(await drawOriginal(paper), this.signer), duplicate: sealFile(await drawDuplicate(paper, permit.snapshot, conditions), this.signer) });
    }
    await delivery.complete(async () => {
      for (const { permit, original, duplicate } of drawn) {
        const [originalFileId, duplicateFileId] = [await this.keep(permit, original, '正本'), await this.keep(permit, duplicate, '副本')];
        // A version issued while this one was drawn keeps its own papers.
        await this.db.repo(Permit).update({ id: permit.id, versionNumber: permit.versionNumber }, { originalFileId, duplicateFileId });
        await this.db.repo(PermitVersion).update({ permitId: permit.id, number: permit.versionNumber }, { originalFileId, duplicateFileId });
      }
    });
  }

  /** What runs while the head is a renewal that is still to begin: a change issued meanwhile is two versions, and both have papers. */
  private async running(head: Permit, today: string): Promise<PermitWithForm | null> {
    const on = firstDayOf(head) > today ? await this.reader.formOn(head.id, today) : null;
    // a version that came with a list of the national platform has no papers of ours
    if (!on || on.version.number === head.versionNumber || on.version.signedText === '') return null;
    const { number: versionNumber, id: _own, permitId: _permit, businessType: _type, effectiveFrom: _first, applicationId: _of, ...said } = on.version;
    return { ...head, ...said, versionNumber };
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

import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { createPdf, Files } from '@huanbao/documents';
import { Directory } from '@huanbao/identity';
import { Mailer, Notifier } from '@huanbao/notifications';
import { City, CITY, Clock, Db, Delivery, ENV, Env, Handles, Signer, sm3 } from '@huanbao/platform';
import { beijing, drawRecord } from './paper/draw';
import { linkOf } from './repudiation.service';
import { SignaturePaper, SignatureRecord } from './signature.entity';
import { drawSignature, mailSigner, SignedSubject } from './signatures.events';
import { Signatures } from './signatures.service';

/** After something was signed: its paper, and the word to the signer. */
@Injectable()
export class SignaturesJobs {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly signatures: Signatures,
    private readonly signer: Signer,
    private readonly directory: Directory,
    private readonly mailer: Mailer,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** The same record gives the same bytes: it is dated by the act, not by the drawing. */
  @Handles(drawSignature)
  async draw({ recordId }: SignedSubject, delivery: Delivery): Promise<void> {
    const record = await this.db.repo(SignatureRecord).findOneByOrFail({ id: recordId });
    if (await this.db.repo(SignaturePaper).existsBy({ recordId })) return;
    const content = this.signatures.content(record);
    const about = { title: `签署存证 ${record.whatZh}`, author: `${this.city.name}环保管家`, subject: record.ownerName, at: record.signedAt };
    const pdf = await createPdf(about, page => drawRecord(page, record, { content, checkUrl: this.url(`/signatures?hash=${record.contentHash}`) }));
    await delivery.complete(() => this.keep(record, pdf));
  }

  /** By mail to the signer, whatever was switched off; in the inbox to the administrators of the organisation it binds. */
  @Handles(mailSigner)
  async tell({ recordId }: SignedSubject, delivery: Delivery): Promise<void> {
    const record = await this.db.repo(SignatureRecord).findOneByOrFail({ id: recordId });
    const user = await this.directory.user(record.signerUserId);
    if (user) await this.mail(record, user, delivery);
    await delivery.complete(() => this.tellAdministrators(record));
  }

  private async mail(record: SignatureRecord, user: { readonly email: string; readonly name: string; readonly preferences: { readonly language?: string } }, delivery: Delivery): Promise<void> {
    const english = user.preferences.language === 'en';
    const at = beijing(record.signedAt);
    await this.mailer.send({
      to: user.email,
      language: english ? 'en' : 'zh',
      subject: english ? `Signed in your name: ${record.whatEn}` : `以您的名义签署：${record.whatZh}`,
      lines: english
        ? [`Dear ${user.name},`, `"${record.whatEn}" for ${record.ownerName} was signed in your name at ${record.signedAt.toISOString()}, from ${record.ip ?? 'an unknown address'}.`, 'A copy of what you saw is kept. If it was not you, open the record, choose "It was not me" and change your password at once.']
        : [`${user.name}，您好：`, `${at}，您的账号为${record.ownerName}签署了“${record.whatZh}”，网络地址 ${record.ip ?? '未记录'}。`, '签署时所见的内容已存证，可随时查看和下载。如果不是您本人操作，请打开存证页选择“不是我签的”，并立即修改密码。'],
      action: { label: english ? 'Open the record' : '查看存证', url: this.url(linkOf(record)) },
      id: delivery.id,
    });
  }

  private async tellAdministrators(record: SignatureRecord): Promise<void> {
    const admins = (await this.directory.membersOf(record.ownerOrgId, { roles: ['enterprise.admin'] })).filter(each => each.userId !== record.signerUserId);
    if (admins.length === 0) return;
    await this.notifier.notify({
      to: { userIds: admins.map(each => each.userId) }, topic: 'signature', subject: { type: 'signature', id: record.id }, key: `signature:${record.id}:kept`, link: `/e/${record.ownerOrgId}/signatures/${record.id}`,
      title: { zh: `已签署：${record.whatZh}`, en: `Signed: ${record.whatEn}` },
      body: { zh: `${record.signerName}（${record.signerOrgName ?? ''}）于${beijing(record.signedAt)}为本单位签署。不是本单位意思的，请在存证页选择“不是我们签的”。`, en: `${record.signerName} (${record.signerOrgName ?? ''}) signed for your organisation. If it was not your will, say so on the record.` },
    });
  }

  private async keep(record: SignatureRecord, pdf: Buffer): Promise<void> {
    const file = await this.files.store(pdf, { name: `签署存证 ${record.whatZh}.pdf`, mediaType: 'application/pdf', subjectType: 'signature', subjectId: record.id, purpose: 'copy-of-record', ownerOrgId: record.ownerOrgId });
    const digest = sm3(pdf);
    await this.db.repo(SignaturePaper).insert({
      recordId: record.id, fileId: file.id, sm3: digest, sha256: createHash('sha256').update(pdf).digest('hex'), signature: this.signer.sign(digest), signingKey: this.signer.publicKeyHex, drawnAt: this.clock.now(),
    });
  }

  private url(path: string): string {
    return `${this.env.HB_PUBLIC_URL.replace(/\/$/, '')}${path}`;
  }
}

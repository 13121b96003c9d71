import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Actor, Audit, Clock, Db, notFound, Outbox } from '@huanbao/platform';
import { RulingOutcome, SignatureRecord, SignatureRepudiation, SignatureRuling } from './signature.entity';
import { alreadyRepudiated, alreadyRuled, notRepudiated } from './signatures.errors';
import { SignedSubject, signatureConfirmed, signatureRepudiated, signatureVoided } from './signatures.events';
import { SignatureAction, signaturePolicy } from './signatures.policy';

/** "That was not me", and what a person decides on it. */
@Injectable()
export class RepudiationService {
  constructor(
    private readonly db: Db,
    private readonly notifier: Notifier,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Contests a record at once; steps that build on it wait. @throws 409 when somebody did before */
  repudiate(actor: Actor, id: string, reason: string): Promise<void> {
    return this.db.transaction(async () => {
      const { record, repudiation } = await this.lock(actor, id, 'signature.repudiate');
      if (repudiation) throw alreadyRepudiated();
      await this.db.repo(SignatureRepudiation).insert({ recordId: id, reason, byUserId: actor.userId, byName: actor.name, at: this.clock.now() });
      await this.audit.record({ actor, action: 'signature.repudiate', subject: { type: 'signature', id }, details: { subjectType: record.subjectType, subjectId: record.subjectId } });
      await this.outbox.publish(signatureRepudiated, subjectOf(record));
      await this.tellRepudiated(record, reason);
    });
  }

  /** A person has looked into it. Upheld: the signature does not hold, and the room it belongs to undoes what rests on it. */
  rule(actor: Actor, id: string, ruling: { readonly outcome: RulingOutcome; readonly reasons: string }): Promise<void> {
    return this.db.transaction(async () => {
      const { record, repudiation } = await this.lock(actor, id, 'signature.rule');
      if (!repudiation) throw notRepudiated();
      if (await this.db.repo(SignatureRuling).existsBy({ recordId: id })) throw alreadyRuled();
      await this.db.repo(SignatureRuling).insert({ recordId: id, ...ruling, byUserId: actor.userId, byName: actor.name, at: this.clock.now() });
      await this.audit.record({ actor, action: 'signature.rule', subject: { type: 'signature', id }, details: { outcome: ruling.outcome, subjectType: record.subjectType, subjectId: record.subjectId } });
      await this.outbox.publish(ruling.outcome === 'upheld' ? signatureVoided : signatureConfirmed, subjectOf(record));
      await this.tellRuled(record, repudiation, ruling);
    });
  }

  /** A record is never updated: its row is locked only so that two people come one after the other. */
  private async lock(actor: Actor, id: string, action: SignatureAction): Promise<{ record: SignatureRecord; repudiation: SignatureRepudiation | null }> {
    const record = await this.db.lock(SignatureRecord, { id });
    const repudiation = record && (await this.db.repo(SignatureRepudiation).findOneBy({ recordId: id }));
    signaturePolicy.require(actor, action, record && { ...record, isRepudiated: repudiation !== null });
    if (!record) throw notFound();
    return { record, repudiation };
  }

  private async tellRepudiated(record: SignatureRecord, reason: string): Promise<void> {
    const about = { topic: 'signature', subject: { type: 'signature', id: record.id } };
    await this.notifier.notify({
      ...about, to: { role: 'bureau.intake', regionCode: record.regionCode }, key: `signature:${record.id}:repudiated:bureau`, link: `/b/:orgId/signatures/${record.id}`,
      title: { zh: `签署被否认：${record.ownerName}`, en: `Signature repudiated: ${record.ownerName}` },
      body: { zh: `“${record.whatZh}”的签署被否认，理由：${reason}。相关办理已暂停，请核实后处理。`, en: `"${record.whatEn}": ${reason}. What rests on it waits; look into it and decide.` },
    });
    await this.notifier.notify({
      ...about, to: { orgId: record.ownerOrgId, roles: ['enterprise.admin'] }, key: `signature:${record.id}:repudiated:owner`, link: `/e/${record.ownerOrgId}/signatures/${record.id}`,
      title: { zh: `有人否认签署：${record.whatZh}`, en: `A signature was repudiated: ${record.whatEn}` },
      body: { zh: '生态环境部门将核实。请检查本单位账号：修改密码，停用不认识的设备和成员。', en: 'The bureau looks into it. Check your accounts: change passwords, end unknown sessions.' },
    });
  }

  private async tellRuled(record: SignatureRecord, repudiation: SignatureRepudiation, { outcome, reasons }: { outcome: RulingOutcome; reasons: string }): Promise<void> {
    const upheld = outcome === 'upheld';
    const message = {
      topic: 'signature', subject: { type: 'signature', id: record.id },
      title: upheld ? { zh: `否认成立：${record.whatZh}`, en: `Repudiation upheld: ${record.whatEn}` } : { zh: `否认不成立：${record.whatZh}`, en: `Repudiation dismissed: ${record.whatEn}` },
      body: upheld ? { zh: `这次签署不算数。理由：${reasons}`, en: `The signature does not count. Reasons: ${reasons}` } : { zh: `这次签署仍然有效。理由：${reasons}`, en: `The signature stands. Reasons: ${reasons}` },
    };
    await this.notifier.notify({ ...message, to: { orgId: record.ownerOrgId, roles: ['enterprise.admin'] }, key: `signature:${record.id}:ruled`, link: `/e/${record.ownerOrgId}/signatures/${record.id}` });
    await this.notifier.notify({ ...message, to: { userIds: [...new Set([record.signerUserId, repudiation.byUserId])] }, key: `signature:${record.id}:ruled`, link: linkOf(record) });
  }
}

/** Where the signer reads the record: in the own organisation's area. */
export const linkOf = (record: SignatureRecord): string => (record.signerOrgId === record.ownerOrgId || record.signerOrgId === null ? `/e/${record.ownerOrgId}/signatures/${record.id}` : `/f/${record.signerOrgId}/signatures/${record.id}`);

const subjectOf = ({ id, subjectType, subjectId }: SignatureRecord): SignedSubject => ({ recordId: id, subjectType, subjectId });

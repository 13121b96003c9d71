import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Actor, Audit, Clock, Db, FieldCipher, newId, Outbox, Signer, sm3 } from '@huanbao/platform';
import { canonicalOf, packed, SignedContent, signedTextOf, unpacked } from './paper/content';
import { PaperPage, recorded } from './paper/paper';
import { SignatureRecord } from './signature.entity';
import { signatureContested } from './signatures.errors';
import { signatureKept } from './signatures.events';

const CONTEXT = 'signature_record.content';

export interface Keeping {
  readonly subject: { readonly type: string; readonly id: string };
  /** What the act is, in words: 提交排污许可申请. */
  readonly what: { readonly zh: string; readonly en: string };
  /** The text the signer agreed to, word by word. */
  readonly agreed?: string;
  /** What was signed, as data. */
  readonly data: object;
  readonly ownerOrgId: string;
  /** Under what a mandate reaches it. Default `permits`, and all sites. */
  readonly matter?: string;
  readonly siteId?: string | null;
  /** Default: where the owner is. */
  readonly regionCode?: string;
  /** False while it is the owner's alone: the bureau does not see it. Default true. */
  readonly toAuthority?: boolean;
  /** Draws what the signer saw. Runs at once, on a list; the worker lays it out as PDF. */
  readonly draw: (page: PaperPage) => void;
}

/** 签署存证: what is signed is kept as it was seen, with hash and signature of the platform. */
@Injectable()
export class Signatures {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly cipher: FieldCipher,
    private readonly signer: Signer,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Only inside the transaction of the act it belongs to: both are there, or neither. */
  async keep(actor: Actor, keeping: Keeping): Promise<{ readonly recordId: string; readonly hash: string }> {
    if (!this.db.inTransaction) throw new Error('A copy of record is kept in the transaction of what is signed');
    const record = await this.recordOf(actor, keeping);
    await this.db.repo(SignatureRecord).insert(record);
    const { id, ownerOrgId } = record;
    await this.audit.record({
      actor, action: 'signature.keep', subject: { type: 'signature', id }, onBehalfOf: actor.orgId === ownerOrgId ? null : ownerOrgId,
      details: { subjectType: keeping.subject.type, subjectId: keeping.subject.id, hash: record.contentHash },
    });
    await this.outbox.publish(signatureKept, { recordId: id, subjectType: record.subjectType, subjectId: record.subjectId });
    return { recordId: id, hash: record.contentHash };
  }

  /** The newest record of a subject that went to the authority. */
  async newestOf(subject: Keeping['subject']): Promise<SignatureRecord | null> {
    return this.db.repo(SignatureRecord).findOne({ where: { subjectType: subject.type, subjectId: subject.id, toAuthority: true }, order: { id: 'DESC' } });
  }

  /** For steps that build on a signature. @throws 409 `signature.contested` while one of the subject is repudiated and nobody has decided */
  async assertUncontested(subject: Keeping['subject']): Promise<void> {
    const [open] = await this.db.query<{ id: string }>(
      `SELECT s.id FROM signature_record s JOIN signature_repudiation r ON r.record_id = s.id LEFT JOIN signature_ruling d ON d.record_id = s.id
        WHERE s.subject_type = $1 AND s.subject_id = $2 AND d.record_id IS NULL LIMIT 1`,
      [subject.type, subject.id],
    );
    if (open) throw signatureContested(open.id);
  }

  /** The exact text that was hashed. */
  canonical(record: SignatureRecord): string {
    return unpacked(this.cipher.decrypt(record.contentCipher, CONTEXT));
  }

  content(record: SignatureRecord): SignedContent {
    return JSON.parse(this.canonical(record)) as SignedContent;
  }

  /** The row still says what was signed: text, facts and signature by a key of this platform. */
  holds(record: SignatureRecord): boolean {
    const text = signedTextOf({ ...record, what: record.whatZh });
    return text === record.signedText && sm3(this.canonical(record)) === record.contentHash && this.signer.keyOf(record.signedText, record.signature) === record.signingKey;
  }

  private async recordOf(actor: Actor, keeping: Keeping): Promise<SignatureRecord> {
    const owner = await this.directory.organisation(keeping.ownerOrgId);
    if (!owner) throw new Error(`A record needs an owner, and ${keeping.ownerOrgId} is none`);
    const canonical = canonicalOf({ what: keeping.what, agreed: keeping.agreed ?? null, data: { signer: signerOf(actor), ...keeping.data }, paper: recorded(keeping.draw) });
    const facts = { id: newId(), subjectType: keeping.subject.type, subjectId: keeping.subject.id, ownerName: owner.name, signedAt: this.clock.now(), contentHash: sm3(canonical) };
    const signedText = signedTextOf({ ...facts, what: keeping.what.zh });
    return {
      ...facts, whatZh: keeping.what.zh, whatEn: keeping.what.en, ownerOrgId: owner.id, matter: keeping.matter ?? 'permits', siteId: keeping.siteId ?? null,
      regionCode: keeping.regionCode ?? owner.regionCode, toAuthority: keeping.toAuthority ?? true,
      signerUserId: actor.userId, signerName: actor.name, signerOrgId: actor.orgId, signerOrgName: actor.orgName, signerRoles: [...actor.roles],
      sessionId: actor.sessionId, ip: actor.from?.ip ?? null, agent: actor.from?.agent ?? null,
      contentCipher: this.cipher.encrypt(packed(canonical), CONTEXT), signedText, signature: this.signer.sign(signedText), signingKey: this.signer.publicKeyHex,
    };
  }
}

/** Who signed is part of what is hashed. */
const signerOf = ({ userId, name, orgId, orgName, sessionId, from }: Actor): object => ({ userId, name, orgId, orgName, sessionId, from: from ?? null });

import { Injectable } from '@nestjs/common';
import { Actor, Clock, containsWords, Db, decodeCursor, delegatedSights, notFound, Page, Signer, toPage } from '@huanbao/platform';
import { publicKeyPem } from './paper/content';
import { SignaturePaper, SignatureRecord, SignatureRepudiation, SignatureRuling } from './signature.entity';
import { paperPending } from './signatures.errors';
import { signaturePolicy } from './signatures.policy';
import { Signatures } from './signatures.service';
import type { RepudiationView, SignatureCheckView, SignatureListDto, SignatureRowView, SignatureStatus, SignatureView } from './signatures.view';

const DEFAULT_LIMIT = 20;

interface Row extends Omit<SignatureRowView, 'what'> {
  readonly whatZh: string;
  readonly whatEn: string;
}

const STATUS_SQL = `CASE WHEN r.record_id IS NULL THEN 'standing' WHEN d.record_id IS NULL THEN 'contested' WHEN d.outcome = 'upheld' THEN 'void' ELSE 'confirmed' END`;
const FROM = 'FROM signature_record s LEFT JOIN signature_repudiation r ON r.record_id = s.id LEFT JOIN signature_ruling d ON d.record_id = s.id';

/** A record with what became of it. */
interface Whole {
  readonly record: SignatureRecord;
  readonly repudiation: SignatureRepudiation | null;
  readonly ruling: SignatureRuling | null;
}

/** Copies of record for those who signed, whom they bind and who oversees them; and for anyone who holds one. */
@Injectable()
export class SignatureQueries {
  constructor(
    private readonly db: Db,
    private readonly signatures: Signatures,
    private readonly signer: Signer,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, filter: SignatureListDto): Promise<Page<SignatureRowView>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const values: unknown[] = [];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    const conditions = [scopeOf(actor, bind), ...filtersOf(actor, filter, bind)];
    const after = decodeCursor(filter.cursor, 1);
    if (after) conditions.push(`s.id < ${bind(after[0])}::uuid`);
    const rows = await this.db.query<Row>(
      `SELECT s.id, s.what_zh AS "whatZh", s.what_en AS "whatEn", s.subject_type AS "subjectType", s.subject_id AS "subjectId", s.owner_org_id AS "ownerOrgId", s.owner_name AS "ownerName",
              s.signer_name AS "signerName", s.signer_org_name AS "signerOrgName", s.signed_at AS "signedAt", s.content_hash AS hash, ${STATUS_SQL} AS status
         ${FROM} WHERE ${conditions.join(' AND ')} ORDER BY s.id DESC LIMIT ${limit + 1}`,
      values,
    );
    return toPage(rows, limit, row => [row.id], ({ whatZh, whatEn, ...row }) => ({ ...row, what: { zh: whatZh, en: whatEn } }));
  }

  async detail(actor: Actor, id: string): Promise<SignatureView> {
    const whole = await this.find(actor, id);
    const { record } = whole;
    const { subjectType, subjectId, ownerOrgId, ownerName, signerName, signerOrgId, signerOrgName, signedAt, ip, agent, signedText, signature, signingKey } = record;
    const paper = await this.db.repo(SignaturePaper).findOneBy({ recordId: id });
    return {
      id, subjectType, subjectId, ownerOrgId, ownerName, signerName, signerOrgName, signedAt, ip, agent, signedText, signature, signingKey,
      what: { zh: record.whatZh, en: record.whatEn }, hash: record.contentHash, status: statusOf(whole), onBehalf: signerOrgId !== ownerOrgId,
      agreed: this.signatures.content(record).agreed, holds: this.signatures.holds(record), paper: paper && { sm3: paper.sm3, sha256: paper.sha256, signature: paper.signature, drawnAt: paper.drawnAt },
      repudiation: repudiationOf(whole), actions: actionsNow(actor, whole),
    };
  }

  /** What was hashed, byte for byte, for a check without this platform. */
  async canonical(actor: Actor, id: string): Promise<string> {
    return this.signatures.canonical((await this.find(actor, id)).record);
  }

  /** @throws 409 while the paper is drawn */
  async paperFileId(actor: Actor, id: string): Promise<string> {
    await this.find(actor, id);
    const paper = await this.db.repo(SignaturePaper).findOneBy({ recordId: id });
    if (!paper) throw paperPending();
    return paper.fileId;
  }

  /** For anyone who holds the paper or the data: whose it is, of when, and whether it stands. No name of a person. */
  async check(hash: string): Promise<SignatureCheckView> {
    const wanted = hash.toLowerCase();
    const [found] = await this.db.query<{ id: string; of: 'content' | 'paper' }>(
      `(SELECT id, 'content' AS of FROM signature_record WHERE content_hash = $1 LIMIT 1)
       UNION ALL (SELECT record_id, 'paper' FROM signature_paper WHERE sm3 = $1 LIMIT 1)
       UNION ALL (SELECT record_id, 'paper' FROM signature_paper WHERE sha256 = $1 LIMIT 1) LIMIT 1`,
      [wanted],
    );
    const checkedAt = this.clock.now();
    if (!found) return { known: false, of: null, what: null, ownerName: null, signedAt: null, status: null, holds: null, signedText: null, signature: null, signingKey: null, publicKeyPem: publicKeyPem(this.signer.publicKeyHex), checkedAt };
    const whole = await this.whole(found.id);
    if (!whole) throw notFound();
    const { record } = whole;
    return {
      known: true, of: found.of, what: { zh: record.whatZh, en: record.whatEn }, ownerName: record.ownerName, signedAt: record.signedAt, status: statusOf(whole), holds: this.signatures.holds(record),
      signedText: record.signedText, signature: record.signature, signingKey: record.signingKey, publicKeyPem: publicKeyPem(record.signingKey), checkedAt,
    };
  }

  /** Whether the actor may read it; for the files that belong to it. */
  async sees(actor: Actor, id: string): Promise<boolean> {
    const whole = await this.whole(id);
    return whole !== null && signaturePolicy.sees(actor, partiesOf(whole));
  }

  private async find(actor: Actor, id: string): Promise<Whole> {
    const whole = await this.whole(id);
    signaturePolicy.require(actor, 'signature.read', whole && partiesOf(whole));
    if (!whole) throw notFound();
    return whole;
  }

  private async whole(id: string): Promise<Whole | null> {
    const record = await this.db.repo(SignatureRecord).findOneBy({ id });
    if (!record) return null;
    const repudiation = await this.db.repo(SignatureRepudiation).findOneBy({ recordId: id });
    return { record, repudiation, ruling: await this.db.repo(SignatureRuling).findOneBy({ recordId: id }) };
  }
}

const partiesOf = ({ record, repudiation }: Whole): Parameters<typeof signaturePolicy.sees>[1] => ({ ...record, isRepudiated: repudiation !== null });

function statusOf({ repudiation, ruling }: Whole): SignatureStatus {
  if (!repudiation) return 'standing';
  if (!ruling) return 'contested';
  return ruling.outcome === 'upheld' ? 'void' : 'confirmed';
}

function repudiationOf({ repudiation, ruling }: Whole): RepudiationView | null {
  if (!repudiation) return null;
  const { reason, byName, at } = repudiation;
  return { reason, byName, at, outcome: ruling?.outcome ?? null, reasons: ruling?.reasons ?? null, decidedByName: ruling?.byName ?? null, decidedAt: ruling?.at ?? null };
}

function actionsNow(actor: Actor, whole: Whole): string[] {
  const status = statusOf(whole);
  const now: Readonly<Record<string, boolean>> = { 'signature.repudiate': status === 'standing', 'signature.rule': status === 'contested', 'signature.list': false };
  return signaturePolicy.actionsOn(actor, partiesOf(whole)).filter(action => now[action] ?? true);
}

type Bind = (value: unknown) => string;

/** The relations of the policy, as a condition: signer, own, delegated, jurisdiction. */
function scopeOf(actor: Actor, bind: Bind): string {
  if (actor.orgKind === 'bureau') {
    const regions = actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`);
    return `(s.region_code LIKE ANY (${bind(regions)}) AND (s.to_authority OR r.record_id IS NOT NULL))`;
  }
  const own = actor.orgKind === 'enterprise' ? `s.owner_org_id = ${bind(actor.orgId)}::uuid` : 'false';
  const mandates = actor.orgKind === 'firm' ? actor.delegations.flatMap(each => each.matters.map(matter => ({ matter, sights: delegatedSights(actor, matter) }))) : [];
  const entrusted = mandates.flatMap(({ matter, sights }) =>
    sights.map(({ principalOrgId, sites }) => `(s.matter = ${bind(matter)} AND s.owner_org_id = ${bind(principalOrgId)}::uuid AND (${bind(sites)}::text[] IS NULL OR s.site_id IS NULL OR s.site_id = ANY (${bind(sites)}::text[])))`),
  );
  return `(s.signer_user_id = ${bind(actor.userId)}::uuid OR ${[own, ...new Set(entrusted)].join(' OR ')})`;
}

function filtersOf(actor: Actor, filter: SignatureListDto, bind: Bind): string[] {
  return [
    ...(filter.q ? [containsWords(`s.what_zh || ' ' || s.owner_name || ' ' || s.signer_name`, bind(filter.q))] : []),
    ...(filter.status ? [`${STATUS_SQL} = ${bind(filter.status)}`] : []),
    ...(filter.subjectType ? [`s.subject_type = ${bind(filter.subjectType)}`] : []),
    ...(filter.subjectId ? [`s.subject_id = ${bind(filter.subjectId)}::uuid`] : []),
    ...(filter.mine ? [`s.signer_user_id = ${bind(actor.userId)}::uuid`] : []),
  ];
}

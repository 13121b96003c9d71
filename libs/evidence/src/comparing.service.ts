import { Injectable } from '@nestjs/common';
import { StoredFile } from '@huanbao/documents';
import { Notifier } from '@huanbao/notifications';
import { Clock, Db, newId, shanghaiDate } from '@huanbao/platform';
import { In } from 'typeorm';
import { EvidenceFile, Suspicion } from './evidence.entity';
import { type EvidenceSubject, EvidenceSubjects } from './evidence-subjects';
import { Circumstances, Common, impossibilities, Reason, reasonsBetween } from './fingerprint/reasons';
import { quartersOf } from './fingerprint/image';
import { bandsOf } from '@huanbao/likeness';
import { rowMark } from './marks';

/** Seen at so many other applicants, something is a form, a limit or a laboratory's habit, and nobody's copy. */
const COMMON_FROM = 5;
const MOST_CANDIDATES = 50;

interface Side {
  readonly evidence: EvidenceFile;
  readonly file: StoredFile;
  readonly subject: EvidenceSubject;
}

/** Compares handed-in documents with those of other applicants and keeps the reasons for a person to look at. */
@Injectable()
export class ComparingService {
  constructor(
    private readonly db: Db,
    private readonly subjects: EvidenceSubjects,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of the job. Files that are still being read are compared at the end of their reading. */
  async compareSubmitted(subjectType: string, subjectId: string): Promise<void> {
    const subject = await this.subjects.find(subjectType, subjectId);
    if (!subject) return;
    const stored = await this.db.query<{ id: string; createdAt: Date }>(
      `SELECT e.file_id AS id, f.created_at AS "createdAt" FROM evidence_file e JOIN stored_file f ON f.id = e.file_id WHERE e.subject_type = $1 AND e.subject_id = $2 ORDER BY e.file_id`,
      [subjectType, subjectId],
    );
    // a commitment ahead of the submission, or a file added since: these are still the holder's own
    const handedIn = stored.filter(one => subject.isHandedIn(one.createdAt)).map(one => one.id);
    await this.db.repo(EvidenceFile).update({ fileId: In(handedIn) }, { submitted: true });
    for (const fileId of handedIn) await this.compareFile(fileId);
  }

  async compareFile(fileId: string): Promise<void> {
    const side = await this.sideOf(fileId);
    if (!side?.evidence.print || !side.evidence.submitted) return;
    for (const reason of impossibilities(side.evidence.print, await this.circumstances(side))) await this.keep(side, null, reason);
    const common = await this.commonTo(side.evidence);
    for (const otherId of await this.candidates(side.evidence)) {
      const other = await this.sideOf(otherId);
      if (!other?.evidence.print) continue;
      for (const reason of reasonsBetween(side.evidence.print, other.evidence.print, common)) await this.keep(side, other, reason);
    }
  }

  private async sideOf(fileId: string): Promise<Side | null> {
    const evidence = await this.db.repo(EvidenceFile).findOneBy({ fileId });
    const [file] = await this.db.repo(StoredFile).findBy({ id: In([fileId]) });
    const subject = evidence && (await this.subjects.find(evidence.subjectType, evidence.subjectId));
    return evidence && file?.removedAt === null && subject ? { evidence, file, subject } : null;
  }

  private async circumstances({ file, evidence }: Side): Promise<Circumstances> {
    return { uploadedOn: shanghaiDate(file.createdAt), site: await this.subjects.siteOf(evidence.subjectType, evidence.subjectId) };
  }

  /** Handed-in files of other enterprises that share a mark, those with most in common first. */
  private async candidates(evidence: EvidenceFile): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(
      `SELECT o.file_id AS id FROM evidence_fingerprint m
         JOIN evidence_fingerprint o ON o.kind = m.kind AND o.value = m.value AND o.enterprise_id <> m.enterprise_id
         JOIN evidence_file e ON e.file_id = o.file_id AND e.submitted
        WHERE m.file_id = $1 GROUP BY o.file_id ORDER BY count(*) DESC, o.file_id LIMIT ${MOST_CANDIDATES}`,
      [evidence.fileId],
    );
    return rows.map(row => row.id);
  }

  private async commonTo({ fileId }: EvidenceFile): Promise<Common> {
    const rows = await this.db.query<{ mark: string }>(
      `SELECT m.kind || ' ' || m.value AS mark FROM evidence_fingerprint m JOIN evidence_fingerprint o ON o.kind = m.kind AND o.value = m.value AND o.enterprise_id <> m.enterprise_id
        WHERE m.file_id = $1 GROUP BY m.kind, m.value HAVING count(DISTINCT o.enterprise_id) >= ${COMMON_FROM}`,
      [fileId],
    );
    const marks = new Set(rows.map(row => row.mark));
    const every = (kind: string, values: readonly string[]): boolean => values.length > 0 && values.every(value => marks.has(`${kind} ${value}`));
    return {
      isCommon: (kind, value) => {
        if (kind === 'row') return marks.has(`row ${rowMark(value)}`);
        if (kind === 'image') return every('image', quartersOf(value));
        if (kind === 'text') return every('text', bandsOf(value.split(',').map(Number)).slice(0, 1));
        return marks.has(`${kind} ${value}`);
      },
    };
  }

  private async keep(side: Side, other: Side | null, reason: Reason): Promise<void> {
    const pair = other ? [side.file.id, other.file.id].sort().join(' ') : `${side.file.id} ${reason.measure}`;
    const found: Omit<Suspicion, 'decidedBy' | 'decidedByName' | 'decidedAt' | 'decisionReason'> = {
      id: newId(), kind: reason.kind, strength: reason.strength, measure: reason.measure, sides: reason.sides, pair, state: 'open', foundAt: this.clock.now(),
      subjectType: side.evidence.subjectType, subjectId: side.evidence.subjectId, enterpriseName: side.subject.enterpriseName, regionCode: side.subject.regionCode, fileId: side.file.id, fileName: side.file.name,
      otherSubjectType: other?.evidence.subjectType ?? null, otherSubjectId: other?.evidence.subjectId ?? null, otherEnterpriseName: other?.subject.enterpriseName ?? null, otherRegionCode: other?.subject.regionCode ?? null,
      otherFileId: other?.file.id ?? null, otherFileName: other?.file.name ?? null,
    };
    const { raw } = (await this.db.repo(Suspicion).createQueryBuilder().insert().values(found as object).orIgnore().returning('id').execute()) as { raw: unknown[] };
    if (raw.length > 0 && reason.strength === 'strong') await this.tell(found.id, side.subject);
  }

  /** Strong reasons are told to the reviewers; the words accuse nobody. */
  private async tell(id: string, { regionCode, siteName }: EvidenceSubject): Promise<void> {
    await this.notifier.notify({
      to: { role: 'bureau.reviewer', regionCode }, topic: 'permits', subject: { type: 'suspicion', id }, key: `suspicion:${id}`, link: `/b/:orgId/suspicions/${id}`,
      title: { zh: `材料比对提示：${siteName}`, en: `Documents to look at: ${siteName}` },
      body: { zh: '材料中有需要人工核对的地方，请查看后说明理由处理。', en: 'Something in the documents needs a person’s eye. Look and decide with a reason.' },
    });
  }
}


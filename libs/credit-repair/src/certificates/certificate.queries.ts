import { Injectable, StreamableFile } from '@nestjs/common';
import { SubjectQueries } from '@huanbao/credit';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, Db, decodeCursor, notFound, Page, Signer, toPage } from '@huanbao/platform';
import { CreditCertificate } from '../credit-repair.entity';
import type { CertificateExportDto, CertificateListDto } from '../dto/lists.dto';
import { type CertificateCheckView, type CertificateItemView } from '../views/certificate.view';
import { KIND_TITLES } from './certificate';

const CODE = /^[2-9A-HJ-NP-Z]{16}$/;
const COLUMNS: readonly SheetColumn<CertificateItemView>[] = [
  { header: '编号', width: 18, of: row => row.number },
  { header: '证明', width: 24, of: row => KIND_TITLES[row.kind] },
  { header: '失信信息', width: 40, of: row => row.eventTitle },
  { header: '文号', width: 24, of: row => row.documentNo },
  { header: '结束日期', width: 12, of: row => row.endedOn },
  { header: '出具日期', width: 12, of: row => row.issuedOn },
  { header: '作废日期', width: 12, of: row => row.revokedOn },
];

/** Certificates for their subject and the bureau, and their check by anyone who has the paper. */
@Injectable()
export class CertificateQueries {
  constructor(
    private readonly db: Db,
    private readonly subjects: SubjectQueries,
    private readonly signer: Signer,
    private readonly clock: Clock,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor, subjectId: string, query: CertificateListDto): Promise<Page<CertificateItemView>> {
    await this.subjects.seen(actor, subjectId);
    const limit = query.limit ?? 20;
    const rows = this.db.repo(CreditCertificate).createQueryBuilder('c').where('c.subjectId = :subjectId', { subjectId });
    if (query.kind) rows.andWhere('c.kind = :kind', { kind: query.kind });
    if (query.q) rows.andWhere(`position(lower(:q) IN lower(c.number || ' ' || c.event_title || ' ' || coalesce(c.document_no, ''))) > 0`, { q: query.q });
    const isUp = query.sort === 'at';
    const after = decodeCursor(query.cursor, 1);
    if (after) rows.andWhere(`c.id ${isUp ? '>' : '<'} CAST(:after AS uuid)`, { after: after[0] });
    return toPage(await rows.orderBy('c.id', isUp ? 'ASC' : 'DESC').limit(limit + 1).getMany(), limit, one => [one.id], itemView);
  }

  async export(actor: Actor, subjectId: string, query: CertificateExportDto): Promise<StreamableFile> {
    await this.subjects.seen(actor, subjectId);
    await this.audit.record({ actor, action: 'credit-certificate.export', subject: { type: 'credit-subject', id: subjectId }, details: { limit: SHEET_ROWS } });
    return spreadsheet({ name: '信用证明', title: '信用证明', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, subjectId, { ...query, cursor, limit })));
  }

  /** By the code on the paper. @throws 404 for every other text */
  async check(code: string): Promise<CertificateCheckView> {
    const clean = code.toUpperCase().replace(/[\s-]/g, '');
    const one = CODE.test(clean) ? await this.db.repo(CreditCertificate).findOneBy({ code: clean }) : null;
    if (!one) throw notFound();
    const { number, kind, subjectName, uscc, eventTitle, documentNo, occurredOn, endedOn, issuedOn, revokedOn, signedText, signature, signingKey } = one;
    return { number, kind, title: KIND_TITLES[kind], subjectName, uscc, eventTitle, documentNo, occurredOn, endedOn, issuedOn, revokedOn, signedText, signature, signingKey, signatureHolds: this.signer.keyOf(signedText, signature) === signingKey, checkedAt: this.clock.now().toISOString() };
  }
}

const itemView = ({ id, number, code, kind, eventTitle, documentNo, endedOn, issuedOn, revokedOn, fileId }: CreditCertificate): CertificateItemView => ({ id, number, code, kind, title: KIND_TITLES[kind], eventTitle, documentNo, endedOn, issuedOn, revokedOn, fileId });

import { Injectable } from '@nestjs/common';
import { Readable } from 'node:stream';
import { Directory } from '@huanbao/identity';
import { Actor, AppError, Audit, Clock, Db, invalidFields, Signer } from '@huanbao/platform';
import { MOST_FILE_MB, SheetUpload } from '@huanbao/sheets';
import { PermitApplication } from '../application.entity';
import { CreateInput, DraftsService } from '../drafts.service';
import { PermitReader } from '../life/permit-reader';
import { PermitCondition, PermitLimit } from '../life/permit-limit.entity';
import { Permit } from '../permit.entity';
import { permitPolicy } from '../permits.policy';
import { RegisterQueries } from '../register/register.queries';
import { documentHash, documentOf, PermitDocument, sealedLine } from './document';
import { readDocument } from './read-document';

/** A whole permit as one sealed document, and such a document as the beginning of an application. */
@Injectable()
export class PermitJson {
  constructor(
    private readonly db: Db,
    private readonly permits: PermitReader,
    private readonly register: RegisterQueries,
    private readonly drafts: DraftsService,
    private readonly directory: Directory,
    private readonly signer: Signer,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** For its holder, its agents and the bureau: everything but persons. */
  async full(actor: Actor, id: string): Promise<PermitDocument> {
    const permit = await this.db.repo(Permit).findOneBy({ id });
    permitPolicy.require(actor, 'permit.read', permit);
    await this.audit.record({ actor, action: 'permit.export', subject: { type: 'permit', id }, details: { format: 'json' } });
    return this.sealed(permit, 'full');
  }

  /** What everyone may have: trade secrets and persons are left out. */
  async public(idOrNumber: string): Promise<PermitDocument> {
    return this.sealed(await this.register.one(idOrNumber), 'public');
  }

  /**
   * Begins an application with the content of a document of the same enterprise.
   * @throws 400 with the pointer of every fault; 422 for a permit of somebody else; as {@link DraftsService.create}
   */
  async begin(actor: Actor, input: CreateInput, upload: SheetUpload): Promise<PermitApplication> {
    const read = readDocument(await parsed(upload.stream));
    if (!read.ok) throw invalidFields(read.problems);
    const enterprise = await this.directory.organisation(input.enterpriseId ?? actor.orgId ?? '');
    if (enterprise && enterprise.uscc !== read.uscc) {
      throw new AppError('rule', 'permit-json.foreign', { zh: `这张许可证属于统一社会信用代码为 ${read.uscc} 的单位，不是${enterprise.name}的，不能导入`, en: `This permit belongs to the enterprise with credit code ${read.uscc}, not to ${enterprise.name}. It cannot be imported.` });
    }
    const record = ({ id }: PermitApplication): Promise<void> => this.audit.record({ actor, action: 'permit-application.import-json', subject: { type: 'permit-application', id }, details: { number: read.number, version: read.version } });
    return this.drafts.create(actor, { ...input, content: read.content, record });
  }

  private async sealed(permit: Permit, face: PermitDocument['face']): Promise<PermitDocument> {
    const versions = await this.permits.versions(permit.id);
    const limits = await this.db.repo(PermitLimit).createQueryBuilder('l').where('l.permitId = :id', { id: permit.id })
      .orderBy('l.validFrom').addOrderBy('l.medium').addOrderBy('l.outletCode').addOrderBy('l.pollutant').addOrderBy('l.measure').addOrderBy('l.permitYear').addOrderBy('l.id').getMany();
    const conditions = await this.db.repo(PermitCondition).find({ where: { permitId: permit.id }, order: { validFrom: 'ASC', id: 'ASC' } });
    const document = JSON.parse(JSON.stringify(documentOf({ permit, versions, limits, conditions }, face, this.clock.now().toISOString()))) as PermitDocument;
    const value = documentHash(document);
    return { ...document, hash: { algorithm: 'SM3', value }, seal: { algorithm: 'SM2', signature: this.signer.sign(sealedLine(value)), key: this.signer.publicKeyHex } };
  }
}

const notJson = (): AppError => new AppError('invalid', 'permit-json.not-json', { zh: '文件不是完整的 JSON，读不出来。请重新导出后上传', en: 'The file is not complete JSON. Export it again.' });

async function parsed(stream: Readable): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MOST_FILE_MB * 1024 * 1024) throw new AppError('too-large', 'file.too-large', { zh: `文件超过 ${MOST_FILE_MB} MB`, en: `The file is larger than ${MOST_FILE_MB} MB.` });
    chunks.push(chunk);
  }
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8').replace(/^\ufeff/, '')) as unknown;
  } catch {
    throw notJson();
  }
}

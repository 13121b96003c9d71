import { Injectable } from '@nestjs/common';
import { Actor, Clock, containsWords, Db, decodeCursor, notFound, Page, Signer, toPage } from '@huanbao/platform';
import { sight } from './application.queries';
import { statusOn } from './certificate/validity';
import type { PermitListDto } from './dto/application.dto';
import { sectionOf } from './form/form';
import { printed } from './form/print';
import { saysTheSame } from './certificate/signed-text';
import { Permit } from './permit.entity';
import { permitPolicy } from './permits.policy';
import { contentHash, publicForm } from './section-store';
import type { PrintedSectionView } from './views/application.view';
import type { PermitRowView, PermitView, PublicPermitView } from './views/permit.view';

const DEFAULT_LIMIT = 20;
const WORDS = `enterprise_name || ' ' || site_name || ' ' || number`;

/** Permits for their holders, the bureau and the public. */
@Injectable()
export class PermitQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly signer: Signer,
  ) {}

  /** Own ones, those of principals, or those of the officer's region. */
  list(actor: Actor, filter: PermitListDto): Promise<Page<PermitRowView>> {
    const regions = actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`);
    if (actor.orgKind === 'bureau') return this.page(filter, 'region_code LIKE ANY ($1)', [regions]);
    const { sql, values } = sight(actor);
    return this.page(filter, sql('$1', '$2'), values);
  }

  /** The public register. */
  publicList(filter: PermitListDto): Promise<Page<PermitRowView>> {
    return this.page(filter, 'true', []);
  }

  async detail(actor: Actor, id: string): Promise<PermitView> {
    const permit = await this.db.repo(Permit).findOneBy({ id });
    permitPolicy.require(actor, 'permit.read', permit);
    const { applicationId, enterpriseId, uscc, siteAddress, legalRepresentative, industryCode, regionCode, originalFileId, duplicateFileId, signedText, signature, signingKey, version } = permit;
    return {
      ...this.row(permit), applicationId, enterpriseId, uscc, siteAddress, legalRepresentative, industryCode, regionCode, originalFileId, duplicateFileId,
      signedText, signature, signingKey, version, content: printed(permit.snapshot, { withoutPersons: true }) as PrintedSectionView[], actions: permitPolicy.actionsOn(actor, permit).filter(action => action === 'permit.read'),
    };
  }

  /** By id, or by the 22 characters on the paper. */
  async publicDetail(idOrNumber: string): Promise<PublicPermitView> {
    const permit = await this.publicOne(idOrNumber);
    const { uscc, siteAddress, industryCode, signedText, signature, signingKey } = permit;
    const secret = permit.snapshot.basic?.['tradeSecretSections'];
    return {
      ...this.row(permit), uscc, siteAddress, industryCode, signedText, signature, signingKey,
      checkedAt: this.clock.now(), signatureHolds: this.holds(permit), certificateReady: permit.originalFileId !== null,
      withheld: Array.isArray(secret) ? (secret as string[]).map(key => sectionOf(key as never).title.zh) : [],
      content: printed(publicForm(permit.snapshot), { withoutPersons: true }) as PrintedSectionView[],
    };
  }

  /** The record still says what was signed: facts and content as printed, and the signature on them, by a key of this platform. */
  private holds(permit: Permit): boolean {
    const { signedText, signature, signingKey, snapshot } = permit;
    return saysTheSame(signedText, { ...permit, contentHash: contentHash(snapshot) }) && this.signer.keyOf(signedText, signature) === signingKey;
  }

  async publicOne(idOrNumber: string): Promise<Permit> {
    const byId = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(idOrNumber);
    const permit = await this.db.repo(Permit).findOne({
      where: byId ? { id: idOrNumber.toLowerCase() } : { number: idOrNumber.toUpperCase() },
      // a number may have belonged to a permit that ended: the living one comes first
      order: { endedOn: { direction: 'DESC', nulls: 'FIRST' }, id: 'DESC' },
    });
    if (!permit) throw notFound();
    return permit;
  }

  private async page(filter: PermitListDto, scope: string, values: unknown[]): Promise<Page<PermitRowView>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const conditions = [scope];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    if (filter.q) conditions.push(containsWords(WORDS, bind(filter.q)));
    if (filter.status) conditions.push(this.statusCondition(filter.status, bind));
    const after = decodeCursor(filter.cursor, 1);
    if (after) conditions.push(`id < ${bind(after[0])}::uuid`);
    const rows = await this.db.query<Permit>(
      `SELECT id, number, enterprise_name AS "enterpriseName", site_name AS "siteName", industry_name AS "industryName", management_category AS "managementCategory",
              issuer, issued_on::text AS "issuedOn", valid_from::text AS "validFrom", valid_to::text AS "validTo", ended_on::text AS "endedOn", status
         FROM permit WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ${limit + 1}`,
      values,
    );
    return toPage(rows, limit, row => [row.id], row => this.row(row));
  }

  private statusCondition(status: NonNullable<PermitListDto['status']>, bind: (value: unknown) => string): string {
    if (status === 'valid') return `status = 'valid' AND valid_to >= ${bind(this.clock.today())}`;
    if (status === 'expired') return `status = 'valid' AND valid_to < ${bind(this.clock.today())}`;
    return `status = ${bind(status)}`;
  }

  private row(permit: Permit): PermitRowView {
    const { id, number, enterpriseName, siteName, industryName, managementCategory, issuer, issuedOn, validFrom, validTo } = permit;
    return { id, number, enterpriseName, siteName, industryName, managementCategory, issuer, issuedOn, validFrom, validTo, status: statusOn(permit, this.clock.today()) };
  }
}

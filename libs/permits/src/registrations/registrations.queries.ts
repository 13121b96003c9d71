import { Injectable } from '@nestjs/common';
import { Actor, Clock, containsWords, Db, decodeCursor, notFound, Page, Signer, toPage } from '@huanbao/platform';
import { sight } from '../application.queries';
import { printedContent } from './printed';
import type { RegistrationListDto } from './registration.dto';
import { PermitRegistration, PermitRegistrationVersion } from './registration.entity';
import { registrationPolicy } from './registration.policy';
import type { PublicRegistrationView, RegistrationRowView, RegistrationView } from './registration.view';
import { RegistrationsService, without } from './registrations.service';

const DEFAULT_LIMIT = 20;
const WORDS = `enterprise_name || ' ' || site_name || ' ' || number`;

/** Registrations for their holders, the bureau and the public. */
@Injectable()
export class RegistrationQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly signer: Signer,
    private readonly registrations: RegistrationsService,
  ) {}

  list(actor: Actor, filter: RegistrationListDto): Promise<Page<RegistrationRowView>> {
    if (actor.orgKind === 'bureau') return this.page(filter, 'region_code LIKE ANY ($1)', [actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`)]);
    const { sql, values } = sight(actor);
    return this.page(filter, sql('$1', '$2'), values);
  }

  publicList(filter: RegistrationListDto): Promise<Page<RegistrationRowView>> {
    return this.page(filter, 'true', []);
  }

  async detail(actor: Actor, id: string): Promise<RegistrationView> {
    const registration = await this.db.repo(PermitRegistration).findOneBy({ id });
    registrationPolicy.require(actor, 'permit-registration.read', registration);
    const versions = await this.db.repo(PermitRegistrationVersion).find({ where: { registrationId: id }, order: { number: 'DESC' } });
    const content = this.registrations.revealed(versions[0]?.content ?? {});
    const { enterpriseId, uscc, siteId, nationalNumber, industryCode, version } = registration;
    const living = registration.status === 'valid';
    return {
      ...this.row(registration), enterpriseId, uscc, siteId, nationalNumber, industryCode, version,
      classification: entriesOf(versions[0]), content: content as Record<string, unknown>, printed: printedContent(content),
      history: versions.map(({ number, kind, filedAt, filedByName, occurredOn, reason, receiptFileId }) => ({ number, kind, filedAt, filedByName, occurredOn, reason, receiptFileId })),
      actions: registrationPolicy.actionsOn(actor, registration).filter(action => action === 'permit-registration.read' || (living && action === 'permit-registration.change')),
    };
  }

  /** By the number of the receipt, or by id. */
  async publicDetail(idOrNumber: string): Promise<PublicRegistrationView> {
    const byId = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(idOrNumber);
    if (!byId && !/^DJ-\d{4}-\d{6,}$/i.test(idOrNumber)) throw notFound();
    const registration = await this.db.repo(PermitRegistration).findOneBy(byId ? { id: idOrNumber.toLowerCase() } : { number: idOrNumber.toUpperCase() });
    if (!registration) throw notFound();
    const version = await this.registrations.latest(registration);
    const { receiptText, signature, signingKey } = version;
    return {
      ...this.row(registration), uscc: registration.uscc, industryCode: registration.industryCode, checkedAt: this.clock.now(), classification: entriesOf(version),
      receiptText, signature, signingKey, signatureHolds: this.signer.keyOf(receiptText, signature) === signingKey, printed: printedContent(without(version.content), { withoutPersons: true }),
    };
  }

  private async page(filter: RegistrationListDto, scope: string, values: unknown[]): Promise<Page<RegistrationRowView>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const conditions = [scope];
    const bind = (value: unknown): string => `$${values.push(value)}`;
    if (filter.q) conditions.push(containsWords(WORDS, bind(filter.q)));
    if (filter.status === 'cancelled') conditions.push(`status = 'cancelled'`);
    if (filter.status === 'valid') conditions.push(`status = 'valid' AND valid_to >= ${bind(this.clock.today())}`);
    if (filter.status === 'expired') conditions.push(`status = 'valid' AND valid_to < ${bind(this.clock.today())}`);
    const after = decodeCursor(filter.cursor, 1);
    if (after) conditions.push(`id < ${bind(after[0])}::uuid`);
    const rows = await this.db.query<PermitRegistration>(
      `SELECT id, number, enterprise_name AS "enterpriseName", site_name AS "siteName", industry_name AS "industryName", valid_from::text AS "validFrom", valid_to::text AS "validTo", status, created_at AS "createdAt"
         FROM permit_registration WHERE ${conditions.join(' AND ')} ORDER BY id DESC LIMIT ${limit + 1}`,
      values,
    );
    return toPage(rows, limit, row => [row.id], row => this.row(row));
  }

  private row({ id, number, enterpriseName, siteName, industryName, validFrom, validTo, status, createdAt }: PermitRegistration): RegistrationRowView {
    return { id, number, enterpriseName, siteName, industryName, validFrom, validTo, createdAt, status: status === 'valid' && validTo < this.clock.today() ? 'expired' : status };
  }
}

function entriesOf(version: PermitRegistrationVersion | undefined): RegistrationView['classification'] {
  return (version?.classification.entries ?? []).map(one => ({ ...one }));
}

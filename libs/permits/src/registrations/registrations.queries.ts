import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { Actor, Clock, containsWords, Db, decodeCursor, notFound, Page, shanghaiDate, Signer, toPage } from '@huanbao/platform';
import { sight } from '../application.queries';
import type { Text } from '../form/field';
import { fieldDifferences } from '../life/differences';
import { REGISTRATION_FIELDS } from './form';
import { printedContent } from './printed';
import type { RegistrationListDto } from './registration.dto';
import { PermitRegistration, PermitRegistrationVersion } from './registration.entity';
import { registrationPolicy } from './registration.policy';
import { RegistrationTerms } from './registration.terms';
import type { PublicRegistrationView, RegistrationHistoryView, RegistrationRowView, RegistrationView } from './registration.view';
import { RegistrationsService, without } from './registrations.service';

const DEFAULT_LIMIT = 20;
const WHOLE = { key: 'basic', title: { zh: '登记内容', en: 'Registration' }, fields: REGISTRATION_FIELDS } as const;
/** 排污许可管理条例 art. 24: a change is registered within twenty days; calendar days, for they bind the unit. */
const CHANGE_DAYS = 20;
const WORDS = `enterprise_name || ' ' || site_name || ' ' || number`;

/** Registrations for their holders, the bureau and the public. */
@Injectable()
export class RegistrationQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly signer: Signer,
    private readonly registrations: RegistrationsService,
    private readonly terms: RegistrationTerms,
  ) {}

  list(actor: Actor, filter: RegistrationListDto): Promise<Page<RegistrationRowView>> {
    if (actor.orgKind === 'bureau') return this.page(filter, 'region_code LIKE ANY ($1)', [actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`)]);
    const { sql, values } = sight(actor);
    return this.page(filter, sql('$1', '$2'), [...values]);
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
      classification: entriesOf(versions[0]), industries: [...(versions[0]?.classification.industries ?? [])], answers: { ...versions[0]?.classification.answers }, renewableFrom: await this.terms.renewableFrom(registration.validTo),
      content: content as Record<string, unknown>, printed: printedContent(content),
      history: this.history(versions),
      actions: registrationPolicy.actionsOn(actor, registration).filter(action => action === 'permit-registration.read' || (living && action === 'permit-registration.change')),
    };
  }

  /** Newest first; each change with what it changed. */
  private history(versions: readonly PermitRegistrationVersion[]): RegistrationHistoryView[] {
    return versions.map(({ number, kind, filedAt, filedByName, occurredOn, reason, receiptFileId, content }, index) => {
      const before = kind === 'change' ? versions[index + 1] : undefined;
      const changes = before ? fieldDifferences(WHOLE, this.registrations.revealed(before.content), this.registrations.revealed(content), true) : [];
      return { number, kind, filedAt, filedByName, occurredOn, reason, receiptFileId, changes: changes.map(one => ({ ...one })), remark: lateChange(occurredOn, shanghaiDate(filedAt)) };
    });
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

/** Taken all the same, and said to both sides. */
function lateChange(occurredOn: string | null, filedOn: string): Text | null {
  const last = occurredOn === null ? null : addDays(occurredOn, CHANGE_DAYS);
  if (last === null || filedOn <= last) return null;
  return { zh: `应当在 ${last} 以前变更登记（变动之日起 ${CHANGE_DAYS} 日内，排污许可管理条例 第二十四条），已经超过`, en: `Due by ${last} (${CHANGE_DAYS} days, art. 24).` };
}

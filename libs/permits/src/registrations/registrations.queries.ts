import { Inject, Injectable, StreamableFile } from '@nestjs/common';
import { addDays, daysBetween } from '@huanbao/calendar';
import { allPages, SHEET_ROWS, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, CITY, City, Clock, Db, notFound, Page, shanghaiDate, Signer, toPage } from '@huanbao/platform';
import { sight } from '../application.queries';
import type { Text } from '../form/field';
import { fieldDifferences } from '../life/differences';
import { REGISTRATION_FIELDS } from './form';
import { printedContent } from './printed';
import type { RegistrationListDto } from './registration.dto';
import { PermitRegistration, PermitRegistrationVersion } from './registration.entity';
import { registrationPolicy } from './registration.policy';
import { RegistrationTerms } from './registration.terms';
import { REGISTRATION_COLUMNS, registrationKeys, registrationNumbers, registrationRows } from './registration-rows';
import type { PublicRegistrationView, RegistrationHistoryView, RegistrationNumbersView, RegistrationRowView, RegistrationView } from './registration.view';
import { RegistrationFiling, without } from './registration-filing';

const DEFAULT_LIMIT = 20;
const WHOLE = { key: 'basic', title: { zh: '登记内容', en: 'Registration' }, fields: REGISTRATION_FIELDS } as const;
/** 排污许可管理条例 art. 24: a change is registered within twenty days; calendar days, for they bind the unit. */
const CHANGE_DAYS = 20;

/** Registrations for their holders, the bureau and the public. */
@Injectable()
export class RegistrationQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly signer: Signer,
    private readonly registrations: RegistrationFiling,
    private readonly terms: RegistrationTerms,
    private readonly audit: Audit,
    @Inject(CITY) private readonly city: City,
  ) {}

  list(actor: Actor, filter: RegistrationListDto): Promise<Page<RegistrationRowView>> {
    if (actor.orgKind === 'bureau') return this.page(filter, 'region_code LIKE ANY ($1)', [actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`)]);
    const { sql, values } = sight(actor);
    return this.page(filter, sql('$1', '$2'), [...values]);
  }

  publicList(filter: RegistrationListDto): Promise<Page<RegistrationRowView>> {
    return this.page(filter, 'true', []);
  }

  /** The list as a spreadsheet; one by somebody who is signed in is recorded. */
  async export(actor: Actor | null, filter: RegistrationListDto): Promise<StreamableFile> {
    if (actor) await this.audit.record({ actor, action: 'permit-registration.export', subject: { type: 'permit-registration-list', id: actor.orgId ?? actor.userId }, details: { ...filter, limit: SHEET_ROWS } });
    const list = (part: RegistrationListDto): Promise<Page<RegistrationRowView>> => (actor ? this.list(actor, part) : this.publicList(part));
    return spreadsheet({ name: '排污登记', title: '排污登记', columns: REGISTRATION_COLUMNS }, allPages((cursor, limit) => list({ ...filter, cursor, limit })));
  }

  /** Counted at the moment of asking. */
  numbers(): Promise<RegistrationNumbersView> {
    return registrationNumbers(this.db, this.city, this.clock.today());
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
    return versions.map(({ number, kind, filedAt, filedByName, occurredOn, reason, receiptFileId, recordId, content }, index) => {
      const before = kind === 'change' ? versions[index + 1] : undefined;
      const changes = before ? fieldDifferences(WHOLE, this.registrations.revealed(before.content), this.registrations.revealed(content), true) : [];
      return { number, kind, filedAt, filedByName, occurredOn, reason, receiptFileId, recordId, changes: changes.map(one => ({ ...one })), remark: lateChange(occurredOn, shanghaiDate(filedAt)) };
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
    const rows = await registrationRows(this.db, filter, { scope, values, today: this.clock.today(), limit: limit + 1 });
    return toPage(rows, limit, row => registrationKeys(filter, row), row => this.row(row));
  }

  private row({ id, number, enterpriseName, siteName, industryName, validFrom, validTo, status, createdAt }: PermitRegistration): RegistrationRowView {
    const today = this.clock.today();
    return { id, number, enterpriseName, siteName, industryName, validFrom, validTo, createdAt, status: status === 'valid' && validTo < today ? 'expired' : status, remainingDays: status === 'valid' ? daysBetween(today, validTo) : null };
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

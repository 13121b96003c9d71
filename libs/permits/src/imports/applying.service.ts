import { Injectable } from '@nestjs/common';
import { KnownEnterprises, Organisation, Site } from '@huanbao/identity';
import { Audit, Clock, Db, Delivery, newId, Outbox, systemActor } from '@huanbao/platform';
import { In, IsNull, MoreThan } from 'typeorm';
import { closeRows } from '../ending/close-rows';
import { EndingNotices } from '../ending/ending.notices';
import { FORM_VERSION } from '../form/form';
import { limitsOf, planLimits } from '../life/limits-of';
import { PermitLimit } from '../life/permit-limit.entity';
import type { PermitWithForm } from '../life/permit-reader';
import { PermitVersion } from '../life/permit-version.entity';
import { placeOf } from '../life/place-of';
import { Permit } from '../permit.entity';
import { permitEndedEvent, permitsImported } from '../permits.events';
import { compare, contentOf } from './compare';
import { PermitImport, PermitImportRow } from './import.entity';
import { ImportNotices } from './import.notices';
import { ListJudging } from './judging.service';
import type { ListedPermit } from './listed-permit';

const CHUNK = 200;
/** Lists are taken over one part after another, whoever asked: two of them never make the same permit. */
const ONE_AT_A_TIME = 'SELECT pg_advisory_xact_lock(hashtextextended($1, 153))';

interface Place {
  readonly org: Organisation;
  readonly site: Site;
}

interface Made {
  readonly permit: Permit;
  readonly version: Omit<PermitVersion, 'snapshot' | 'read'>;
  readonly isNew: boolean;
}

/** Takes the good lines of a list over, part by part; killed in between, the parts that stand are not done again. */
@Injectable()
export class ListApplying {
  constructor(
    private readonly db: Db,
    private readonly judging: ListJudging,
    private readonly known: KnownEnterprises,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly notices: ImportNotices,
    private readonly ending: EndingNotices,
    private readonly clock: Clock,
  ) {}

  async apply(importId: string, delivery: Delivery): Promise<void> {
    for (let more = true; more; ) more = await this.part(importId);
    await delivery.complete(async () => {
      const batch = await this.db.lock(PermitImport, { id: importId });
      if (batch?.state !== 'applying') return;
      await this.db.repo(PermitImport).update({ id: importId }, { state: 'applied', appliedAt: this.clock.now(), version: batch.version + 1 });
      await this.notices.ended(batch, 'applied');
    });
  }

  /** One part in one transaction; false when nothing is left. */
  private part(importId: string): Promise<boolean> {
    return this.db.transaction(async () => {
      await this.db.query(ONE_AT_A_TIME, ['permit-import']);
      const batch = await this.db.lock(PermitImport, { id: importId });
      if (batch?.state !== 'applying') return false;
      const rows = await this.db.repo(PermitImportRow).find({ where: { importId, kind: In(['new', 'changed']), outcome: IsNull() }, order: { line: 'ASC' }, take: CHUNK });
      if (rows.length === 0) return false;
      const good = await this.stillGood(rows);
      const ids = await this.takeOver(batch, good);
      const skipped = rows.filter(row => !good.some(one => one.row === row));
      if (skipped.length > 0) await this.db.repo(PermitImportRow).update({ importId, line: In(skipped.map(row => row.line)) }, { outcome: 'skipped' });
      await this.db.repo(PermitImport).update({ id: importId }, { rowsDone: batch.rowsDone + rows.length, applied: batch.applied + good.length, skipped: batch.skipped + skipped.length });
      if (ids.length > 0) await this.outbox.publish(permitsImported, { permitIds: ids });
      await this.audit.record({ actor: systemActor('permit-import'), action: 'permit-import.part', subject: { type: 'permit-import', id: importId }, details: { lines: [rows[0]?.line, rows[rows.length - 1]?.line], applied: ids.length, skipped: skipped.length } });
      return true;
    });
  }

  /** Compared once more, under lock: between looking and taking over somebody may have issued or ended a permit. */
  private async stillGood(rows: readonly PermitImportRow[]): Promise<{ row: PermitImportRow; facts: ListedPermit; before: PermitWithForm | null }[]> {
    const facts = rows.flatMap(row => (row.facts ? [row.facts] : []));
    await this.db.query('SELECT id FROM permit WHERE number = ANY($1) ORDER BY id FOR UPDATE', [facts.map(one => one.number)]);
    const standing = await this.judging.standing(facts);
    return rows.flatMap(row => {
      if (!row.facts) return [];
      const stands = standing(row.facts);
      const { kind } = compare(row.facts, stands);
      return kind === 'new' || kind === 'changed' ? [{ row, facts: row.facts, before: stands.permit }] : [];
    });
  }

  private async takeOver(batch: PermitImport, good: readonly { row: PermitImportRow; facts: ListedPermit; before: PermitWithForm | null }[]): Promise<string[]> {
    const places = await this.places(batch, good.map(one => one.facts));
    const made = good.map(({ facts, before }) => this.made(batch, { facts, before, place: places(facts) }));
    const fresh = made.filter(one => one.isNew);
    if (fresh.length > 0) await this.db.repo(Permit).insert(fresh.map(one => one.permit) as object[]);
    if (made.length > 0) await this.db.repo(PermitVersion).insert(made.map(one => one.version) as object[]);
    const limits = fresh.flatMap(one => limitRows(one, []).begin);
    for (let at = 0; at < limits.length; at += 500) await this.db.repo(PermitLimit).insert(limits.slice(at, at + 500) as object[]);
    for (const [index, one] of made.entries()) {
      const line = good[index]?.row.line;
      const previous = one.isNew ? null : await this.change(one, good[index]?.before as PermitWithForm);
      await this.ended(one.permit, good[index]?.before ?? null);
      await this.db.repo(PermitImportRow).update({ importId: batch.id, line }, { outcome: 'applied', permitId: one.permit.id, previous: previous as object });
    }
    return made.map(one => one.permit.id);
  }

  /** What a list ends has ended here as by a decision: nothing of it holds from that day, and who depends on it hears when it held here until now. */
  private async ended({ id, status, endedOn, endBasis, ...permit }: Permit, before: PermitWithForm | null): Promise<void> {
    if (status === 'valid' || endedOn === null) return;
    await closeRows(this.db, id, endedOn);
    if (before?.status !== 'valid') return;
    await this.ending.ended({ ...permit, id, status, endedOn, endBasis }, { status, basis: endBasis ?? '' });
    await this.outbox.publish(permitEndedEvent, { permitId: id, enterpriseId: permit.enterpriseId, status, endedOn });
  }

  /** A permit that was here already: its head and its limits become the new ones; what was is kept for taking it back. */
  private async change(made: Made, { snapshot: _read, signed: _withItsVersion, ...before }: PermitWithForm): Promise<{ permit: Permit; limits: PermitLimit[] }> {
    const { permit, version } = made;
    const limits = await this.db.repo(PermitLimit).findBy({ permitId: permit.id });
    await this.db.repo(Permit).update({ id: permit.id }, permit as object);
    const day = version.effectiveFrom;
    const open = await this.db.repo(PermitLimit).findBy([{ permitId: permit.id, validUntil: IsNull() }, { permitId: permit.id, validUntil: MoreThan(day) }]);
    const plan = limitRows(made, open);
    if (plan.end.length > 0) await this.db.query('UPDATE permit_limit SET valid_until = greatest(valid_from, $2::date) WHERE id = ANY($1::uuid[])', [plan.end, day]);
    if (plan.begin.length > 0) await this.db.repo(PermitLimit).insert(plan.begin as object[]);
    return { permit: before, limits };
  }

  /** Enterprises and sites of these permits; nobody is made twice. */
  private async places(batch: PermitImport, facts: readonly ListedPermit[]): Promise<(one: ListedPermit) => Place> {
    const orgs = await this.known.know(facts.map(({ uscc, name, address, legalRepresentative }) => ({ uscc, name, address, legalRepresentative: legalRepresentative ?? '', regionCode: batch.regionCode })), batch.appliedByName ?? '');
    const orgOf = (one: ListedPermit): Organisation => orgs.get(one.uscc) as Organisation;
    const sites = await this.known.sitesOf(facts.map(one => ({ orgId: orgOf(one).id, sequence: one.siteSequence, name: one.siteName ?? siteNameOf(one), address: one.address })));
    return one => ({ org: orgOf(one), site: sites.get(`${orgOf(one).id} ${one.siteSequence}`) as Site });
  }

  private made(batch: PermitImport, { facts, before, place }: { facts: ListedPermit; before: PermitWithForm | null; place: Place }): Made {
    const now = this.clock.now();
    const today = this.clock.today();
    const snapshot = contentOf(facts, before?.snapshot);
    const shared = {
      enterpriseName: facts.name, siteName: facts.siteName ?? before?.siteName ?? place.site.name, siteAddress: facts.address, legalRepresentative: facts.legalRepresentative ?? before?.legalRepresentative ?? '',
      industryCode: facts.industryCode, industryName: facts.industryName, managementCategory: facts.category, issuer: facts.issuer, issuedOn: facts.issuedOn, validFrom: facts.validFrom, validTo: facts.validTo,
      // not issued here, so nothing is signed in our name
      originalFileId: null, duplicateFileId: null, signedText: '', signature: '', signingKey: '', issuedBy: batch.createdBy, applicationId: null,
    };
    const permit: Permit = {
      ...shared, ...placeOf(snapshot), id: before?.id ?? newId(), number: facts.number, uscc: facts.uscc, enterpriseId: place.org.id, siteId: place.site.id, siteSequence: facts.siteSequence, regionCode: before?.regionCode ?? batch.regionCode,
      status: facts.status, endedOn: facts.endedOn, endBasis: facts.endedOn ? `全国排污许可证管理信息平台名单（${batch.sourceOn}）` : null, endGround: facts.endGround, versionNumber: (before?.versionNumber ?? 0) + 1, version: (before?.version ?? 0) + 1,
      source: 'national', sourceOn: batch.sourceOn, importId: batch.id, createdAt: before?.createdAt ?? now,
    };
    const effectiveFrom = before === null || facts.validFrom > today ? facts.validFrom : today;
    const version: Made['version'] = { ...shared, signed: snapshot, formVersion: FORM_VERSION, id: newId(), permitId: permit.id, number: permit.versionNumber, businessType: 'import', effectiveFrom, createdAt: now };
    return { permit, version, isNew: before === null };
  }
}

const siteNameOf = (one: ListedPermit): string => `${one.name}${one.siteSequence === 1 ? '' : `（场所 ${one.siteSequence}）`}`;

function limitRows({ version }: Made, open: readonly PermitLimit[]): { end: readonly string[]; begin: PermitLimit[] } {
  const plan = planLimits(open, limitsOf(version.signed), { effectiveFrom: version.effectiveFrom, validFrom: version.validFrom });
  return { end: plan.end, begin: plan.begin.map(one => ({ ...one, id: newId(), permitId: version.permitId, fromVersion: version.number })) };
}

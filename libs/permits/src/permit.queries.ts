import { Injectable, StreamableFile } from '@nestjs/common';
import { CaseViews } from '@huanbao/casework';
import { allPages, SHEET_ROWS, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, Db, Page } from '@huanbao/platform';
import { sight } from './application.queries';
import { ended } from './ending/ended';
import { printed } from './form/print';
import { PermitReader } from './life/permit-reader';
import { RenewalTerms } from './life/renewal-terms';
import { Permit } from './permit.entity';
import { permitPolicy } from './permits.policy';
import { permitPage, PermitScope, rowView } from './register/permit-rows';
import type { PermitListDto } from './register/register.dto';
import { PERMIT_COLUMNS } from './register/register.export';
import type { PrintedSectionView } from './views/application.view';
import type { PermitRowView, PermitView, RunningVersionView } from './views/permit.view';

/** More of one permit nobody looks through; the rest is in the lists of cases. */
const SHOWN_CASES = 50;
const CASE_TABLES = ['permit_application', 'permit_request', 'permit_measure'] as const;

/** Permits for their holders and the bureau. What everyone may know is in `register/`. */
@Injectable()
export class PermitQueries {
  constructor(
    private readonly db: Db,
    private readonly reader: PermitReader,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly cases: CaseViews,
    private readonly terms: RenewalTerms,
  ) {}

  /** Own ones, those of principals, or those of the officer's region. */
  list(actor: Actor, filter: PermitListDto): Promise<Page<PermitRowView>> {
    return permitPage(this.db, filter, { scope: scopeOf(actor), today: this.clock.today() });
  }

  /** The same rows as a spreadsheet; each export is recorded. */
  async export(actor: Actor, filter: PermitListDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'permit.export', subject: { type: 'permit-list', id: actor.orgId ?? actor.userId }, details: { ...filter, limit: SHEET_ROWS } });
    return spreadsheet({ name: '排污许可证', title: '排污许可证', columns: PERMIT_COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...filter, cursor, limit })));
  }

  async detail(actor: Actor, id: string): Promise<PermitView> {
    const permit = await this.db.repo(Permit).findOneBy({ id });
    permitPolicy.require(actor, 'permit.read', permit);
    const today = this.clock.today();
    const running = await this.running(permit, today);
    const { applicationId, enterpriseId, siteId, uscc, siteAddress, legalRepresentative, industryCode, regionCode, originalFileId, duplicateFileId, signedText, signature, signingKey, source, sourceOn, version } = permit;
    return {
      ...rowView(permit, today), applicationId, enterpriseId, siteId, uscc, siteAddress, legalRepresentative, industryCode, regionCode, originalFileId, duplicateFileId, running,
      renewalLastDay: permit.status !== 'valid' || permit.validFrom > today ? null : await this.terms.lastDay(permit.validTo),
      signedText, signature, signingKey, source, sourceOn, version, ...ended(permit), cases: await this.cases.rowsOf(actor, await this.caseIds(id)), content: printed((await this.reader.withForm(permit)).snapshot, { withoutPersons: true }) as PrintedSectionView[], actions: permitPolicy.actionsOn(actor, permit).filter(action => action === 'permit.read'),
    };
  }

  /** The version in force and its papers, while the newest one is still to begin. */
  private async running(permit: Permit, today: string): Promise<RunningVersionView | null> {
    const on = permit.status === 'valid' && permit.validFrom > today ? await this.reader.formOn(permit.id, today) : null;
    if (!on || on.version.number === permit.versionNumber) return null;
    const { number, validFrom, validTo, originalFileId, duplicateFileId } = on.version;
    return { number, validFrom, validTo, originalFileId, duplicateFileId };
  }

  private async caseIds(permitId: string): Promise<string[]> {
    // a first application stands with the version it brought, not with the permit it did not know yet
    const parts = ['SELECT application_id AS id FROM permit_version WHERE permit_id = $1 AND application_id IS NOT NULL', ...CASE_TABLES.map(table => `SELECT id FROM ${table} WHERE permit_id = $1`)];
    const rows = await this.db.query<{ id: string }>(parts.map(part => `(${part} ORDER BY id DESC LIMIT ${SHOWN_CASES})`).join(' UNION '), [permitId]);
    return rows.map(one => one.id).sort().slice(-SHOWN_CASES);
  }
}

function scopeOf(actor: Actor): PermitScope {
  const regions = actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`);
  if (actor.orgKind === 'bureau') return { sql: 'region_code LIKE ANY ($1)', values: [regions], narrow: false };
  const { sql, values } = sight(actor);
  return { sql: sql('$1', '$2'), values, narrow: true };
}

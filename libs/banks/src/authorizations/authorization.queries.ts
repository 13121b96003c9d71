import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, Db, Page, shanghaiDate } from '@huanbao/platform';
import type { SelectQueryBuilder } from 'typeorm';
import { authorizationPolicy } from '../banks.policy';
import { BankAuthorization } from '../entities';
import { pageOf } from '../lists';
import { BankParameters } from '../parameters';
import { GROUP_WORDS, PURPOSE_WORDS } from '../scopes';
import { CONSENT, CONSENT_EN } from './authorization.paper';
import type { AuthorizationExportQuery, AuthorizationListQuery, AuthorizationStatus } from './authorization.dto';
import { authorizationView, BankAuthorizationView, BankChoiceView, BankConsentView } from './authorization.view';

const STATUS_ZH: Readonly<Record<AuthorizationStatus, string>> = { requested: '待企业答复', lapsed: '逾期未答复', upcoming: '未到生效日', active: '有效', expired: '已到期', declined: '企业未同意', withdrawn: '已撤回', revoked: '已撤销' };
const NEVER = '9999-12-31';
const COLUMNS: readonly SheetColumn<BankAuthorizationView>[] = [
  { header: '授权书编号', width: 18, of: row => row.number },
  { header: '企业', width: 32, of: row => row.enterpriseName },
  { header: '统一社会信用代码', width: 22, of: row => row.enterpriseUscc },
  { header: '银行', width: 24, of: row => row.bankName },
  { header: '状态', width: 12, of: row => STATUS_ZH[row.status] },
  { header: '用途', width: 16, of: row => PURPOSE_WORDS[row.purpose].zh },
  { header: '用途说明', width: 36, of: row => row.purposeWords },
  { header: '范围', width: 60, of: row => (row.scopes ?? row.askedScopes ?? []).map(one => GROUP_WORDS[one].zh).join('；') },
  { header: '起', width: 12, of: row => row.fromOn ?? row.askedFrom },
  { header: '止', width: 12, of: row => row.toOn ?? row.askedTo },
  { header: '撤销日期', width: 12, of: row => (row.endedAt ? shanghaiDate(new Date(row.endedAt)) : '') },
];

/** Status of a row on a day, as a condition. */
const STATUS_SQL: Readonly<Record<AuthorizationStatus, string>> = {
  requested: `a.state = 'requested' AND a.answerBy >= :today`,
  lapsed: `a.state = 'requested' AND a.answerBy < :today`,
  upcoming: `a.state = 'active' AND a.fromOn > :today`,
  active: `a.state = 'active' AND a.fromOn <= :today AND a.toOn >= :today`,
  expired: `a.state = 'active' AND a.toOn < :today`,
  declined: `a.state = 'declined'`,
  withdrawn: `a.state = 'withdrawn'`,
  revoked: `a.state = 'revoked'`,
};
const TABS = {
  waiting: `a.state = 'requested' AND a.answerBy >= :today`,
  living: `a.state = 'active' AND a.toOn >= :today`,
  ended: `(a.state IN ('declined', 'withdrawn', 'revoked') OR (a.state = 'active' AND a.toOn < :today) OR (a.state = 'requested' AND a.answerBy < :today))`,
} as const;

/** Authorisations as either side reads them. */
@Injectable()
export class AuthorizationQueries {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly parameters: BankParameters,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, query: AuthorizationListQuery): Promise<Page<BankAuthorizationView>> {
    const today = this.clock.today();
    const rows = this.db.repo(BankAuthorization).createQueryBuilder('a').where('(a.enterpriseId = :own OR a.bankId = :own)', { own: actor.orgId, today });
    narrow(rows, query);
    const byEnd = query.sort?.endsWith('to') ?? false;
    const key = byEnd
      ? { sql: `coalesce(a.toOn, a.askedTo, DATE '${NEVER}')`, type: 'date', of: (row: BankAuthorization) => row.toOn ?? row.askedTo ?? NEVER }
      : { sql: 'a.createdAt', type: 'timestamptz', of: (row: BankAuthorization) => row.createdAt.toISOString() };
    return pageOf(rows, { key, isDown: query.sort === undefined || query.sort.startsWith('-'), limit: query.limit ?? 20, cursor: query.cursor, view: row => authorizationView(actor, row, today) });
  }

  async export(actor: Actor, query: AuthorizationExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'bank-authorization.export', subject: { type: 'bank-authorization-list', id: actor.orgId ?? '' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '银行查询授权', title: '银行查询授权', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async detail(actor: Actor, id: string): Promise<BankAuthorizationView> {
    const row = await this.db.repo(BankAuthorization).findOneBy({ id });
    authorizationPolicy.require(actor, 'bank-authorization.read', row);
    return authorizationView(actor, row, this.clock.today());
  }

  /** Banks an authorisation can name. */
  banks(): Promise<BankChoiceView[]> {
    return this.db.query<BankChoiceView>(`SELECT id, name FROM organisation WHERE kind = 'bank' AND status = 'active' ORDER BY name, id LIMIT 200`);
  }

  async consent(): Promise<BankConsentView> {
    return { zh: CONSENT, en: CONSENT_EN, mostDays: await this.parameters.days('authorization:most-days'), answerDays: await this.parameters.days('request:answer-days') };
  }
}

function narrow(rows: SelectQueryBuilder<BankAuthorization>, query: AuthorizationListQuery): void {
  if (query.tab) rows.andWhere(TABS[query.tab]);
  if (query.status) rows.andWhere(STATUS_SQL[query.status]);
  if (query.purpose) rows.andWhere('a.purpose = :purpose', { purpose: query.purpose });
  if (query.scope) rows.andWhere(':scope = ANY (coalesce(a.scopes, a.askedScopes))', { scope: query.scope });
  if (query.q) rows.andWhere(`position(lower(:q) IN lower(concat_ws(' ', a.number, a.enterpriseName, a.enterpriseUscc, a.bankName))) > 0`, { q: query.q });
}

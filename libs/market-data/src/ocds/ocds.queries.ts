import { Inject, Injectable } from '@nestjs/common';
import { City, CITY, Db, decodeCursor, encodeCursor, ENV, Env, notFound, shanghaiInstant } from '@huanbao/platform';
import { In } from 'typeorm';
import { noReleases } from '../market-data.errors';
import type { OcdsListQuery, OcdsMonthView, OcdsPackageView, OcdsRecordPackageView, OcdsReleasePackageView } from './ocds.view';
import { OcdsRelease } from './release.entity';
import { recordOf } from './release';

const VERSION = '1.1';
const DEFAULT_LIMIT = 50;

/** Packages for whoever collects them: in the order of publication, so that a collector goes on where it stopped. */
@Injectable()
export class OcdsQueries {
  constructor(
    private readonly db: Db,
    @Inject(CITY) private readonly city: City,
    @Inject(ENV) private readonly env: Env,
  ) {}

  async releases(query: OcdsListQuery): Promise<OcdsReleasePackageView> {
    const { rows, next } = await this.page(query, false);
    return this.releasePackage(this.address('releases', query), rows, next && this.address('releases', { ...query, cursor: next }));
  }

  async records(query: OcdsListQuery): Promise<OcdsRecordPackageView> {
    const { rows, next } = await this.page(query, true);
    return this.recordPackage(this.address('records', query), rows.map(row => row.ocid), next && this.address('records', { ...query, cursor: next }));
  }

  async release(releaseId: string): Promise<OcdsReleasePackageView> {
    const row = await this.db.repo(OcdsRelease).findOneBy({ releaseId });
    if (!row) throw notFound();
    return this.releasePackage(this.address(`releases/${releaseId}`), [row], null);
  }

  async record(ocid: string): Promise<OcdsRecordPackageView> {
    if (!(await this.db.repo(OcdsRelease).existsBy({ ocid }))) throw notFound();
    return this.recordPackage(this.address(`records/${ocid}`), [ocid], null);
  }

  async months(): Promise<OcdsMonthView[]> {
    const rows = await this.db.query<{ month: string; n: string }>('SELECT month, count(*) AS n FROM ocds_release GROUP BY 1 ORDER BY 1 DESC');
    return rows.map(({ month, n }) => ({ month, releases: Number(n), uri: this.address(`packages/${month}`) }));
  }

  async month(month: string): Promise<OcdsReleasePackageView> {
    if (!/^\d{4}-\d{2}$/.test(month)) throw notFound();
    const rows = await this.db.repo(OcdsRelease).find({ where: { month }, order: { id: 'ASC' } });
    return this.releasePackage(this.address(`packages/${month}`), rows, null);
  }

  private async page(query: OcdsListQuery, isFirst: boolean): Promise<{ rows: OcdsRelease[]; next: string | null }> {
    const limit = query.limit ?? DEFAULT_LIMIT;
    const rows = this.db.repo(OcdsRelease).createQueryBuilder('r').where(isFirst ? 'r.seq = 1' : 'true');
    if (query.kind) rows.andWhere('r.kind = :kind', { kind: query.kind });
    if (query.since) rows.andWhere('r.date >= :since', { since: shanghaiInstant(query.since.slice(0, 10)) });
    const after = decodeCursor(query.cursor, 1);
    if (after) rows.andWhere('r.id > :after', { after: after[0] });
    const found = await rows.orderBy('r.id').limit(limit + 1).getMany();
    const shown = found.slice(0, limit);
    return { rows: shown, next: found.length > limit ? encodeCursor([(shown[shown.length - 1] as OcdsRelease).id]) : null };
  }

  /** A package holds at least one release: of nothing there is no package. */
  private releasePackage(uri: string, rows: readonly OcdsRelease[], next: string | null): OcdsReleasePackageView {
    if (rows.length === 0) throw noReleases();
    return { ...this.head(uri, rows, next), releases: rows.map(row => row.body) };
  }

  private async recordPackage(uri: string, ocids: readonly string[], next: string | null): Promise<OcdsRecordPackageView> {
    if (ocids.length === 0) throw noReleases();
    const rows = await this.db.repo(OcdsRelease).find({ where: { ocid: In([...ocids]) }, order: { seq: 'ASC' } });
    return { ...this.head(uri, rows, next), records: ocids.map(ocid => recordOf(rows.filter(row => row.ocid === ocid).map(row => row.body))) };
  }

  private head(uri: string, rows: readonly OcdsRelease[], next: string | null): OcdsPackageView {
    const newest = rows.reduce((latest, row) => (row.date > latest ? row.date : latest), new Date(0));
    const license = this.city.openContracting?.license;
    return { uri, version: VERSION, publishedDate: newest.toISOString(), publisher: { name: this.city.bureau.name, uri: this.env.HB_PUBLIC_URL }, ...(license ? { license } : {}), ...(next ? { links: { next } } : {}) };
  }

  private address(path: string, query: object = {}): string {
    const words = new URLSearchParams(Object.entries(query).filter(([, value]) => value !== undefined && value !== null).map(([name, value]): [string, string] => [name, String(value)])).toString();
    return `${this.env.HB_PUBLIC_URL}/api/v1/public/ocds/${path}${words ? `?${words}` : ''}`;
  }
}

import { Inject, Injectable } from '@nestjs/common';
import { CITY, City, Clock, Db } from '@huanbao/platform';
import { industryOf } from '@huanbao/standards';
import { conditionsOf, EVERYONE } from './permit-rows';
import type { RegisterMapDto } from './register.dto';
import type { MapPlaceView, RegisterCountView, RegisterMapView, RegisterNumbersView, RegisterYearView } from './register.views';

/** Fields of the window in each direction; permits of one field are one mark. */
const FIELDS = 28;
const MOST_NAMED = 40;
/** Degrees from west to east; nearer than this nobody looks, and what is still one mark is named permit by permit. */
const NEAR = 0.03;
const MOST_AT_ONE_PLACE = 50;
const AT_ONE_PLACE = `to_json((array_agg(json_build_object('id', id, 'name', enterprise_name || ' · ' || site_name, 'number', number) ORDER BY number))[1:${MOST_AT_ONE_PLACE}])`;

/** The register as a map and as numbers. */
@Injectable()
export class RegisterFigures {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    @Inject(CITY) private readonly city: City,
  ) {}

  /** The permits of a window, near ones put together; those without coordinates are counted, not placed. */
  async map(filter: RegisterMapDto): Promise<RegisterMapView> {
    const window = this.windowOf(filter);
    const { sql, indexed, values } = conditionsOf(filter, EVERYONE, this.clock.today());
    const where = [...(indexed ? [indexed] : []), ...sql].join(' AND ');
    const at = (value: number): string => `$${values.push(value)}::float8`;
    const [west, east, south, north] = [at(window.west), at(window.east), at(window.south), at(window.north)];
    const places = await this.db.query<MapPlaceView>(
      `SELECT avg(longitude)::float8 AS longitude, avg(latitude)::float8 AS latitude, count(*)::int AS count,
              CASE WHEN count(*) = 1 THEN min(id::text) END AS id, CASE WHEN count(*) = 1 THEN min(enterprise_name || ' · ' || site_name) END AS name, CASE WHEN count(*) = 1 THEN min(number) END AS number,
              ${window.east - window.west <= NEAR ? AT_ONE_PLACE : `'[]'::json`} AS permits
         FROM permit WHERE ${where} AND longitude BETWEEN ${west} AND ${east} AND latitude BETWEEN ${south} AND ${north}
        GROUP BY width_bucket(longitude, ${west}, ${east}, ${FIELDS}), width_bucket(latitude, ${south}, ${north}, ${FIELDS}) ORDER BY count DESC, latitude DESC`,
      values,
    );
    return { outline: (this.city.boundary ?? []).flat() as unknown as number[][][], ...window, places, total: places.reduce((sum, one) => sum + one.count, 0), withoutPlace: await this.withoutPlace(filter) };
  }

  /** Counted at the moment of asking. */
  async numbers(): Promise<RegisterNumbersView> {
    const today = this.clock.today();
    const [held] = await this.db.query<{ count: number }>(`SELECT count(*)::int AS count FROM permit WHERE status = 'valid' AND valid_to >= $1`, [today]);
    const industries = await this.grouped('left(industry_code, 2)', today);
    return {
      asOf: this.clock.now(), valid: held?.count ?? 0, years: await this.years(),
      byIndustry: industries.map(one => ({ ...one, label: `${one.key} ${industryOf(one.key)?.name ?? ''}`.trim() })),
      byCategory: (await this.grouped('management_category', today)).map(one => ({ ...one, label: one.key === 'key' ? '重点管理' : '简化管理' })),
      byRegion: (await this.grouped('left(region_code, 6)', today)).map(one => ({ ...one, label: one.key === this.city.adcode ? this.city.name : one.key })),
    };
  }

  private windowOf({ west, south, east, north }: RegisterMapDto): { west: number; south: number; east: number; north: number } {
    const { bounds } = this.city;
    const given = { west: west ?? bounds.west, south: south ?? bounds.south, east: east ?? bounds.east, north: north ?? bounds.north };
    return given.west < given.east && given.south < given.north ? given : { ...bounds };
  }

  private async withoutPlace(filter: RegisterMapDto): Promise<number> {
    const { sql, indexed, values } = conditionsOf(filter, EVERYONE, this.clock.today());
    const [row] = await this.db.query<{ count: number }>(`SELECT count(*)::int AS count FROM permit WHERE ${[...(indexed ? [indexed] : []), ...sql].join(' AND ')} AND (longitude IS NULL OR latitude IS NULL)`, values);
    return row?.count ?? 0;
  }

  private grouped(key: string, today: string): Promise<RegisterCountView[]> {
    return this.db.query<RegisterCountView>(`SELECT ${key} AS key, '' AS label, count(*)::int AS count FROM permit WHERE status = 'valid' AND valid_to >= $1 GROUP BY 1 ORDER BY 3 DESC, 1 LIMIT ${MOST_NAMED}`, [today]);
  }

  private async years(): Promise<RegisterYearView[]> {
    const issued = await this.db.query<Omit<RegisterYearView, 'ended'>>(
      `SELECT extract(year FROM issued_on)::int AS year, count(*) FILTER (WHERE business_type IN ('new', 'reapply') OR (business_type = 'import' AND number = 1))::int AS issued, count(*) FILTER (WHERE business_type = 'renew')::int AS renewed,
              count(*) FILTER (WHERE business_type NOT IN ('new', 'reapply', 'renew', 'import') AND NOT EXISTS (
                -- the half of one change that goes on in a renewal still to begin
                SELECT 1 FROM permit_version o WHERE o.permit_id = v.permit_id AND o.number = v.number - 1 AND o.business_type = v.business_type AND o.issued_on = v.issued_on AND v.effective_from > v.issued_on))::int AS changed FROM permit_version v GROUP BY 1`,
    );
    const ended = await this.db.query<{ year: number; ended: number }>(`SELECT extract(year FROM ended_on)::int AS year, count(*)::int AS ended FROM permit WHERE ended_on IS NOT NULL GROUP BY 1`);
    const years = [...new Set([...issued, ...ended].map(one => one.year))].sort((a, b) => b - a);
    return years.map(year => ({ year, issued: 0, renewed: 0, changed: 0, ...issued.find(one => one.year === year), ended: ended.find(one => one.year === year)?.ended ?? 0 }));
  }
}

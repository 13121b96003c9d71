import { Injectable } from '@nestjs/common';
import { Providers, Requirement } from '@huanbao/providers';
import { Db, notFound } from '@huanbao/platform';
import { In } from 'typeorm';
import type { CatalogueListDto } from './catalogue.dto';
import { CatalogueService, CatalogueVersion, PriceBand } from './catalogue.entity';
import { floorOf } from './floor';
import { bandView, itemView, PriceBandView, ServiceItemView, serviceView, ServiceVersionView, ServiceView, versionView } from './catalogue.view';

/** What a task takes over from the catalogue when it is published. */
export interface CatalogueTerms {
  readonly code: string;
  readonly version: number;
  readonly kind: string;
  readonly stage: string;
  readonly titleZh: string;
  readonly active: boolean;
  readonly requirement: Requirement;
}

/** The catalogue as it is read. It is a short list: no paging. */
@Injectable()
export class Catalogue {
  constructor(
    private readonly db: Db,
    private readonly providers: Providers,
  ) {}

  async list(query: CatalogueListDto, { inactive = false }: { inactive?: boolean } = {}): Promise<ServiceItemView[]> {
    const services = this.db.repo(CatalogueService).createQueryBuilder('s').where(inactive ? 'true' : 's.active');
    if (query.kind) services.andWhere('s.kind = :kind', { kind: query.kind });
    if (query.stage) services.andWhere('s.stage = :stage', { stage: query.stage });
    if (query.q) services.andWhere(`position(lower(:q) IN lower(s.title_zh || ' ' || s.title_en)) > 0`, { q: query.q });
    const found = await services.orderBy('s.position').addOrderBy('s.code').getMany();
    const versions = await this.newest(found);
    return found.map(service => itemView(service, versions.get(service.code) as CatalogueVersion));
  }

  /** One service whole. `region` counts only firms that serve it. */
  async detail(code: string, { region = null }: { region?: string | null } = {}): Promise<ServiceView> {
    const [whole] = await this.details([code], { region });
    if (!whole) throw notFound();
    return whole;
  }

  async details(codes: readonly string[], { region = null }: { region?: string | null } = {}): Promise<ServiceView[]> {
    const services = await this.db.repo(CatalogueService).findBy({ code: In([...codes]) });
    const versions = await this.newest(services);
    const bands = await this.bands(codes);
    const views: ServiceView[] = [];
    for (const service of services) {
      const version = versions.get(service.code) as CatalogueVersion;
      const firms = await this.providers.countFitting({ requirement: version.requirement, kind: service.kind, stage: service.stage, serviceCode: service.code, region });
      views.push(serviceView(service, version, { band: bands.get(service.code) ?? null, firms }));
    }
    return views.sort((a, b) => codes.indexOf(a.code) - codes.indexOf(b.code));
  }

  async history(code: string): Promise<ServiceVersionView[]> {
    const versions = await this.db.repo(CatalogueVersion).find({ where: { code }, order: { version: 'DESC' }, take: 200 });
    if (versions.length === 0) throw notFound();
    return versions.map(versionView);
  }

  /** The newest terms of a service; null when there is none of this code. */
  async terms(code: string): Promise<CatalogueTerms | null> {
    const service = await this.db.repo(CatalogueService).findOneBy({ code });
    const version = service && (await this.db.repo(CatalogueVersion).findOneBy({ code, version: service.version }));
    if (!service || !version) return null;
    return { code, version: version.version, kind: service.kind, stage: service.stage, titleZh: version.titleZh, active: service.active, requirement: version.requirement };
  }

  /**
   * What work of a kind and stage needs whatever it is called: one of the kinds of qualification that its services ask for, where each of
   * them asks for one. A task that names no service is held to it.
   */
  async floorOf(kind: string, stage: string): Promise<Requirement> {
    const versions = [...(await this.newest(await this.cell(kind, stage))).values()];
    return floorOf(versions.map(one => one.requirement));
  }

  /** The services that work of a kind and stage may be. */
  async codesOf(kind: string, stage: string): Promise<string[]> {
    return (await this.cell(kind, stage)).map(one => one.code);
  }

  private cell(kind: string, stage: string): Promise<CatalogueService[]> {
    return this.db.repo(CatalogueService).find({ where: { kind: kind as CatalogueService['kind'], stage: stage as CatalogueService['stage'], active: true }, order: { code: 'ASC' } });
  }

  private async bands(codes: readonly string[]): Promise<Map<string, PriceBandView>> {
    const rows = await this.db.repo(PriceBand).findBy({ serviceCode: In([...codes]) });
    return new Map(rows.map(row => [row.serviceCode, bandView(row)]));
  }

  private async newest(services: readonly CatalogueService[]): Promise<Map<string, CatalogueVersion>> {
    if (services.length === 0) return new Map();
    const rows = await this.db.repo(CatalogueVersion).findBy(services.map(({ code, version }) => ({ code, version })));
    return new Map(rows.map(row => [row.code, row]));
  }
}

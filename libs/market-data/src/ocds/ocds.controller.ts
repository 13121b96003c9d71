import { Controller, Get, Header, Param, Query } from '@nestjs/common';
import { Public, RateLimit } from '@huanbao/platform';
import { OcdsQueries } from './ocds.queries';
import { OcdsListQuery, OcdsMonthView, OcdsRecordPackageView, OcdsReleasePackageView } from './ocds.view';

const CACHED = 'public, max-age=300';

/** Tenders and awards in the Open Contracting Data Standard 1.1, without an account. */
@Controller('public/ocds') @RateLimit('public-search')
export class OcdsController {
  constructor(private readonly queries: OcdsQueries) {}

  /** Releases in the order of their publication; `links.next` goes on. 404 when there is none. */
  @Get('releases') @Public() @Header('cache-control', CACHED)
  releases(@Query() query: OcdsListQuery): Promise<OcdsReleasePackageView> {
    return this.queries.releases(query);
  }

  @Get('releases/:releaseId') @Public() @Header('cache-control', CACHED)
  release(@Param('releaseId') releaseId: string): Promise<OcdsReleasePackageView> {
    return this.queries.release(releaseId);
  }

  /** Records: all releases of a process and what they compile to. */
  @Get('records') @Public() @Header('cache-control', CACHED)
  records(@Query() query: OcdsListQuery): Promise<OcdsRecordPackageView> {
    return this.queries.records(query);
  }

  @Get('records/:ocid') @Public() @Header('cache-control', CACHED)
  record(@Param('ocid') ocid: string): Promise<OcdsRecordPackageView> {
    return this.queries.record(ocid);
  }

  /** Months that have releases, newest first. */
  @Get('packages') @Public() @Header('cache-control', CACHED)
  months(): Promise<OcdsMonthView[]> {
    return this.queries.months();
  }

  /** All releases of a civil month, e.g. 2026-11. */
  @Get('packages/:month') @Public() @Header('cache-control', CACHED)
  month(@Param('month') month: string): Promise<OcdsReleasePackageView> {
    return this.queries.month(month);
  }
}

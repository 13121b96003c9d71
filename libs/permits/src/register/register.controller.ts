import { Controller, Get, Header, Inject, Param, Query, StreamableFile } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { CITY, City, Clock, Public, Signer } from '@huanbao/platform';
import { offlinePage } from '../certificate/offline-page';
import { certificatePending } from '../permits.errors';
import { PermitPageView } from '../views/permit.view';
import { RegisterFigures } from './register-figures';
import { AsOfDto, PermitListDto, RegisterExportDto, RegisterMapDto, VersionDto, VersionsBetweenDto } from './register.dto';
import { RegisterExport } from './register.export';
import { RegisterQueries } from './register.queries';
import { PublicDifferencesView, PublicPermitView, PublicVersionView, RegisterMapView, RegisterNumbersView, SigningKeysView } from './register.views';

/** The public register: no account is asked for, no answer is kept by anybody on the way. */
@Controller('public/permits')
export class RegisterController {
  constructor(
    private readonly queries: RegisterQueries,
    private readonly figures: RegisterFigures,
    private readonly exporting: RegisterExport,
    private readonly signer: Signer,
    private readonly clock: Clock,
    @Inject(CITY) private readonly city: City,
  ) {}

  @Get() @Public()
  list(@Query() query: PermitListDto): Promise<PermitPageView> {
    return this.queries.list(query);
  }

  /** The list as .xlsx or .csv, at most 10,000 rows. */
  @Get('export') @Public()
  export(@Query() query: RegisterExportDto): StreamableFile {
    return this.exporting.file(query);
  }

  /** Permits by place, near ones put together, in a window of the map. */
  @Get('map') @Public()
  map(@Query() query: RegisterMapDto): Promise<RegisterMapView> {
    return this.figures.map(query);
  }

  /** How many were issued, renewed, changed and ended each year, and what holds today. */
  @Get('numbers') @Public()
  numbers(): Promise<RegisterNumbersView> {
    return this.figures.numbers();
  }

  /** The keys under which certificates are signed. */
  @Get('signing-keys') @Public()
  keys(): SigningKeysView {
    return { issuer: this.city.permitIssuer.name, keys: [this.signer.publicKeyHex, ...this.signer.formerKeys] };
  }

  /** A page to keep: it checks certificates without this platform and without a network. */
  @Get('offline-check') @Public() @Header('content-type', 'text/html; charset=utf-8')
  offline(): StreamableFile {
    const page = offlinePage({ ...this.keys(), asOf: this.clock.today() });
    return new StreamableFile(Buffer.from(page, 'utf8'), { type: 'text/html; charset=utf-8', disposition: `attachment; filename="permit-check.html"; filename*=UTF-8''${encodeURIComponent('排污许可证离线核验.html')}` });
  }
}

/** One permit of the public register, and the check page behind the QR code. */
@Controller('public/permits')
export class PublicPermitController {
  constructor(
    private readonly queries: RegisterQueries,
    private readonly files: Files,
  ) {}

  /** How the permit stands today; by id or by the number on the paper. `on` shows what it said on a day. */
  @Get(':idOrNumber') @Public()
  show(@Param('idOrNumber') idOrNumber: string, @Query() { on }: AsOfDto): Promise<PublicPermitView> {
    return this.queries.show(idOrNumber, on);
  }

  @Get(':idOrNumber/versions') @Public()
  versions(@Param('idOrNumber') idOrNumber: string): Promise<PublicVersionView[]> {
    return this.queries.versions(idOrNumber);
  }

  /** What changed from one version to another, in words; secrets of either are left out. */
  @Get(':idOrNumber/changes') @Public()
  changes(@Param('idOrNumber') idOrNumber: string, @Query() between: VersionsBetweenDto): Promise<PublicDifferencesView> {
    return this.queries.changes(idOrNumber, between);
  }

  /** 正本 as PDF; it holds no trade secret. */
  @Get(':idOrNumber/certificate') @Public() @Header('cache-control', 'no-store')
  async certificate(@Param('idOrNumber') idOrNumber: string, @Query() { version }: VersionDto): Promise<StreamableFile> {
    const file = await this.queries.originalFile(idOrNumber, version);
    if (!file.fileId) throw certificatePending();
    return new StreamableFile(await this.files.open(file.fileId), { type: 'application/pdf', disposition: `attachment; filename="permit-${file.number}-v${file.version}.pdf"` });
  }
}

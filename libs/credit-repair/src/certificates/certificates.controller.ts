import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Public, RateLimit } from '@huanbao/platform';
import { CertificateExportDto, CertificateListDto } from '../dto/lists.dto';
import { RepairOptions } from '../repairs/repair-options';
import { CertificateCheckView, CertificatePage } from '../views/certificate.view';
import { RepairOptionsView } from '../views/options.view';
import { CertificateQueries } from './certificate.queries';

/** What a subject of credit can do about its events, and what it has of those that ended. */
@Controller('credit-subjects')
export class SubjectRepairController {
  constructor(
    private readonly options: RepairOptions,
    private readonly certificates: CertificateQueries,
  ) {}

  /** Every event with the day from which it can be repaired, and the proofs that needs. */
  @Get(':id/repair-options') @Allow('credit.read')
  repairOptions(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<RepairOptionsView> {
    return this.options.of(actor, id);
  }

  @Get(':id/certificates') @Allow('credit.read')
  list(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: CertificateListDto): Promise<CertificatePage> {
    return this.certificates.list(actor, id, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get(':id/certificates/export') @Allow('credit.read')
  export(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: CertificateExportDto): Promise<StreamableFile> {
    return this.certificates.export(actor, id, query);
  }
}

/** Whether a certificate is genuine: by the code on the paper, which nobody can guess. */
@Controller('public/credit-certificates')
export class PublicCertificatesController {
  constructor(private readonly certificates: CertificateQueries) {}

  @Get(':code') @Public() @RateLimit('public-search')
  check(@Param('code') code: string): Promise<CertificateCheckView> {
    return this.certificates.check(code.slice(0, 40));
  }
}

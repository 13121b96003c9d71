import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, Idempotent, IdParam, IfMatch, Public } from '@huanbao/platform';
import { fieldView } from '../form-definition';
import { REGISTRATION_FIELDS } from './form';
import { CancelRegistrationDto, ChangeRegistrationDto, FileRegistrationDto, NationalNumberDto, RegistrationListDto, RenewRegistrationDto } from './registration.dto';
import { PublicRegistrationView, RegistrationFormView, RegistrationNumbersView, RegistrationPageView, RegistrationView } from './registration.view';
import { RegistrationQueries } from './registrations.queries';
import { RegistrationsService } from './registrations.service';

/** 排污登记: filed by the unit, the receipt is there at once. */
@Controller('permit-registrations')
export class RegistrationsController {
  constructor(
    private readonly registrations: RegistrationsService,
    private readonly queries: RegistrationQueries,
  ) {}

  @Get() @Allow('permit-registration.list')
  list(@CurrentActor() actor: Actor, @Query() query: RegistrationListDto): Promise<RegistrationPageView> {
    return this.queries.list(actor, query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. Each export is recorded. */
  @Get('export') @Allow('permit-registration.list')
  export(@CurrentActor() actor: Actor, @Query() query: RegistrationListDto): Promise<StreamableFile> {
    return this.queries.export(actor, query);
  }

  /** The form as data. */
  @Get('form') @Public() @Header('cache-control', 'public, max-age=300')
  form(): RegistrationFormView {
    return { fields: REGISTRATION_FIELDS.map(fieldView) };
  }

  /** First registration of a site; the answer is the registration with its number. */
  @Post() @Allow('permit-registration.file') @Idempotent()
  async file(@CurrentActor() actor: Actor, @Body() input: FileRegistrationDto): Promise<RegistrationView> {
    const { id } = await this.registrations.file(actor, input);
    return this.queries.detail(actor, id);
  }

  @Get(':id') @Allow('permit-registration.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<RegistrationView> {
    return this.queries.detail(actor, id);
  }

  /** 登记变更. */
  @Post(':id/changes') @Allow('permit-registration.change') @HttpCode(200)
  async change(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() input: ChangeRegistrationDto): Promise<RegistrationView> {
    await this.registrations.change(actor, id, { input, version });
    return this.queries.detail(actor, id);
  }

  /** 延续登记. */
  @Post(':id/renewals') @Allow('permit-registration.change') @HttpCode(200)
  async renew(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() input: RenewRegistrationDto): Promise<RegistrationView> {
    await this.registrations.renew(actor, id, { input, version });
    return this.queries.detail(actor, id);
  }

  @Post(':id/cancel') @Allow('permit-registration.change') @HttpCode(200)
  async cancel(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() input: CancelRegistrationDto): Promise<RegistrationView> {
    await this.registrations.cancel(actor, id, { reason: input.reason, version });
    return this.queries.detail(actor, id);
  }

  /** Enters the number given by the national platform. */
  @Post(':id/national-number') @Allow('permit-registration.change') @HttpCode(200)
  async nationalNumber(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number, @Body() input: NationalNumberDto): Promise<RegistrationView> {
    await this.registrations.enterNationalNumber(actor, id, { number: input.number, version });
    return this.queries.detail(actor, id);
  }
}

/** For everyone: which units are registered, and whether a receipt is genuine. */
@Controller('public/permit-registrations')
export class PublicRegistrationsController {
  constructor(private readonly queries: RegistrationQueries) {}

  @Get() @Public()
  list(@Query() query: RegistrationListDto): Promise<RegistrationPageView> {
    return this.queries.publicList(query);
  }

  /** The list as a spreadsheet, at most 10,000 rows. */
  @Get('export') @Public()
  export(@Query() query: RegistrationListDto): Promise<StreamableFile> {
    return this.queries.export(null, query);
  }

  /** What holds today, by industry and region. */
  @Get('numbers') @Public()
  numbers(): Promise<RegistrationNumbersView> {
    return this.queries.numbers();
  }

  /** By id, or by the number on the receipt. */
  @Get(':idOrNumber') @Public() @Header('cache-control', 'no-store')
  show(@Param('idOrNumber') idOrNumber: string): Promise<PublicRegistrationView> {
    return this.queries.publicDetail(idOrNumber);
  }
}

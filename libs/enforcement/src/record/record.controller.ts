import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { Actor, Allow, CurrentActor, IdParam, Idempotent, IfMatch } from '@huanbao/platform';
import { InspectionQueries } from '../inspections/inspection.queries';
import { InspectionView } from '../inspections/inspection.view';
import { EnforcementReasonDto } from '../officers/officer.dto';
import { FreezingService } from './freezing.service';
import { InspectionPhotos } from './photos.service';
import { InspectionPhotoDto, InspectionStatementDto, PartySignatureDto, SaveRecordPageDto, SignRecordDto, SupplementDto } from './record.dto';
import { RecordQueries } from './record.queries';
import { InspectionPhotoView, InspectionRecordView, inspectionPhotoView } from './record.view';
import { SavingService } from './saving.service';
import { SealingService } from './sealing.service';
import { SigningService } from './signing.service';
import { Supplements } from './supplements.service';

/** 现场检查（勘察）笔录: filled on phones, signed, sealed. */
@Controller('inspections/:id')
export class RecordController {
  constructor(
    private readonly queries: InspectionQueries,
    private readonly records: RecordQueries,
    private readonly saving: SavingService,
    private readonly photos: InspectionPhotos,
    private readonly freezing: FreezingService,
    private readonly signing: SigningService,
    private readonly sealing: SealingService,
    private readonly supplements: Supplements,
  ) {}

  @Get('record') @Allow('inspection.read')
  show(@CurrentActor() actor: Actor, @IdParam() id: string): Promise<InspectionRecordView> {
    return this.records.show(actor, id);
  }

  /** What one phone changed on one page, safe to send again. 409 `inspection.clash` names both values of a field that two phones changed. */
  @Put('record/:section') @Allow('inspection.hold')
  async save(@CurrentActor() actor: Actor, @IdParam() id: string, @Param('section') section: string, @Body() body: SaveRecordPageDto): Promise<InspectionRecordView> {
    await this.saving.save(actor, id, section, body);
    return this.records.show(actor, id);
  }

  /** What proves a photo that was uploaded to the inspection: hash of the capture, time, place or why there is none. */
  @Post('photos') @HttpCode(200) @Allow('inspection.hold')
  async photo(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: InspectionPhotoDto): Promise<InspectionPhotoView> {
    return inspectionPhotoView(await this.photos.add(actor, id, body));
  }

  /** Closes the record for signing; 400 names every gap. */
  @Post('freeze') @HttpCode(200) @Allow('inspection.hold')
  async freeze(@CurrentActor() actor: Actor, @IdParam() id: string, @IfMatch() version: number): Promise<InspectionView> {
    await this.freezing.freeze(actor, id, version);
    return this.queries.detail(actor, id);
  }

  /** Back to the draft, with the reason; not after the party has signed. */
  @Post('reopen') @HttpCode(200) @Allow('inspection.hold')
  async reopen(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: EnforcementReasonDto, @IfMatch() version: number): Promise<InspectionView> {
    await this.freezing.reopen(actor, id, { reason, version });
    return this.queries.detail(actor, id);
  }

  /** An officer signs what was read, with the password again. */
  @Post('sign') @HttpCode(200) @Allow('inspection.hold')
  async sign(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: SignRecordDto): Promise<InspectionView> {
    await this.signing.sign(actor, id, body);
    return this.queries.detail(actor, id);
  }

  /** The party's signature as it was drawn, or the refusal with a witness. */
  @Post('party') @HttpCode(200) @Allow('inspection.hold')
  async party(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: PartySignatureDto): Promise<InspectionView> {
    await this.signing.party(actor, id, body);
    return this.queries.detail(actor, id);
  }

  /** After the party has signed: sealed with two certified signatures at least, without that of an officer who can sign no more; with the reason. */
  @Post('seal') @HttpCode(200) @Allow('inspection.seal')
  async seal(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { reason }: EnforcementReasonDto, @IfMatch() version: number): Promise<InspectionView> {
    await this.sealing.sealWithout(actor, id, { reason, version });
    return this.queries.detail(actor, id);
  }

  /** A correction beside the sealed record, by an officer who was there, signed. */
  @Post('supplements') @Allow('inspection.hold') @Idempotent()
  async correct(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: SupplementDto): Promise<InspectionView> {
    await this.supplements.correct(actor, id, body);
    return this.queries.detail(actor, id);
  }

  /** What the enterprise has to say, within the period. */
  @Post('statement') @Allow('inspection.answer') @Idempotent()
  async state(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() { words }: InspectionStatementDto): Promise<InspectionView> {
    await this.supplements.state(actor, id, words);
    return this.queries.detail(actor, id);
  }
}

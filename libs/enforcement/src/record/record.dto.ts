import { IsIn, IsInt, IsISO8601, IsNumber, IsObject, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min } from 'class-validator';
import { HEX, HEX_TEXT, trimmed } from '../lists';
import { NO_PLACE } from './record.entity';
import { RECORD_SECTIONS } from './form';

export class SaveRecordPageDto {
  /** Made by the phone once: the same again is the same save. */
  @IsUUID() saveId!: string;
  /** The version the phone knew; 0 before the first save. */
  @IsInt() @Min(0) @Max(1_000_000) baseVersion!: number;
  /** Fields that were changed; null empties one. Checked by the field table of the page. */
  @IsObject() data!: Record<string, unknown>;
}

export class InspectionPhotoDto {
  @IsUUID() clientId!: string;
  /** An image that was uploaded to the inspection. */
  @IsUUID() fileId!: string;
  /** Page of the record it belongs to. */
  @IsIn(RECORD_SECTIONS) itemKey!: (typeof RECORD_SECTIONS)[number];
  @IsOptional() @trimmed @IsString() @MaxLength(200) caption?: string;
  /** SHA-256 of the file as the phone made it at capture. */
  @Matches(HEX, HEX_TEXT) sha256!: string;
  @IsISO8601({ strict: true }) capturedAt!: string;
  @IsOptional() @IsNumber() @Min(-180) @Max(180) lng?: number;
  @IsOptional() @IsNumber() @Min(-90) @Max(90) lat?: number;
  @IsOptional() @IsNumber() @Min(0) @Max(1_000_000) accuracyM?: number;
  /** Why the phone did not say where it was. */
  @IsOptional() @IsIn(NO_PLACE) noPlace?: (typeof NO_PLACE)[number];
}

export class SignRecordDto {
  /** Digest of what was read; another content is not signed unseen. */
  @Matches(HEX, HEX_TEXT) contentHash!: string;
  @IsString() @Length(1, 200) password!: string;
}

export class PartySignatureDto {
  @Matches(HEX, HEX_TEXT) contentHash!: string;
  @IsIn(['drawn', 'refused']) way!: 'drawn' | 'refused';
  @IsOptional() @trimmed @IsString() @MaxLength(60) name?: string;
  /** Image of the signature as it was drawn, uploaded to the inspection. */
  @IsOptional() @IsUUID() fileId?: string;
  @IsOptional() @Matches(HEX, HEX_TEXT) sha256?: string;
  @IsOptional() @trimmed @IsString() @MaxLength(500) refusedReason?: string;
  /** Name and unit of who saw the refusal. */
  @IsOptional() @trimmed @IsString() @MaxLength(120) witness?: string;
}

export class SupplementDto {
  @trimmed @IsString() @Length(4, 4000) words!: string;
  @IsString() @Length(1, 200) password!: string;
}

export class InspectionStatementDto {
  @trimmed @IsString() @Length(4, 4000) words!: string;
}

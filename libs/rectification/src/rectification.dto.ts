import { SERVICE_METHODS, type ServiceMethod } from '@huanbao/casework';
import { Type } from 'class-transformer';
import { OmitType } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, IsOptional, IsString, IsUUID, Length, Matches, Max, MaxLength, Min, ValidateNested } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import { SOURCES } from './entities';
import { DAY, DAY_TEXT, trimmed } from './lists';

const ITEMS_MOST = 50;

/** A draft against an enterprise, by hand. */
export class OpenRectificationDto {
  @IsUUID()
  enterpriseId!: string;

  /** Site, outlet or facility. */
  @trimmed @IsString() @Length(2, 200)
  place!: string;

  /** What was found, in short. */
  @trimmed @IsString() @Length(10, 2000)
  facts!: string;
}

export class RectificationDraftItemDto {
  /** Of an item that is there already. */
  @IsOptional() @IsUUID()
  id?: string;

  /** Key of the library; without it an item keeps the law its source brought. */
  @IsOptional() @trimmed @IsString() @Length(2, 60)
  violation?: string;

  @trimmed @IsString() @MaxLength(2000)
  description!: string;

  @trimmed @IsString() @MaxLength(2000)
  requirement!: string;

  /** Day of the conduct: the law of that day holds. */
  @Matches(DAY, DAY_TEXT)
  conductOn!: string;

  /** Length from the service on. */
  @IsInt() @Min(1) @Max(3650)
  days!: number;
}

/** The draft, whole; it may be incomplete until it is issued. */
export class RectificationDraftDto {
  /** As it was shown. */
  @IsInt() @Min(1)
  formVersion!: number;

  @trimmed @IsString() @MaxLength(200)
  place!: string;

  @trimmed @IsString() @Length(10, 2000)
  facts!: string;

  @IsBoolean()
  planRequired!: boolean;

  /** Officers of the library, two or more when it is issued. */
  @IsArray() @ArrayMaxSize(10) @ArrayUnique() @IsUUID(undefined, { each: true })
  officerIds!: string[];

  @IsArray() @ArrayMaxSize(ITEMS_MOST) @ValidateNested({ each: true }) @Type(() => RectificationDraftItemDto)
  items!: RectificationDraftItemDto[];
}

export class RectificationReasonDto {
  @trimmed @IsString() @Length(4, 1000)
  reason!: string;
}

export class RectificationServiceDto {
  /** The day on which it reached the enterprise; of an announcement the day it was put up. */
  @Matches(DAY, DAY_TEXT)
  servedOn!: string;

  @IsIn(SERVICE_METHODS)
  method!: ServiceMethod;

  @trimmed @IsString() @Length(2, 100)
  receivedBy!: string;

  /** 送达回证 or another proof, uploaded to the subject `rectification`. None goes without. */
  @IsOptional() @IsUUID()
  proofFileId?: string;

  /** 送达地址确认书, for electronic service: the enterprise agreed to it. */
  @IsOptional() @IsUUID()
  consentFileId?: string;
}

export class PlanItemDto {
  @IsUUID()
  id!: string;

  @IsOptional() @trimmed @IsString() @MaxLength(2000)
  measure?: string;

  @IsOptional() @trimmed @IsString() @MaxLength(50)
  person?: string;

  @IsOptional() @Matches(DAY, DAY_TEXT)
  plannedOn?: string;
}

export class SavePlanDto {
  @IsInt() @Min(1)
  formVersion!: number;

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(ITEMS_MOST) @ArrayUnique((one: PlanItemDto) => one.id) @ValidateNested({ each: true }) @Type(() => PlanItemDto)
  items!: PlanItemDto[];
}

export class RectificationPhotoDto {
  /** Uploaded to this rectification. */
  @IsUUID()
  fileId!: string;

  @trimmed @IsString() @MaxLength(200)
  caption!: string;
}

export class RectificationEvidenceDto extends RectificationPhotoDto {
  @IsIn(['before', 'after'])
  side!: 'before' | 'after';
}

export class SaveWorkDto {
  /** What was done. */
  @trimmed @IsString() @MaxLength(2000)
  work!: string;

  /** Of the item, as it was shown. */
  @IsInt() @Min(1)
  version!: number;
}

export class HandInRectificationDto {
  /** Needed where something is not done. */
  @trimmed @IsString() @MaxLength(2000)
  words!: string;
}

export class AskRectificationExtensionDto {
  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(ITEMS_MOST) @ArrayUnique() @IsUUID(undefined, { each: true })
  itemIds!: string[];

  @Matches(DAY, DAY_TEXT)
  untilDay!: string;

  @trimmed @IsString() @Length(10, 1000)
  reason!: string;
}

export class DecideRectificationDto {
  @IsBoolean()
  approved!: boolean;

  @trimmed @IsString() @Length(4, 1000)
  reason!: string;
}

export class ItemResultDto {
  @IsUUID()
  itemId!: string;

  @IsBoolean()
  passed!: boolean;

  @trimmed @IsString() @Length(2, 1000)
  findings!: string;
}

export class VerifyRectificationDto {
  @IsIn(['on-site', 'off-site'])
  way!: 'on-site' | 'off-site';

  @Matches(DAY, DAY_TEXT)
  visitedOn!: string;

  @trimmed @IsString() @Length(4, 2000)
  findings!: string;

  @IsArray() @ArrayMinSize(1) @ArrayMaxSize(ITEMS_MOST) @ValidateNested({ each: true }) @Type(() => ItemResultDto)
  results!: ItemResultDto[];

  /** The violation itself goes on: the fact a daily penalty (按日连续处罚) counts from. */
  @IsBoolean()
  persists!: boolean;

  /** Where something does not pass. */
  @IsOptional() @Matches(DAY, DAY_TEXT)
  newDueOn?: string;

  /** Hands it over as a clue for a penalty as well. */
  @IsOptional() @trimmed @IsString() @Length(10, 1000)
  clueReason?: string;
}

export class SuperviseDto {
  @trimmed @IsString() @Length(10, 1000)
  reason!: string;

  @trimmed @IsString() @Length(4, 1000)
  demand!: string;

  @Matches(DAY, DAY_TEXT)
  dueOn!: string;
}

export const RECTIFICATION_TABS = ['draft', 'serving', 'running', 'verifying', 'overdue', 'supervised', 'extension', 'ended'] as const;

export class RectificationListQuery extends PageQuery {
  /** `draft`; `serving`; `running`: with the enterprise; `verifying`: plans and results that wait for an officer; `overdue`; `supervised`; `extension`: a request waits; `ended`. */
  @IsOptional() @IsIn(RECTIFICATION_TABS)
  tab?: (typeof RECTIFICATION_TABS)[number];

  @IsOptional() @IsIn(SOURCES)
  source?: string;

  @IsOptional() @IsUUID()
  enterpriseId?: string;

  /** The visit, complaint or duty it came from. */
  @IsOptional() @IsUUID()
  originId?: string;

  /** Due in this span. */
  @IsOptional() @Matches(DAY, DAY_TEXT)
  from?: string;

  @IsOptional() @Matches(DAY, DAY_TEXT)
  to?: string;

  /** Number, enterprise, place, violation. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['due', '-due', 'opened', '-opened'])
  sort?: 'due' | '-due' | 'opened' | '-opened';
}

export class RectificationExportQuery extends OmitType(RectificationListQuery, ['limit', 'cursor'] as const) {}

export class OwnRectificationListQuery extends PageQuery {
  @IsOptional() @IsIn(['open', 'overdue', 'ended'])
  tab?: 'open' | 'overdue' | 'ended';

  /** The visit it came from. */
  @IsOptional() @IsUUID()
  originId?: string;

  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['issued', '-issued'])
  sort?: 'issued' | '-issued';
}

export class OwnRectificationExportQuery extends OmitType(OwnRectificationListQuery, ['limit', 'cursor'] as const) {}

export class PublicSupervisionQuery extends PageQuery {
  /** Name of the enterprise, number, violation. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['started', '-started'])
  sort?: 'started' | '-started';
}

export class PublicSupervisionExportQuery extends OmitType(PublicSupervisionQuery, ['limit', 'cursor'] as const) {}

export class StateDefaultDto {
  @trimmed @IsString() @Length(4, 4000)
  statement!: string;
}

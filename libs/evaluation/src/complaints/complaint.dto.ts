import { OmitType } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, Equals, IsArray, IsBoolean, IsIn, IsOptional, IsString, IsUUID, Length } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import type { Remedy } from '../rules/remedy';
import type { ComplaintState } from './complaint.flow';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class TenderComplaintDto {
  /** The objection whose answer, or lack of one, is complained about. */
  @IsUUID()
  objectionId!: string;

  /** What is asked for. */
  @trimmed @IsString() @Length(4, 1000)
  demand!: string;

  /** Facts and reasons; papers are uploaded to the complaint afterwards. */
  @trimmed @IsString() @Length(10, 5000)
  facts!: string;
}

export class TenderComplaintReasonDto {
  @trimmed @IsString() @Length(4, 3000)
  reason!: string;
}

export class AcceptTenderComplaintDto {
  /** The officer declares to have no interest in either side. */
  @IsBoolean() @Equals(true, { message: '请确认本人与投诉各方没有利害关系；有利害关系的，请由其他人员办理 | Confirm that you have no interest in either side, or leave it to somebody else' })
  noInterest!: boolean;
}

export class DecideTenderComplaintDto {
  @IsBoolean() @Equals(true, { message: '请确认本人与投诉各方没有利害关系；有利害关系的，请由其他人员办理 | Confirm that you have no interest in either side, or leave it to somebody else' })
  noInterest!: boolean;

  @IsBoolean()
  upheld!: boolean;

  @trimmed @IsString() @Length(10, 5000)
  reason!: string;

  /** Of an upheld one: false where the result of the procurement is not touched and goes on. */
  @IsOptional() @IsBoolean()
  affectsResult?: boolean;

  /** What an upheld complaint leads to: one of the `remedies` of the complaint, which depend on how far the procurement has come. */
  @IsOptional() @IsIn(['correct', 'reevaluate', 'next', 'retender'])
  remedy?: Remedy | null;

  @IsOptional() @IsArray() @ArrayMaxSize(30) @ArrayUnique() @IsUUID(undefined, { each: true })
  criterionIds?: string[];

  @IsOptional() @IsUUID()
  excludesBidId?: string | null;
}

export class TenderComplaintListQuery extends PageQuery {
  @IsOptional() @IsIn(['open', 'ended'])
  tab?: 'open' | 'ended';

  @IsOptional() @IsUUID()
  taskId?: string;

  @IsOptional() @IsIn(['lodged', 'accepted', 'refused', 'withdrawn', 'decided'])
  state?: ComplaintState;

  /** Fragment of task, number or either side, from two characters. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  @IsOptional() @IsIn(['lodged', '-lodged'])
  sort?: 'lodged' | '-lodged';
}

export class TenderComplaintExportQuery extends OmitType(TenderComplaintListQuery, ['cursor', 'limit']) {}

import { Transform } from 'class-transformer';
import { IsIn, IsString, IsUUID, Length } from 'class-validator';
import type { UseSubject } from './outcomes/work-use.entity';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class ReplyDto {
  @trimmed @IsString() @Length(2, 1000) text!: string;
}

export class RemoveUseDto {
  /** Both sides read it. */
  @trimmed @IsString() @Length(4, 500) reason!: string;
}

export class NameUseDto {
  @IsIn(['permit-application', 'execution-report']) subjectType!: UseSubject;
  @IsUUID() subjectId!: string;
}

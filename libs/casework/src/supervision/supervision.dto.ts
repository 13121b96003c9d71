import { PageQuery } from '@huanbao/platform';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, MaxLength, MinLength } from 'class-validator';
import { Supervision } from './supervision.entity';

export class SupervisionListDto extends PageQuery {
  /** What waits for an answer (open), or what was answered. */
  @IsOptional() @IsIn(['open', 'answered'])
  state?: 'open' | 'answered';

  /** Only one reason: nearly over, overdue, or paused longer than was told. */
  @IsOptional() @IsIn(['due-soon', 'overdue', 'pause-over'])
  level?: Supervision['level'];

  /** The one that waits longest first (usual for what is open), or the newest. */
  @IsOptional() @IsIn(['oldest', 'newest'])
  sort?: 'oldest' | 'newest';

  /** Number, party or title, from two characters. */
  @IsOptional() @IsString() @MinLength(2) @MaxLength(100)
  q?: string;
}

export class SupervisionAnswerDto {
  /** What is done about it. */
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value)) @IsString() @MinLength(5) @MaxLength(1000)
  text!: string;
}

import { OmitType } from '@nestjs/swagger';
import { PageQuery } from '@huanbao/platform';
import { Transform } from 'class-transformer';
import { IsIn, IsOptional, IsString, IsUUID, Length, Matches } from 'class-validator';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class ReferenceListDto extends PageQuery {
  @IsOptional() @Matches(/^[a-z][a-z-]{1,39}$/)
  kind?: string;

  /** `unverified`: the work list; all when left out. */
  @IsOptional() @IsIn(['unverified', 'verified'])
  state?: 'unverified' | 'verified';

  @IsOptional() @trimmed @IsString() @Length(1, 60)
  q?: string;

  /** By kind and name, or what has to be looked at first: what holds today before what begins later. */
  @IsOptional() @IsIn(['title', 'effectiveFrom', '-effectiveFrom'])
  sort?: 'title' | 'effectiveFrom' | '-effectiveFrom';
}

export class ReferenceExportDto extends OmitType(ReferenceListDto, ['cursor', 'limit']) {}

export class ReferenceRowQuery {
  @Matches(/^[a-z][a-z-]{1,39}$/)
  kind!: string;

  @IsString() @Length(1, 200)
  key!: string;
}

export class CompareReferenceDto extends ReferenceRowQuery {
  /** Against which text: document, article or page, address. */
  @trimmed @IsString() @Length(4, 500, { message: '写明对照的文本：文件名、条款或页码、网址，至少 4 个字 | Name the text: document, article or page, address; at least 4 characters.' })
  against!: string;

  /** The text itself, uploaded before. */
  @IsOptional() @IsUUID()
  fileId?: string;
}

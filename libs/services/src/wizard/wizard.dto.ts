import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { ANSWERS } from './questions';

const listed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.split(',').filter(one => one !== '') : value));

export class PublicNeedsDto {
  /** What applies, separated by commas: values of the questions. */
  @IsOptional() @listed @IsArray() @ArrayMaxSize(30) @IsIn(ANSWERS, { each: true, message: '请从问题的选项中选择 | Choose from the answers of the questions' })
  situation?: string[];

  /** Adcode of the place; counts only firms that serve it. */
  @IsOptional() @Matches(/^\d{2,6}$/, { message: '请填写行政区划代码，例如 141181 | An adcode such as 141181' })
  region?: string;
}

export class NeedsDto extends PublicNeedsDto {
  /** For a firm with a mandate: the enterprise it asks for. An enterprise leaves it out. */
  @IsOptional() @IsUUID()
  enterpriseId?: string;
}

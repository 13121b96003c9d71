import { Transform } from 'class-transformer';
import { IsBoolean, IsIn, IsOptional, IsString, Length } from 'class-validator';

const KINDS = ['consulting', 'testing', 'engineering', 'disposal'] as const;
const STAGES = ['construction', 'operation', 'closure'] as const;
const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

export class SaveSearchDto {
  /** What the firm calls it. */
  @trimmed @IsString() @Length(2, 40)
  name!: string;

  @IsOptional() @IsIn(KINDS)
  kind?: (typeof KINDS)[number];

  @IsOptional() @IsIn(STAGES)
  stage?: (typeof STAGES)[number];

  /** As in the list: fragment of title, number or enterprise, from two characters. */
  @IsOptional() @trimmed @IsString() @Length(2, 50)
  q?: string;

  /** Whether new tasks that fit are told. */
  @IsBoolean()
  alerts!: boolean;
}

export class ChangeSearchDto {
  @IsOptional() @trimmed @IsString() @Length(2, 40)
  name?: string;

  @IsOptional() @IsBoolean()
  alerts?: boolean;
}

export class SavedSearchView {
  id!: string;
  name!: string;
  kind!: string | null;
  stage!: string | null;
  q!: string | null;
  alerts!: boolean;
  createdByName!: string;
  createdAt!: Date;
  version!: number;
}

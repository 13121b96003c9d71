import { ArrayMinSize, IsArray, IsIn, IsObject, IsString, Matches, MaxLength } from 'class-validator';

export class ReadingBatchDto {
  /** 1–1,000 rows `{place, pollutant, at, concentration, flow, state}`: air by the hour (`2026-11-24T09`), water by the day. As measured, never converted. */
  @IsArray() @ArrayMinSize(1)
  rows!: unknown[];
}

export class BasisDto {
  @IsString() @MaxLength(100)
  place!: string;

  @IsString() @MaxLength(40)
  pollutant!: string;

  @Matches(/^20\d{2}Q[1-4]$/)
  quarter!: string;

  @IsIn(['coefficient', 'balance'])
  kind!: 'coefficient' | 'balance';

  /** Coefficient: `activity`, `activityUnit`, `factorKgPerUnit`, `removal`, `treatmentRate`, `source`. Balance: `usedT`, `contentPercent`, `massRatio`, `released`, `removal`, `treatmentRate`, `source`. Decimals as text. */
  @IsObject()
  figures!: Record<string, unknown>;
}

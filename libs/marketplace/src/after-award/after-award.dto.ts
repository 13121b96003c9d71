import { Transform } from 'class-transformer';
import { IsIn, IsISO8601, IsString, Length, Matches } from 'class-validator';

const trimmed = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));
const DAY_TEXT = { message: '请填写日期，例如 2026-12-01 | A day such as 2026-12-01' };
const DAY = /^\d{4}-\d{2}-\d{2}$/;

export class RecordStepDto {
  /** What the platform does by itself is not recorded. */
  @IsIn(['announce', 'report-tendering', 'publish-contract', 'file-contract'])
  step!: 'announce' | 'report-tendering' | 'publish-contract' | 'file-contract';

  @IsISO8601({ strict: true }, DAY_TEXT) @Matches(DAY, DAY_TEXT)
  doneOn!: string;

  /** Address or number of the notice, number of the receipt. */
  @trimmed @IsString() @Length(2, 300)
  reference!: string;
}

export class PerformanceBondDto {
  @IsString() @Matches(/^\d{1,12}(\.\d{1,2})?$/, { message: '请填写金额（元），最多两位小数 | An amount in yuan with at most two decimals' })
  amountYuan!: string;

  @IsIn(['transfer', 'guarantee'])
  form!: 'transfer' | 'guarantee';

  @IsISO8601({ strict: true }, DAY_TEXT) @Matches(DAY, DAY_TEXT)
  receivedOn!: string;

  /** Number of the transfer or of the letter of guarantee. */
  @trimmed @IsString() @Length(2, 100)
  reference!: string;
}

export class ReturnPerformanceBondDto {
  @IsISO8601({ strict: true }, DAY_TEXT) @Matches(DAY, DAY_TEXT)
  returnedOn!: string;
}

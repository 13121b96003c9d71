import { IsIn, IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import type { ImportMode } from './merge-rows';

export class TableImportQuery {
  /** `replace` (when left out): the table becomes what the sheet says; `append`: rows are added or changed, none is taken away. */
  @IsOptional() @IsIn(['replace', 'append'])
  mode?: ImportMode;
}

export class FormImportQuery {
  /** As the preview gave them: `basic:3,products:4`. */
  @IsOptional() @IsString() @MaxLength(1000) @Matches(/^[a-z-]+:\d{1,9}(,[a-z-]+:\d{1,9})*$/, { message: '请先预览，再导入 | Look at the preview first.' })
  versions?: string;
}

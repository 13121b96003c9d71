import { Controller, Get } from '@nestjs/common';
import { Public } from '@huanbao/platform';
import { Conflicts } from './conflicts.service';
import { titleEn } from './rules';

export class ConflictRuleView {
  prior!: string;
  later!: string;
  titleZh!: string;
  titleEn!: string;
  scope!: 'enterprise' | 'province';
  /** Months looked back; 0 for ever. */
  months!: number;
  legalBasis!: string;
  verified!: boolean;
}

/** Who did the first may not do the second, for everybody to read. */
@Controller('public/conflict-rules')
export class PublicConflictsController {
  constructor(private readonly conflicts: Conflicts) {}

  @Get() @Public()
  async list(): Promise<ConflictRuleView[]> {
    return (await this.conflicts.table()).map(({ prior, later, title, scope, months, basis, verified }) => ({ prior, later, titleZh: title, titleEn: titleEn({ prior, later }), scope, months, legalBasis: basis, verified }));
  }
}

import { Controller, Get } from '@nestjs/common';
import { Public } from '@huanbao/platform';
import { Conflicts } from './conflicts.service';
import { ConflictRuleView } from './conflicts.view';
import { titleEn } from './rules';

/** Who did the first may not do the second, for everybody to read. */
@Controller('public/conflict-rules')
export class PublicConflictsController {
  constructor(private readonly conflicts: Conflicts) {}

  @Get() @Public()
  async list(): Promise<ConflictRuleView[]> {
    return (await this.conflicts.table()).map(({ prior, later, title, scope, months, basis, verified }) => ({ prior, later, titleZh: title, titleEn: titleEn({ prior, later }), scope, months, legalBasis: basis, verified }));
  }
}

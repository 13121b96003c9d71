import { Controller, DynamicModule, Get, HttpCode, Module, Param, ParseUUIDPipe, Post, Query } from '@nestjs/common';
import { Allow } from '../access/access.guard';
import { Actor, CurrentActor } from '../access/actor';
import { definePolicy, grant, policyOf } from '../access/policy';
import { PageQuery } from '../http/page';
import { OutboxAdmin } from './outbox-admin';
import { DeadRowPageView } from './outbox-admin.view';

const READ = 'platform.outbox.read';
const REVIVE = 'platform.outbox.revive';

@Controller('outbox/buried')
export class OutboxAdminController {
  constructor(private readonly admin: OutboxAdmin) {}

  /** Jobs that failed all their attempts, latest first. */
  @Get() @Allow(READ)
  list(@Query() query: PageQuery): Promise<DeadRowPageView> {
    return this.admin.buried(query);
  }

  /** Tries one of them again, after its cause was mended. */
  @Post(':id/revive') @HttpCode(204) @Allow(REVIVE)
  async revive(@CurrentActor() actor: Actor, @Param('id', ParseUUIDPipe) id: string): Promise<void> {
    await this.admin.revive(actor, id);
  }
}

interface AdminOptions {
  /** The platform knows no roles; the composition says who looks after the machinery. */
  readonly adminRoles: readonly string[];
}

/** The operator's view of the outbox. */
@Module({})
export class PlatformAdminHttpModule {
  static forRoot({ adminRoles }: AdminOptions): DynamicModule {
    // one process may compose the API more than once, as tests do
    if (!policyOf(READ)) definePolicy({ room: 'platform', table: { [READ]: [grant('any', ...adminRoles)], [REVIVE]: [grant('any', ...adminRoles)] }, relations: () => [], read: READ });
    return { module: PlatformAdminHttpModule, controllers: [OutboxAdminController], providers: [OutboxAdmin] };
  }
}

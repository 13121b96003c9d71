import { Readable } from 'node:stream';
import { Body, Controller, Get, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { IdParam } from '../http/id-param';
import { Allow } from '../access/access.guard';
import { Actor, CurrentActor } from '../access/actor';
import { Clock } from '../clock/clock';
import { PageQuery } from '../http/page';
import { AuditLog } from './audit-log';
import { AuditAreasView, AuditPageView } from './audit-log.view';
import { AuditFilterDto, ReviveDto } from './operator.dto';
import { AUDIT_EXPORT, AUDIT_READ, OUTBOX_READ, OUTBOX_REVIVE, SYSTEM_READ } from './operator.policy';
import { OutboxAdmin } from './outbox-admin';
import { DeadRowPageView } from './outbox-admin.view';
import { SystemState } from './system-state';
import { SystemView } from './system.view';

@Controller('outbox/buried')
export class OutboxAdminController {
  constructor(private readonly admin: OutboxAdmin) {}

  /** Jobs that failed all their attempts, latest first. */
  @Get() @Allow(OUTBOX_READ)
  list(@Query() query: PageQuery): Promise<DeadRowPageView> {
    return this.admin.buried(query);
  }

  /** Tries one of them again, after its cause was mended. */
  @Post(':id/revive') @HttpCode(204) @Allow(OUTBOX_REVIVE)
  async revive(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ReviveDto): Promise<void> {
    await this.admin.revive(actor, id, body.reason.trim());
  }
}

@Controller('audit-log')
export class AuditLogController {
  constructor(
    private readonly log: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** Who did what when on which record, newest first. Looking is recorded as well. */
  @Get() @Allow(AUDIT_READ)
  list(@CurrentActor() actor: Actor, @Query() query: AuditFilterDto): Promise<AuditPageView> {
    return this.log.list(actor, query);
  }

  /** What acts can be about: the values of the filter `action`, with their names. */
  @Get('areas') @Allow(AUDIT_READ)
  areas(): AuditAreasView {
    return this.log.areas();
  }

  /** The same as CSV, at most 20,000 rows. Each export is recorded. */
  @Get('export') @Allow(AUDIT_EXPORT)
  async export(@CurrentActor() actor: Actor, @Query() { limit: _limit, cursor: _cursor, ...filter }: AuditFilterDto): Promise<StreamableFile> {
    const lines = Readable.from(await this.log.export(actor, filter));
    return new StreamableFile(lines, { type: 'text/csv; charset=utf-8', disposition: `attachment; filename="audit-log-${this.clock.today()}.csv"` });
  }
}

@Controller('system')
export class SystemController {
  constructor(private readonly state: SystemState) {}

  /** How the machinery does: database, processes, queues, schedules, head of the audit chain. */
  @Get() @Allow(SYSTEM_READ)
  show(): Promise<SystemView> {
    return this.state.show();
  }
}

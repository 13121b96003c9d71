import { Controller, Get, Header, Inject, Injectable, Query } from '@nestjs/common';
import { IsIn, IsOptional } from 'class-validator';
import { ServiceTask } from '@huanbao/marketplace';
import { City, CITY, Clock, Db, ENV, Env, Public, RateLimit, shanghaiMinute } from '@huanbao/platform';
import { KIND_WORDS, STAGE_WORDS } from '../words';
import { rss } from './rss';

const KINDS = ['consulting', 'testing', 'engineering', 'disposal'] as const;
const STAGES = ['construction', 'operation', 'closure'] as const;
const MOST = 50;

export class TaskFeedQuery {
  @IsOptional() @IsIn(KINDS) kind?: (typeof KINDS)[number];
  @IsOptional() @IsIn(STAGES) stage?: (typeof STAGES)[number];
}

/** New tasks for feed readers. */
@Injectable()
export class TaskFeed {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    @Inject(CITY) private readonly city: City,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** The newest tasks that still take bids. */
  async of({ kind, stage }: TaskFeedQuery): Promise<string> {
    const rows = this.db.repo(ServiceTask).createQueryBuilder('t').where(`t.state = 'published' AND t.listed AND t.bid_deadline > :now`, { now: this.clock.now() });
    if (kind) rows.andWhere('t.kind = :kind', { kind });
    if (stage) rows.andWhere('t.stage = :stage', { stage });
    const tasks = await rows.orderBy('coalesce(t.published_at, t.created_at)', 'DESC').addOrderBy('t.id', 'DESC').limit(MOST).getMany();
    const words = new URLSearchParams(Object.entries({ kind, stage }).flatMap(([name, value]): [string, string][] => (value ? [[name, value]] : []))).toString();
    return rss({
      title: `${this.city.shortName}环保服务任务${kind ? `：${KIND_WORDS[kind].zh}` : ''}`, link: `${this.env.HB_PUBLIC_URL}/tasks`, self: `${this.env.HB_PUBLIC_URL}/api/v1/public/feeds/service-tasks.xml${words ? `?${words}` : ''}`,
      description: `${this.city.name}正在征集报价的环保服务任务`,
      items: tasks.map(task => ({
        title: task.title, link: `${this.env.HB_PUBLIC_URL}/tasks/${task.id}`, category: KIND_WORDS[task.kind].zh, at: task.publishedAt ?? task.createdAt,
        text: `${task.enterpriseName}，${STAGE_WORDS[task.stage].zh}，${task.budgetYuan === null ? '预算未公开' : `预算 ${task.budgetYuan} 元`}，报价截止 ${shanghaiMinute(task.bidDeadline)}。${task.description}`,
      })),
    });
  }
}

@Controller('public/feeds')
export class FeedController {
  constructor(private readonly feed: TaskFeed) {}

  /** RSS 2.0 of tasks that take bids now, newest first, by kind and stage. */
  @Get('service-tasks.xml') @Public() @RateLimit('public-search')
  @Header('content-type', 'application/rss+xml; charset=utf-8') @Header('cache-control', 'public, max-age=300')
  tasks(@Query() query: TaskFeedQuery): Promise<string> {
    return this.feed.of(query);
  }
}

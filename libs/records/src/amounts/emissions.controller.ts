import { Body, Controller, Get, Header, HttpCode, Post, Query, StreamableFile } from '@nestjs/common';
import { SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Allow, Audit, Clock, CurrentActor, IdParam, Idempotent, Public, RateLimit } from '@huanbao/platform';
import { PermitRecords } from '../access/permit-records';
import { BatchOutcomeView } from '../ledger/ledger.view';
import { YearDto } from '../monitoring/monitoring.dto';
import { emissionsPolicy } from '../records.policy';
import { EmissionData } from './emission-data.service';
import type { BasisFigures } from './emission.entity';
import { BasisDto, ReadingBatchDto } from './emissions.dto';
import { Emissions } from './emissions.service';
import { AmountView, amountView, BasisView, emissionsHead, EmissionsView, publicAmount, PublicEmissionsView } from './emissions.view';

const METHODS: Readonly<Record<string, string>> = { automatic: '自动监测', manual: '手工监测', coefficient: '产污系数', balance: '物料衡算', standing: '停产（零排放）', mixed: '分季不同' };
const FIGURES = { coefficient: ['activity', 'activityUnit', 'factorKgPerUnit', 'removal', 'treatmentRate', 'source'], balance: ['usedT', 'contentPercent', 'massRatio', 'released', 'removal', 'treatmentRate', 'source'] } as const;

/** 实际排放量 of a permit; `:id` is the permit's. */
@Controller('emissions')
export class EmissionsController {
  constructor(
    private readonly records: PermitRecords,
    private readonly emissions: Emissions,
    private readonly data: EmissionData,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Amounts of a calendar year up to today, by outlet and pollutant, with the way to each figure. */
  @Get(':id') @Allow('emissions.read')
  async show(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: YearDto): Promise<EmissionsView> {
    const permit = await this.records.require(actor, id, { policy: emissionsPolicy, action: 'emissions.read' });
    const year = query.year ?? this.clock.today().slice(0, 4);
    const span = { from: `${year}-01-01`, to: `${year}-12-31` };
    const amounts = (await this.emissions.details(permit, span)).map(amountView);
    return { ...emissionsHead(permit, this.clock.today()), year, ...span, amounts, actions: emissionsPolicy.actionsOn(actor, permit) };
  }

  /** The same as a spreadsheet. Each export is recorded. */
  @Get(':id/export') @Allow('emissions.read')
  async export(@CurrentActor() actor: Actor, @IdParam() id: string, @Query() query: YearDto): Promise<StreamableFile> {
    const { year, siteName, amounts } = await this.show(actor, id, query);
    await this.audit.record({ actor, action: 'emissions.export', subject: { type: 'permit', id }, details: { year } });
    return spreadsheet({ name: `${siteName}${year}年实际排放量`, title: '实际排放量', columns: COLUMNS }, rowsOf(amounts));
  }

  /** Up to 1,000 hourly (air) or daily (water) means of automatic monitoring, for programs. */
  @Post(':id/readings') @HttpCode(200) @Allow('emissions.edit') @Idempotent()
  async readings(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: ReadingBatchDto): Promise<BatchOutcomeView> {
    const rows = await this.data.readings(actor, id, body.rows);
    const count = (status: string): number => rows.filter(row => row.status === status).length;
    return { accepted: count('accepted'), existing: count('existing'), refused: count('refused'), rows: rows.map(row => ({ ...row, errors: [...row.errors] })) };
  }

  /** Figures of a coefficient or a material balance for a quarter without usable monitoring. */
  @Post(':id/bases') @Allow('emissions.edit') @Idempotent()
  async basis(@CurrentActor() actor: Actor, @IdParam() id: string, @Body() body: BasisDto): Promise<BasisView> {
    const { kind, place, pollutant, quarter } = body;
    const figures = Object.fromEntries(FIGURES[kind].map(name => [name, typeof body.figures[name] === 'number' ? String(body.figures[name]) : typeof body.figures[name] === 'string' ? body.figures[name].trim().slice(0, 200) : '']));
    const row = await this.data.basis(actor, id, { place, pollutant, quarter, kind, figures: figures as unknown as BasisFigures });
    return { id: row.id, place, pollutant, quarter, kind, figures: row.figures, enteredByName: row.enteredByName, enteredAt: row.enteredAt };
  }
}

/** 排放量 for everyone (排污许可管理条例 art. 23): the figures of a year, never the way to them, which would tell of production and materials. */
@Controller('public/emissions')
export class PublicEmissionsController {
  constructor(
    private readonly records: PermitRecords,
    private readonly emissions: Emissions,
    private readonly clock: Clock,
  ) {}

  /** What a permit's outlets really emitted in a calendar year, against what is permitted. `:id` is the permit's. */
  @Get(':id') @Public() @RateLimit('public-search') @Header('cache-control', 'public, max-age=600')
  async show(@IdParam() id: string, @Query() query: YearDto): Promise<PublicEmissionsView> {
    const { permit } = await this.records.byId(id);
    const year = query.year ?? this.clock.today().slice(0, 4);
    const amounts = (await this.emissions.details(permit, { from: `${year}-01-01`, to: `${year}-12-31` })).map(publicAmount);
    return { permitId: permit.id, year, until: this.clock.today(), amounts };
  }
}

const quarter = (row: AmountView, index: number): string | null => row.quarters.find(one => one.key.endsWith(`Q${index}`))?.amountT ?? null;

const COLUMNS: readonly SheetColumn<AmountView>[] = [
  { header: '排放口', width: 12, of: row => (row.outletCode === 'plant' ? '全厂（废气）' : row.outletCode) },
  { header: '污染物', width: 16, of: row => row.pollutantTitle.zh },
  ...[1, 2, 3, 4].map((index): SheetColumn<AmountView> => ({ header: `第${index}季度（t）`, width: 14, of: row => quarter(row, index) })),
  { header: '全年（t）', width: 14, of: row => row.amountT },
  { header: '许可量（t/a）', width: 14, of: row => row.permittedT },
  { header: '已用（%）', width: 10, of: row => row.usedPercent },
  { header: '核算方法', width: 14, of: row => (row.method ? (METHODS[row.method] ?? row.method) : null) },
  { header: '数据是否齐全', width: 14, of: row => (row.complete ? '是' : '否') },
  { header: '计算过程', width: 120, of: row => row.quarters.map(one => `${one.key}：${one.steps.map(step => step.zh).join('；')}`).join('\n') || null },
];

async function* rowsOf(amounts: readonly AmountView[]): AsyncGenerator<AmountView> {
  yield* amounts;
}

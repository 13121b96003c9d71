import { Injectable, OnModuleInit } from '@nestjs/common';
import { FirmTies } from '@huanbao/market-signals';
import { type ServiceTask, type TaskGuard, TaskGuards } from '@huanbao/marketplace';
import Decimal from 'decimal.js';
import { ReputationParameters } from '../parameters.service';

/** Ties that leave little doubt. */
const BOUND = 'strong';

/** Work that says nothing of a firm is not rated: a trifle, or done among related parties, would buy a good name cheaply. */
@Injectable()
export class RatingGuard implements TaskGuard, OnModuleInit {
  constructor(
    private readonly parameters: ReputationParameters,
    private readonly ties: FirmTies,
    private readonly guards: TaskGuards,
  ) {}

  onModuleInit(): void {
    this.guards.register(this);
  }

  beforePublish = (): Promise<void> => Promise.resolve();
  beforeAward = (): Promise<void> => Promise.resolve();
  afterAgain = (): Promise<void> => Promise.resolve();

  async ratingObstacle({ enterpriseId, awardedFirmId, awardedPriceYuan }: ServiceTask): Promise<{ zh: string; en: string } | null> {
    const floor = (await this.parameters.today())('rating-floor');
    if (awardedPriceYuan !== null && new Decimal(awardedPriceYuan).lt(floor)) return { zh: `成交价低于 ${floor.toFixed(2)} 元，不参与评价`, en: `it was awarded below CNY ${floor.toFixed(2)}` };
    const tie = awardedFirmId ? (await this.ties.of(awardedFirmId, [enterpriseId])).find(one => one.strength === BOUND) : undefined;
    // which tie it is concerns people of both: it is not told here
    return tie ? { zh: '双方存在关联关系，互相评价不计入信誉。登记有误的，请更正单位信息', en: 'the two sides are related. If the register is wrong, correct the organisation’s particulars' } : null;
  }
}

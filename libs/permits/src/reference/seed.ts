import { INestApplicationContext } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { LimitStandard } from '../limit-standard.entity';
import { ProcedurePeriod } from '../life/procedure-period.entity';
import { PERIOD_SEED } from '../life/review-period';
import { LIMIT_SEED } from './limits';

/** Loads the reference limits. Rows that are there stay as they are: an officer may have verified or ended them. */
export async function seedPermitsReference(app: INestApplicationContext): Promise<void> {
  await app.get(Db).repo(LimitStandard).createQueryBuilder().insert().values(LIMIT_SEED.map(row => ({ ...row }))).orIgnore().execute();
  await app.get(Db).repo(ProcedurePeriod).createQueryBuilder().insert().values(PERIOD_SEED.map(row => ({ ...row }))).orIgnore().execute();
}

import { INestApplicationContext } from '@nestjs/common';
import { Clock, Db } from '@huanbao/platform';
import { LibraryCondition } from '../conditions/condition.entity';
import { DischargeStandard, LimitStandard } from '../limit-standard.entity';
import { ProcedurePeriod } from '../life/procedure-period.entity';
import { PERIOD_SEED } from './periods';
import { codeKey } from '../review/limit-fit';
import { CONDITION_SEED } from './conditions';
import { PermitMaterial } from '../life/material.entity';
import { LIMIT_SEED } from './limits';
import { MATERIAL_SEED } from './materials';
import { STANDARD_SEED } from './standards';

/** Loads the reference limits, periods and materials. Rows that are there stay as they are: an officer may have verified or ended them. */
export async function seedPermitsReference(app: INestApplicationContext): Promise<void> {
  const createdAt = app.get(Clock).now();
  await app.get(Db).repo(DischargeStandard).createQueryBuilder().insert().values(STANDARD_SEED.map(row => ({ ...row, key: codeKey(row.code), verified: false, createdByName: null, createdAt }))).orIgnore().execute();
  await app.get(Db).repo(LimitStandard).createQueryBuilder().insert().values(LIMIT_SEED.map(row => ({ ...row }))).orIgnore().execute();
  await app.get(Db).repo(PermitMaterial).createQueryBuilder().insert().values(MATERIAL_SEED.map(row => ({ ...row }))).orIgnore().execute();
  await app.get(Db).repo(ProcedurePeriod).createQueryBuilder().insert().values(PERIOD_SEED.map(row => ({ ...row }))).orIgnore().execute();
  await app.get(Db).repo(LibraryCondition).createQueryBuilder().insert().values(CONDITION_SEED.map(row => ({ ...row, parameters: [...row.parameters], createdAt })) as object[]).orIgnore().execute();
}

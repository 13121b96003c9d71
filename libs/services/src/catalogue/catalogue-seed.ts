import { INestApplicationContext } from '@nestjs/common';
import { Clock, Db } from '@huanbao/platform';
import { CatalogueService, CatalogueVersion } from './catalogue.entity';
import type { CatalogueCell, CatalogueRow } from './catalogue-rows';
import { CLOSURE } from './closure-rows';
import { CONSTRUCTION } from './construction-rows';
import { OPERATION } from './operation-rows';

/** The catalogue as the platform brings it: four kinds in three stages. */
export const CATALOGUE: readonly CatalogueCell[] = [...CONSTRUCTION, ...OPERATION, ...CLOSURE];

/** Puts in what is not there yet. What an officer has edited stays. */
export async function seedServicesReference(app: INestApplicationContext): Promise<void> {
  const [db, now] = [app.get(Db), app.get(Clock).now()];
  let position = 0;
  for (const { kind, stage, rows } of CATALOGUE)
    for (const row of rows) {
      position += 10;
      const head = { code: row.code, kind, stage, position, titleZh: row.titleZh, titleEn: row.titleEn, active: true, version: 1 };
      await db.repo(CatalogueService).createQueryBuilder().insert().values(head).orIgnore().execute();
      await db.repo(CatalogueVersion).createQueryBuilder().insert().values(versionOf(row, now)).orIgnore().execute();
    }
}

function versionOf(row: CatalogueRow, createdAt: Date): CatalogueVersion {
  const { code, titleZh, titleEn, purposeZh, purposeEn, scope, deliverables, days, requirement, law } = row;
  return {
    code, version: 1, titleZh, titleEn, active: true, purposeZh, purposeEn, scopeTemplate: scope, deliverables: [...deliverables], durationDays: days, requirement, legalBasis: law,
    note: '随平台提供', changedBy: null, changedByName: '平台', createdAt,
  };
}

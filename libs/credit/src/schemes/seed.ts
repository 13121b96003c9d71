import { INestApplicationContext } from '@nestjs/common';
import { Clock, Db, newId, SYSTEM_USER_ID } from '@huanbao/platform';
import { CreditForce, CreditScheme, CreditSchemeRow } from '../credit.entity';
import { SchemeUpkeep } from './scheme-upkeep';
import { SHIPPED_FORCES, SHIPPED_SCHEMES } from './shipped';

/** Loads the schemes that ship with the platform. A scheme that is there in any version keeps what it says; rows that ship since then come to it by a further version. */
export async function seedCreditReference(app: INestApplicationContext): Promise<void> {
  const db = app.get(Db);
  const now = app.get(Clock).now();
  await db.transaction(async () => {
    for (const { rows, ...shipped } of SHIPPED_SCHEMES) {
      if (await db.repo(CreditScheme).existsBy({ key: shipped.key })) {
        await app.get(SchemeUpkeep).bring({ rows, ...shipped });
        continue;
      }
      const id = newId();
      await db.repo(CreditScheme).insert({ ...shipped, id, state: 'published', effectiveTo: null, basedOn: null, additions: [], version: 1, createdBy: SYSTEM_USER_ID, createdByName: '平台', createdAt: now, publishedBy: SYSTEM_USER_ID, publishedByName: '平台', publishedAt: now });
      await db.repo(CreditSchemeRow).insert(rows.map((row, position) => ({ ...row, id: newId(), schemeId: id, position })) as object[]);
    }
    for (const force of SHIPPED_FORCES) {
      if (await db.repo(CreditForce).existsBy({ subjectKind: force.subjectKind, effectiveFrom: force.effectiveFrom })) continue;
      await db.repo(CreditForce).insert({ ...force, id: newId(), decidedByName: '平台', decidedAt: now });
    }
  });
}

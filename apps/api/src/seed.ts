import { randomBytes } from 'node:crypto';
import { INestApplicationContext } from '@nestjs/common';
import { seedCaseworkReference } from '@huanbao/casework';
import { seedCreditDemo, seedCreditReference } from '@huanbao/credit';
import { seedEvaluationDemo } from '@huanbao/evaluation';
import { DemoAccount, seedFurtherEnterprise, seedFurtherFirms, seedIdentityDemo } from '@huanbao/identity';
import { seedMarketplaceDemo } from '@huanbao/marketplace';
import { seedPermitsDemo, seedPermitsReference } from '@huanbao/permits';
import { Db } from '@huanbao/platform';
import { seedFurtherFirmsDemo, seedProvidersDemo, seedProvidersReference } from '@huanbao/providers';
import { seedServicesReference } from '@huanbao/services';
import { seedReference } from '@huanbao/reference';
import { seedReportsDemo } from '@huanbao/reports';
import { seedStewardshipDemo } from '@huanbao/stewardship';

const DEMO_LOCK = 7_142_002;

/** Reference data every city needs: holidays, remedies, standards. Repeatable; what an officer changed is not overwritten. */
export async function seedReferenceData(app: INestApplicationContext): Promise<void> {
  await seedCaseworkReference(app);
  await seedPermitsReference(app);
  await seedProvidersReference(app);
  await seedServicesReference(app);
  await seedReference(app);
  await seedCreditReference(app);
}

/**
 * The demonstration city, built through the rooms' own services. Only into a database without organisations.
 * Returns the accounts, or undefined when there was nothing to do.
 */
export async function seedDemo(app: INestApplicationContext): Promise<DemoAccount[] | undefined> {
  const db = app.get(Db);
  return db.transaction(async () => {
    await db.query(`SELECT pg_advisory_xact_lock(${DEMO_LOCK})`);
    const [known] = await db.query<{ n: string }>('SELECT count(*) AS n FROM organisation');
    if (Number(known?.n) > 0) return undefined;
    const demo = await seedFurtherEnterprise(app, await seedFurtherFirms(app, await seedIdentityDemo(app, { password: demoPassword() })));
    await seedProvidersDemo(app, demo);
    await seedFurtherFirmsDemo(app, demo);
    await seedPermitsDemo(app, demo);
    await seedReportsDemo(app, demo);
    await seedMarketplaceDemo(app, demo);
    await seedEvaluationDemo(app, demo);
    await seedStewardshipDemo(app, demo);
    await seedCreditDemo(app, demo);
    return [...demo.accounts];
  });
}

/** One password for all demo accounts, made anew for each installation and easy to type. */
function demoPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const word = [...randomBytes(8)].map(byte => letters[byte % letters.length]).join('');
  return `Demo-${word.slice(0, 4)}-${word.slice(4)}`;
}

import { readFileSync } from 'node:fs';
import type { Account } from './steps/client';
import { Journey, People, run } from './steps/journey';
import { methodsJourney } from './steps/methods.journey';
import { permitJourney } from './steps/permit.journey';
import { taskJourney } from './steps/task.journey';

/** `npm run up -- --smoke`: the main journeys through the public API of a running platform. */
async function main(): Promise<void> {
  const [baseUrl = '', accountsFile = ''] = process.argv.slice(2);
  const accounts = JSON.parse(readFileSync(accountsFile, 'utf8')) as Account[];
  let [passed, failed] = [0, 0];
  // one session a person: a code of the second factor works once
  const people = new People(baseUrl, accounts);
  for (const journey of [permitJourney, taskJourney, methodsJourney] as Journey<unknown>[]) {
    process.stdout.write(`${journey.name}\n`);
    try {
      passed += await run(journey, people, line => process.stdout.write(`${line}\n`));
    } catch (error) {
      failed += 1;
      process.stdout.write(`  ✗ ${(error as Error).message}\n`);
    }
  }
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 ? 0 : 1);
}

void main();

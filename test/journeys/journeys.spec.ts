import { JourneyCity } from './journey-city';
import type { Journey } from './steps/journey';
import { reportJourney } from './steps/report.journey';
import { reviewWorkJourney } from './steps/review-work.journey';

const city = new JourneyCity();

beforeAll(() => city.begin());
afterAll(() => city.end());

/**
 * Journeys over HTTP in one city, with relay, queue and worker running as in production. The permit from its beginning, the task and
 * the methods are walked on whole platforms instead: `npm run up -- --smoke` and `npm run test:redis`.
 */
describe.each([reviewWorkJourney, reportJourney] as Journey<unknown>[])('$name', journey => {
  let context: unknown;

  beforeAll(async () => {
    context = await journey.begin(city.people);
  });

  it.each(journey.steps.map(step => [step.title, step] as const))('%s', async (_, step) => {
    await step.run(context);
  });
});

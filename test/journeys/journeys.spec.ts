import { JourneyCity } from './journey-city';
import type { Journey } from './steps/journey';
import { permitJourney } from './steps/permit.journey';
import { reportJourney } from './steps/report.journey';
import { reviewWorkJourney } from './steps/review-work.journey';
import { taskJourney } from './steps/task.journey';

/** The journeys of the smoke test over HTTP, with relay, queue and worker running as in production. */
describe.each([permitJourney, reviewWorkJourney, taskJourney, reportJourney] as Journey<unknown>[])('$name', journey => {
  const city = new JourneyCity();
  let context: unknown;

  beforeAll(async () => {
    await city.begin();
    context = await journey.begin(city.people);
  });

  afterAll(() => city.end());

  it.each(journey.steps.map(step => [step.title, step] as const))('%s', async (_, step) => {
    await step.run(context);
  });
});

import { FixedClock } from '@huanbao/platform';
import { JourneyCity } from './journey-city';
import type { Journey } from './steps/journey';
import { banJourney, exOfficioJourney, forfeitureJourney, reissueAndCancelJourney } from './steps/permit-ending.journeys';
import { adjustJourney, changeJourney, reapplyJourney, renewalJourney } from './steps/permit-life.journeys';
import { registrationJourney } from './steps/registration.journey';

/** In the order of time: the last ones move the clock by years, and after a revocation for fraud nobody may apply. */
const JOURNEYS = [registrationJourney, changeJourney, reapplyJourney, adjustJourney, reissueAndCancelJourney, exOfficioJourney, forfeitureJourney, renewalJourney, banJourney] as Journey<unknown>[];

const clock = new FixedClock(new Date('2026-11-23T02:00:00Z'));
const city = new JourneyCity(clock);

/** A whole permit stands before the first step; a slow machine takes its time for that. */
const PREPARING_MS = 300_000;

beforeAll(() => city.begin(), PREPARING_MS);
afterAll(() => city.end());

/** Every business of a permit over HTTP, in one city with relay, queue and worker running. */
describe.each(JOURNEYS)('$name', journey => {
  let context: unknown;
  beforeAll(async () => {
    context = await journey.begin(city.people, city.inside);
  }, PREPARING_MS);
  it.each(journey.steps.map(step => [step.title, step] as const))('%s', async (_, step) => {
    await step.run(context);
  });
});

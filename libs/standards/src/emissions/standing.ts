import { D, figure, type Outcome, type Step } from './amount';

/** Nothing was discharged, as each day of the period stood: zero, with what says so. */
export const nothingDischarged = (steps: readonly Step[]): Outcome => figure({ method: 'standing', tonnes: new D(0), steps });

import { pollutantName } from '@huanbao/permits';

export interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What the plan of a permit calls a pollutant; the code itself when it is not in the dictionary. */
export const pollutantTitle = (pollutant: string): Words => ({ ...pollutantName(pollutant) });

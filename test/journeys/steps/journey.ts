import { Account, Client } from './client';

/** A procedure as a list of steps: it serves as test, as smoke check and as documentation. */
export interface Step<C> {
  /** What a person does, as a sentence. */
  readonly title: string;
  readonly run: (context: C) => Promise<void>;
}

/** What a test has and a running city has not. */
export interface Inside {
  /** Another day for everyone; sessions of before are over. */
  readonly moveTo: (instant: string) => Promise<void>;
  readonly rows: <T>(sql: string, values?: unknown[]) => Promise<T[]>;
}

export interface Journey<C> {
  readonly name: string;
  /** `inside` only where the journey is walked as a test: a clock that can be moved, and the rows behind the API. */
  readonly begin: (people: People, inside?: Inside) => Promise<C>;
  readonly steps: readonly Step<C>[];
}

/** The people of the demonstration city, signed in when first asked for. */
export class People {
  private readonly clients = new Map<string, Promise<Client>>();

  constructor(
    readonly baseUrl: string,
    private readonly accounts: readonly Account[],
    private readonly now: () => number = Date.now,
  ) {}

  /** Everybody signs in again. */
  forget(): void {
    this.clients.clear();
  }

  /** The n-th account of a role. */
  as(role: string, nth = 0): Promise<Client> {
    const account = this.accounts.filter(a => a.role === role)[nth];
    if (!account) throw new Error(`There is no demo account ${nth} of the role ${role}`);
    const known = this.clients.get(account.login) ?? new Client(this.baseUrl, account, this.now).signIn();
    this.clients.set(account.login, known);
    return known;
  }

  get anyone(): Client {
    return new Client(this.baseUrl);
  }
}

/** Runs all steps in order; the first failure names its step. */
export async function run<C>(journey: Journey<C>, people: People, report: (line: string) => void = () => undefined): Promise<number> {
  const context = await journey.begin(people);
  for (const [index, step] of journey.steps.entries()) {
    const started = performance.now();
    try {
      await step.run(context);
    } catch (error) {
      throw new Error(`${journey.name}, step ${index + 1} (${step.title}): ${(error as Error).message}`, { cause: error });
    }
    report(`  ✓ ${step.title} (${Math.round(performance.now() - started)} ms)`);
  }
  return journey.steps.length;
}

/** Something that happened, past tense: `permit.decided`. The payload holds ids, never secrets or personal data. */
export interface EventDefinition<P extends object> {
  readonly name: string;
  /** Phantom, carries the payload type. */
  readonly payload?: P;
}

/** Something to do, imperative: `permit.tell-enterprise`. Run by exactly one handler in the worker. */
export interface JobDefinition<P extends object> {
  readonly name: string;
  readonly queue: QueueName;
  readonly on: readonly string[];
  readonly attempts: number;
  readonly payload?: P;
}

/** Queues separate slow work from quick work, so that a report of 200 pages does not hold up a notice. */
export const QUEUES = ['quick', 'documents', 'review', 'mail'] as const;
export type QueueName = (typeof QUEUES)[number];

const jobs = new Map<string, JobDefinition<object>>();

export function defineEvent<P extends object>(name: string): EventDefinition<P> {
  return { name };
}

interface JobOptions<P extends object> {
  readonly queue: QueueName;
  /** Events whose publication enqueues this job; their payload must fit the job's. */
  readonly on?: EventDefinition<P> | readonly EventDefinition<P>[];
  /** Attempts before the row is buried for a person to look at. Default 8 (about an hour with back-off). */
  readonly attempts?: number;
}

export function defineJob<P extends object>(name: string, options: JobOptions<P>): JobDefinition<P> {
  if (jobs.has(name)) throw new Error(`Job ${name} is defined twice`);
  const on = options.on === undefined ? [] : Array.isArray(options.on) ? options.on : [options.on];
  const job: JobDefinition<P> = {
    name,
    queue: options.queue,
    on: (on as readonly EventDefinition<P>[]).map(event => event.name),
    attempts: options.attempts ?? 8,
  };
  jobs.set(name, job as JobDefinition<object>);
  return job;
}

export function allJobs(): readonly JobDefinition<object>[] {
  return [...jobs.values()];
}

export function jobNamed(name: string): JobDefinition<object> | undefined {
  return jobs.get(name);
}

export function jobsOn(event: string): readonly JobDefinition<object>[] {
  return allJobs().filter(job => job.on.includes(event));
}

/** A recurring job. Times are civil times in Asia/Shanghai. */
export interface Schedule {
  readonly job: JobDefinition<Record<string, never>>;
  readonly every: { readonly minutes: number } | { readonly dailyAt: `${number}:${number}` };
}

const schedules: Schedule[] = [];

export function defineSchedule(job: JobDefinition<Record<string, never>>, every: Schedule['every']): void {
  schedules.push({ job, every });
}

export function allSchedules(): readonly Schedule[] {
  return schedules;
}

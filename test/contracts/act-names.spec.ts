import { allMachines } from '@huanbao/casework';
import { ActNames, allJobs, allSchedules } from '@huanbao/platform';
import '../../apps/api/src/rooms';
import '../../apps/worker/src/rooms';
import { ANY_MACHINE, Found, WrittenAct, writtenActs } from './written-acts';

/** Whoever reads the audit log reads words: what can be written there has a name, and nothing else has. */
describe('the names of what is done', () => {
  const names = new ActNames();
  let written: readonly WrittenAct[];

  beforeAll(() => {
    written = writtenActs();
  });

  const nameless = (pick: (act: WrittenAct) => Found, named: (code: string) => unknown): string[] =>
    [...new Set(written.flatMap(act => [...pick(act).values].filter(code => code !== ANY_MACHINE && !named(code)).map(code => `${code} (${act.place})`)))].sort();
  const all = (pick: (act: WrittenAct) => Found): Set<string> => new Set(written.flatMap(act => [...pick(act).values]));
  const machineSteps = allMachines().flatMap(({ kind, actions }) => ['open', ...Object.keys(actions)].map(action => `${kind}.${action}`));

  it('finds the places that write to the log', () => {
    expect(written.length).toBeGreaterThan(270);
    expect(all(act => act.action)).toContain('organisation.suspend');
  });

  it('knows what each of them can write: a code that arrives as a plain string is given a type or a table', () => {
    expect(written.flatMap(act => [...act.action.open, ...act.subjectType.open].map(open => `${act.place} ← ${open}`))).toEqual([]);
  });

  it('has words for each act: add them to the table of the room, <room>.acts.ts', () => {
    expect(nameless(act => act.action, code => names.ofAct(code))).toEqual([]);
  });

  it('has words for each kind of record', () => {
    expect(nameless(act => act.subjectType, code => names.ofSubject(code))).toEqual([]);
  });

  it.each(allMachines().map(machine => [machine.kind, machine] as const))('calls the steps of %s as its machine does', (kind, machine) => {
    expect(names.ofSubject(kind)).toEqual(machine.title);
    expect(names.ofAct(`${kind}.open`)).toEqual({ zh: `${machine.title.zh} · 新建`, en: `${machine.title.en} · Opened` });
    for (const [action, { label }] of Object.entries(machine.actions)) expect(names.ofAct(`${kind}.${action}`)).toEqual({ zh: `${machine.title.zh} · ${label.zh}`, en: `${machine.title.en} · ${label.en}` });
  });

  it('has words for each job, recurring or queued', () => {
    const jobs = [...allJobs(), ...allSchedules().map(schedule => schedule.job)];
    expect(jobs.length).toBeGreaterThan(180);
    expect(jobs.map(job => job.name).filter(name => !names.ofJob(name))).toEqual([]);
  });

  it('names nothing twice: steps of cases are named by their machine', () => {
    expect(names.codes().twice).toEqual([]);
  });

  it('names nothing that is not done any more', () => {
    const codes = names.codes();
    const acts = new Set([...all(act => act.action), ...machineSteps]);
    const subjects = new Set([...all(act => act.subjectType), ...allMachines().map(machine => machine.kind)]);
    const jobs = new Set(allJobs().map(job => job.name));
    expect(codes.acts.filter(code => !acts.has(code))).toEqual([]);
    expect(codes.subjects.filter(type => !subjects.has(type))).toEqual([]);
    expect(codes.jobs.filter(job => !jobs.has(job))).toEqual([]);
  });

  it('offers every area that has acts, by name', () => {
    const areas = names.areas();
    expect(new Set(areas.map(area => area.code))).toEqual(new Set(names.codes().acts.map(code => code.split('.')[0])));
    expect(areas.map(area => area.name.zh)).toEqual([...areas.map(area => area.name.zh)].sort((a, b) => a.localeCompare(b, 'zh-CN')));
    // two areas of one name could not be told apart in the filter
    expect(new Set(areas.map(area => area.name.zh)).size).toBe(areas.length);
  });
});

import { DutyPlanner } from '@huanbao/duties';
import { filledReportPart, isReckoned } from '@huanbao/reports';
import { type Any, type Person, RecordsWorld } from '../records/world';

export type { Any, Person };

/** The evening of the last day (15 January): after the quarter, in time, and no session ends before midnight. */
export const AFTER_QUARTER = '2027-01-15T15:20:00Z';

/** The hospital's permit of 2026-11-23 with results, ledgers and duties, on a day on which the report of the quarter can be handed in. */
export class ReportsWorld {
  private constructor(
    readonly records: RecordsWorld,
    readonly hospital: Person,
    readonly quarterlyDuty: string,
  ) {}

  static async begin(): Promise<ReportsWorld> {
    const records = await RecordsWorld.begin();
    await records.world.runJobs();
    // sessions end by themselves: people sign in on the day on which they work
    records.world.clock.set(AFTER_QUARTER);
    const hospital = await records.hospital();
    await results(records, hospital);
    await records.world.worker.get(DutyPlanner, { strict: false }).plan(records.permitId);
    const [duty] = await records.world.db.query<{ id: string }>(`SELECT id FROM obligation WHERE kind = 'report-quarterly' AND key = 'report-quarterly:2026-10-01'`);
    return new ReportsWorld(records, hospital, duty?.id as string);
  }

  end = (): Promise<void> => this.records.end();
  rows = <T = Any>(sql: string, values: unknown[] = []): Promise<T[]> => this.records.world.db.query<T>(sql, values);
  jobs = (): Promise<unknown> => this.records.world.runJobs();
  officer = (role = 'bureau.reviewer'): Promise<Person> => this.records.officer(role);

  /** A report of the quarter, begun by the hospital. */
  async begun(): Promise<string> {
    const answer = await this.hospital.post('/execution-reports', { dutyId: this.quarterlyDuty });
    return (answer.body.id ?? answer.body.reportId) as string;
  }

  async part(person: Person, id: string, part: string): Promise<Any> {
    return (await person.get(`/execution-reports/${id}/parts/${part}`)).body as Any;
  }

  async save(person: Person, id: string, part: string, data: object): Promise<Any> {
    const { version } = await this.part(person, id, part);
    return person.patch(`/execution-reports/${id}/parts/${part}`, { data }, { ifMatch: version as number });
  }

  /** Fills what the platform does not know and says that every part is complete. */
  async fill(person: Person, id: string, conclusion = CONCLUSION): Promise<void> {
    const basic = await this.part(person, id, 'basic');
    const rows = (table: string, more: object): Any[] => ((basic.data as Any)[table] as Any[]).map(row => ({ ...more, ...row }));
    await this.save(person, id, 'basic', { facilities: rows('facilities', { runningHours: '900' }), products: rows('products', { output: '250' }), fuels: rows('fuels', { amount: '8' }) });
    const monitoring = await this.part(person, id, 'monitoring');
    await this.save(person, id, 'monitoring', { results: (monitoring.data.results as Any[]).map(row => ({ ...row, unit: row.unit ?? 'mg/m³', explanation: '本季首次领证，已安排下季补测' })) });
    await this.save(person, id, 'treatment', { runs: [], hasAbnormal: false });
    const emissions = await this.part(person, id, 'emissions');
    await this.save(person, id, 'emissions', await this.amounts(emissions.data as Any));
    await this.save(person, id, 'conclusion', { overall: 'kept', text: conclusion });
    for (const part of ['basic', 'emissions', 'monitoring', 'treatment', 'conclusion', 'attachments']) await this.complete(person, id, part);
  }

  /** Every outlet and factor the check asks for, with small amounts that add up. */
  private async amounts(data: Any): Promise<object> {
    const air = ['PM', 'SO2', 'NOx'].map(one => ['DA001', one] as const);
    const water = ['COD', 'BOD5', 'SS', 'animal-oil', 'oil'].map(one => ['DW001', one] as const);
    const pairs = [...air, ...water];
    const months = ['2026-11', '2026-12'];
    const amounts = pairs.flatMap(([outletCode, pollutant]) => months.map(subPeriod => {
      const there = (data.amounts as Any[] | undefined)?.find(row => row.outletCode === outletCode && row.pollutant === pollutant && row.subPeriod === subPeriod);
      return there ?? { outletCode, pollutant, subPeriod, amountT: '0.01', method: 'coefficient' };
    }));
    const sum = (outlet: string, pollutant: string): string => amounts.filter(row => row.outletCode === outlet && row.pollutant === pollutant).reduce((total, row) => total + Number(row.amountT), 0).toFixed(9);
    const totals = pairs.map(([outletCode, pollutant]) => ({ outletCode, pollutant, totalT: sum(outletCode, pollutant), permittedT: outletCode === 'DA001' && pollutant === 'NOx' ? '0.9' : '/' }));
    return { amounts, totals: [...totals, { outletCode: '全厂', pollutant: 'NOx', totalT: sum('DA001', 'NOx'), permittedT: '0.9' }], withinAmounts: true, withinLimits: true };
  }

  async complete(person: Person, id: string, part: string): Promise<Any> {
    const { version } = await this.part(person, id, part);
    const answer = await person.post(`/execution-reports/${id}/parts/${part}/complete`, { done: true }, { ifMatch: version as number });
    if (answer.status !== 200) throw new Error(`${part}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body;
  }

  /** Runs the rules, and gives each warning an explanation. */
  async checked(person: Person, id: string): Promise<Any> {
    await person.post(`/execution-reports/${id}/checks`);
    await this.jobs();
    const { body } = await person.get(`/execution-reports/${id}/checks/latest`);
    for (const one of (body.findings as Any[]).filter(each => each.level === 'W')) await person.put(`/execution-reports/${id}/findings/${one.id as string}/explanation`, { text: '情况属实，已核对原始记录' });
    return (await person.get(`/execution-reports/${id}/checks/latest`)).body as Any;
  }

  async handedIn(): Promise<string> {
    const id = await this.begun();
    await this.fill(this.hospital, id);
    await this.checked(this.hospital, id);
    const answer = await this.hospital.post(`/execution-reports/${id}/submit`, { commitment: true });
    if (answer.status !== 200) throw new Error(`submit: ${answer.status} ${JSON.stringify(answer.body)}`);
    return id;
  }

  /** The accounts of the city on another day: everybody signs in anew. */
  async moveTo(instant: string): Promise<Person> {
    await this.records.world.moveTo(instant);
    return this.records.hospital();
  }

  private mandateId: string | null = null;

  /** A confirmed mandate of the hospital to the first firm; the one before ends. */
  async mandate(verbs: string[], days: { validFrom: string; validTo: string }): Promise<Person> {
    const [hospital, firm] = [await this.records.hospital(), await this.records.world.as('firm.manager')];
    if (this.mandateId) await hospital.post(`/mandates/${this.mandateId}/revoke`, { reason: '改签新的委托' });
    const proposed = await hospital.post('/mandates', { enterpriseId: hospital.orgId, firmId: firm.orgId, matters: ['reports'], verbs, ...days });
    const confirmed = await firm.post(`/mandates/${proposed.body.id as string}/confirm`);
    if (confirmed.status >= 300) throw new Error(`mandate: ${confirmed.status} ${JSON.stringify([proposed.body, confirmed.body])}`);
    this.mandateId = proposed.body.id as string;
    return firm;
  }

  /** Fills every part as the demonstration city's own filler does, through HTTP. */
  async fillAll(person: Person, id: string): Promise<string[]> {
    const report = (await person.get(`/execution-reports/${id}`)).body as Any;
    const plan = (await this.part(person, id, 'monitoring')).data.results as Any[];
    const pairs = plan.map(row => [row.place as string, row.pollutant as string] as const).filter(([place, pollutant]) => /^D[AW]\d/.test(place) && isReckoned(pollutant));
    const keys = (report.parts as Any[]).map(one => one.part as string);
    for (const key of keys) {
      const { data } = await this.part(person, id, key);
      const saved = await this.save(person, id, key, filledReportPart(key as never, data as never, { kind: report.kind, periodFrom: report.periodFrom, periodTo: report.periodTo, titleZh: report.title.zh, pairs } as never));
      if (saved.status !== 200) throw new Error(`${key}: ${saved.status} ${JSON.stringify(saved.body)}`);
      await this.complete(person, id, key);
    }
    return keys;
  }

  async version(person: Person, id: string): Promise<number> {
    return (await person.get(`/execution-reports/${id}`)).body.version as number;
  }
}

export const CONCLUSION = '本季燃气锅炉供热正常，氮氧化物按月监测达标；污水处理站消毒设施运行稳定，粪大肠菌群未检出超标，许可要求均已落实。';
export const MET = ['timely', 'complete', 'compliant', 'accurate'].map(quality => ({ quality, met: true, comment: '' }));

async function results(records: RecordsWorld, hospital: Person): Promise<void> {
  const rows = [
    { place: 'DA001', pollutant: 'NOx', sampledAt: '2026-11-26T09:00:00+08:00', value: '40', unit: 'mg/m³', flow: '5000', laboratory: '山西某检测公司', cma: '200412050001', oxygenPercent: '3.5' },
    { place: 'DA001', pollutant: 'NOx', sampledAt: '2026-12-08T09:00:00+08:00', value: '42', unit: 'mg/m³', flow: '5000', laboratory: '山西某检测公司', cma: '200412050001', oxygenPercent: '3.5' },
  ];
  for (const row of rows) {
    const answer = await hospital.post(`/monitoring/${records.permitId}/results`, row);
    if (answer.status >= 300) throw new Error(`result: ${answer.status} ${JSON.stringify(answer.body)}`);
  }
}

import { CreditLedger, NewCreditEvent } from '@huanbao/credit';
import { Clock, systemActor } from '@huanbao/platform';
import { Any, Answer, Person, PermitWorld } from '../permits/world';

export type { Any, Answer, Person };

export const ok = (answer: Answer<Any>, status = 200): Any => {
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};
export const errors = ({ body }: Answer<Any>): string[] => ((body.errors ?? []) as Any[]).map(one => `${one.pointer as string} ${one.code as string}`);
export const refused = ({ status, body }: Answer<Any>): string => `${status} ${body.code as string}`;

const BY = systemActor('test');
export const STATEMENT = '罚款已缴清，脱硝设施已改造，复测达标。';

/** Enterprises with events, and the posts of the bureau, on a clock that stands still. */
export class CreditWorld {
  own!: Person;
  other!: Person;
  firm!: Person;
  intake!: Person;
  reviewer!: Person;
  approver!: Person;
  supervisor!: Person;
  enforcer!: Person;

  private constructor(readonly house: PermitWorld) {}

  static async begin(): Promise<CreditWorld> {
    const world = new CreditWorld(await PermitWorld.begin());
    // papers of cases are drawn and mailed in tests of their own
    world.house.leaves = ['notice.render', 'notification.mail'];
    const { house } = world;
    [world.own, world.other, world.firm] = [await house.as('enterprise.admin'), await house.as('enterprise.admin', 1), await house.as('firm.manager')];
    [world.intake, world.reviewer, world.approver, world.supervisor, world.enforcer] = [await house.as('bureau.intake'), await house.as('bureau.reviewer'), await house.as('bureau.approver'), await house.as('bureau.supervisor'), await house.as('bureau.enforcer')];
    await world.query(`UPDATE user_session SET expires_at = '2100-01-01', idle_minutes = 100000000`);
    await world.query(`UPDATE app_user SET password_changed_at = '2100-01-01'`);
    return world;
  }

  end = (): Promise<void> => this.house.end();
  query = (sql: string, values: unknown[] = []): Promise<Any[]> => this.house.db.query<Any>(sql, values);

  /** Another day, at ten in the morning. */
  day(day: string): void {
    this.house.clock.set(`${day}T02:00:00Z`);
  }

  get today(): string {
    return this.house.api.get(Clock).today();
  }

  async event(key: string, over: Partial<NewCreditEvent> = {}): Promise<string> {
    const ledger = this.house.api.get(CreditLedger, { strict: false });
    const { id } = await ledger.append(BY, { key, subjectId: this.own.orgId, type: 'fine', title: `处罚${key}`, facts: '经检查查明的事实', legalBasis: '大气污染防治法 第九十九条', sourceType: 'test', documentNo: `晋孝环罚〔2026〕${key}号`, occurredOn: '2026-08-23', ...over });
    return id;
  }

  change(eventKey: string, over: Any = {}, subjectId = this.own.orgId): Promise<boolean> {
    return this.house.api.get(CreditLedger, { strict: false }).change(BY, { subjectId, eventKey, key: `test:${eventKey}`, status: 'revoked', effectiveOn: this.today, reason: '复议撤销', basis: '行政复议法', ...over });
  }

  grade = async (orgId = this.own.orgId, query = ''): Promise<Any> => ok(await this.supervisor.get(`/credit-subjects/${orgId}${query}`));
  shown = async (orgId = this.own.orgId): Promise<Any> => ok(await this.house.anyone.get(`/public/credit-register/${orgId}`));
  notices = (id: string): Promise<Any[]> => this.query(`SELECT kind, number, content->>'title' AS title, content->'paragraphs' AS paragraphs, content->'remedies' AS remedies, served_at IS NOT NULL AS served FROM case_notice WHERE case_id = $1 ORDER BY created_at, id`, [id]);

  /** A step by the version that stands. */
  async step(person: Person, path: string, action: string, body: Any = {}): Promise<Answer<Any>> {
    const [row] = await this.query('SELECT version FROM case_record WHERE id = $1', [path.split('/')[2]]);
    return person.post(`${path}/${action}`, body, { ifMatch: (row?.version as number | undefined) ?? 1 });
  }

  /** An application that is handed in, with every proof. */
  async handedIn(eventId: string, { person = this.own, electronicService = true } = {}): Promise<string> {
    const { id, proofs } = ok(await person.post('/credit-repairs', { eventId }), 201);
    for (const one of (proofs as Any[]).filter(each => each.required)) await this.house.attach(person, `subjectType=credit-repair&subjectId=${id as string}&purpose=proof-${one.key as string}`);
    ok(await this.step(person, `/credit-repairs/${id as string}`, 'submit', { statement: STATEMENT, commitment: true, electronicService }));
    return id as string;
  }

  /** Verified by the reviewer, waiting for the decision. */
  async verified(eventId: string, body: Any = { verdict: 'mended', findings: '现场核查，整改到位，罚款已缴。' }, given: Parameters<CreditWorld['handedIn']>[1] = {}): Promise<string> {
    const id = await this.handedIn(eventId, given);
    ok(await this.step(this.intake, `/credit-repairs/${id}`, 'accept'));
    ok(await this.step(this.reviewer, `/credit-repairs/${id}`, 'verify', body));
    return id;
  }

  async appealed(eventId: string, person = this.own): Promise<string> {
    const { id } = ok(await person.post('/credit-appeals', { eventId, ground: 'wrong-facts' }), 201);
    await this.house.attach(person, `subjectType=credit-appeal&subjectId=${id as string}&purpose=evidence`);
    ok(await this.step(person, `/credit-appeals/${id as string}`, 'submit', { statement: '监测报告采样点位不是本单位排放口。', electronicService: true }));
    return id as string;
  }
}

import { CreditLedger, type NewCreditEvent } from '@huanbao/credit';
import { JobRunner, systemActor } from '@huanbao/platform';
import { exchange, Reply } from '../../harness/http';
import { Any, Answer, Person, PermitWorld } from '../permits/world';

export const ok = (answer: { status: number; body?: Any; json?: Any }, status: number): Any => {
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${JSON.stringify(answer.body ?? answer.json)}`);
  return answer.body ?? answer.json;
};
export const faults = ({ body }: Answer<Any>): string[] => ((body.errors ?? []) as Any[]).map(one => `${one.pointer as string} ${one.code as string}`);

export const TERM = { fromOn: '2026-11-23', toOn: '2027-05-31' };
export const PURPOSE = { purpose: 'new-loan', purposeWords: '治理设施贷款审批' };

/** A bank, its enterprises and its bureau, on a clock that is moved. */
export class BankWorld {
  lime!: Person;
  other!: Person;
  bank!: Person;
  admin!: Person;
  private constructor(readonly world: PermitWorld) {}

  static async begin(settings: Record<string, string> = {}): Promise<BankWorld> {
    const self = new BankWorld(await PermitWorld.begin({}, settings));
    const { world } = self;
    [self.lime, self.other, self.bank, self.admin] = [await world.as('enterprise.admin', 0), await world.as('enterprise.admin', 1), await world.as('bank.manager'), await world.as('bureau.admin')];
    await world.db.query(`UPDATE user_session SET expires_at = '2100-01-01', idle_minutes = 100000000`);
    await world.db.query(`UPDATE app_user SET password_changed_at = '2100-01-01'`);
    await world.runJobs();
    return self;
  }

  end(): Promise<void> {
    return this.world.end();
  }

  async uscc(person: Person): Promise<string> {
    return (await this.world.db.query<{ uscc: string }>('SELECT uscc FROM organisation WHERE id = $1', [person.orgId]))[0]?.uscc as string;
  }

  async offered(giver: Person, over: Any = {}): Promise<Any> {
    return ok(await giver.post('/bank-authorizations', { bankId: this.bank.orgId, scopes: ['credit', 'penalties', 'permit', 'blacklist', 'f-score'], ...TERM, ...PURPOSE, agreed: true, ...over }), 201);
  }

  async client(over: Any = {}): Promise<{ id: string; clientId: string; secret: string }> {
    const proposed = ok(await this.bank.post('/bank-clients', { name: '信贷系统', purpose: '贷款审批查询', scopes: ['query', 'batch'], ...over }), 201);
    ok(await this.admin.post(`/bank-clients/${proposed.id as string}/decision`, { verdict: 'approved' }, { ifMatch: 1 }), 200);
    const { secret } = ok(await this.bank.post(`/bank-clients/${proposed.id as string}/secrets`, {}), 201);
    return { id: proposed.id as string, clientId: proposed.clientId as string, secret: secret as string };
  }

  /** The token endpoint, with a form. */
  token(form: Record<string, string> | string, headers: Record<string, string> = {}): Promise<Reply> {
    const payload = typeof form === 'string' ? form : new URLSearchParams(form).toString();
    return exchange(this.world.api, { method: 'POST', url: '/api/v1/oauth/token', payload, headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers } });
  }

  async bearer({ clientId, secret }: { clientId: string; secret: string }): Promise<string> {
    return ok(await this.token({ grant_type: 'client_credentials', client_id: clientId, client_secret: secret }), 200).access_token as string;
  }

  async program(token: string, call: { method?: 'GET' | 'POST'; path: string; body?: object; headers?: Record<string, string> }): Promise<Reply> {
    return exchange(this.world.api, { method: call.method ?? 'POST', url: `/api/v1${call.path}`, headers: { authorization: `Bearer ${token}`, ...call.headers }, ...(call.body ? { payload: call.body } : {}) });
  }

  /** A fact in the ledger of an enterprise; its standing follows in the same transaction. */
  async fact(person: Person, key: string, over: Partial<NewCreditEvent> = {}): Promise<void> {
    await this.world.api.get(CreditLedger, { strict: false }).append(systemActor('test'), {
      key, subjectId: person.orgId, type: 'fine', title: '超标排放罚款', facts: '经检查查明', legalBasis: '大气污染防治法 第九十九条', sourceType: 'test', documentNo: '晋环罚〔2026〕7号', occurredOn: '2026-11-20', ...over,
    });
  }

  /** The newest open row of one job, whatever its time; with an id in its payload, if one is named. */
  async runOne(job: string, id = ''): Promise<string> {
    const [row] = await this.world.db.query<{ id: string }>('SELECT id FROM outbox WHERE job = $1 AND payload::text LIKE $2 AND done_at IS NULL AND dead_at IS NULL ORDER BY id DESC LIMIT 1', [job, `%${id}%`]);
    if (!row) throw new Error(`no ${job} is waiting`);
    return this.world.worker.get(JobRunner).run(row.id);
  }

  async revokeFact(person: Person, eventKey: string, effectiveOn: string): Promise<void> {
    await this.world.api.get(CreditLedger, { strict: false }).change(systemActor('test'), { subjectId: person.orgId, eventKey, key: `${eventKey}:revoked`, status: 'revoked', effectiveOn, reason: '撤销', basis: '行政复议法' });
  }
}

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
export const FACTS = '经核查，该单位通过暗管排放废水，有现场检查笔录和监测报告证实。';
export const STATEMENT = '我单位已经拆除管道并完成整改，请求不予列入名单。';
export const MINUTES = '会议听取办案情况和法制审核意见，讨论了事实、依据和期限。';

/** The posts of a bureau that list somebody, and who is listed, step by step over HTTP on a clock that stands still. */
export class WatchWorld {
  own!: Person;
  other!: Person;
  firm!: Person;
  enforcer!: Person;
  reviewer!: Person;
  approver!: Person;
  supervisor!: Person;

  private constructor(readonly house: PermitWorld) {}

  static async begin(): Promise<WatchWorld> {
    const world = new WatchWorld(await PermitWorld.begin());
    const { house } = world;
    house.leaves = ['notice.render', 'notification.mail', 'credit-repair.draw-certificate'];
    [world.own, world.other, world.firm] = [await house.as('enterprise.admin'), await house.as('enterprise.admin', 1), await house.as('firm.manager')];
    [world.enforcer, world.reviewer, world.approver, world.supervisor] = [await house.as('bureau.enforcer'), await house.as('bureau.reviewer'), await house.as('bureau.approver'), await house.as('bureau.supervisor')];
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

  event(key: string, over: Partial<NewCreditEvent> = {}): Promise<{ id: string }> {
    return this.house.api.get(CreditLedger, { strict: false }).append(BY, { key, subjectId: this.other.orgId, type: 'hidden-pipe', title: `事件${key}`, facts: '经检查查明的事实', legalBasis: '水污染防治法 第八十三条', sourceType: 'test', documentNo: `晋孝环罚〔2026〕${key}号`, occurredOn: this.today, ...over });
  }

  revokeEvent(eventKey: string, subjectId = this.other.orgId): Promise<boolean> {
    return this.house.api.get(CreditLedger, { strict: false }).change(BY, { subjectId, eventKey, key: 'revoked', status: 'revoked', effectiveOn: this.today, reason: '复议撤销', basis: '行政复议法' });
  }

  clue = (over: Any = {}): Any => ({ trigger: 'hidden-pipe', title: '暗管排放', facts: FACTS, occurredOn: this.today, partyOrgId: this.own.orgId, ...over });
  proposal = (over: Any = {}): Any => ({ trigger: 'hidden-pipe', facts: FACTS, legalBasis: '生态环境法典 第五十四条', months: 24, publicReason: '通过暗管逃避监管排放水污染物，情节严重。', ...over });
  show = async (id: string, person = this.enforcer): Promise<Any> => ok(await person.get(`/watch-list/${id}`));
  ownShow = async (id: string, person = this.own): Promise<Any> => ok(await person.get(`/own-watch-list/${id}`));
  shownTo = async (person: Person | null, query = ''): Promise<Any[]> => ok(await (person ? person.get(`/watch-list-register${query}`) : this.house.anyone.get(`/public/watch-list${query}`))).items as Any[];

  /** A step by the version that stands. */
  async step(person: Person, id: string, action: string, body: Any = {}): Promise<Answer<Any>> {
    const [row] = await this.query('SELECT version FROM case_record WHERE id = $1', [id]);
    return person.post(`/watch-list/${id}/${action}`, body, { ifMatch: row?.version as number });
  }

  open = async (over: Any = {}): Promise<string> => ok(await this.enforcer.post('/watch-list', this.clue(over)), 201).id as string;
  file = (id: string): Promise<string> => this.house.attach(this.enforcer, `subjectType=watch-list&subjectId=${id}&purpose=service`);
  service = async (id: string, over: Any = {}): Promise<Any> => ({ servedOn: this.today, method: 'direct', receivedBy: '王某', proofFileId: await this.file(id), ...over });

  async told(over: Any = {}, proposal: Any = {}): Promise<string> {
    return this.toldOf(await this.open(over), proposal);
  }

  /** Of a case that is a clue already. */
  async toldOf(id: string, proposal: Any = {}): Promise<string> {
    ok(await this.step(this.enforcer, id, 'propose', this.proposal(proposal)));
    ok(await this.step(this.enforcer, id, 'notice/serve', await this.service(id)));
    return id;
  }

  /** Waived by its subject, reviewed and discussed. */
  async decidable(over: Any = {}, subject: Person | null = this.own): Promise<string> {
    return this.decidableOf(await this.told(over), subject);
  }

  async decidableOf(id: string, subject: Person | null = this.own): Promise<string> {
    if (subject) ok(await subject.post(`/own-watch-list/${id}/statement`, {}));
    else ok(await this.enforcer.post(`/watch-list/${id}/statement`, { statement: '没有意见。', receivedOn: this.today, asksHearing: false }));
    if (!subject) ok(await this.enforcer.post(`/watch-list/${id}/statement/answer`, { answer: '当事人没有异议，按告知内容办理。' }));
    if (!subject) this.day('2026-12-07');
    ok(await this.step(this.enforcer, id, 'go-on'));
    ok(await this.step(this.reviewer, id, 'legal-review', { words: '事实清楚，程序合法' }));
    ok(await this.supervisor.post(`/watch-list/${id}/discussion`, this.discussion()));
    return id;
  }

  discussion = (over: Any = {}): Any => ({ heldOn: this.today, members: ['张局长', '李副局长', '王科长'], minutes: MINUTES, conclusion: '同意列入', ...over });
  decision = (over: Any = {}): Any => ({ months: 24, reasons: '事实清楚，情节严重，依法列入。', exitConditions: '拆除暗管，履行处罚决定，经核查合格。', ...over });

  async listed(over: Any = {}, subject: Person | null = this.own): Promise<string> {
    return this.listedOf(await this.decidable(over, subject));
  }

  async listedOf(id: string): Promise<string> {
    ok(await this.step(this.supervisor, id, 'decide', this.decision()));
    ok(await this.step(this.enforcer, id, 'decision/serve', await this.service(id)));
    ok(await this.step(this.enforcer, id, 'publish'));
    return id;
  }

  evidence = (id: string, person = this.own): Promise<string> => this.house.attach(person, `subjectType=watch-list-party&subjectId=${id}&purpose=evidence`);
}

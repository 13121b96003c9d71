import type { Any, Answer, Person, PermitWorld } from '../permits/world';

export const ok = (answer: Answer<Any>, status = 200): Any => {
  if (answer.status !== status) throw new Error(`${answer.status} instead of ${status}: ${JSON.stringify(answer.body)}`);
  return answer.body;
};
export const errors = ({ body }: Answer<Any>): string[] => ((body.errors ?? []) as Any[]).map(one => `${one.pointer as string} ${one.code as string}`);
/** 31.25 % of the span. */
export const LEVELS = { harm: 3, degree: 2, pollutant: 2, duration: 1, place: 1 };
export const FACTS = '经现场检查和采样监测，该单位排放口污染物浓度超过许可排放浓度。';
export const REASONS = { reasons: '事实清楚，证据确凿，按裁量幅度处罚。' };

/** The people of a bureau who take a case from its clue to its end, step by step over HTTP. */
export class PenaltyWorld {
  enforcer!: Person;
  intake!: Person;
  reviewer!: Person;
  approver!: Person;
  supervisor!: Person;
  party!: Person;
  officers!: Record<'enforcer' | 'intake' | 'supervisor', string>;

  constructor(readonly house: PermitWorld) {}

  async settle(): Promise<this> {
    const { house } = this;
    [this.enforcer, this.intake, this.reviewer, this.approver, this.supervisor, this.party] = [await house.as('bureau.enforcer'), await house.as('bureau.intake'), await house.as('bureau.reviewer'), await house.as('bureau.approver'), await house.as('bureau.supervisor'), await house.as('enterprise.admin')];
    await this.keepSignedIn();
    const add = async (role: string, nth: number): Promise<string> => ok(await this.supervisor.post('/enforcement-officers', { userId: house.demo.actor(role).userId, certificateNo: `0418120${nth}`, validFrom: '2025-01-01', validUntil: '2029-12-31' }), 201).id as string;
    this.officers = { enforcer: await add('bureau.enforcer', 1), intake: await add('bureau.intake', 2), supervisor: await add('bureau.supervisor', 3) };
    return this;
  }

  async keepSignedIn(): Promise<void> {
    await this.house.db.query(`UPDATE user_session SET expires_at = '2100-01-01', idle_minutes = 100000000`);
    await this.house.db.query(`UPDATE app_user SET password_changed_at = '2100-01-01'`);
  }

  get today(): string {
    return new Date(this.house.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  }

  clue = (over: Any = {}): Any => ({ clueKind: 'inspection', clueText: '现场检查发现排放口超过许可排放浓度', discoveredOn: this.today, partyOrgId: this.party.orgId, ...over });
  filing = (over: Any = {}): Any => ({ violation: 'over-permit', conductFrom: '2026-10-01', conductTo: '2026-10-05', hasConsequence: false, investigatorIds: [this.officers.enforcer, this.officers.intake], grounds: '有初步证据证明违法事实存在', ...over });
  /** Of 100,000 to 1,000,000 yuan the range is 336,250 to 426,250. */
  proposal = (over: Any = {}): Any => ({ kind: 'penalty', measures: ['fine'], fineYuan: '380000', levels: LEVELS, adjustments: [], ...over });
  show = async (id: string, person = this.enforcer): Promise<Any> => ok(await person.get(`/penalties/${id}`));

  async step(person: Person, id: string, path: string, body: Any = {}): Promise<Answer<Any>> {
    const { version } = await this.show(id);
    return person.post(`/penalties/${id}/${path}`, body, { ifMatch: version as number });
  }

  open = async (over: Any = {}): Promise<string> => ok(await this.enforcer.post('/penalties', this.clue(over)), 201).id as string;
  file = (id: string): Promise<string> => this.house.attach(this.enforcer, `subjectType=penalty&subjectId=${id}&purpose=evidence`);
  service = async (id: string, over: Any = {}): Promise<Any> => ({ servedOn: this.today, method: 'direct', receivedBy: '王某', proofFileId: await this.file(id), ...over });

  async filed(over: Any = {}, clue: Any = {}): Promise<string> {
    const id = await this.open(clue);
    ok(await this.step(this.enforcer, id, 'submit', this.filing(over)));
    ok(await this.step(this.approver, id, 'file'));
    return id;
  }

  /** Proposed by one person on a paper, decided by another. */
  async undo(id: string, path: string, body: Any, { by = this.enforcer, decider = this.approver, approved = true }: { by?: Person; decider?: Person; approved?: boolean } = {}): Promise<Any> {
    const proposed = ok(await by.post(`/penalties/${id}/${path}`, { documentNo: '吕政复决〔2026〕1号', fileId: await this.file(id), ...body }));
    const one = (proposed.undoings as Any[]).find(each => each.state === 'proposed') as Any;
    return ok(await decider.post(`/penalties/${id}/undoings/${one.id as string}/decide`, { approved, reason: '经审核，同意所提意见' }));
  }

  revoke = (id: string, reason = '事实认定有误，依法撤销'): Promise<Any> => this.undo(id, 'revoke', { ground: 'self-correction', reason });

  evidence = async (id: string): Promise<Answer<Any>> => this.enforcer.post(`/penalties/${id}/evidence`, { kind: 'record', title: '现场检查笔录', proves: '超过许可排放浓度', obtainedOn: this.today, fileId: await this.file(id) });

  async concluded(proposal: Any = {}, over: Any = {}, clue: Any = {}): Promise<string> {
    const id = await this.filed(over, clue);
    ok(await this.evidence(id));
    ok(await this.step(this.enforcer, id, 'conclude', { facts: FACTS, proposal: this.proposal(proposal) }));
    return id;
  }

  async told(proposal: Any = {}, over: Any = {}, clue: Any = {}): Promise<string> {
    const id = await this.concluded(proposal, over, clue);
    ok(await this.step(this.reviewer, id, 'examine', { words: '事实清楚，同意' }));
    ok(await this.step(this.enforcer, id, 'notice/serve', await this.service(id)));
    return id;
  }

  /** A small fine that needs neither a review nor a discussion: the party waives, the approver decides. */
  async decidable(proposal: Any = {}, over: Any = {}, { clue = {}, party = this.party, wantsReview = false }: { clue?: Any; party?: Person; wantsReview?: boolean } = {}): Promise<string> {
    const id = await this.told({ measures: ['fine'], fineYuan: '20000', levels: { ...LEVELS, harm: 1, degree: 1, pollutant: 1 }, ...proposal }, { violation: 'monitoring', ...over }, clue);
    ok(await party.post(`/own-penalties/${id}/statement`, {}));
    ok(await this.step(this.enforcer, id, 'go-on', { wantsReview }));
    if (wantsReview) ok(await this.step(this.reviewer, id, 'legal-review', { words: '事实清楚，适用法律正确' }));
    return id;
  }

  async served(proposal: Any = {}, over: Any = {}, whose: { clue?: Any; party?: Person } = {}): Promise<string> {
    const id = await this.decidable(proposal, over, whose);
    ok(await this.step(this.approver, id, 'decide', { kind: 'penalty', measures: ['fine'], fineYuan: '20000', ...REASONS }));
    ok(await this.step(this.enforcer, id, 'decision/serve', await this.service(id)));
    return id;
  }
}

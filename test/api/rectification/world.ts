import { Files } from '@huanbao/documents';
import type { Any, Answer, Person, PermitWorld } from '../permits/world';
import { ok } from '../penalties/world';

export { errors, ok } from '../penalties/world';

/** A rectification from its draft to its end, step by step over HTTP. The enforcer issues; a supervisor verifies. */
export class RectificationWorld {
  enforcer!: Person;
  approver!: Person;
  supervisor!: Person;
  own!: Person;
  rival!: Person;
  private officerIds: string[] = [];

  constructor(readonly house: PermitWorld) {}

  async settle(): Promise<this> {
    const { house } = this;
    [this.enforcer, this.approver, this.supervisor, this.own, this.rival] = [await house.as('bureau.enforcer'), await house.as('bureau.approver'), await house.as('bureau.supervisor'), await house.as('enterprise.admin'), await house.as('enterprise.admin', 1)];
    await house.db.query(`UPDATE user_session SET expires_at = '2100-01-01', idle_minutes = 100000000`);
    await house.db.query(`UPDATE app_user SET password_changed_at = '2100-01-01'`);
    const add = async (role: string, nth: number): Promise<string> => ok(await this.supervisor.post('/enforcement-officers', { userId: house.demo.actor(role).userId, certificateNo: `0418130${nth}`, validFrom: '2025-01-01', validUntil: '2029-12-31' }), 201).id as string;
    this.officerIds = [await add('bureau.enforcer', 1), await add('bureau.intake', 2)];
    return this;
  }

  get today(): string {
    return new Date(this.house.clock.now().getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
  }

  item = (over: Any = {}): Any => ({ violation: 'dust', description: '抑尘网破损约 20 米', requirement: '修复抑尘网并开启喷淋', conductOn: this.today, days: 10, ...over });
  form = (over: Any = {}): Any => ({ formVersion: 1, place: '原料堆场', facts: '日常巡查发现扬尘污染防治措施不到位', planRequired: true, officerIds: this.officerIds, items: [this.item(), this.item({ violation: 'waste-store', description: '贮存间没有标识', requirement: '补齐标识', days: 5 })], ...over });
  show = async (id: string): Promise<Any> => ok(await this.enforcer.get(`/rectifications/${id}`));
  mine = async (id: string): Promise<Any> => ok(await this.own.get(`/own-rectifications/${id}`));
  open = async (): Promise<string> => ok(await this.enforcer.post('/rectifications', { enterpriseId: this.own.orgId, place: '原料堆场', facts: '日常巡查发现扬尘污染防治措施不到位' }), 201).id as string;

  async step(person: Person, id: string, path: string, body: Any = {}): Promise<Answer<Any>> {
    const isOwn = person === this.own || person === this.rival;
    const { version } = await (isOwn ? this.mine(id) : this.show(id));
    return person.post(`/${isOwn ? 'own-' : ''}rectifications/${id}/${path}`, body, { ifMatch: version as number });
  }

  async issued(over: Any = {}): Promise<string> {
    const id = await this.open();
    ok(await this.enforcer.put(`/rectifications/${id}/draft`, this.form(over)));
    ok(await this.step(this.enforcer, id, 'issue'));
    return id;
  }

  service = async (id: string, over: Any = {}): Promise<Any> => ({ servedOn: this.today, method: 'direct', receivedBy: '王某', proofFileId: await this.file(id, 'application/pdf'), ...over });

  async served(over: Any = {}): Promise<string> {
    const id = await this.issued(over);
    ok(await this.step(this.enforcer, id, 'serve', await this.service(id)));
    return id;
  }

  async planned(id: string): Promise<string> {
    const { formVersion, tasks } = await this.mine(id);
    ok(await this.own.put(`/own-rectifications/${id}/plan`, { formVersion, items: (tasks as Any[]).map(one => ({ id: one.id, measure: '更换破损部分', person: '李工', plannedOn: one.dueOn })) }));
    ok(await this.step(this.own, id, 'plan/hand-in'));
    return id;
  }

  /** Served and with its plan accepted. */
  async fixing(over: Any = {}): Promise<string> {
    const id = await this.planned(await this.served(over));
    ok(await this.step(this.enforcer, id, 'plan/accept'));
    return id;
  }

  file = (id: string, mediaType = 'image/png', owner = this.own): Promise<string> => this.house.api.get(Files, { strict: false }).store(Buffer.from(`photo ${Math.random()}`), { name: '整改.png', mediaType, subjectType: 'rectification', subjectId: id, purpose: 'evidence', ownerOrgId: owner.orgId, uploadedBy: null }).then(one => one.id);

  async done(id: string, itemId: string): Promise<Answer<Any>> {
    const { version } = ((await this.mine(id)).tasks as Any[]).find(one => one.id === itemId);
    ok(await this.own.post(`/own-rectifications/${id}/items/${itemId}/evidence`, { fileId: await this.file(id), caption: '整改后', side: 'after' }));
    ok(await this.own.put(`/own-rectifications/${id}/items/${itemId}`, { work: '已修复并试运行', version }));
    return this.own.post(`/own-rectifications/${id}/items/${itemId}/done`);
  }

  async handedIn(over: Any = {}): Promise<string> {
    const id = await this.fixing(over);
    for (const one of (await this.mine(id)).tasks as Any[]) ok(await this.done(id, one.id as string));
    ok(await this.step(this.own, id, 'hand-in', { words: '' }));
    return id;
  }

  async verdict(id: string, over: Any = {}, passed: (place: number) => boolean = () => true): Promise<Any> {
    const tasks = ((await this.show(id)).tasks as Any[]).filter(one => one.state !== 'passed');
    return { way: 'on-site', visitedOn: this.today, findings: '现场核查情况', results: tasks.map(one => ({ itemId: one.id, passed: passed(one.place as number), findings: '核查意见' })), persists: false, ...over };
  }
}

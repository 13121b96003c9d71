import { INestApplicationContext } from '@nestjs/common';
import { authenticator } from 'otplib';
import { usccCheckCharacter } from '@huanbao/codes';
import { Actor, CITY, City, Clock, Db, FieldCipher, newId, Passwords, systemActor } from '@huanbao/platform';
import { AppUser, Membership, Organisation } from './identity.entity';
import { OfficialBodiesService } from './official-bodies.service';
import { OrganisationsService } from './organisations.service';
import { RegistrationService } from './registration.service';

export interface DemoAccount {
  readonly role: string;
  readonly login: string;
  readonly password: string;
  /** Base32 secret for an authenticator app; null where no second factor is due. */
  readonly totpSecret: string | null;
  readonly name: string;
  readonly organisation: string;
  readonly organisationId: string;
}

/** The people of the demonstration city, for the other rooms' demo data. */
export class DemoCity {
  constructor(
    readonly accounts: readonly DemoAccount[],
    readonly actors: ReadonlyMap<string, Actor>,
  ) {}

  /** The n-th account of a role as an actor. */
  actor(role: string, nth = 0): Actor {
    const account = this.accounts.filter(each => each.role === role)[nth];
    const actor = account && this.actors.get(account.login);
    if (!actor) throw new Error(`The demonstration city has no account ${nth} of the role ${role}`);
    return actor;
  }
}

const OFFICERS = [
  ['bureau.admin', '系统管理员', 'admin'],
  ['bureau.intake', '受理岗 李敏', 'intake'],
  ['bureau.reviewer', '审查岗 张伟', 'reviewer'],
  ['bureau.approver', '审批 王建国', 'approver'],
  ['bureau.supervisor', '科长 赵丽', 'supervisor'],
  ['bureau.enforcer', '执法 刘强', 'enforcer'],
  ['bureau.reviewer', '审查岗 高洁', 'reviewer2'],
] as const;

const COMPANIES = [
  { kind: 'enterprise', body: '91141181MA0DEM001', name: '孝义示范石灰有限公司', person: '环保负责人 陈晨', mail: 'lime' },
  { kind: 'enterprise', body: '12141181MB0DEM002', name: '孝义示范医院', person: '后勤主任 孙芳', mail: 'hospital' },
  { kind: 'firm', body: '91141181MA0DEM003', name: '晋绿环境检测有限公司（示例）', person: '业务经理 周洋', mail: 'testing' },
  { kind: 'firm', body: '91141181MA0DEM004', name: '汾河环保科技有限公司（示例）', person: '项目负责人 吴昊', mail: 'engineering' },
  { kind: 'firm', body: '91141181MA0DEM005', name: '吕梁山环保管家服务有限公司（示例）', person: '顾问 郑雪', mail: 'steward' },
] as const;

const BODIES = [
  { kind: 'department', role: 'department.officer', name: '孝义市水利局（示例）', person: '联络员 何静', mail: 'water' },
  { kind: 'bank', role: 'bank.manager', name: '孝义示范银行', person: '信贷经理 高峰', mail: 'bank' },
] as const;

interface Making {
  readonly app: INestApplicationContext;
  readonly password: string;
  readonly accounts: DemoAccount[];
  readonly actors: Map<string, Actor>;
}

/**
 * The organisations and people of the demonstration city. Enterprises and firms come in by registration and are verified
 * by the bureau, as real ones are; official bodies are set up by the operator. All names and numbers are invented.
 */
export async function seedIdentityDemo(app: INestApplicationContext, { password }: { readonly password: string }): Promise<DemoCity> {
  const making: Making = { app, password, accounts: [], actors: new Map() };
  const [city, bodies] = [app.get<City>(CITY), app.get(OfficialBodiesService)];
  const bureau = await bodies.establish('bureau', city.bureau.name);
  for (const [role, name, mail] of OFFICERS) await person(making, bureau, { role, name, mail, totp: true });
  const keeper = making.actors.get('intake@demo.local') as Actor;
  for (const company of COMPANIES) await registered(making, company, keeper);
  for (const body of BODIES) await person(making, await bodies.establish(body.kind, body.name), { role: body.role, name: body.person, mail: body.mail, totp: false });
  return new DemoCity(making.accounts, making.actors);
}

const FURTHER_FIRMS = [
  { kind: 'firm', body: '91141181MA0DEM006', name: '汾源危废处置有限公司（示例）', person: '调度 韩松', mail: 'disposal' },
  { kind: 'firm', body: '91141181MA0DEM007', name: '晋中环评与土壤咨询有限公司（示例）', person: '项目经理 冯宁', mail: 'eia' },
] as const;

/** Two more firms for a demonstration that shows every kind of service; the city without them is what most tests stand on. */
export async function seedFurtherFirms(app: INestApplicationContext, demo: DemoCity): Promise<DemoCity> {
  const making: Making = { app, password: demo.accounts[0]?.password as string, accounts: [...demo.accounts], actors: new Map(demo.actors) };
  for (const firm of FURTHER_FIRMS) await registered(making, firm, demo.actor('bureau.intake'));
  return new DemoCity(making.accounts, making.actors);
}

const FURTHER_ENTERPRISE = { kind: 'enterprise', body: '12141181MB0DEM008', name: '孝义示范康复医院', person: '总务科长 温敏', mail: 'rehab' } as const;

/** One more enterprise: its permit has a past. The third of its role, after those most tests stand on. */
export async function seedFurtherEnterprise(app: INestApplicationContext, demo: DemoCity): Promise<DemoCity> {
  const making: Making = { app, password: demo.accounts[0]?.password as string, accounts: [...demo.accounts], actors: new Map(demo.actors) };
  await registered(making, FURTHER_ENTERPRISE, demo.actor('bureau.intake'));
  return new DemoCity(making.accounts, making.actors);
}

type Company = (typeof COMPANIES)[number] | (typeof FURTHER_FIRMS)[number] | typeof FURTHER_ENTERPRISE;

async function registered(making: Making, company: Company, verifier: Actor): Promise<void> {
  const { app, password } = making;
  // firms that shared head, address and telephone would be under suspicion of colluding in every task
  const own = company.kind === 'firm' ? company.body.slice(-1) : '';
  const organisation = await app.get(RegistrationService).accept({
    kind: company.kind, uscc: company.body + usccCheckCharacter(company.body), name: company.name, address: `孝义市示范路 ${own || 1} 号`, legalRepresentative: `示例法人${own}`,
    contactName: company.person, contactPhone: `1380000000${own || 0}`, adminName: company.person, adminEmail: `${company.mail}@demo.local`, adminPassword: password,
  });
  await app.get(OrganisationsService).move(verifier, organisation.id, 'verify', '示范城市');
  const role = company.kind === 'enterprise' ? 'enterprise.admin' : 'firm.manager';
  const user = await app.get(Db).repo(AppUser).findOneByOrFail({ email: `${company.mail}@demo.local` });
  remember(making, { ...organisation, status: 'active' }, { userId: user.id, role, name: company.person, mail: company.mail, secret: null });
}

async function person(making: Making, organisation: Organisation, who: { role: string; name: string; mail: string; totp: boolean }): Promise<void> {
  const { app } = making;
  const [db, now, userId] = [app.get(Db), app.get(Clock).now(), newId()];
  const secret = who.totp ? authenticator.generateSecret(20) : null;
  await db.repo(AppUser).insert({
    id: userId, email: `${who.mail}@demo.local`, name: who.name, phoneCipher: null, phoneIndex: null, passwordHash: await app.get(Passwords).hash(making.password),
    passwordChangedAt: now, totpCipher: secret && app.get(FieldCipher).encrypt(secret, 'app_user.totp'), totpOfferCipher: null, totpLastStep: null, preferences: {}, createdAt: now,
  });
  await db.repo(Membership).insert({ userId, orgId: organisation.id, roles: [who.role], createdAt: now, lastUsedAt: null });
  remember(making, organisation, { userId, role: who.role, name: who.name, mail: who.mail, secret });
}

function remember(making: Making, organisation: Organisation, who: { userId: string; role: string; name: string; mail: string; secret: string | null }): void {
  const login = `${who.mail}@demo.local`;
  const official = organisation.kind === 'bureau' || organisation.kind === 'department';
  making.accounts.push({ role: who.role, login, password: making.password, totpSecret: who.secret, name: who.name, organisation: organisation.name, organisationId: organisation.id });
  making.actors.set(login, {
    ...systemActor('demo'), userId: who.userId, name: who.name, orgId: organisation.id, orgKind: organisation.kind, orgName: organisation.name,
    orgActive: true, roles: [who.role], regions: official ? [organisation.regionCode] : [], delegations: [],
  });
}

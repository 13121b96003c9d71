import { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import type { DemoCity } from '@huanbao/identity';
import { Actor, Clock, Db, FieldCipher, livingAt, newId, shanghaiInstant } from '@huanbao/platform';
import { Authorizations } from '../authorizations/authorizations.service';
import { Batches } from '../batches/batches.service';
import { Clients } from '../clients/clients.service';
import { BankClient, BankDelivery, BankWebhook } from '../entities';
import { BankAnswers } from '../queries/answers.service';
import { SECRET_CONTEXT } from '../webhooks/webhooks.service';

const morningOf = (day: string): Date => new Date(shanghaiInstant(day).getTime() + 9 * 3_600_000);

interface Scene {
  readonly app: INestApplicationContext;
  readonly bank: Actor;
  readonly today: string;
}

/** A bank with an approved client, two authorisations, a request that waits, some looks, a batch, and a webhook with what was sent to it. */
export async function seedBanksDemo(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  const scene: Scene = { app, bank: demo.actor('bank.manager'), today: app.get(Clock, { strict: false }).today() };
  const { bank, today } = scene;
  const [lime, coking, hospital] = [0, 1, 2].map(nth => demo.actor('enterprise.admin', nth)) as [Actor, Actor, Actor];
  const authorizations = app.get(Authorizations, { strict: false });
  const uscc = await usccOf(scene, [lime, coking, hospital]);
  const at = <T>(daysAgo: number, work: () => Promise<T>): Promise<T> => livingAt(morningOf(addDays(today, -daysAgo)), work);
  await at(60, async () => {
    const id = await authorizations.request(bank, { uscc: uscc(lime), scopes: ['credit', 'penalties', 'permit', 'performance', 'carbon', 'blacklist', 'f-score'], fromOn: addDays(today, -60), toOn: addDays(today, 240), purpose: 'new-loan', purposeWords: '石灰窑烟气治理改造项目贷款审批（示例）' });
    await authorizations.grant({ actor: lime, id, version: 1 }, { scopes: ['credit', 'penalties', 'permit', 'performance', 'carbon', 'blacklist', 'f-score'], fromOn: addDays(today, -60), toOn: addDays(today, 240), agreed: true });
  });
  await at(30, () => authorizations.offer(hospital, { bankId: bank.orgId ?? '', scopes: ['credit', 'permit'], fromOn: addDays(today, -30), toOn: addDays(today, 300), purpose: 'green-credit', purposeWords: '申请绿色信贷认定（示例）', agreed: true }));
  await at(3, () => authorizations.request(bank, { uscc: uscc(coking), scopes: ['credit', 'penalties'], fromOn: addDays(today, -3), toOn: addDays(today, 180), purpose: 'post-loan', purposeWords: '存量贷款贷后管理（示例）' }));
  const clientId = await at(50, () => seedClient(scene, demo.actor('bureau.admin')));
  const answers = app.get(BankAnswers, { strict: false });
  for (const [daysAgo, who, reference] of [[55, lime, 'DK-示例-001'], [20, lime, 'DK-示例-001'], [12, hospital, 'LX-示例-007']] as const) await at(daysAgo, () => answers.ask({ actor: bank, uscc: uscc(who), reference }));
  await at(6, () => app.get(Batches, { strict: false }).ask(bank, { items: [uscc(lime), uscc(hospital), uscc(coking)], reference: '季度贷后检查（示例）' }));
  await at(40, () => seedWebhook(scene, clientId, lime));
}

async function usccOf({ app }: Scene, actors: readonly Actor[]): Promise<(actor: Actor) => string> {
  const rows = await app.get(Db, { strict: false }).query<{ id: string; uscc: string }>('SELECT id, uscc FROM organisation WHERE id = ANY ($1::uuid[])', [actors.map(one => one.orgId)]);
  return actor => rows.find(one => one.id === actor.orgId)?.uscc ?? '';
}

async function seedClient({ app, bank }: Scene, admin: Actor): Promise<string> {
  const clients = app.get(Clients, { strict: false });
  const id = await clients.propose(bank, { name: '信贷管理系统', purpose: '贷款审批和贷后管理时查询环境信用（示例）', scopes: ['query', 'batch'] });
  await clients.decide({ actor: admin, id, version: 1 }, { verdict: 'approved', reason: '材料齐全' });
  await clients.newSecret(bank, id);
  await clients.propose(bank, { name: '风险预警平台', purpose: '批量跟踪授信企业的环境信用变化（示例）', scopes: ['batch'] });
  return id;
}

/** Rows as they would be after a delivery and a failure: a demonstration sends nothing to anybody. */
async function seedWebhook({ app, bank, today }: Scene, clientId: string, enterprise: Actor): Promise<void> {
  const [db, cipher] = [app.get(Db, { strict: false }), app.get(FieldCipher, { strict: false })];
  const { bankId } = await db.repo(BankClient).findOneByOrFail({ id: clientId });
  const webhookId = newId();
  const secret = `whs_${newId()}`;
  await db.repo(BankWebhook).insert({
    id: webhookId, bankId, clientId, name: '信用变化接收', url: 'https://hooks.bank.example/huanbao', algorithm: 'hmac-sha256', secretCipher: cipher.encrypt(secret, SECRET_CONTEXT), secretEnding: secret.slice(-4),
    formerSecretCipher: null, formerUntil: null, state: 'active', createdByName: bank.name, createdAt: morningOf(addDays(today, -40)), version: 1,
  });
  const base = { webhookId, bankId, enterpriseId: enterprise.orgId, enterpriseName: enterprise.orgName, authorizationId: null, event: 'credit.grade-changed', claimedBy: null, nextAt: null };
  const row = (sequence: number, daysAgo: number, over: object): object => {
    const at = morningOf(addDays(today, -daysAgo));
    return { id: newId(), ...base, sourceKey: newId(), sequence, body: { event: 'credit.grade-changed', sequence, name: enterprise.orgName, asOf: addDays(today, -daysAgo) }, createdAt: at, sentAt: at, endedAt: at, ...over };
  };
  await db.repo(BankDelivery).insert(row(1, 30, { state: 'delivered', attempts: 1, status: 200, problem: null, millis: 84 }));
  await db.repo(BankDelivery).insert(row(2, 2, { state: 'dead', attempts: 8, status: 503, problem: 'status', millis: 61 }));
}

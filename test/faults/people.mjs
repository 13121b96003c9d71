// People who go on working while things are killed around them: they send again what got no answer, as the web does.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { createRequire } from 'node:module';
import { inRoot } from '../../scripts/lib/paths.mjs';
import { sleep } from '../../scripts/lib/processes.mjs';

const { Client } = createRequire(import.meta.url)(inRoot('dist/test/journeys/steps/client.js'));
const GIVE_UP_MS = 60_000;

const signedIn = new Map();

/** Signed in through the public API, once; several clients of one person share the session. */
export function person(stack, role, nth = 0) {
  const account = stack.accounts.filter(one => one.role === role)[nth];
  if (!signedIn.has(account.login)) signedIn.set(account.login, new Client(stack.baseUrl, account).signIn());
  return signedIn.get(account.login);
}

/** What the answers looked like, for the report and the judgement. */
export const tally = () => ({ done: 0, refused503: 0, unclear: [] });

/** A refusal while the database is away must say so, in the form of every problem, and when to come back. */
function judge(response, body, counts) {
  const clear = response.status === 503 && response.headers.get('content-type')?.startsWith('application/problem+json') && body?.code === 'unavailable' && /[一-龥]/.test(body.zh) && Number(response.headers.get('retry-after')) > 0;
  if (clear) counts.refused503 += 1;
  else counts.unclear.push(`${response.status} ${JSON.stringify(body).slice(0, 200)}`);
}

/**
 * Sends one request until it is answered with success; every other answer is judged.
 * @returns {Promise<object>} the body
 */
export async function insist(stack, headers, { path, body, expected = [200, 201], counts }) {
  const until = performance.now() + GIVE_UP_MS;
  for (;;) {
    const response = await fetch(`${stack.baseUrl}/api/v1${path}`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) });
    const answer = await response.json().catch(() => null);
    if (expected.includes(response.status)) return { status: response.status, ...answer };
    judge(response, answer, counts);
    assert.ok(performance.now() < until, `${path} was not answered within a minute; last: ${response.status} ${JSON.stringify(answer)}`);
    await sleep(150);
  }
}

/** One of many clients: drafts tasks and publishes them until told to stop. Every request may be sent more than once. */
export async function draftAndPublish({ stack, client, name, until, key, counts }) {
  const auth = { authorization: `Bearer ${client.token}`, 'x-organisation': client.account.organisationId };
  const made = [];
  for (let n = 0; performance.now() < until(); n++) {
    const title = `故障演练 ${name}-${n}`;
    const task = {
      title, kind: 'testing', stage: 'operation', description: '演练：数据库在提交过程中重启。', requirements: '具备 CMA 资质', deliverables: ['监测报告'], requiredQualifications: ['CMA'],
      budgetYuan: '1000.00', durationDays: 30, bidDeadline: new Date(Date.now() + 7 * 86_400_000).toISOString(), priceWeight: 40,
    };
    const keyed = { ...auth, 'idempotency-key': randomUUID() };
    const draft = await insist(stack, keyed, { path: '/service-tasks', body: task, counts });
    const again = await insist(stack, keyed, { path: '/service-tasks', body: task, counts });
    assert.equal(again.id, draft.id, 'the same key gave another task');
    // without a key: the version says whether the first attempt went through although its answer was lost
    const published = await insist(stack, { ...auth, 'if-match': `"v${draft.version}"` }, { path: `/service-tasks/${draft.id}/publish`, body: { openingPublicKey: key }, expected: [200, 409, 412], counts });
    made.push({ id: draft.id, title, status: published.status });
    counts.done += 1;
  }
  return made;
}

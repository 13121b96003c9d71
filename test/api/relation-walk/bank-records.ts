import type { Db } from '@huanbao/platform';
import type { Walked } from './records';
import type { Standing } from './standings';

/** A kept fact that counts, an authorisation that is asked for, a program, a webhook with a delivery, and a batch, of the bank that is there. */
export async function bankRecords(db: Db, records: Walked[], owner: string): Promise<void> {
  const [bank] = await db.query<{ id: string }>(`SELECT m.org_id AS id FROM membership m JOIN app_user u ON u.id = m.user_id WHERE u.email = 'bank@demo.local'`);
  const bankId = bank?.id as string;
  const one = async (sql: string): Promise<string> => ((await db.query<{ id: string }>(sql, [bankId, ...(sql.includes('$2') ? [owner] : [])]))[0] as { id: string }).id;
  const authorization = await one(
    `INSERT INTO bank_authorization (id, number, enterprise_id, enterprise_name, bank_id, bank_name, region_code, origin, state, purpose, purpose_words, asked_scopes, asked_from, asked_to, answer_by, created_at, version)
     SELECT uuidv7(), 'SQ-2026-900001', $2, '走查', id, name, region_code, 'request', 'withdrawn', 'other', '走查', '{credit}', '2026-01-01', '2026-12-31', '2026-12-31', now(), 1 FROM organisation WHERE id = $1 RETURNING id`);
  const client = await one(
    `INSERT INTO bank_client (id, client_id, bank_id, bank_name, region_code, name, purpose, scopes, state, proposed_by, proposed_by_name, proposed_at, version)
     SELECT uuidv7(), 'hbc_walk', id, name, region_code, '走查', '走查', '{query}', 'proposed', id, '走查', now(), 1 FROM organisation WHERE id = $1 RETURNING id`);
  const hook = await one(
    `INSERT INTO bank_webhook (id, bank_id, client_id, name, url, algorithm, secret_cipher, secret_ending, state, created_by_name, created_at, version)
     SELECT uuidv7(), $1, id, '走查', 'https://hooks.bank.example/', 'hmac-sha256', 'x', 'xxxx', 'active', '走查', now(), 1 FROM bank_client WHERE client_id = 'hbc_walk' RETURNING id`);
  const delivery = await one(
    `INSERT INTO bank_delivery (id, webhook_id, bank_id, event, source_key, sequence, body, state, attempts, created_at) SELECT uuidv7(), id, bank_id, 'ping', 'walk', 0, '{}', 'delivered', 1, now() FROM bank_webhook WHERE bank_id = $1 AND name = '走查' RETURNING id`);
  const batch = await one(
    `INSERT INTO bank_batch (id, number, bank_id, asked_by, by_name, state, total, done, answered, refused, created_at, keep_until) SELECT uuidv7(), 'PL-2026-900001', id, id, '走查', 'done', 0, 0, 0, 0, now(), now() + interval '1 day' FROM organisation WHERE id = $1 RETURNING id`);
  const [fact] = await db.query<{ id: string; owner: string }>('SELECT id, enterprise_id AS owner FROM kept_fact WHERE counts ORDER BY id LIMIT 1');
  const asBank = (who: Standing): string[] => (who.orgId === bankId ? ['bank'] : []);
  records.push(
    { name: 'kept fact', prefix: '/kept-facts/:id', id: fact?.id as string, read: 'kept-fact.read', relations: who => [...(who.orgId === fact?.owner ? ['own'] : []), ...(who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : [])] },
    { name: 'authorisation of a bank', prefix: '/bank-authorizations/:id', id: authorization, read: 'bank-authorization.read', relations: who => [...(who.orgId === owner ? ['giver'] : []), ...asBank(who)] },
    { name: 'program of a bank', prefix: '/bank-clients/:id', id: client, read: 'bank-client.read', relations: who => [...asBank(who), ...(who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : [])] },
    { name: 'webhook of a bank', prefix: '/bank-webhooks/:id', id: hook, read: 'bank-webhook.read', relations: asBank },
    { name: 'delivery to a bank', prefix: '/bank-deliveries/:id', id: delivery, read: 'bank-webhook.read', relations: asBank },
    { name: 'batch of a bank', prefix: '/bank-batches/:id', id: batch, read: 'bank-query.read', relations: asBank },
  );
}

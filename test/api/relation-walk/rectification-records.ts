import type { Db } from '@huanbao/platform';
import type { Walked } from './records';
import type { Standing } from './standings';

/** Of the demonstration city: one that is being mended, with a request for an extension, and a draft the enterprise does not see. */
export async function rectificationRecords(db: Db, records: Walked[]): Promise<void> {
  const [mending] = await db.query<Record<string, string>>(
    `SELECT r.id, r.enterprise_id, i.id AS item, e.id AS evidence, x.id AS extension FROM rectification r JOIN rectification_item i ON i.rectification_id = r.id AND i.state = 'done' JOIN rectification_evidence e ON e.item_id = i.id JOIN rectification_extension x ON x.rectification_id = r.id WHERE x.state = 'asked' LIMIT 1`);
  const [draft] = await db.query<Record<string, string>>(`SELECT r.id FROM rectification r JOIN case_record k ON k.id = r.id WHERE k.state = 'draft' LIMIT 1`);
  if (!mending || !draft) throw new Error('the demonstration city has no rectification to walk by');
  const here = (who: Standing): string[] => (who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : []);
  const parameters = { itemId: mending['item'] as string, evidenceId: mending['evidence'] as string, extensionId: mending['extension'] as string, kind: 'notice' };
  records.push(
    { name: 'rectification', prefix: '/rectifications/:id', id: mending['id'] as string, read: 'rectification.read', relations: here, parameters },
    { name: 'own rectification', prefix: '/own-rectifications/:id', id: mending['id'] as string, read: 'own-rectification.read', parameters, relations: who => [...(who.orgId === mending['enterprise_id'] ? ['own'] : []), ...(who.verbs.length > 0 && who.matters.includes('rectification') ? ['delegated', ...who.verbs.map(verb => `delegated:${verb}`)] : [])] },
    { name: 'draft of a rectification', prefix: '/own-rectifications/:id', id: draft['id'] as string, read: 'own-rectification.read', parameters, relations: () => [] },
  );
}

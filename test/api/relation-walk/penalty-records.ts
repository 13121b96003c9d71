import type { Db } from '@huanbao/platform';
import type { Walked } from './records';
import type { Standing } from './standings';

/** Of the demonstration city: a case in investigation that its party does not see, and one whose party may speak. */
export async function penaltyRecords(db: Db, records: Walked[]): Promise<void> {
  const one = async (state: string): Promise<Record<string, string>> => {
    const [row] = await db.query<Record<string, string>>('SELECT p.id, p.party_org_id FROM penalty p JOIN case_record c ON c.id = p.id WHERE c.state = $1 LIMIT 1', [state]);
    if (!row) throw new Error(`the demonstration city has no penalty case that is ${state}`);
    return row;
  };
  const here = (who: Standing): string[] => (who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : []);
  const [closed, told] = [await one('investigating'), await one('stating')];
  records.push(
    { name: 'penalty case', prefix: '/penalties/:id', id: closed['id'] as string, read: 'penalty.read', relations: here },
    { name: 'own penalty case', prefix: '/own-penalties/:id', id: told['id'] as string, read: 'own-penalty.read', relations: who => (who.orgId === told['party_org_id'] ? ['own'] : []) },
  );
}

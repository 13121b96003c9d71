import type { Db } from '@huanbao/platform';
import type { Walked } from './records';
import type { Standing } from './standings';

/** Of the demonstration city: a decided case, and one whose party may speak. */
export async function penaltyRecords(db: Db, records: Walked[]): Promise<void> {
  const one = async (state: string): Promise<Record<string, string>> => {
    const [row] = await db.query<Record<string, string>>('SELECT p.id, p.party_org_id, n.id AS paper FROM penalty p JOIN case_record c ON c.id = p.id JOIN penalty_notice n ON n.penalty_id = p.id WHERE c.state = $1 LIMIT 1', [state]);
    if (!row) throw new Error(`the demonstration city has no penalty case that is ${state}`);
    return row;
  };
  const here = (who: Standing): string[] => (who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : []);
  const [decided, told] = [await one('performing'), await one('stating')];
  records.push(
    { name: 'penalty case', prefix: '/penalties/:id', id: decided['id'] as string, read: 'penalty.read', relations: here, parameters: { paperId: decided['paper'] as string } },
    { name: 'own penalty case', prefix: '/own-penalties/:id', id: told['id'] as string, read: 'own-penalty.read', parameters: { paperId: told['paper'] as string }, relations: who => (who.orgId === told['party_org_id'] ? ['own'] : []) },
  );
}

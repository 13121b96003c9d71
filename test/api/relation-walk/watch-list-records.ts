import type { Db } from '@huanbao/platform';
import type { Walked } from './records';
import type { Standing } from './standings';

/** Of the demonstration city: a case whose subject may speak, and a decision that stands in public. */
export async function watchListRecords(db: Db, records: Walked[]): Promise<void> {
  const [told] = await db.query<Record<string, string>>(`SELECT e.id, e.subject_org_id, n.id AS paper FROM watch_list_entry e JOIN case_record c ON c.id = e.id JOIN watch_list_notice n ON n.entry_id = e.id WHERE c.state = 'stating' LIMIT 1`);
  const [listed] = await db.query<Record<string, string>>(`SELECT d.id FROM watch_list_decision d JOIN case_record c ON c.id = d.entry_id WHERE c.state = 'listed' LIMIT 1`);
  if (!told || !listed) throw new Error('the demonstration city has nobody on the supervision list');
  const here = (who: Standing): string[] => (who.kind === 'bureau' && who.isHere ? ['jurisdiction'] : []);
  records.push(
    { name: 'case of listing', prefix: '/watch-list/:id', id: told['id'] as string, read: 'watch-list.read', relations: here, parameters: { paperId: told['paper'] as string } },
    { name: 'decision on the list', prefix: '/watch-list-register/:id', id: listed['id'] as string, read: 'watch-list.document', relations: who => ((who.kind === 'bureau' || who.kind === 'department') && who.isHere ? ['jurisdiction'] : []) },
    { name: 'own case of listing', prefix: '/own-watch-list/:id', id: told['id'] as string, read: 'own-watch-list.read', parameters: { paperId: told['paper'] as string }, relations: who => (who.orgId === told['subject_org_id'] ? ['own'] : []) },
  );
}

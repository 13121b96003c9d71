import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { extract, Files, StoredFile } from '@huanbao/documents';
import { Directory, Organisation } from '@huanbao/identity';
import { Bid, BidTrace, ServiceTask } from '@huanbao/marketplace';
import { Db } from '@huanbao/platform';
import { SharedPeople } from '@huanbao/providers';
import { Catalogue } from '@huanbao/services';
import { In } from 'typeorm';
import type { BidFacts, FileFacts, PastAward, TaskFacts } from './detect/facts';

/** Used by so many other firms, a file is a form and nobody's copy. */
const COMMON_FROM = 5;
/** Attachments whose words are read in one look; hashes are compared for all. */
const MOST_READ = 300;
const MOST_CHARACTERS = 60_000;
/** A look back of two years in one region holds far fewer. */
const MOST_AWARDS = 2000;

/** Gathers what the detectors compare, from the rooms that keep it. Slow: outside any transaction. */
@Injectable()
export class FactsService {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly people: SharedPeople,
    private readonly catalogue: Catalogue,
    private readonly files: Files,
  ) {}

  async of(task: ServiceTask): Promise<TaskFacts> {
    const bids = await this.db.repo(Bid).find({ where: [{ taskId: task.id, state: 'opened' }, { taskId: task.id, state: 'unreadable' }], order: { receivedAt: 'ASC', id: 'ASC' } });
    const firmIds = bids.map(bid => bid.firmId);
    const firms = await this.directory.organisations(firmIds);
    const traces = new Map((await this.db.repo(BidTrace).findBy({ bidId: In(bids.map(bid => bid.id)) })).map(trace => [trace.bidId, trace]));
    const files = await this.filesOf(bids);
    const read = await this.read([...files.values()].flat(), await this.commonOf([...files.values()].flat()));
    return {
      budgetYuan: task.budgetYuan, enterpriseName: task.enterpriseName, ownText: await this.ownText(task), ownFiles: await this.ownFiles(task),
      commonHashes: read.common, links: [...(await this.people.between(firmIds)), ...(await this.directory.sharedMembers(firmIds)).map(({ name, orgIds }) => ({ kind: 'account' as const, firmIds: orgIds, what: name }))],
      bids: bids.map(bid => factsOf(bid, { firm: firms.get(bid.firmId), trace: traces.get(bid.id), files: (files.get(bid.id) ?? []).map(file => read.of(file)), phone: this.phoneOf(firms.get(bid.firmId)) })),
    };
  }

  /** Awards of the region until this one, oldest first. */
  async awardsUntil(task: ServiceTask, months: number): Promise<PastAward[]> {
    const rows = await this.db.query<{ number: string; at: string; firmIds: string[]; winnerId: string }>(
      `SELECT * FROM (
         SELECT t.id, t.number, t.awarded_at, to_char(t.awarded_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS at, t.awarded_firm_id AS "winnerId",
                ARRAY(SELECT DISTINCT b.firm_id FROM bid b WHERE b.task_id = t.id AND (b.state IN ('opened', 'unreadable') OR (b.sealed_round = 1 AND b.price_yuan IS NOT NULL)) ORDER BY b.firm_id) AS "firmIds"
           FROM service_task t
          WHERE t.awarded_at IS NOT NULL AND t.awarded_at <= $1 AND t.awarded_at > $1::timestamptz - make_interval(months => $2) AND left(t.region_code, 4) = left($3, 4)
            AND EXISTS (SELECT 1 FROM bid b WHERE b.task_id = t.id AND b.firm_id = $4)
          ORDER BY t.awarded_at DESC, t.id DESC LIMIT ${MOST_AWARDS}) last ORDER BY awarded_at, id`,
      [task.awardedAt, months, task.regionCode, task.awardedFirmId],
    );
    return rows.map(row => ({ taskNumber: row.number, at: row.at, firmIds: row.firmIds, winnerId: row.winnerId }));
  }

  private phoneOf(firm: Organisation | undefined): string | null {
    return firm ? (this.directory.contactOf(firm).phone?.replace(/\D/g, '') ?? null) : null;
  }

  /** What everybody read before writing: the task and, where it names a service, the template of the catalogue. */
  private async ownText(task: ServiceTask): Promise<string> {
    const template = task.serviceCode ? (await this.catalogue.history(task.serviceCode)).map(version => version.scopeTemplate).join('\n') : '';
    return [task.title, task.description, task.requirements, ...task.deliverables, template].join('\n');
  }

  private async ownFiles({ id }: ServiceTask): Promise<TaskFacts['ownFiles']> {
    const files = (await this.files.list('service-task', id)).filter(file => file.scanState !== 'infected');
    const found: FileFacts[] = [];
    for (const file of files.slice(0, MOST_READ)) found.push(await this.readOne(file));
    return found;
  }

  private async filesOf(bids: readonly Bid[]): Promise<Map<string, StoredFile[]>> {
    const ids = bids.flatMap(bid => bid.attachmentFileIds);
    const files = ids.length === 0 ? [] : await this.db.repo(StoredFile).findBy({ id: In(ids) });
    const known = new Map(files.map(file => [file.id, file]));
    return new Map(bids.map(bid => [bid.id, bid.attachmentFileIds.flatMap(id => known.get(id) ?? []).filter(file => file.scanState !== 'infected')]));
  }

  private async commonOf(files: readonly StoredFile[]): Promise<Set<string>> {
    // what one ring shares in this task alone is no common form
    const rows = await this.db.query<{ hash: string }>(
      `SELECT hash FROM stored_file WHERE subject_type = 'bid' AND hash = ANY($1::text[]) AND id <> ALL($2::uuid[]) GROUP BY hash HAVING count(DISTINCT owner_org_id) >= ${COMMON_FROM}`,
      [[...new Set(files.map(file => file.hash))], files.map(file => file.id)],
    );
    return new Set(rows.map(row => row.hash));
  }

  private async read(files: readonly StoredFile[], common: ReadonlySet<string>): Promise<{ common: ReadonlySet<string>; of(file: StoredFile): FileFacts }> {
    const known = new Map<string, FileFacts>();
    for (const file of files) {
      if (known.has(file.hash) || common.has(file.hash) || known.size >= MOST_READ) continue;
      known.set(file.hash, await this.readOne(file));
    }
    return { common, of: file => ({ ...(known.get(file.hash) ?? { text: '', properties: null }), name: file.name, hash: file.hash }) };
  }

  private async readOne(file: StoredFile): Promise<FileFacts> {
    const nothing = { name: file.name, hash: file.hash, text: '', properties: null };
    if (file.mediaType.startsWith('image/')) return nothing;
    const folder = await mkdtemp(join(tmpdir(), 'huanbao-signals-'));
    try {
      const path = join(folder, 'document');
      await pipeline(await this.files.open(file.id), createWriteStream(path, { mode: 0o600 }));
      const { text, properties } = await extract(path, file.mediaType);
      return { ...nothing, text: text.slice(0, MOST_CHARACTERS), properties };
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }
}

interface Around {
  readonly firm: Organisation | undefined;
  readonly trace: BidTrace | undefined;
  readonly files: readonly FileFacts[];
  readonly phone: string | null;
}

function factsOf(bid: Bid, { firm, trace, files, phone }: Around): BidFacts {
  return {
    firmId: bid.firmId, firmName: bid.firmName, submittedBy: bid.submittedBy, receivedAt: bid.receivedAt, priceYuan: bid.suspectUnit ? null : bid.priceYuan, proposal: bid.proposal ?? '', files,
    trace: { address: trace?.addressIndex ?? null, prefix: trace?.prefixIndex ?? null, device: trace?.deviceIndex ?? null },
    party: { legalRepresentative: firm?.legalRepresentative ?? '', address: firm?.address ?? '', phone },
  };
}

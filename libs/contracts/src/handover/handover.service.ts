import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { createPdf, Files, PdfPage, StoredFile, ZipEntry, zipped } from '@huanbao/documents';
import { AwardedWorks, DeliveriesService, type Delivery } from '@huanbao/marketplace';
import { Actor, Audit, Clock, Db } from '@huanbao/platform';
import { Contract, ContractMilestone, ContractPayment } from '../contract.entity';
import { nothingLeft } from '../contract.errors';
import { localTime } from '../contract.paper';
import { ContractRecords } from '../contract.records';
import { balanceOf } from '../money/balance';
import { sumOf } from '../terms/terms';

const STATES: Readonly<Record<ContractMilestone['state'], string>> = { open: '未提交', delivered: '待验收', rework: '返工中', accepted: '已验收', dropped: '已取消' };
const REVIEWED: Readonly<Record<Delivery['state'], string>> = { submitted: '待验收', accepted: '已验收', rework: '返工' };

interface Pack {
  readonly contract: Contract;
  readonly milestones: readonly ContractMilestone[];
  readonly deliveries: readonly Delivery[];
  readonly files: readonly StoredFile[];
  readonly payments: readonly ContractPayment[];
}

/** 移交清单: what was delivered and paid, what is open, for whoever goes on with the work. */
@Injectable()
export class HandoverService {
  constructor(
    private readonly db: Db,
    private readonly records: ContractRecords,
    private readonly deliveries: DeliveriesService,
    private readonly works: AwardedWorks,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The list as a PDF, as things stand now; each file with its SHA-256, so that it can be told what was handed over. */
  async list(actor: Actor, id: string): Promise<Buffer> {
    const pack = await this.gather(actor, id);
    await this.note(actor, pack, 'list');
    return this.listOf(pack);
  }

  /** The list, the contract and what was delivered, whole, as one archive for whoever goes on. A file that is infected is on the list alone. */
  async pack(actor: Actor, id: string): Promise<Readable> {
    const pack = await this.gather(actor, id);
    await this.note(actor, pack, 'pack');
    const { contract } = pack;
    const at = this.clock.now();
    const list = await this.listOf(pack);
    const paper: ZipEntry[] = contract.paperFileId === null ? [] : [this.entry(`合同-${contract.number ?? ''}.pdf`, contract.paperFileId, at)];
    return zipped([{ name: '移交清单.pdf', at, open: () => Promise.resolve(Readable.from([list])) }, ...paper, ...filesOf(pack).map(({ name, file }) => this.entry(name, file.id, file.createdAt))]);
  }

  private entry(name: string, fileId: string, at: Date): ZipEntry {
    return { name, at, open: () => this.files.open(fileId) };
  }

  private async gather(actor: Actor, id: string): Promise<Pack> {
    const contract = await this.records.find(actor, id);
    const milestones = await this.db.repo(ContractMilestone).find({ where: { contractId: id }, order: { position: 'ASC' } });
    const payments = await this.db.repo(ContractPayment).find({ where: { contractId: id }, order: { id: 'ASC' } });
    return { contract, milestones, payments, deliveries: await this.deliveries.visibleTo(actor, contract.taskId), files: await this.files.list('service-task', contract.taskId) };
  }

  private listOf(pack: Pack): Promise<Buffer> {
    return createPdf({ title: `移交清单 ${pack.contract.number ?? ''}`, author: '环保管家', subject: pack.contract.title, at: this.clock.now() }, page => draw(page, pack));
  }

  private note(actor: Actor, { contract, deliveries, files }: Pack, as: 'list' | 'pack'): Promise<void> {
    return this.audit.record({ actor, action: 'contract.handover', subject: { type: 'contract', id: contract.id }, details: { as, deliveries: deliveries.length, files: files.length } });
  }

  /** A draft task for what is left, for another firm. @throws 409 when nothing is left */
  successor(actor: Actor, id: string): Promise<string> {
    return this.db.transaction(async () => {
      const contract = await this.records.lock(actor, id, 'contract.draft');
      const left = await this.db.repo(ContractMilestone).createQueryBuilder('m').where(`m.contractId = :id AND m.state NOT IN ('accepted', 'dropped')`, { id }).orderBy('m.position').getMany();
      if (left.length === 0) throw nothingLeft();
      const note = `本任务承接合同 ${contract.number ?? ''}（${contract.firmName}）未完成的部分：${left.map(one => one.name).join('、')}。已有成果见移交清单。`;
      const draftId = await this.works.again(actor, contract.taskId, { note, deliverables: left.map(one => one.deliverable.slice(0, 200)), budgetYuan: sumOf(left.map(one => one.amountYuan)).toFixed(2) });
      await this.records.tell({ actor, contract }, 'successor', { zh: '为未完成的部分起草了新任务', en: 'A new task was drafted for what is left' }, { draftTaskId: draftId });
      return draftId;
    });
  }
}

/** Delivered files by delivery, the oldest first; two of one name in a delivery are told apart by their number. */
export function filesOf({ deliveries, files }: Pick<Pack, 'deliveries' | 'files'>): { name: string; file: StoredFile }[] {
  return [...deliveries].reverse().flatMap(({ round, fileIds }) => {
    const own = fileIds.map(id => files.find(file => file.id === id)).filter(file => file !== undefined && file.scanState !== 'infected') as StoredFile[];
    return own.map((file, nth) => ({ name: `成果/第${round}次/${own.findIndex(other => other.name === file.name) === nth ? '' : `${nth + 1}-`}${file.name}`, file }));
  });
}

function draw(page: PdfPage, { contract, milestones, deliveries, files, payments }: Pack): void {
  const balance = balanceOf(contract.priceYuan ?? contract.bidPriceYuan, milestones, payments, contract.settledYuan);
  page.heading('移交清单');
  page.keyValues([['合同编号', contract.number ?? ''], ['项目名称', contract.title], ['委托方', contract.enterpriseName], ['服务机构', contract.firmName], ['合同价', `${balance.price} 元`], ['应付', `${balance.payable} 元`], ['已付并确认', `${balance.confirmed} 元`], ['未付', `${balance.owed} 元`]]);
  page.heading('里程碑', 2);
  page.table([{ title: '里程碑', width: 120 }, { title: '交付内容', width: 175 }, { title: '日期', width: 70 }, { title: '金额（元）', width: 75, align: 'right' }, { title: '状态', width: 55 }], milestones.map(one => [one.name, one.deliverable, one.dueOn, one.amountYuan, STATES[one.state]]));
  page.heading('已提交的成果', 2);
  if (deliveries.length === 0) page.paragraph('尚未提交成果。');
  for (const one of [...deliveries].reverse()) {
    const name = milestones.find(each => each.id === one.milestoneId)?.name ?? '';
    page.keyValues([[`第 ${one.round} 次 ${name}`, `${localTime(one.submittedAt)}，${REVIEWED[one.state]}`], ['说明', one.summary], ...(one.comment ? [['委托方意见', one.comment] as const] : []), ['文件', one.fileIds.map(id => files.find(file => file.id === id)?.name ?? '（已删除）').join('\n') || '（无）']]);
  }
  if (files.length > 0) page.smallPrint(files.map(file => `${file.name}　SHA-256 ${file.hash}`));
  page.heading('下一步', 2);
  page.paragraph('继续：机构恢复资格后按合同履行；解除：双方协商，或依民法典第五百六十三条通知解除，再结清应付款项；重新委托：为未完成的部分起草新任务，已有成果按本清单移交。');
}

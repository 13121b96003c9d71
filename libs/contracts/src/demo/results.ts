import { INestApplicationContext } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { DeliveriesService, DemoTask } from '@huanbao/marketplace';
import { Actor, Clock, Db, systemActor } from '@huanbao/platform';
import { drawWorkbook, type SheetTable } from '@huanbao/sheets';
import type { Contract } from '../contract.entity';
import { FilingService } from '../filing/filing.service';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WORDS = { place: '点位', pollutant: '监测因子', sampledAt: '采样时间', value: '监测值', cma: 'CMA 证书编号', checked: '数值已核对' };
const TABLE: SheetTable = { title: '监测结果', columns: Object.entries(WORDS).map(([key, zh]) => ({ key, label: { zh, en: key }, type: 'text' })) };

export const MONITORING: DemoTask = {
  title: '排污许可自行监测（示例）', kind: 'testing', description: '按排污许可证的自行监测方案采样、检测并出具报告，监测结果另附结果表。', deliverables: ['监测报告', '监测结果表'],
  requiredQualifications: [], serviceCode: null, budgetYuan: '36000.00', durationDays: 60,
};

/** A report with its workbook of results, accepted and filed: the enterprise has to look it through, with one wrong cell in it. */
export async function deliverResults(app: INestApplicationContext, { client, firm, paper }: { readonly client: Actor; readonly firm: Actor; readonly paper: Buffer }, { taskId }: Contract, milestoneId: string): Promise<void> {
  const [files, deliveries, db] = [app.get(Files, { strict: false }), app.get(DeliveriesService, { strict: false }), app.get(Db, { strict: false })];
  const today = app.get(Clock, { strict: false }).today();
  const row = (nth: number, value: string): Record<string, string> => ({ place: 'DW001 污水总排口', pollutant: '化学需氧量', sampledAt: `${today} 00:0${nth}`, value, cma: '240412050001', checked: '是' });
  // the permit of the demonstration city holds since today, so nothing was sampled before
  const book = await drawWorkbook([{ table: TABLE, rows: [row(1, '41'), row(2, '38mg/L'), row(3, '44')], example: false }]);
  const store = (bytes: Buffer, name: string, mediaType: string): Promise<{ readonly id: string }> => files.store(bytes, { name, mediaType, subjectType: 'service-task', subjectId: taskId, purpose: 'delivery', ownerOrgId: firm.orgId, uploadedBy: firm.userId });
  const handed = [await store(paper, '监测报告（示例）.pdf', 'application/pdf'), await store(book, '监测结果表（示例）.xlsx', XLSX)];
  const delivery = await deliveries.deliver(firm, taskId, { summary: '监测报告和结果表', fileIds: handed.map(one => one.id), milestoneId });
  await deliveries.accept(client, taskId, delivery.id, { comment: '报告齐全' });
  // the job that follows finds it filed
  await db.transaction(() => app.get(FilingService, { strict: false }).file(systemActor('contracts'), delivery.id));
}

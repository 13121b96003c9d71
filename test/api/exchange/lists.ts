import { usccCheckCharacter } from '@huanbao/codes';
import { sheetOf } from './files';
import type { Any, Answer, Person, PermitWorld } from '../permits/world';
import { sendFile } from './files';

/** Headings of the list as people copy them from the template, in an order of their own. */
export const LIST_HEADINGS = ['单位名称', '统一社会信用代码', '排污许可证编号', '生产经营场所地址', '管理类别', '行业类别', '有效期开始日期', '有效期截止日期', '发证机关', '许可证状态', '经度（°）', '纬度（°）', '二氧化硫许可年排放量（t/a）', '主要污染物种类', '终止日期', '撤销情形'];

/** The n-th made-up credit code with a right check character. */
export function madeUscc(n: number): string {
  const body = `91141181MA0${String(n).padStart(6, '0')}`;
  return body + usccCheckCharacter(body);
}

export type Line = (string | number | null | object)[];

/** A line in order, and what is to be otherwise by heading. */
export function line(n: number, over: Record<string, unknown> = {}): Line {
  const uscc = madeUscc(n);
  const cells: Record<string, unknown> = {
    单位名称: `孝义市第${n}石灰厂`, 统一社会信用代码: uscc, 排污许可证编号: `${uscc}001P`, 生产经营场所地址: `孝义市梧桐镇第${n}村`, 管理类别: '简化管理', 行业类别: '石灰和石膏制造 3012',
    有效期开始日期: '2024-03-01', 有效期截止日期: '2029-02-28', 发证机关: '吕梁市生态环境局', 许可证状态: '有效', '经度（°）': 111.78, '纬度（°）': 37.14, '二氧化硫许可年排放量（t/a）': 12.5, 主要污染物种类: '颗粒物、二氧化硫', 终止日期: null, 撤销情形: null,
    ...over,
  };
  return LIST_HEADINGS.map(heading => (cells[heading] ?? null) as Line[number]);
}

export const listOf = (lines: readonly Line[]): Promise<Buffer> => sheetOf('名单', [LIST_HEADINGS, ...lines] as never);

/** Hands a list in and lets the worker check it. */
export async function handIn(world: PermitWorld, person: Person, bytes: Buffer, { name = '名单.xlsx', sourceOn = '2026-11-20' } = {}): Promise<Any> {
  const sent: Answer<Any> = await sendFile(world, person, `/permit-imports?sourceOn=${sourceOn}`, { bytes, name });
  if (sent.status !== 201) return sent.body;
  await world.runJobs();
  return (await person.get(`/permit-imports/${sent.body.id as string}`)).body;
}

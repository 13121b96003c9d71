import type { SheetColumn } from '@huanbao/documents';
import { shanghaiDate } from '@huanbao/platform';
import type { SuspicionSideView, SuspicionView } from './evidence.view';

const KINDS: Readonly<Record<SuspicionView['kind'], string>> = {
  'same-file': '同一文件', 'same-report': '同一报告编号', 'same-table': '监测数据相同', 'same-text': '文字雷同', 'same-image': '图片相同', 'same-stamp': '印章图形相同', 'same-author': '文件作者相同', 'impossible-time': '时间矛盾', 'impossible-place': '地点不符',
};
const STRENGTHS: Readonly<Record<SuspicionView['strength'], string>> = { strong: '强', medium: '中', weak: '弱' };
const STATES: Readonly<Record<SuspicionView['state'], string>> = { open: '待核对', dismissed: '不成立', clue: '已转线索' };

const side = ({ enterpriseName, fileName, page }: SuspicionSideView): string => `${enterpriseName ?? '其他辖区单位'}${fileName ? ` ${fileName}` : ''}${page === null ? '' : ` 第 ${page} 页`}`;

/** Suspicions as a spreadsheet. */
export const SUSPICION_COLUMNS: readonly SheetColumn<SuspicionView>[] = [
  { header: '发现日期', width: 12, of: row => shanghaiDate(row.foundAt) },
  { header: '提示', width: 16, of: row => KINDS[row.kind] },
  { header: '说明', width: 50, of: row => row.measure },
  { header: '涉及的材料', width: 70, of: row => row.sides.map(side).join('；') },
  { header: '强度', width: 8, of: row => STRENGTHS[row.strength] },
  { header: '处理', width: 10, of: row => STATES[row.state] },
  { header: '处理人', width: 12, of: row => row.decidedByName },
  { header: '处理日期', width: 12, of: row => row.decidedAt && shanghaiDate(row.decidedAt) },
  { header: '理由', width: 50, of: row => row.decisionReason },
];

import type { SheetColumn } from '@huanbao/documents';
import { shanghaiDate } from '@huanbao/platform';
import { BUSINESS_TYPES } from './life/business-types';
import type { ApplicationRowView } from './views/application.view';

/** A list of applications as a spreadsheet: what its rows show. */
export const APPLICATION_COLUMNS: readonly SheetColumn<ApplicationRowView>[] = [
  { header: '办件编号', width: 20, of: row => row.caseNumber },
  { header: '单位名称', width: 36, of: row => row.enterpriseName },
  { header: '生产经营场所', width: 28, of: row => row.siteName },
  { header: '业务类型', width: 12, of: row => BUSINESS_TYPES[row.businessType].label.zh },
  { header: '管理类别', width: 12, of: row => (row.managementCategory === 'key' ? '重点管理' : '简化管理') },
  { header: '状态', width: 16, of: row => row.stateLabel.zh },
  { header: '轮到谁', width: 16, of: row => row.ball.name.zh },
  { header: '填报进度', width: 10, of: row => `${row.completedSections}/${row.totalSections}` },
  { header: '提交日期', width: 12, of: row => row.submittedAt && shanghaiDate(row.submittedAt) },
  { header: '到期日', width: 12, of: row => row.dueOn },
  { header: '剩余天数', width: 10, of: row => row.remainingDays },
  { header: '备注', width: 12, of: row => (row.clockPaused ? '计时暂停' : row.dueProvisional ? '日期暂估' : null) },
];

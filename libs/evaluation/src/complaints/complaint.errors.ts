import { AppError } from '@huanbao/platform';

export const noObjection = (): AppError =>
  new AppError('rule', 'tender-complaint.no-objection', { zh: '对评标结果的投诉，应当先向招标人提出异议（招标投标法实施条例第六十条）。请先提出异议', en: 'Object to the enterprise first; a complaint is about its answer.' });

export const complaintTooEarly = (due: Date): AppError =>
  new AppError('conflict', 'tender-complaint.too-early', { zh: '异议还在答复期限内。请等待答复，或期限届满后再投诉', en: 'The objection may still be answered. Wait for the answer or for the end of its time.' }, { extra: { due: due.toISOString() } });

export const complaintLate = (until: Date): AppError =>
  new AppError('conflict', 'tender-complaint.late', { zh: '投诉期限已过。投诉应自收到答复或者答复期限届满之日起 10 日内提出（招标投标法实施条例第六十条）', en: 'The time for a complaint is over.' }, { extra: { until: until.toISOString() } });

export const complainedAlready = (): AppError =>
  new AppError('conflict', 'tender-complaint.once', { zh: '对这个异议已经投诉过，请查看投诉的办理进展', en: 'A complaint about this objection was lodged. See where it stands.' });

export const officerInvolved = (): AppError =>
  new AppError('rule', 'tender-complaint.officer-involved', { zh: '您办理过这项采购的事项（如见证开标、要求专家回避、裁定取消中选），不能处理对它的投诉。请由其他人员办理', en: 'You took part in this procurement: another officer handles the complaint.' });

export const procedureHeld = (): AppError =>
  new AppError('conflict', 'evaluation.held', { zh: '主管部门正在处理投诉，已责令暂停。请等待处理决定或解除暂停后再办理', en: 'The bureau has suspended the procedure because of a complaint. Wait for its decision.' });

export const remedyNotNow = (): AppError =>
  new AppError('rule', 'tender-complaint.remedy-not-now', { zh: '合同已经履行、采购已经结束，或者是自愿采购已经定标的，平台不再改变结果。请只作出认定，不选择处理方式', en: 'The contract was performed, the procurement has ended, or a voluntary one was awarded: decide without a remedy.' });

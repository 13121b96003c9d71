import { AppError, FieldProblem, invalidFields } from '@huanbao/platform';

export const numberTaken = (): AppError =>
  invalidFields([{ pointer: '/number', code: 'number-taken', zh: '这个证书编号已经登记过，请核对编号', en: 'This certificate number is registered already. Check the number.' }]);

export const entryProblems = (problems: readonly FieldProblem[]): AppError => invalidFields(problems);

export const foreignFile = (): AppError =>
  invalidFields([{ pointer: '/fileId', code: 'file', zh: '扫描件不存在或不是本机构上传的，请重新上传', en: 'The scan does not exist or is not your firm’s. Upload it again.' }]);

export const unknownService = (): AppError =>
  invalidFields([{ pointer: '/services', code: 'service', zh: '有服务不在服务目录里，请重新选择', en: 'A service is not in the catalogue. Choose again.' }]);

export const alreadyExpired = (): AppError =>
  new AppError('rule', 'qualification.expired', { zh: '这张证书已过有效期，不能核验通过。请退回，让机构上传新证', en: 'This certificate has expired and cannot be verified. Reject it, so that the firm uploads the new one.' });

export const alreadyReviewed = (): AppError =>
  new AppError('conflict', 'qualification.reviewed', { zh: '这项资质已经由他人处理，请刷新列表', en: 'Somebody has reviewed this qualification already. Reload the list.' });

export const scanInfected = (): AppError =>
  new AppError('rule', 'qualification.scan-infected', { zh: '扫描件带有病毒，不能核验通过。请退回，让机构重新扫描上传', en: 'The scan carries a virus and cannot be verified. Reject it, so that the firm uploads a clean one.' });

export const scanNotChecked = (): AppError =>
  new AppError('conflict', 'qualification.scan-pending', { zh: '扫描件还在查毒，请稍后再核验', en: 'The scan is still being checked for viruses. Verify it in a moment.' });

export const scanMissing = (): AppError =>
  new AppError('rule', 'qualification.scan-missing', { zh: '没有扫描件，不能核验通过。请退回，让机构补传', en: 'There is no scan: reject it, so that the firm uploads one.' });

/** A suspension is ended by who may suspend, with a reason; not by an entry anew. */
export const suspendedStands = (): AppError =>
  new AppError('rule', 'qualification.suspended', { zh: '这项资质已被主管部门暂停，恢复前不能修改或删除。请联系作出暂停的部门；换了新证的，另行登记新证', en: 'The bureau has suspended this qualification: it cannot be changed or removed until it is restored. Ask the office that suspended it; register a new certificate as a new entry.' });

export const notSuspendable = (): AppError =>
  new AppError('conflict', 'qualification.not-suspendable', { zh: '只有已核验的资质可以暂停，请刷新页面', en: 'Only a verified qualification can be suspended. Reload the page.' });

export const notSuspended = (): AppError =>
  new AppError('conflict', 'qualification.not-suspended', { zh: '这项资质没有被暂停，请刷新页面', en: 'This qualification is not suspended. Reload the page.' });

export const idNumberWrong = (): AppError =>
  invalidFields([{ pointer: '/idNumber', code: 'id-number', zh: '身份证号与校验位不符，请核对 18 位号码', en: 'The ID number does not match its check digit. Check all 18 characters.' }]);

export const personTwice = (): AppError =>
  invalidFields([{ pointer: '/idNumber', code: 'person-twice', zh: '此人已在本机构名单中，请修改原有记录', en: 'This person is on your list already. Change that entry.' }]);

export const leftBeforeCame = (): AppError =>
  invalidFields([{ pointer: '/leftOn', code: 'left-on', zh: '离开日期应在入职日期之后、今天之前', en: 'The day of leaving lies after joining and not in the future' }]);

export const stillCarries = (tasks: readonly string[]): AppError =>
  new AppError('rule', 'firm-person.carries-tasks', { zh: `此人还负责 ${tasks.length} 项任务（${tasks.slice(0, 3).join('、')}），请先改派其他负责人`, en: `This person still answers for ${tasks.length} task(s): hand them over first.` }, { extra: { tasks } });

export const engineerFull = (max: number): AppError =>
  new AppError('rule', 'engagement.engineer-full', { zh: `该负责人已有 ${max} 项在办任务，达到登记的上限。请改派他人，或在人员页面调整上限`, en: `This engineer already carries ${max} tasks, as many as registered. Assign somebody else or change the limit.` });

export const notResponsible = (): AppError =>
  invalidFields([{ pointer: '/personId', code: 'person', zh: '请从本机构在职的项目负责人中选择', en: 'Choose one of your firm’s responsible engineers' }]);

export const flagClosed = (): AppError =>
  new AppError('conflict', 'person-flag.closed', { zh: '这条提示已经由他人处理，请刷新列表', en: 'Somebody has dealt with this flag already. Reload the list.' });

export const pointState = (possible: readonly string[]): AppError =>
  new AppError('conflict', 'integrity-point.state', { zh: '这条记分的状态已经变化，请刷新页面', en: 'This entry has moved on. Reload the page.' }, { extra: { possible } });

export const samePerson = (): AppError =>
  new AppError('rule', 'integrity-point.two-persons', { zh: '记分要由两人办理：提出的人不能自己确认或答复，请由另一位同事办理', en: 'Two persons are needed: who proposed it cannot decide on it. Ask a colleague.' });

export const ruleUnknown = (): AppError =>
  invalidFields([{ pointer: '/ruleCode', code: 'rule', zh: '行为发生之日没有这条记分规则，请重新选择', en: 'No such rule held on the day it happened. Choose again.' }]);

export const occurredLater = (): AppError =>
  invalidFields([{ pointer: '/occurredOn', code: 'future', zh: '日期在今天之后，请核对', en: 'The day lies in the future. Check it.' }]);

export const evidenceNeeded = (): AppError =>
  invalidFields([{ pointer: '/evidenceFileId', code: 'evidence', zh: '请上传证明材料，再提交记分', en: 'Upload the evidence first' }]);

export const pointTaken = (): AppError =>
  new AppError('conflict', 'integrity-point.exists', { zh: '这条记分已经提交，请刷新列表', en: 'This entry has been submitted already. Reload the list.' });

export const tooFewToCompare = (): AppError =>
  invalidFields([{ pointer: '/ids', code: 'ids', zh: '请选择 2 至 4 家机构进行对比', en: 'Choose two to four firms to compare' }]);

import { fiveYearsAfter } from '../certificate/validity';
import type { Form } from '../form/field';
import { textOf } from '../form/form';
import { Finding, findingOf, Rule } from './rule';

const finding = findingOf('C13');

/** C13: the project document is there and in order of time; building more than five years after the approval needs a re-examination. */
export const c13: Rule = {
  id: 'C13',
  version: '2026.1',
  since: '2026-11-23',
  basis: '排污许可管理条例 第七条、第十一条',
  title: { zh: '环评手续齐全、时间相符', en: 'Project documents present and in order' },
  check: ({ form, applicationDate }) => (textOf(form.basic, 'eiaKind') === 'approval' ? [...reexamination(form), ...future(form, applicationDate), ...builtBefore(form)] : []),
};


function reexamination(form: Form): Finding[] {
  const [approved, begun] = [textOf(form.basic, 'eiaDate'), textOf(form.basic, 'constructionStartDate')];
  if (approved === undefined || begun === undefined || begun <= fiveYearsAfter(approved) || textOf(form.basic, 'eiaReexaminationNumber') !== undefined) return [];
  return [finding({
    level: 'E', pointer: '/basic/eiaReexaminationNumber', actual: `批复 ${approved}，开工 ${begun}，未填重新审核文号`, expected: '重新审核文号', basis: '生态环境法典 第一百零六条',
    zh: '批复超过五年才开工的，应有原审批部门的重新审核意见，请填写文号并上传', en: 'Construction began more than five years after the approval: enter and upload the re-examination.',
  })];
}

function future(form: Form, today: string): Finding[] {
  const approved = textOf(form.basic, 'eiaDate');
  return approved === undefined || approved <= today ? [] : [finding({
    level: 'E', pointer: '/basic/eiaDate', actual: approved, expected: `不晚于 ${today}`, basis: '排污许可管理条例 第十一条第一项',
    zh: '批复日期晚于今天，请对照批复文件核对', en: 'The approval lies in the future. Compare with the document.',
  })];
}

function builtBefore(form: Form): Finding[] {
  const [approved, begun] = [textOf(form.basic, 'eiaDate'), textOf(form.basic, 'constructionStartDate')];
  return approved === undefined || begun === undefined || begun >= approved ? [] : [finding({
    level: 'W', pointer: '/basic/constructionStartDate', actual: begun, expected: `不早于批复日期 ${approved}`, basis: '生态环境法典 第一千零九十五条',
    zh: '开工早于环评批复，可能属于未批先建，请核对日期或附处理结果', en: 'Construction began before the approval. Check the dates or attach the outcome.',
  })];
}

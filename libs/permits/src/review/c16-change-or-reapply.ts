import { changeDemandsReapply } from './change-demands-reapply';
import { findingOf, Rule } from './rule';

const finding = findingOf('C16');
const BASIS = '排污许可管理条例 第十五条；生态环境法典 第一百八十二条';
const NAMES: Readonly<Record<string, string>> = { change: '变更', adjust: '调整', renew: '延续' };

/** C16: what is called a change, an adjustment or a renewal does not enlarge or move anything: that takes 重新申请. */
export const c16: Rule = {
  id: 'C16',
  version: '2026.1',
  since: '2026-11-24',
  basis: BASIS,
  title: { zh: '应当重新申请的不能按变更办理', en: 'What must be applied for anew is no change' },
  check: ({ form, base, businessType = 'new' }) => {
    const name = NAMES[businessType];
    if (!base || name === undefined) return [];
    return changeDemandsReapply(base.form, form).map(({ pointer, actual, expected, why }) => finding({
      level: 'E', pointer, actual, expected, basis: BASIS, evidence: `与许可证第 ${base.version} 版相比`,
      zh: `${why.zh}，应当重新申请排污许可证，不能按${name}办理。请改回原值，或撤回本件后选“重新申请”`, en: `${why.en}: this takes an application anew. Restore the value, or withdraw and choose “apply again”.`,
    }));
  },
};

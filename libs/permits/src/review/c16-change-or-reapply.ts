import { changeDemandsReapply } from './change-demands-reapply';
import { findingOf, Rule } from './rule';

const finding = findingOf('C16');
const BASIS = '排污许可管理条例 第十五条；生态环境法典 第一百八十二条';
const ITEMS = { 1: '一', 2: '二', 3: '三' } as const;
const NAMES: Readonly<Record<string, string>> = { change: '变更', adjust: '调整', renew: '延续' };

/** C16: what is called a change, an adjustment or a renewal does not enlarge or move anything: that takes 重新申请. Where art. 15 does not settle it, a person is told. */
export const c16: Rule = {
  id: 'C16',
  version: '2026.3',
  since: '2026-11-30',
  basis: BASIS,
  title: { zh: '应当重新申请的不能按变更办理', en: 'What must be applied for anew is no change' },
  check: ({ form, base, businessType = 'new', fuels }) => {
    const name = NAMES[businessType];
    if (!base || name === undefined) return [];
    return changeDemandsReapply(base.form, form, fuels).map(({ level, ground, pointer, actual, expected, why }) => finding({
      level, pointer, actual, expected, basis: `排污许可管理条例 第十五条第${ITEMS[ground]}项；生态环境法典 第一百八十二条`, evidence: `与许可证第 ${base.version} 版相比`,
      ...(level === 'E'
        ? { zh: `${why.zh}，应当重新申请排污许可证，不能按${name}办理。请改回原值，或者点“改为重新申请”，已填内容全部保留`, en: `${why.en}: this takes an application anew. Restore the value, or choose “apply again instead”: all that was typed is kept.` }
        : { zh: `${why.zh}：是否应当重新申请排污许可证由审查人员核对；确属新建、改建、扩建或者排放增加的，不能按${name}办理`, en: `${why.en}. A person judges whether this takes an application anew; a new, rebuilt or enlarged project or more emission does.` }),
    }));
  },
};

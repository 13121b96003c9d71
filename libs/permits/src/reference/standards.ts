import { ORIGIN } from './row-builders';

export type StandardKind = 'national' | 'provincial' | 'ultra-low' | 'plan' | 'approval';

export interface StandardSeed {
  readonly code: string;
  readonly title: string;
  readonly kind: StandardKind;
  /** Null while nobody knows it. */
  readonly inForceFrom: string | null;
  readonly inForceTo: string | null;
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  readonly origin: string;
  readonly note: string | null;
}

type Rest = Partial<Omit<StandardSeed, 'code' | 'title' | 'kind' | 'inForceFrom'>>;
const standard = (kind: StandardKind) => (code: string, title: string, inForceFrom: string | null, rest: Rest = {}): StandardSeed => ({
  code, title, kind, inForceFrom, inForceTo: null, replaces: null, replacedBy: null, origin: ORIGIN.memory, note: null, ...rest,
});
const national = standard('national');
const provincial = standard('provincial');

/** The emission standards known, with or without limits. First days are of practice until somebody has compared them. */
export const STANDARD_SEED: readonly StandardSeed[] = [
  national('GB 18918-2002', '城镇污水处理厂污染物排放标准', '2003-07-01', { origin: ORIGIN.copied('GB 18918-2002') }),
  provincial('DB14/1928-2019', '山西省污水综合排放标准', '2019-11-01', { origin: ORIGIN.doubtful }),
  national('GB 13271-2014', '锅炉大气污染物排放标准', '2014-07-01', { replaces: 'GB 13271-2001', origin: ORIGIN.copied('GB 13271-2014') }),
  national('GB 13271-2001', '锅炉大气污染物排放标准', '2002-01-01', { inForceTo: '2014-06-30', replacedBy: 'GB 13271-2014' }),
  provincial('DB14/1929-2019', '山西省锅炉大气污染物排放标准', '2019-11-01', { origin: ORIGIN.doubtful }),
  national('GB 13223-2011', '火电厂大气污染物排放标准', '2012-01-01', { replaces: 'GB 13223-2003', origin: ORIGIN.copied('GB 13223-2011') }),
  national('GB 13223-2003', '火电厂大气污染物排放标准', '2004-01-01', { inForceTo: '2011-12-31', replacedBy: 'GB 13223-2011' }),
  national('GB 4915-2013', '水泥工业大气污染物排放标准', '2014-03-01', { replaces: 'GB 4915-2004', origin: ORIGIN.copied('GB 4915-2013') }),
  national('GB 4915-2004', '水泥工业大气污染物排放标准', '2005-01-01', { inForceTo: '2014-02-28', replacedBy: 'GB 4915-2013' }),
  national('GB 16171-2012', '炼焦化学工业污染物排放标准', '2012-10-01', { note: '是否、何时由 GB 16171.1-2024 代替待核' }),
  national('GB 16171.1-2024', '炼焦化学工业大气污染物排放标准', null, { origin: ORIGIN.doubtful, note: '仅见标准号，限值与实施日待核；核实前不录入限值' }),
  standard('ultra-low')('环大气〔2024〕5号', '关于推进实施焦化行业超低排放的意见', '2024-01-01', { origin: ORIGIN.doubtful }),
  standard('ultra-low')('环发〔2015〕164号', '全面实施燃煤电厂超低排放和节能改造工作方案', '2015-12-11'),
  standard('plan')('环大气〔2019〕56号', '工业炉窑大气污染综合治理方案', '2019-07-01'),
  national('GB 25465-2010', '铝工业污染物排放标准', '2010-10-01', { origin: ORIGIN.doubtful }),
  national('GB 20426-2006', '煤炭工业污染物排放标准', '2006-10-01'),
  national('GB 18466-2005', '医疗机构水污染物排放标准', '2006-01-01', { origin: ORIGIN.copied('GB 18466-2005') }),
  national('GB 27631-2011', '发酵酒精和白酒工业水污染物排放标准', '2012-01-01', { origin: ORIGIN.copied('GB 27631-2011') }),
  national('GB 12348-2008', '工业企业厂界环境噪声排放标准', '2008-10-01', { origin: ORIGIN.copied('GB 12348-2008') }),
  national('GB 16297-1996', '大气污染物综合排放标准', '1997-01-01'),
  national('GB 14554-93', '恶臭污染物排放标准', '1994-01-15'),
  national('GB 41618-2022', '石灰、电石工业大气污染物排放标准', null, { origin: ORIGIN.doubtful, note: '限值与实施日待核；核实前不录入限值' }),
];

import { all, any, atLeast, column, entry, moreThan, not, process, yes } from '../conditions';

const KEY_DISCHARGER = yes('key-discharger');
const WATER = moreThan('water-treatment-t-d', '0');

/** 其他行业: everything that entries 1–107 do not name. Article 7 raises it as a whole. */
export const OTHER_INDUSTRIES = entry(108, '除 1-107 外的其他行业', [], {
  key: column(
    '涉及通用工序重点管理的，存在本名录第七条规定情形之一的',
    any(
      process('key'), KEY_DISCHARGER, moreThan('so2-t-a', '250'), moreThan('nox-t-a', '250'), moreThan('dust-t-a', '500'), moreThan('cod-t-a', '30'),
      moreThan('tn-t-a', '10'), moreThan('tp-t-a', '0.5'), moreThan('ammonia-oil-phenol-t-a', '30'), moreThan('other-equivalents', '3000'),
    ),
  ),
  simplified: column('涉及通用工序简化管理的', process('simplified')),
  registration: column('涉及通用工序登记管理的', process('registration')),
});

/** 五十一、通用工序: boilers, furnaces, surface treatment, water treatment of any industry. */
export const COMMON_PROCESSES = [
  entry(109, '锅炉', [], {
    key: column('纳入重点排污单位名录的', all(KEY_DISCHARGER, moreThan('boiler-t-h', '0'))),
    simplified: column('除纳入重点排污单位名录的，单台或者合计出力 20 吨/小时（14 兆瓦）及以上的锅炉（不含电热锅炉）', atLeast('boiler-t-h', '20')),
    registration: column('除纳入重点排污单位名录的，单台且合计出力 20 吨/小时（14 兆瓦）以下的锅炉（不含电热锅炉）', moreThan('boiler-t-h', '0')),
  }),
  entry(110, '工业炉窑', [], {
    key: column('纳入重点排污单位名录的', all(KEY_DISCHARGER, any(yes('furnace-other'), yes('furnace-clean')))),
    simplified: column('除纳入重点排污单位名录的，除以天然气或者电为能源的加热炉、热处理炉、干燥炉（窑）以外的其他工业炉窑', yes('furnace-other')),
    registration: column('除纳入重点排污单位名录的，以天然气或者电为能源的加热炉、热处理炉或者干燥炉（窑）', yes('furnace-clean')),
  }),
  entry(111, '表面处理', [], {
    key: column('纳入重点排污单位名录的', all(KEY_DISCHARGER, yes('surface-treatment'))),
    simplified: column('除纳入重点排污单位名录的，有电镀工序、酸洗、抛光（电解抛光和化学抛光）、热浸镀（溶剂法）、淬火或者钝化等工序的、年使用 10 吨及以上有机溶剂的', all(yes('surface-treatment'), any(yes('surface-plating-wet'), atLeast('organic-solvent-t-a', '10')))),
    registration: column('其他', yes('surface-treatment')),
  }),
  entry(112, '水处理', [], {
    key: column('纳入重点排污单位名录的', all(KEY_DISCHARGER, WATER)),
    simplified: column('除纳入重点排污单位名录的，日处理能力 2 万吨及以上的水处理设施', atLeast('water-treatment-t-d', '20000')),
    registration: column('除纳入重点排污单位名录的，日处理能力 500 吨及以上 2 万吨以下的水处理设施', all(atLeast('water-treatment-t-d', '500'), not(atLeast('water-treatment-t-d', '20000')))),
  }),
];

import type { ReferenceRow } from '@huanbao/reference';

const BASIS = '固定污染源排污许可分类管理名录（2019年版）；排污许可管理条例 第十五条；名称的识别是平台约定';

/** The value lists words of names, with 、 between them: `^` before one that begins the name, `$` behind one that ends it. */
const fuel = (key: string, title: string, value: string, note: string | null = null): ReferenceRow => ({
  key, title, value, unit: '', effectiveFrom: '2019-12-20', effectiveTo: null, legalBasis: BASIS, verified: false, origin: '平台约定的识别词，未经主管部门核对', note,
});

/** By which words of its name a fuel is taken for what: for the catalogue of permit classes (C2) and for a change of fuel (C16). */
export const FUEL_CLASSES: readonly ReferenceRow[] = [
  fuel('electricity', '电', '^电'),
  fuel('natural-gas', '天然气', '天然气', '名录按天然气从轻的，只看这一行'),
  fuel('producer-gas', '发生炉煤气', '发生炉煤气'),
  fuel('gas', '气体燃料', '气$、煤气、天然气、沼气、瓦斯', '由煤制成的气算气体燃料，不算煤'),
  fuel('oil', '油', '油'),
  fuel('alcohol', '醇基燃料', '甲醇、醇基'),
  fuel('biomass', '生物质', '生物质、木、秸秆'),
  fuel('petroleum-coke', '石油焦', '石油焦'),
  fuel('gangue', '煤矸石', '矸石'),
  fuel('coal', '煤和焦炭', '煤、焦炭、兰炭、半焦、冶金焦、型焦、焦末、焦粉、焦粒、焦丁、机制炭'),
];

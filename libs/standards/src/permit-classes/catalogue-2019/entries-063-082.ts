import { all, always, any, atLeast, byProcess, column, entry, industry, not, OTHERS, OTHERS_STARRED, yes } from '../conditions';

/** 煤、石油焦、油和发生炉煤气. */
const DIRTY_FUEL = yes('fuel-coal-oil-producer-gas');
const NATURAL_GAS = yes('fuel-natural-gas');
const CUTS = yes('cutting-only');
const BRICKS = all(industry('3031'), yes('sintered-brick-coal'));

/** Minerals, metals. */
export const ENTRIES_063_082 = [
  entry(63, '水泥、石灰和石膏制造 301，石膏、水泥制品及类似制品制造 302', ['301', '302'], {
    key: column('水泥（熟料）制造', all(industry('3011'), yes('clinker'))),
    simplified: column('水泥粉磨站、石灰和石膏制造 3012', industry('3011', '3012')),
    registration: column('水泥制品制造 3021，砼结构构件制造 3022，石棉水泥制品制造 3023，轻质建筑材料制造 3024，其他水泥类似制品制造 3029', industry('302')),
  }),
  entry(64, '砖瓦、石材等建筑材料制造 303', ['303'], {
    key: column('粘土砖瓦及建筑砌块制造 3031（以煤或者煤矸石为燃料的烧结砖瓦）', BRICKS),
    simplified: column('粘土砖瓦及建筑砌块制造 3031（除以煤或者煤矸石为燃料的烧结砖瓦以外的），建筑用石加工 3032，防水建筑材料制造 3033，隔热和隔音材料制造 3034，其他建筑材料制造 3039，以上均不含仅切割加工的', not(CUTS)),
    registration: column('仅切割加工的', CUTS),
  }),
  entry(65, '玻璃制造 304', ['304'], {
    key: column('平板玻璃制造 3041', industry('3041')),
    simplified: column('特种玻璃制造 3042', industry('3042')),
    registration: column('其他玻璃制造 3049', industry('3049')),
  }),
  entry(66, '玻璃制品制造 305', ['305'], { key: column('以煤、石油焦、油和发生炉煤气为燃料的', DIRTY_FUEL), simplified: column('以天然气为燃料的', NATURAL_GAS), registration: OTHERS }),
  entry(67, '玻璃纤维和玻璃纤维增强塑料制品制造 306', ['306'], { key: column('以煤、石油焦、油和发生炉煤气为燃料的', DIRTY_FUEL), simplified: column('以天然气为燃料的', NATURAL_GAS), registration: OTHERS }),
  entry(68, '陶瓷制品制造 307', ['307'], {
    key: column('建筑陶瓷制品制造 3071（以煤、石油焦、油和发生炉煤气为燃料的），卫生陶瓷制品制造 3072（年产 150 万件及以上的），日用陶瓷制品制造 3074（年产 250 万件及以上的）', any(all(industry('3071'), DIRTY_FUEL), all(industry('3072'), atLeast('ceramics-pieces-a', '1500000')), all(industry('3074'), atLeast('ceramics-pieces-a', '2500000')))),
    simplified: column('建筑陶瓷制品制造 3071（以天然气为燃料的）', all(industry('3071'), NATURAL_GAS)),
    registration: column('建筑陶瓷制品制造 3071（除重点管理、简化管理以外的），卫生陶瓷制品制造 3072（年产 150 万件以下的），日用陶瓷制品制造 3074（年产 250 万件以下的），特种陶瓷制品制造 3073，陈设艺术陶瓷制造 3075，园艺陶瓷制造 3076，其他陶瓷制品制造 3079', always),
  }),
  entry(69, '耐火材料制品制造 308', ['308'], {
    key: column('石棉制品制造 3081', industry('3081')),
    simplified: column('以煤、石油焦、油和发生炉煤气为燃料的云母制品制造 3082、耐火陶瓷制品及其他耐火材料制造 3089', all(industry('3082', '3089'), DIRTY_FUEL)),
    registration: column('除简化管理以外的云母制品制造 3082、耐火陶瓷制品及其他耐火材料制造 3089', industry('3082', '3089')),
  }),
  entry(70, '石墨及其他非金属矿物制品制造 309', ['309'], {
    key: column('石墨及碳素制品制造 3091（石墨制品、碳制品、碳素新材料），其他非金属矿物制品制造 3099（多晶硅棒）', any(all(industry('3091'), yes('graphite-carbon-products')), all(industry('3099'), yes('polysilicon-rods')))),
    simplified: column('石墨及碳素制品制造 3091（除石墨制品、碳制品、碳素新材料以外的），其他非金属矿物制品制造 3099（单晶硅棒，沥青混合物）', any(industry('3091'), all(industry('3099'), yes('monosilicon-asphalt')))),
    registration: column('其他非金属矿物制品制造 3099（除重点管理、简化管理以外的）', industry('3099')),
  }),
  entry(71, '炼铁 311', ['311'], { key: column('含炼铁、烧结、球团等工序的生产', yes('iron-sinter-pellet')) }),
  entry(72, '炼钢 312', ['312'], { key: column('全部', always) }),
  entry(73, '钢压延加工 313', ['313'], {
    key: column('年产 50 万吨及以上的冷轧', atLeast('cold-rolled-t-a', '500000')),
    simplified: column('热轧及年产 50 万吨以下的冷轧', yes('steel-rolling')),
    registration: OTHERS,
  }),
  entry(74, '铁合金冶炼 314', ['314'], { key: column('铁合金冶炼 3140', always) }),
  entry(75, '常用有色金属冶炼 321', ['321'], {
    key: column('铜、铅锌、镍钴、锡、锑、铝、镁、汞、钛等常用有色金属冶炼（含再生铜、再生铝和再生铅冶炼）', any(industry('3211', '3212', '3213', '3214', '3215', '3216', '3217'), yes('listed-nonferrous'))),
    registration: OTHERS,
  }),
  entry(76, '贵金属冶炼 322', ['322'], { key: column('金冶炼 3221，银冶炼 3222，其他贵金属冶炼 3229', always) }),
  entry(77, '稀有稀土金属冶炼 323', ['323'], { key: column('钨钼冶炼 3231，稀土金属冶炼 3232，其他稀有金属冶炼 3239', always) }),
  entry(78, '有色金属合金制造 324', ['324'], {
    key: column('铅基合金制造，年产 2 万吨及以上的其他有色金属合金制造', any(yes('lead-alloy'), atLeast('alloy-t-a', '20000'))),
    simplified: OTHERS,
  }),
  entry(79, '有色金属压延加工 325', ['325'], { simplified: column('有轧制或者退火工序的', yes('rolling-annealing')), registration: OTHERS }),
  { ...byProcess(80, '结构性金属制品制造 331，金属工具制造 332，集装箱及金属包装容器制造 333，金属丝绳及其制品制造 334，建筑、安全用金属制品制造 335，搪瓷制品制造 337，金属制日用品制造 338，铸造及其他金属制品制造 339（除黑色金属铸造 3391、有色金属铸造 3392）', ['331', '332', '333', '334', '335', '337', '338', '339'], OTHERS_STARRED), except: ['3391', '3392'] },
  entry(81, '金属表面处理及热处理加工 336', ['336'], {
    key: column('纳入重点排污单位名录的，专业电镀企业（含电镀园区中电镀企业），专门处理电镀废水的集中处理设施，有电镀工序的，有含铬钝化工序的', any(yes('key-discharger'), yes('electroplating'), yes('chromium-passivation'))),
    simplified: column('除重点管理以外的有酸洗、抛光（电解抛光和化学抛光）、热浸镀（溶剂法）、淬火或者无铬钝化等工序的、年使用 10 吨及以上有机溶剂的', any(yes('surface-wet-process'), atLeast('organic-solvent-t-a', '10'))),
    registration: OTHERS,
  }),
  entry(82, '铸造及其他金属制品制造 339', ['3391', '3392'], {
    key: column('黑色金属铸造 3391（使用冲天炉的），有色金属铸造 3392（生产铅基及铅青铜铸件的）', any(all(industry('3391'), yes('cupola')), all(industry('3392'), yes('lead-castings')))),
    simplified: column('除重点管理以外的黑色金属铸造 3391、有色金属铸造 3392', always),
  }),
];

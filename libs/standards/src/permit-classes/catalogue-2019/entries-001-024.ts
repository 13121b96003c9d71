import { all, any, always, atLeast, byProcess, column, entry, industry, not, OTHERS_STARRED, starred, yes } from '../conditions';

const FERMENTS = yes('fermentation');
const BLENDS = yes('blending-only');

/** Animals, mining, food, drink, tobacco. */
export const ENTRIES_001_024 = [
  entry(1, '牲畜饲养 031，家禽饲养 032', ['031', '032'], {
    key: column('设有污水排放口的规模化畜禽养殖场、养殖小区（具体规模化标准按《畜禽规模养殖污染防治条例》执行）', all(yes('livestock-at-scale'), yes('sewage-outlet'))),
    registration: column('无污水排放口的规模化畜禽养殖场、养殖小区，设有污水排放口的规模以下畜禽养殖场、养殖小区', any(all(yes('livestock-at-scale'), not(yes('sewage-outlet'))), all(not(yes('livestock-at-scale')), yes('sewage-outlet')))),
  }),
  entry(2, '其他畜牧业 039', ['039'], { registration: column('设有污水排放口的养殖场、养殖小区', yes('sewage-outlet')) }),
  byProcess(3, '烟煤和无烟煤开采洗选 061，褐煤开采洗选 062，其他煤炭洗选 069', ['061', '062', '069']),
  byProcess(4, '石油开采 071，天然气开采 072', ['071', '072']),
  byProcess(5, '铁矿采选 081，锰矿、铬矿采选 082，其他黑色金属矿采选 089', ['081', '082', '089']),
  byProcess(6, '常用有色金属矿采选 091，贵金属矿采选 092，稀有稀土金属矿采选 093', ['091', '092', '093']),
  byProcess(7, '土砂石开采 101，化学矿开采 102，采盐 103，石棉及其他非金属矿采选 109', ['101', '102', '103', '109']),
  byProcess(8, '其他采矿业 120', ['120']),
  entry(9, '谷物磨制 131', ['131'], { registration: starred('谷物磨制 131', always) }),
  entry(10, '饲料加工 132', ['132'], { simplified: starred('饲料加工 132（有发酵工艺的）', FERMENTS), registration: starred('饲料加工 132（无发酵工艺的）', not(FERMENTS)) }),
  entry(11, '植物油加工 133', ['133'], { simplified: starred('除单纯混合或者分装以外的', not(BLENDS)), registration: starred('单纯混合或者分装的', BLENDS) }),
  entry(12, '制糖业 134', ['134'], { key: column('日加工糖料能力 1000 吨及以上的原糖、成品糖或者精制糖生产', atLeast('sugar-t-d', '1000')), simplified: OTHERS_STARRED }),
  entry(13, '屠宰及肉类加工 135', ['135'], {
    key: column('年屠宰生猪 10 万头及以上的，年屠宰肉牛 1 万头及以上的，年屠宰肉羊 15 万头及以上的，年屠宰禽类 1000 万只及以上的', any(atLeast('pigs-a', '100000'), atLeast('cattle-a', '10000'), atLeast('sheep-a', '150000'), atLeast('poultry-a', '10000000'))),
    simplified: column('年屠宰生猪 2 万头及以上 10 万头以下的，年屠宰肉牛 0.2 万头及以上 1 万头以下的，年屠宰肉羊 2.5 万头及以上 15 万头以下的，年屠宰禽类 100 万只及以上 1000 万只以下的，年加工肉禽类 2 万吨及以上的', any(atLeast('pigs-a', '20000'), atLeast('cattle-a', '2000'), atLeast('sheep-a', '25000'), atLeast('poultry-a', '1000000'), atLeast('meat-t-a', '20000'))),
    registration: OTHERS_STARRED,
  }),
  entry(14, '水产品加工 136', ['136'], {
    simplified: column('年加工 10 万吨及以上的水产品冷冻加工 1361、鱼糜制品及水产品干腌制加工 1362、鱼油提取及制品制造 1363、其他水产品加工 1369', all(industry('1361', '1362', '1363', '1369'), atLeast('aquatic-t-a', '100000'))),
    registration: OTHERS_STARRED,
  }),
  byProcess(15, '蔬菜、菌类、水果和坚果加工 137', ['137'], OTHERS_STARRED),
  entry(16, '其他农副食品加工 139', ['139'], {
    key: column('年加工能力 15 万吨玉米或者 1.5 万吨薯类及以上的淀粉生产或者年产 1 万吨及以上的淀粉制品生产，有发酵工艺的淀粉制品', any(atLeast('starch-corn-t-a', '150000'), atLeast('starch-tuber-t-a', '15000'), atLeast('starch-products-t-a', '10000'), yes('starch-fermented'))),
    simplified: column('除重点管理以外的年加工能力 1.5 万吨及以上玉米、0.1 万吨及以上薯类或豆类、4.5 万吨及以上小麦的淀粉生产、年产 0.1 万吨及以上的淀粉制品生产（不含有发酵工艺的淀粉制品）', any(atLeast('starch-corn-t-a', '15000'), atLeast('starch-tuber-t-a', '1000'), atLeast('starch-bean-t-a', '1000'), atLeast('starch-wheat-t-a', '45000'), atLeast('starch-products-t-a', '1000'))),
    registration: OTHERS_STARRED,
  }),
  entry(17, '方便食品制造 143，其他食品制造 149', ['143', '149'], {
    simplified: starred('米、面制品制造 1431，速冻食品制造 1432，方便面制造 1433，其他方便食品制造 1439，食品及饲料添加剂制造 1495，以上均不含手工制作、单纯混合或者分装的', all(industry('1431', '1432', '1433', '1439', '1495'), not(yes('handmade-or-blending')))),
    registration: OTHERS_STARRED,
  }),
  byProcess(18, '焙烤食品制造 141，糖果、巧克力及蜜饯制造 142，罐头食品制造 145', ['141', '142', '145'], OTHERS_STARRED),
  entry(19, '乳制品制造 144', ['144'], {
    key: column('年加工 20 万吨及以上的（不含单纯混合或者分装的）', all(atLeast('dairy-t-a', '200000'), not(BLENDS))),
    simplified: starred('年加工 20 万吨以下的（不含单纯混合或者分装的）', not(BLENDS)),
    registration: starred('单纯混合或者分装的', BLENDS),
  }),
  entry(20, '调味品、发酵制品制造 146', ['146'], {
    key: column('有发酵工艺的味精、柠檬酸、赖氨酸、酵母制造，年产 2 万吨及以上且有发酵工艺的酱油、食醋制造', any(yes('fermented-msg-acids-yeast'), all(FERMENTS, atLeast('soy-vinegar-t-a', '20000')))),
    simplified: starred('除重点管理以外的调味品、发酵制品制造（不含单纯混合或者分装的）', not(BLENDS)),
    registration: starred('单纯混合或者分装的', BLENDS),
  }),
  entry(21, '酒的制造 151', ['151'], {
    key: column('酒精制造 1511，有发酵工艺的年生产能力 5000 千升及以上的白酒、啤酒、黄酒、葡萄酒、其他酒制造', any(industry('1511'), all(FERMENTS, atLeast('liquor-kl-a', '5000')))),
    simplified: starred('有发酵工艺的年生产能力 5000 千升以下的白酒、啤酒、黄酒、葡萄酒、其他酒制造', FERMENTS),
    registration: OTHERS_STARRED,
  }),
  entry(22, '饮料制造 152', ['152'], { simplified: starred('有发酵工艺或者原汁生产的', yes('fermentation-or-juice')), registration: OTHERS_STARRED }),
  byProcess(23, '精制茶加工 153', ['153'], OTHERS_STARRED),
  byProcess(24, '烟叶复烤 161，卷烟制造 162，其他烟草制品制造 169', ['161', '162', '169'], OTHERS_STARRED),
];

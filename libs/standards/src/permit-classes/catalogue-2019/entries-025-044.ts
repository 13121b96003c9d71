import { all, always, any, atLeast, byProcess, column, entry, industry, LISTED, not, OTHERS, OTHERS_STARRED, starred, yes } from '../conditions';

const TANS = yes('tanning');
const BLENDS = yes('blending-only');

/** Textiles, leather, wood, furniture, paper, printing, fuels. */
export const ENTRIES_025_044 = [
  entry(25, '棉纺织及印染精加工 171，毛纺织及染整精加工 172，麻纺织及染整精加工 173，丝绢纺织及印染精加工 174，化纤织造及印染精加工 175', ['171', '172', '173', '174', '175'], {
    key: column('有前处理、染色、印花、洗毛、麻脱胶、缫丝或者喷水织造工序的', yes('textile-wet-process')),
    simplified: column('仅含整理工序的', yes('textile-finishing-only')),
    registration: OTHERS_STARRED,
  }),
  byProcess(26, '针织或钩针编织物及其制品制造 176，家用纺织制成品制造 177，产业用纺织制成品制造 178', ['176', '177', '178'], OTHERS_STARRED),
  entry(27, '机织服装制造 181，服饰制造 183', ['181', '183'], { key: column('有水洗工序、湿法印花、染色工艺的', yes('garment-wet-process')), registration: OTHERS_STARRED }),
  byProcess(28, '针织或钩针编织服装制造 182', ['182'], OTHERS_STARRED),
  entry(29, '皮革鞣制加工 191，毛皮鞣制及制品加工 193', ['191', '193'], {
    key: column('有鞣制工序的', TANS),
    simplified: column('皮革鞣制加工 191（无鞣制工序的）', all(industry('191'), not(TANS))),
    registration: column('毛皮鞣制及制品加工 193（无鞣制工序的）', all(industry('193'), not(TANS))),
  }),
  byProcess(30, '皮革制品制造 192', ['192'], OTHERS_STARRED),
  entry(31, '羽毛（绒）加工及制品制造 194', ['194'], {
    key: column('羽毛（绒）加工 1941（有水洗工序的）', all(industry('1941'), yes('down-washing'))),
    registration: starred('羽毛（绒）加工 1941（无水洗工序的），羽毛（绒）制品制造 1942', any(all(industry('1941'), not(yes('down-washing'))), industry('1942'))),
  }),
  entry(32, '制鞋业 195', ['195'], {
    key: LISTED,
    simplified: column('除重点管理以外的年使用 10 吨及以上溶剂型胶粘剂或者 3 吨及以上溶剂型处理剂的', any(atLeast('solvent-adhesive-t-a', '10'), atLeast('solvent-treatment-t-a', '3'))),
    registration: OTHERS_STARRED,
  }),
  entry(33, '人造板制造 202', ['202'], {
    key: LISTED,
    simplified: column('除重点管理以外的胶合板制造 2021（年产 10 万立方米及以上的）、纤维板制造 2022、刨花板制造 2023、其他人造板制造 2029（年产 10 万立方米及以上的）', any(industry('2022', '2023'), all(industry('2021', '2029'), atLeast('board-m3-a', '100000')))),
    registration: OTHERS_STARRED,
  }),
  byProcess(34, '木材加工 201，木质制品制造 203，竹、藤、棕、草等制品制造 204', ['201', '203', '204'], OTHERS_STARRED),
  entry(35, '木质家具制造 211，竹、藤家具制造 212，金属家具制造 213，塑料家具制造 214，其他家具制造 219', ['211', '212', '213', '214', '219'], {
    key: LISTED,
    simplified: column('除重点管理以外的年使用 10 吨及以上溶剂型涂料或者胶粘剂（含稀释剂、固化剂）的、年使用 20 吨及以上水性涂料或者胶粘剂的、有磷化表面处理工艺的', any(atLeast('solvent-coating-adhesive-t-a', '10'), atLeast('water-coating-adhesive-t-a', '20'), yes('phosphating'))),
    registration: OTHERS_STARRED,
  }),
  entry(36, '纸浆制造 221', ['221'], { key: column('全部', always) }),
  entry(37, '造纸 222', ['222'], {
    key: column('机制纸及纸板制造 2221、手工纸制造 2222', industry('2221', '2222')),
    simplified: column('有工业废水和废气排放的加工纸制造 2223', all(industry('2223'), yes('wastewater'), yes('waste-gas'))),
    registration: starred('除简化管理外的加工纸制造 2223', industry('2223')),
  }),
  entry(38, '纸制品制造 223', ['223'], { simplified: column('有工业废水或者废气排放的', any(yes('wastewater'), yes('waste-gas'))), registration: OTHERS_STARRED }),
  entry(39, '印刷 231', ['231'], {
    key: LISTED,
    simplified: column('除重点管理以外的年使用 80 吨及以上溶剂型油墨、涂料或者 10 吨及以上溶剂型稀释剂的包装装潢印刷', all(industry('2319'), any(atLeast('solvent-ink-t-a', '80'), atLeast('solvent-thinner-t-a', '10')))),
    registration: OTHERS_STARRED,
  }),
  byProcess(40, '装订及印刷相关服务 232，记录媒介复制 233', ['232', '233'], OTHERS_STARRED),
  byProcess(41, '文教办公用品制造 241，乐器制造 242，工艺美术及礼仪用品制造 243，体育用品制造 244，玩具制造 245，游艺器材及娱乐用品制造 246', ['241', '242', '243', '244', '245', '246'], OTHERS_STARRED),
  entry(42, '精炼石油产品制造 251', ['251'], {
    key: column('原油加工及石油制品制造 2511，其他原油制造 2519，以上均不含单纯混合或者分装的', not(BLENDS)),
    registration: column('单纯混合或者分装的', BLENDS),
  }),
  entry(43, '煤炭加工 252', ['252'], {
    key: column('炼焦 2521，煤制合成气生产 2522，煤制液体燃料生产 2523', industry('2521', '2522', '2523')),
    registration: column('煤制品制造 2524，其他煤炭加工 2529', industry('2524', '2529')),
  }),
  byProcess(44, '生物质燃料加工 254', ['254'], OTHERS),
];

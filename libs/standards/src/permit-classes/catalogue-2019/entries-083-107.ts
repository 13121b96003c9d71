import { all, always, any, atLeast, byProcess, column, entry, industry, LISTED, moreThan, not, OTHERS, OTHERS_STARRED, yes } from '../conditions';

const BOILERS_20 = atLeast('boiler-t-h', '20');
/** 单台且合计出力 1 吨/小时（0.7 兆瓦）及以下的天然气锅炉. */
const SMALL_GAS = all(not(moreThan('boiler-t-h', '1')), yes('boilers-natural-gas'));
const MUNICIPAL = not(yes('industrial-park-sewage'));
/** 精神病、康复和运动康复医院以及疗养院: a lighter class than other hospitals of the same size. */
const QUIET_HOSPITAL = any(industry('8416'), all(industry('8415'), yes('psychiatric-rehabilitation')));

/** Machines, vehicles, electronics, energy, water, trade, waste, services, health. */
export const ENTRIES_083_107 = [
  byProcess(83, '锅炉及原动设备制造 341，金属加工机械制造 342，物料搬运设备制造 343，泵、阀门、压缩机及类似机械制造 344，轴承、齿轮和传动部件制造 345，烘炉、风机、包装等设备制造 346，文化、办公用机械制造 347，通用零部件制造 348，其他通用设备制造业 349', ['34']),
  byProcess(84, '采矿、冶金、建筑专用设备制造 351，化工、木材、非金属加工专用设备制造 352，食品、饮料、烟草及饲料生产专用设备制造 353，印刷、制药、日化及日用品生产专用设备制造 354，纺织、服装和皮革加工专用设备制造 355，电子和电工机械专用设备制造 356，农、林、牧、渔专用机械制造 357，医疗仪器设备及器械制造 358，环保、邮政、社会公共服务及其他专用设备制造 359', ['35']),
  entry(85, '汽车整车制造 361，汽车用发动机制造 362，改装汽车制造 363，低速汽车制造 364，电车制造 365，汽车车身、挂车制造 366，汽车零部件及配件制造 367', ['36'], {
    key: LISTED,
    simplified: column('除重点管理以外的汽车整车制造 361，除重点管理以外的年使用 10 吨及以上溶剂型涂料或者胶粘剂（含稀释剂、固化剂、清洗溶剂）的汽车用发动机制造 362、改装汽车制造 363、低速汽车制造 364、电车制造 365、汽车车身、挂车制造 366、汽车零部件及配件制造 367', any(industry('361'), atLeast('solvent-coating-adhesive-t-a', '10'))),
    registration: OTHERS,
  }),
  entry(86, '铁路运输设备制造 371，城市轨道交通设备制造 372，船舶及相关装置制造 373，航空、航天器及设备制造 374，摩托车制造 375，自行车和残疾人座车制造 376，助动车制造 377，非公路休闲车及零配件制造 378，潜水救捞及其他未列明运输设备制造 379', ['37'], {
    key: LISTED,
    simplified: column('除重点管理以外的年使用 10 吨及以上溶剂型涂料或者胶粘剂（含稀释剂、固化剂、清洗溶剂）的', atLeast('solvent-coating-adhesive-t-a', '10')),
    registration: OTHERS,
  }),
  byProcess(87, '电机制造 381，输配电及控制设备制造 382，电线、电缆、光缆及电工器材制造 383，家用电力器具制造 385，非电力家用器具制造 386，照明器具制造 387，其他电气机械及器材制造 389', ['381', '382', '383', '385', '386', '387', '389']),
  entry(88, '电池制造 384', ['384'], {
    key: column('铅酸蓄电池制造 3843', industry('3843')),
    simplified: column('锂离子电池制造 3841，镍氢电池制造 3842，锌锰电池制造 3844，其他电池制造 3849', always),
  }),
  entry(89, '计算机制造 391，电子器件制造 397，电子元件及电子专用材料制造 398，其他电子设备制造 399', ['391', '397', '398', '399'], {
    key: LISTED,
    simplified: column('除重点管理以外的年使用 10 吨及以上溶剂型涂料（含稀释剂）的', atLeast('solvent-coating-t-a', '10')),
    registration: OTHERS,
  }),
  byProcess(90, '通信设备制造 392，广播电视设备制造 393，雷达及配套设备制造 394，非专业视听设备制造 395，智能消费设备制造 396', ['392', '393', '394', '395', '396']),
  byProcess(91, '通用仪器仪表制造 401，专用仪器仪表制造 402，钟表与计时仪器制造 403，光学仪器制造 404，衡器制造 405，其他仪器仪表制造业 409', ['40']),
  byProcess(92, '日用杂品制造 411，其他未列明制造业 419', ['411', '419'], OTHERS_STARRED),
  entry(93, '金属废料和碎屑加工处理 421，非金属废料和碎屑加工处理 422', ['42'], {
    key: column('废电池、废油、废轮胎加工处理', yes('waste-battery-oil-tyre')),
    simplified: column('废弃电器电子产品、废机动车、废电机、废电线电缆、废塑料、废船、含水洗工艺的其他废料和碎屑加工处理', yes('listed-scrap')),
    registration: OTHERS,
  }),
  byProcess(94, '金属制品修理 431，通用设备修理 432，专用设备修理 433，铁路、船舶、航空航天等运输设备修理 434，电气设备修理 435，仪器仪表修理 436，其他机械和设备修理业 439', ['43'], OTHERS_STARRED),
  entry(95, '电力生产 441', ['441'], {
    key: column('火力发电 4411，热电联产 4412，生物质能发电 4417（生活垃圾、污泥发电）', any(industry('4411', '4412'), all(industry('4417'), yes('waste-sludge-power')))),
    simplified: column('生物质能发电 4417（利用农林生物质、沼气发电、垃圾填埋气发电）', industry('4417')),
  }),
  entry(96, '热力生产和供应 443', ['443'], {
    key: column('单台或者合计出力 20 吨/小时（14 兆瓦）及以上的锅炉（不含电热锅炉）', BOILERS_20),
    simplified: column('单台且合计出力 20 吨/小时（14 兆瓦）以下的锅炉（不含电热锅炉和单台且合计出力 1 吨/小时（0.7 兆瓦）及以下的天然气锅炉）', all(moreThan('boiler-t-h', '0'), not(SMALL_GAS))),
    registration: column('单台且合计出力 1 吨/小时（0.7 兆瓦）及以下的天然气锅炉', all(moreThan('boiler-t-h', '0'), SMALL_GAS)),
  }),
  byProcess(97, '燃气生产和供应业 451，生物质燃气生产和供应业 452', ['45']),
  byProcess(98, '自来水生产和供应 461，海水淡化处理 463，其他水的处理、利用与分配 469', ['461', '463', '469']),
  entry(99, '污水处理及其再生利用 462', ['462'], {
    key: column('工业废水集中处理场所，日处理能力 2 万吨及以上的城乡污水集中处理场所', any(yes('industrial-park-sewage'), atLeast('sewage-t-d', '20000'))),
    simplified: column('日处理能力 500 吨及以上 2 万吨以下的城乡污水集中处理场所', all(MUNICIPAL, atLeast('sewage-t-d', '500'))),
    registration: column('日处理能力 500 吨以下的城乡污水集中处理场所', MUNICIPAL),
  }),
  entry(100, '汽车、摩托车、零配件和燃料及其他动力销售 526', ['526'], {
    simplified: column('位于城市建成区的加油站', all(yes('petrol-station'), yes('built-up-area'))),
    registration: column('其他加油站', yes('petrol-station')),
  }),
  entry(101, '水上运输辅助活动 553', ['553'], {
    simplified: column('单个泊位 1000 吨级及以上的内河、单个泊位 1 万吨级及以上的沿海专业化干散货码头（煤炭、矿石）、通用散货码头', all(industry('5532'), yes('large-bulk-berth'))),
    registration: column('其他货运码头 5532', industry('5532')),
  }),
  entry(102, '危险品仓储 594', ['594'], {
    key: column('总容量 10 万立方米及以上的油库（含油品码头后方配套油库，不含储备油库）', atLeast('oil-depot-m3', '100000')),
    simplified: column('总容量 1 万立方米及以上 10 万立方米以下的油库（含油品码头后方配套油库，不含储备油库）', atLeast('oil-depot-m3', '10000')),
    registration: column('其他危险品仓储（含油品码头后方配套油库，不含储备油库）', always),
  }),
  entry(103, '环境治理业 772', ['772'], {
    key: column('专业从事危险废物贮存、利用、处理、处置（含焚烧发电）的，专业从事一般工业固体废物贮存、处置（含焚烧发电）的', any(yes('hazardous-waste-business'), yes('industrial-waste-disposal'))),
  }),
  entry(104, '环境卫生管理 782', ['782'], {
    key: column('生活垃圾（含餐厨废弃物）、生活污水处理污泥集中焚烧、填埋', yes('refuse-incineration-landfill')),
    simplified: column('生活垃圾（含餐厨废弃物）、生活污水处理污泥集中处理（除焚烧、填埋以外的），日处理能力 50 吨及以上的城镇粪便集中处理，日转运能力 150 吨及以上的垃圾转运站', any(yes('refuse-other-treatment'), atLeast('night-soil-t-d', '50'), atLeast('refuse-transfer-t-d', '150'))),
    registration: column('日处理能力 50 吨以下的城镇粪便集中处理，日转运能力 150 吨以下的垃圾转运站', any(moreThan('night-soil-t-d', '0'), moreThan('refuse-transfer-t-d', '0'))),
  }),
  entry(105, '殡葬服务 808', ['808'], { simplified: column('火葬场', yes('crematorium')) }),
  entry(106, '汽车、摩托车等修理与维护 811', ['811'], { simplified: column('营业面积 5000 平方米及以上且有涂装工序的', all(atLeast('repair-area-m2', '5000'), yes('painting'))) }),
  entry(107, '医院 841，专业公共卫生服务 843', ['841', '843'], {
    key: column('床位 500 张及以上的（不含专科医院 8415 中的精神病、康复和运动康复医院以及疗养院 8416）', all(industry('841'), not(QUIET_HOSPITAL), atLeast('beds', '500'))),
    simplified: column('床位 100 张及以上的专科医院 8415（精神病、康复和运动康复医院）以及疗养院 8416，床位 100 张及以上 500 张以下的综合医院 8411、中医医院 8412、中西医结合医院 8413、民族医院 8414、专科医院 8415（不含精神病、康复和运动康复医院）', all(industry('841'), atLeast('beds', '100'))),
    registration: column('疾病预防控制中心 8431，床位 100 张以下的综合医院 8411、中医医院 8412、中西医结合医院 8413、民族医院 8414、专科医院 8415、疗养院 8416', industry('841', '8431')),
  }),
];

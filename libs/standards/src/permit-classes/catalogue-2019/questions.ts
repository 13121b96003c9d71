import type { Question, Words } from '../types';

const asked = (zh: string, en: string, help?: Words): Question => ({ kind: 'yes-no', ask: { zh, en }, ...(help ? { help } : {}) });
const amount = (unit: Words) => (zh: string, en: string, help?: Words): Question => ({ kind: 'number', ask: { zh, en }, unit, ...(help ? { help } : {}) });

const tonsYear = amount({ zh: '吨/年', en: 't/a' });
const tonsDay = amount({ zh: '吨/日', en: 't/d' });
const headsYear = amount({ zh: '头/年', en: 'head/a' });
const birdsYear = amount({ zh: '只/年', en: 'head/a' });
const piecesYear = amount({ zh: '件/年', en: 'pieces/a' });
const litresYear = amount({ zh: '千升/年', en: 'kL/a' });
const volumeYear = amount({ zh: '立方米/年', en: 'm³/a' });
const volume = amount({ zh: '立方米', en: 'm³' });
const area = amount({ zh: '平方米', en: 'm²' });
const bedsUnit = amount({ zh: '张', en: 'beds' });
const steamHour = amount({ zh: '吨/小时', en: 't/h' });
const equivalents = amount({ zh: '当量', en: 'equivalents' });

/** 名录注 2: how amounts of solvents, paints, inks and glues are counted. */
const THREE_YEARS: Words = { zh: '投运满三年的按近三年年最大量；满一年不满三年的按投运期间年最大量；未投运或不满一年的按环评批准文件', en: 'The largest year of the last three; of the time in operation when shorter; by the approved assessment before the first year is over.' };
const ZERO: Words = { zh: '没有填 0', en: '0 when there is none.' };

/** What may be asked, by the name the conditions use. */
export const QUESTIONS: Readonly<Record<string, Question>> = {
  'key-discharger': asked('是否被列入当年的重点排污单位名录？', 'Are you on this year’s list of key dischargers?', { zh: '名录由市级生态环境主管部门每年公布，可向生态环境局询问', en: 'Published each year by the city’s environment authority.' }),
  'industrial-building': asked('是否在工业建筑（车间、厂房等）中生产？', 'Do you produce in industrial buildings (workshops, factory halls)?', { zh: '工业建筑指提供生产用的各种建筑物（GB/T 50083）', en: 'Buildings made for production (GB/T 50083).' }),
  'blending-only': asked('是否只有单纯混合或者分装？', 'Do you only blend or repackage?'),
  fermentation: asked('有发酵工艺吗？', 'Is there fermentation?'),
  'fermentation-or-juice': asked('有发酵工艺或者原汁生产吗？', 'Is there fermentation or production of original juice?'),
  wastewater: asked('有工业废水排放吗？', 'Do you discharge industrial wastewater?'),
  'waste-gas': asked('有工业废气排放吗？', 'Do you emit industrial waste gas?'),

  'livestock-at-scale': asked('养殖规模达到《畜禽规模养殖污染防治条例》规定的规模标准吗？', 'Does the farm reach the scale set for intensive livestock farming?'),
  'sewage-outlet': asked('设有污水排放口吗？', 'Is there a sewage outlet?'),
  'sugar-t-d': tonsDay('日加工糖料能力', 'Sugar crops processed a day'),
  'pigs-a': headsYear('年屠宰生猪', 'Pigs slaughtered a year', ZERO),
  'cattle-a': headsYear('年屠宰肉牛', 'Cattle slaughtered a year', ZERO),
  'sheep-a': headsYear('年屠宰肉羊', 'Sheep slaughtered a year', ZERO),
  'poultry-a': birdsYear('年屠宰禽类', 'Poultry slaughtered a year', ZERO),
  'meat-t-a': tonsYear('年加工肉禽类', 'Meat and poultry processed a year', ZERO),
  'aquatic-t-a': tonsYear('年加工水产品', 'Aquatic products processed a year'),
  'starch-corn-t-a': tonsYear('淀粉生产年加工玉米能力', 'Maize processed into starch a year', ZERO),
  'starch-tuber-t-a': tonsYear('淀粉生产年加工薯类能力', 'Tubers processed into starch a year', ZERO),
  'starch-bean-t-a': tonsYear('淀粉生产年加工豆类能力', 'Beans processed into starch a year', ZERO),
  'starch-wheat-t-a': tonsYear('淀粉生产年加工小麦能力', 'Wheat processed into starch a year', ZERO),
  'starch-products-t-a': tonsYear('淀粉制品（粉丝、粉条等）年产量', 'Starch products (noodles) made a year', ZERO),
  'starch-fermented': asked('淀粉制品有发酵工艺吗？', 'Are starch products made by fermentation?'),
  'handmade-or-blending': asked('是否只有手工制作、单纯混合或者分装？', 'Is everything made by hand, only blended or repackaged?'),
  'dairy-t-a': tonsYear('年加工乳制品', 'Dairy products processed a year'),
  'fermented-msg-acids-yeast': asked('是否有发酵工艺的味精、柠檬酸、赖氨酸或者酵母制造？', 'Do you make glutamate, citric acid, lysine or yeast by fermentation?'),
  'soy-vinegar-t-a': tonsYear('酱油、食醋年产量', 'Soy sauce and vinegar made a year', ZERO),
  'liquor-kl-a': litresYear('酒的年生产能力', 'Liquor made a year'),

  'textile-wet-process': asked('有前处理、染色、印花、洗毛、麻脱胶、缫丝或者喷水织造工序吗？', 'Is there pre-treatment, dyeing, printing, scouring, degumming, reeling or water-jet weaving?'),
  'textile-finishing-only': asked('是否仅含整理工序？', 'Is finishing the only process?'),
  'garment-wet-process': asked('有水洗、湿法印花或者染色工艺吗？', 'Is there washing, wet printing or dyeing?'),
  tanning: asked('有鞣制工序吗？', 'Is there tanning?'),
  'down-washing': asked('羽毛（绒）加工有水洗工序吗？', 'Is feather and down washed?'),
  'solvent-adhesive-t-a': tonsYear('年使用溶剂型胶粘剂', 'Solvent-based adhesive used a year', THREE_YEARS),
  'solvent-treatment-t-a': tonsYear('年使用溶剂型处理剂', 'Solvent-based treatment agent used a year', THREE_YEARS),
  'board-m3-a': volumeYear('人造板年产量', 'Board made a year'),
  'solvent-coating-adhesive-t-a': tonsYear('年使用溶剂型涂料或者胶粘剂（含稀释剂、固化剂、清洗溶剂）', 'Solvent-based coating or adhesive used a year (with thinner, hardener, cleaning solvent)', THREE_YEARS),
  'solvent-coating-t-a': tonsYear('年使用溶剂型涂料（含稀释剂）', 'Solvent-based coating used a year (with thinner)', THREE_YEARS),
  'water-coating-adhesive-t-a': tonsYear('年使用水性涂料或者胶粘剂', 'Water-based coating or adhesive used a year', THREE_YEARS),
  phosphating: asked('有磷化表面处理工艺吗？', 'Is there phosphating?'),
  'solvent-ink-t-a': tonsYear('年使用溶剂型油墨、涂料', 'Solvent-based ink and coating used a year', THREE_YEARS),
  'solvent-thinner-t-a': tonsYear('年使用溶剂型稀释剂', 'Solvent thinner used a year', THREE_YEARS),

  'listed-basic-chemicals': asked('产品是否为非金属无机氧化物、金属氧化物、金属过氧化物、金属超氧化物、硫磺、磷、硅、精硅、硒、砷、硼、碲之一？', 'Is the product a non-metallic or metallic oxide, (su)peroxide, sulphur, phosphorus, silicon, selenium, arsenic, boron or tellurium?'),
  'special-fibres': asked('是否制造陶瓷纤维等特种纤维及其增强的复合材料？', 'Do you make ceramic or other special fibres or composites of them?'),
  'pyrolysis-hydrolysis': asked('有热解或者水解工艺吗？', 'Is there pyrolysis or hydrolysis?'),
  'soap-from-fat': asked('是否以油脂为原料制造肥皂或者皂粒？', 'Do you make soap from fats and oils?'),
  'fragrance-making': asked('是否制造香料？', 'Do you make aroma chemicals?'),
  'spray-tower': asked('是否采用高塔喷粉工艺制造合成洗衣粉？', 'Do you make washing powder in a spray tower?'),
  'hot-reaction': asked('是否采用热反应工艺制造香精？', 'Do you make flavours by thermal reaction?'),
  extraction: asked('有提炼工艺吗？', 'Is there extraction?'),
  lyocell: asked('是否制造莱赛尔纤维？', 'Do you make lyocell fibre?'),
  'rubber-t-a': tonsYear('年耗胶量', 'Rubber used a year'),
  'plastics-t-a': tonsYear('塑料制品年产量', 'Plastic products made a year'),
  'modified-plastics': asked('涉及塑料改性吗？', 'Are plastics modified?'),

  clinker: asked('是否制造水泥熟料？', 'Do you make cement clinker?', { zh: '只有粉磨的选“否”', en: 'Answer no for a grinding station.' }),
  'sintered-brick-coal': asked('是否以煤或者煤矸石为燃料烧结砖瓦？', 'Are bricks fired with coal or coal gangue?'),
  'cutting-only': asked('是否仅有切割加工？', 'Is cutting the only process?'),
  'fuel-coal-oil-producer-gas': asked('是否以煤、石油焦、油或者发生炉煤气为燃料？', 'Do you fire coal, petroleum coke, oil or producer gas?'),
  'fuel-natural-gas': asked('是否以天然气为燃料？', 'Do you fire natural gas?'),
  'ceramics-pieces-a': piecesYear('陶瓷制品年产量', 'Ceramics made a year'),
  'graphite-carbon-products': asked('产品是否为石墨制品、碳制品或者碳素新材料？', 'Are the products graphite or carbon products or new carbon materials?'),
  'polysilicon-rods': asked('是否制造多晶硅棒？', 'Do you make polysilicon rods?'),
  'monosilicon-asphalt': asked('是否制造单晶硅棒或者沥青混合物？', 'Do you make monocrystalline silicon rods or asphalt mixture?'),
  'iron-sinter-pellet': asked('含炼铁、烧结、球团等工序吗？', 'Is there ironmaking, sintering or pelletising?'),
  'cold-rolled-t-a': tonsYear('冷轧钢材年产量', 'Cold-rolled steel made a year', ZERO),
  'steel-rolling': asked('有热轧或者冷轧吗？', 'Is there hot or cold rolling?'),
  'listed-nonferrous': asked('是否冶炼铜、铅锌、镍钴、锡、锑、铝、镁、汞、钛等常用有色金属（含再生铜、再生铝、再生铅）？', 'Do you smelt copper, lead, zinc, nickel, cobalt, tin, antimony, aluminium, magnesium, mercury or titanium (secondary metal included)?'),
  'lead-alloy': asked('是否制造铅基合金？', 'Do you make lead-based alloys?'),
  'alloy-t-a': tonsYear('有色金属合金年产量', 'Non-ferrous alloys made a year'),
  'rolling-annealing': asked('有轧制或者退火工序吗？', 'Is there rolling or annealing?'),
  electroplating: asked('有电镀工序（含化学镀、阳极氧化），或者是专门处理电镀废水的集中处理设施吗？', 'Is there electroplating (electroless plating and anodising included), or do you treat electroplating wastewater for others?'),
  'chromium-passivation': asked('有含铬钝化工序吗？', 'Is there passivation with chromium?'),
  'surface-wet-process': asked('有酸洗、抛光（电解抛光和化学抛光）、热浸镀（溶剂法）、淬火或者无铬钝化等工序吗？', 'Is there pickling, electrolytic or chemical polishing, hot dipping with flux, quenching or chromium-free passivation?'),
  'organic-solvent-t-a': tonsYear('年使用有机溶剂', 'Organic solvents used a year', THREE_YEARS),
  cupola: asked('使用冲天炉吗？', 'Do you use a cupola furnace?'),
  'lead-castings': asked('是否生产铅基及铅青铜铸件？', 'Do you cast lead or lead bronze?'),

  'waste-battery-oil-tyre': asked('是否加工处理废电池、废油或者废轮胎？', 'Do you process waste batteries, oil or tyres?'),
  'listed-scrap': asked('是否加工处理废弃电器电子产品、废机动车、废电机、废电线电缆、废塑料、废船，或者含水洗工艺？', 'Do you process e-waste, scrap vehicles, motors, cables, plastics or ships, or wash scrap?'),
  'waste-sludge-power': asked('是否用生活垃圾、污泥发电？', 'Do you generate power from refuse or sludge?'),
  'boiler-t-h': steamHour('全部锅炉的合计出力（不含电热锅炉）', 'Capacity of all boilers together, electric ones left out', { zh: '0.7 兆瓦＝1 吨/小时；没有锅炉填 0', en: '0.7 MW is 1 t/h; 0 when there is none.' }),
  'boilers-natural-gas': asked('锅炉全部以天然气为燃料吗？', 'Do all boilers fire natural gas?'),
  'industrial-park-sewage': asked('是否为工业园区、开发区等工业聚集区处理废水的工业废水集中处理场所？', 'Do you treat wastewater of an industrial park or zone?', { zh: '为社会公众处理生活污水的，选“否”', en: 'Answer no for municipal sewage.' }),
  'sewage-t-d': tonsDay('污水日处理能力', 'Sewage treated a day'),
  'petrol-station': asked('是加油站吗？', 'Is it a petrol station?'),
  'built-up-area': asked('位于城市建成区吗？', 'Is it in the built-up area of the city?'),
  'large-bulk-berth': asked('是否有单个泊位 1000 吨级及以上的内河（或 1 万吨级及以上的沿海）专业化干散货码头（煤炭、矿石）、通用散货码头？', 'Is there a dry or general bulk berth of 1,000 t (inland) or 10,000 t (coast) and more?'),
  'oil-depot-m3': volume('油库总容量（不含储备油库）', 'Capacity of oil depots, strategic reserves left out', ZERO),
  'hazardous-waste-business': asked('是否专业从事危险废物贮存、利用、处理、处置（含焚烧发电）？', 'Is storing, using, treating or disposing of hazardous waste your business?'),
  'industrial-waste-disposal': asked('是否专业从事一般工业固体废物贮存、处置（含焚烧发电）？', 'Is storing or disposing of general industrial solid waste your business?'),
  'refuse-incineration-landfill': asked('是否集中焚烧、填埋生活垃圾（含餐厨废弃物）或者生活污水处理污泥？', 'Do you incinerate or landfill refuse or sewage sludge?'),
  'refuse-other-treatment': asked('是否以焚烧、填埋以外的方式集中处理生活垃圾（含餐厨废弃物）或者生活污水处理污泥？', 'Do you treat refuse or sewage sludge in another way?'),
  'night-soil-t-d': tonsDay('城镇粪便集中处理的日处理能力', 'Night soil treated a day', ZERO),
  'refuse-transfer-t-d': tonsDay('垃圾转运站的日转运能力', 'Refuse transferred a day', ZERO),
  crematorium: asked('是火葬场吗？', 'Is it a crematorium?'),
  'repair-area-m2': area('营业面积', 'Business area'),
  painting: asked('有涂装工序吗？', 'Is there painting?'),
  beds: bedsUnit('床位', 'Beds'),
  'psychiatric-rehabilitation': asked('是精神病、康复或者运动康复专科医院吗？', 'Is it a psychiatric or (sports) rehabilitation hospital?'),

  'furnace-other': asked('有工业炉窑吗（以天然气或者电为能源的加热炉、热处理炉、干燥炉除外）？', 'Are there industrial furnaces or kilns, heating, heat-treatment and drying furnaces on gas or electricity left out?'),
  'furnace-clean': asked('有以天然气或者电为能源的加热炉、热处理炉或者干燥炉（窑）吗？', 'Are there heating, heat-treatment or drying furnaces on natural gas or electricity?'),
  'surface-treatment': asked('有表面处理工序吗（电镀、酸洗、抛光、涂装、磷化等）？', 'Is there surface treatment (plating, pickling, polishing, coating, phosphating)?'),
  'surface-plating-wet': asked('表面处理中有电镀、酸洗、抛光（电解抛光和化学抛光）、热浸镀（溶剂法）、淬火或者钝化等工序吗？', 'Does it include plating, pickling, electrolytic or chemical polishing, hot dipping with flux, quenching or passivation?'),
  'water-treatment-t-d': tonsDay('厂内水处理设施的日处理能力', 'Water treated a day on the site', { zh: '指废（污）水处理设施，没有填 0', en: 'Wastewater treatment; 0 when there is none.' }),
  'so2-t-a': tonsYear('二氧化硫年排放量', 'Sulphur dioxide a year', ZERO),
  'nox-t-a': tonsYear('氮氧化物年排放量', 'Nitrogen oxides a year', ZERO),
  'dust-t-a': tonsYear('烟粉尘年排放量', 'Smoke and dust a year', ZERO),
  'cod-t-a': tonsYear('化学需氧量年排放量', 'COD a year', ZERO),
  'tn-t-a': tonsYear('总氮年排放量', 'Total nitrogen a year', ZERO),
  'tp-t-a': tonsYear('总磷年排放量', 'Total phosphorus a year', ZERO),
  'ammonia-oil-phenol-t-a': tonsYear('氨氮、石油类和挥发酚合计年排放量', 'Ammonia nitrogen, petroleum and volatile phenol together a year', ZERO),
  'other-equivalents': equivalents('其他单项有毒有害大气、水污染物的最大污染当量数', 'Largest pollution equivalent of any other toxic air or water pollutant', { zh: '按《环境保护税法》计算，没有填 0', en: 'By the Environmental Protection Tax Law; 0 when there is none.' }),
};

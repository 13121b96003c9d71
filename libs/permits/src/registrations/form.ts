import { f, Field, help, option } from '../form/field';

const YES_NO = (name: string, zh: string, en: string): Field => f.boolean(name, [zh, en], { required: 'always' });
const when = (field: string) => ({ field, in: [true] }) as const;
const STANDARD = f.text('standard', ['执行标准', 'Standard'], { required: 'always', max: 80, example: 'GB 16297-1996', help: help('排放要达到的标准号；不清楚的在办事窗口问', 'The number of the standard; ask if unsure.') });
const QUANTITY = f.integer('quantity', ['数量', 'Number'], { required: 'always', min: 1, max: 999, example: '1', help: help('几台（个）', 'How many.') });

const FUELS = [option('solid', '固体燃料', 'Solid'), option('liquid', '液体燃料', 'Liquid'), option('gas', '气体燃料', 'Gas'), option('electricity', '电', 'Electricity'), option('other', '其他', 'Other')];

/** 固定污染源排污登记表: what 排污许可管理条例 art. 24 asks for. Who and where come from the verified record. */
export const REGISTRATION_FIELDS: readonly Field[] = [
  f.text('siteAddress', ['生产经营场所地址', 'Site address'], { required: 'always', max: 200, help: help('实际生产的地方，写到门牌或村', 'Where you work.'), example: '孝义市振兴街 1 号' }),
  f.coordinates('location', ['中心经纬度', 'Centre of the site'], { required: 'always', example: '111.7800, 37.1400', help: help('十进制度，WGS-84 坐标；手机地图上长按场所可以看到', 'Decimal degrees, WGS-84.') }),
  f.text('legalRepresentative', ['法定代表人（主要负责人）', 'Legal representative'], { required: 'always', max: 50, help: help('与营业执照一致；个体工商户填经营者', 'As on the licence.'), example: '郭建军' }),
  f.text('contactName', ['联系人', 'Contact'], { required: 'always', max: 50, personal: true, help: help('只给生态环境部门看，不公开', 'Not public.'), example: '王小明' }),
  f.text('contactPhone', ['联系电话', 'Telephone'], { required: 'always', pattern: '^(1\\d{10}|0\\d{2,3}-?\\d{7,8})$', example: '13800000000', personal: true, help: help('手机或带区号的座机，不公开', 'Mobile or with area code; not public.') }),
  f.table('products', ['主要产品', 'Main products'], [
    f.text('process', ['生产工艺名称', 'Process'], { required: 'always', max: 60, example: '切割、打磨', help: help('主要工序', 'The main steps.') }),
    f.text('product', ['主要产品', 'Product'], { required: 'always', max: 60, example: '石材板', help: help('做出来的东西', 'What you make.') }),
    f.decimal('capacity', ['产能', 'Capacity'], { required: 'always', min: 0, max: 100_000_000, decimals: 4, example: '5000', help: help('一年最多能做多少，只填数字', 'At most a year, digits only.') }),
    f.text('unit', ['计量单位', 'Unit'], { required: 'always', max: 20, example: 'm²/a', help: help('与产能对应的单位', 'Unit of the capacity.') }),
  ], { required: 'always', min: 1, max: 50, help: help('做什么、能做多少，一种一行', 'What you make and how much.') }),
  YES_NO('usesFuel', '使用燃料', 'Uses fuel'),
  f.table('fuels', ['燃料', 'Fuels'], [
    f.select('kind', ['类别', 'Kind'], { required: 'always', options: FUELS }),
    f.text('name', ['名称', 'Name'], { required: 'always', max: 40, example: '天然气', help: help('通用名称', 'The common name.') }),
    f.decimal('annualUse', ['年使用量', 'Use a year'], { required: 'always', min: 0, max: 100_000_000, decimals: 4, example: '1.2', help: help('一年用多少，只填数字', 'A year, digits only.') }),
    f.text('unit', ['计量单位', 'Unit'], { required: 'always', max: 20, example: '万m³/a', help: help('与用量对应的单位', 'Unit of the amount.') }),
  ], { visibleWhen: when('usesFuel'), required: when('usesFuel'), min: 1, max: 20, help: help('烧什么填什么；只用电的不填', 'What is burnt.') }),
  YES_NO('usesVocMaterials', '使用涂料、胶粘剂、油墨、清洗剂等（年用量 1 吨以上）', 'Uses paint, glue, ink or solvent (1 t a year or more)'),
  f.table('vocMaterials', ['涉挥发性有机物辅料', 'Materials with VOCs'], [
    f.text('name', ['名称', 'Name'], { required: 'always', max: 60, example: '水性漆', help: help('看包装上的名称', 'The name on the can.') }),
    f.decimal('annualUseT', ['年使用量', 'Use a year'], { required: 'always', unit: 't/a', min: 0, max: 1_000_000, decimals: 4, example: '1.5', help: help('一年用多少吨', 'Tonnes a year.') }),
  ], { visibleWhen: when('usesVocMaterials'), required: when('usesVocMaterials'), min: 1, max: 50, help: help('涂料、胶水、油墨、清洗剂等，一种一行', 'Paint, glue, ink, solvent: one row each.') }),
  YES_NO('hasAir', '排放废气', 'Emits to air'),
  f.table('airTreatments', ['废气治理设施', 'Air treatment'], [
    f.text('name', ['设施名称', 'Name'], { required: 'always', max: 60, example: '布袋除尘器', help: help('设施的名称', 'Its name.') }),
    f.text('process', ['治理工艺', 'Process'], { required: 'always', max: 80, example: '袋式除尘', help: help('怎么治理', 'How it treats.') }),
    QUANTITY,
  ], { visibleWhen: when('hasAir'), max: 50, help: help('有除尘、活性炭等设施的填，没有不填', 'If there is any.') }),
  f.table('airOutlets', ['废气排放口', 'Air outlets'], [
    f.text('name', ['排放口名称', 'Name'], { required: 'always', max: 60, example: '打磨工序排气筒；无组织排放填“厂界”', help: help('哪道工序的排气筒', 'Which process.') }),
    f.select('form', ['排放形式', 'Form'], { required: 'always', options: [option('organised', '有组织', 'Organised'), option('fugitive', '无组织', 'Fugitive')] }),
    STANDARD,
    QUANTITY,
  ], { visibleWhen: when('hasAir'), required: when('hasAir'), min: 1, max: 50, help: help('有排气筒的一根一行；没有排气筒的填“厂界”', 'One row a stack; “boundary” without one.') }),
  YES_NO('hasWater', '产生废水', 'Produces wastewater'),
  f.table('waterTreatments', ['废水治理设施', 'Water treatment'], [
    f.text('name', ['设施名称', 'Name'], { required: 'always', max: 60, example: '化粪池', help: help('设施的名称', 'Its name.') }),
    f.text('process', ['治理工艺', 'Process'], { required: 'always', max: 80, example: '厌氧', help: help('怎么治理', 'How it treats.') }),
    QUANTITY,
  ], { visibleWhen: when('hasWater'), max: 50, help: help('有化粪池、沉淀池等的填', 'If there is any.') }),
  f.table('waterOutlets', ['废水排放口', 'Water outlets'], [
    f.text('name', ['排放口名称', 'Name'], { required: 'always', max: 60, example: '生活污水排放口', help: help('排的是什么水', 'Which water.') }),
    STANDARD,
    f.select('destination', ['排放去向', 'Destination'], { required: 'always', options: [option('none', '不外排', 'None'), option('indirect', '间接排放：排入污水处理厂', 'Indirect'), option('direct', '直接排放：排入水体', 'Direct')] }),
    f.text('receiver', ['污水处理厂或水体名称', 'Receiver'], { max: 100, visibleWhen: { field: 'destination', in: ['indirect', 'direct'] }, required: { field: 'destination', in: ['indirect', 'direct'] }, example: '孝义市第一污水处理厂', help: help('水最后到哪里', 'Where it goes.') }),
  ], { visibleWhen: when('hasWater'), required: when('hasWater'), min: 1, max: 50, help: help('一个排放口一行', 'One row an outlet.') }),
  YES_NO('hasWaste', '产生工业固体废物', 'Produces industrial solid waste'),
  f.table('wastes', ['工业固体废物', 'Solid waste'], [
    f.text('name', ['废物名称', 'Name'], { required: 'always', max: 60, example: '边角料', help: help('通用名称', 'The common name.') }),
    f.boolean('hazardous', ['是否属于危险废物', 'Hazardous'], { required: 'always' }),
    f.text('destination', ['去向', 'Destination'], { required: 'always', max: 100, example: '外售综合利用', help: help('卖给谁、交给谁、怎么处理', 'Who takes it, what becomes of it.') }),
  ], { visibleWhen: when('hasWaste'), required: when('hasWaste'), min: 1, max: 50, help: help('生产中产生的废物，一种一行', 'One row a waste.') }),
  YES_NO('hasNoise', '产生工业噪声', 'Produces noise'),
  f.text('noiseMeasures', ['噪声防治设施', 'Measures against noise'], { visibleWhen: when('hasNoise'), required: when('hasNoise'), max: 200, example: '减振、隔声', help: help('减振、隔声、只在白天干活等', 'Damping, walls, daytime only.') }),
  f.text('noiseStandard', ['噪声执行标准', 'Noise standard'], { visibleWhen: when('hasNoise'), required: when('hasNoise'), max: 80, example: 'GB 12348-2008', help: help('一般是 GB 12348-2008', 'Usually GB 12348-2008.') }),
  f.text('other', ['其他需要说明的信息', 'Other'], { max: 500, help: help('前面没有地方写的', 'What has no place above.'), example: '每年 11 月至次年 3 月停产' }),
];

/** The same as a section, for the engine of the permit form. */
export const REGISTRATION_SECTION = { fields: REGISTRATION_FIELDS };

export const PERSONAL_FIELDS = REGISTRATION_FIELDS.filter(field => field.personal).map(field => field.name);

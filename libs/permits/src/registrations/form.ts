import { f, Field, help, option } from '../form/field';

const YES_NO = (name: string, zh: string, en: string): Field => f.boolean(name, [zh, en], { required: 'always' });
const when = (field: string) => ({ field, in: [true] }) as const;
const STANDARD = f.text('standard', ['执行标准', 'Standard'], { required: 'always', max: 80, example: 'GB 16297-1996' });
const QUANTITY = f.integer('quantity', ['数量', 'Number'], { required: 'always', min: 1, max: 999, example: '1' });

const FUELS = [option('solid', '固体燃料', 'Solid'), option('liquid', '液体燃料', 'Liquid'), option('gas', '气体燃料', 'Gas'), option('electricity', '电', 'Electricity'), option('other', '其他', 'Other')];

/** 固定污染源排污登记表: what 排污许可管理条例 art. 24 asks for. Who and where come from the verified record. */
export const REGISTRATION_FIELDS: readonly Field[] = [
  f.text('siteAddress', ['生产经营场所地址', 'Site address'], { required: 'always', max: 200 }),
  f.coordinates('location', ['中心经纬度', 'Centre of the site'], { required: 'always', example: '111.7800, 37.1400', help: help('十进制度，WGS-84 坐标；手机地图上长按场所可以看到', 'Decimal degrees, WGS-84.') }),
  f.text('legalRepresentative', ['法定代表人（主要负责人）', 'Legal representative'], { required: 'always', max: 50 }),
  f.text('contactName', ['联系人', 'Contact'], { required: 'always', max: 50, personal: true }),
  f.text('contactPhone', ['联系电话', 'Telephone'], { required: 'always', pattern: '^(1\\d{10}|0\\d{2,3}-?\\d{7,8})$', example: '13800000000', personal: true }),
  f.table('products', ['主要产品', 'Main products'], [
    f.text('process', ['生产工艺名称', 'Process'], { required: 'always', max: 60, example: '切割、打磨' }),
    f.text('product', ['主要产品', 'Product'], { required: 'always', max: 60, example: '石材板' }),
    f.decimal('capacity', ['产能', 'Capacity'], { required: 'always', min: 0, max: 100_000_000, decimals: 4, example: '5000' }),
    f.text('unit', ['计量单位', 'Unit'], { required: 'always', max: 20, example: 'm²/a' }),
  ], { required: 'always', min: 1, max: 50 }),
  YES_NO('usesFuel', '使用燃料', 'Uses fuel'),
  f.table('fuels', ['燃料', 'Fuels'], [
    f.select('kind', ['类别', 'Kind'], { required: 'always', options: FUELS }),
    f.text('name', ['名称', 'Name'], { required: 'always', max: 40, example: '天然气' }),
    f.decimal('annualUse', ['年使用量', 'Use a year'], { required: 'always', min: 0, max: 100_000_000, decimals: 4, example: '1.2' }),
    f.text('unit', ['计量单位', 'Unit'], { required: 'always', max: 20, example: '万m³/a' }),
  ], { visibleWhen: when('usesFuel'), required: when('usesFuel'), min: 1, max: 20 }),
  YES_NO('usesVocMaterials', '使用涂料、胶粘剂、油墨、清洗剂等（年用量 1 吨以上）', 'Uses paint, glue, ink or solvent (1 t a year or more)'),
  f.table('vocMaterials', ['涉挥发性有机物辅料', 'Materials with VOCs'], [
    f.text('name', ['名称', 'Name'], { required: 'always', max: 60, example: '水性漆' }),
    f.decimal('annualUseT', ['年使用量', 'Use a year'], { required: 'always', unit: 't/a', min: 0, max: 1_000_000, decimals: 4, example: '1.5' }),
  ], { visibleWhen: when('usesVocMaterials'), required: when('usesVocMaterials'), min: 1, max: 50 }),
  YES_NO('hasAir', '排放废气', 'Emits to air'),
  f.table('airTreatments', ['废气治理设施', 'Air treatment'], [
    f.text('name', ['设施名称', 'Name'], { required: 'always', max: 60, example: '布袋除尘器' }),
    f.text('process', ['治理工艺', 'Process'], { required: 'always', max: 80, example: '袋式除尘' }),
    QUANTITY,
  ], { visibleWhen: when('hasAir'), max: 50 }),
  f.table('airOutlets', ['废气排放口', 'Air outlets'], [
    f.text('name', ['排放口名称', 'Name'], { required: 'always', max: 60, example: '打磨工序排气筒；无组织排放填“厂界”' }),
    f.select('form', ['排放形式', 'Form'], { required: 'always', options: [option('organised', '有组织', 'Organised'), option('fugitive', '无组织', 'Fugitive')] }),
    STANDARD,
    QUANTITY,
  ], { visibleWhen: when('hasAir'), required: when('hasAir'), min: 1, max: 50 }),
  YES_NO('hasWater', '产生废水', 'Produces wastewater'),
  f.table('waterTreatments', ['废水治理设施', 'Water treatment'], [
    f.text('name', ['设施名称', 'Name'], { required: 'always', max: 60, example: '化粪池' }),
    f.text('process', ['治理工艺', 'Process'], { required: 'always', max: 80, example: '厌氧' }),
    QUANTITY,
  ], { visibleWhen: when('hasWater'), max: 50 }),
  f.table('waterOutlets', ['废水排放口', 'Water outlets'], [
    f.text('name', ['排放口名称', 'Name'], { required: 'always', max: 60, example: '生活污水排放口' }),
    STANDARD,
    f.select('destination', ['排放去向', 'Destination'], { required: 'always', options: [option('none', '不外排', 'None'), option('indirect', '间接排放：排入污水处理厂', 'Indirect'), option('direct', '直接排放：排入水体', 'Direct')] }),
    f.text('receiver', ['污水处理厂或水体名称', 'Receiver'], { max: 100, visibleWhen: { field: 'destination', in: ['indirect', 'direct'] }, required: { field: 'destination', in: ['indirect', 'direct'] }, example: '孝义市第一污水处理厂' }),
  ], { visibleWhen: when('hasWater'), required: when('hasWater'), min: 1, max: 50 }),
  YES_NO('hasWaste', '产生工业固体废物', 'Produces industrial solid waste'),
  f.table('wastes', ['工业固体废物', 'Solid waste'], [
    f.text('name', ['废物名称', 'Name'], { required: 'always', max: 60, example: '边角料' }),
    f.boolean('hazardous', ['是否属于危险废物', 'Hazardous'], { required: 'always' }),
    f.text('destination', ['去向', 'Destination'], { required: 'always', max: 100, example: '外售综合利用' }),
  ], { visibleWhen: when('hasWaste'), required: when('hasWaste'), min: 1, max: 50 }),
  YES_NO('hasNoise', '产生工业噪声', 'Produces noise'),
  f.text('noiseMeasures', ['噪声防治设施', 'Measures against noise'], { visibleWhen: when('hasNoise'), required: when('hasNoise'), max: 200, example: '减振、隔声' }),
  f.text('noiseStandard', ['噪声执行标准', 'Noise standard'], { visibleWhen: when('hasNoise'), required: when('hasNoise'), max: 80, example: 'GB 12348-2008' }),
  f.text('other', ['其他需要说明的信息', 'Other'], { max: 500 }),
];

/** The same as a section, for the engine of the permit form. */
export const REGISTRATION_SECTION = { fields: REGISTRATION_FIELDS };

export const PERSONAL_FIELDS = REGISTRATION_FIELDS.filter(field => field.personal).map(field => field.name);

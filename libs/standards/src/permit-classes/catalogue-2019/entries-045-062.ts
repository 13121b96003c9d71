import { all, always, any, atLeast, byProcess, column, entry, industry, LISTED, not, OTHERS, OTHERS_STARRED, yes } from '../conditions';

const BLENDS = yes('blending-only');
const MAKES = not(BLENDS);
const LISTED_BASICS = yes('listed-basic-chemicals');

/** Chemicals, medicines, fibres, rubber and plastics. */
export const ENTRIES_045_062 = [
  entry(45, '基础化学原料制造 261', ['261'], {
    key: column('无机酸制造 2611，无机碱制造 2612，无机盐制造 2613，有机化学原料制造 2614，其他基础化学原料制造 2619（非金属无机氧化物、金属氧化物、金属过氧化物、金属超氧化物、硫磺、磷、硅、精硅、硒、砷、硼、碲），以上均不含单纯混合或者分装的', all(MAKES, any(industry('2611', '2612', '2613', '2614'), all(industry('2619'), LISTED_BASICS)))),
    simplified: column('单纯混合或者分装的无机酸制造 2611、无机碱制造 2612、无机盐制造 2613、有机化学原料制造 2614、其他基础化学原料制造 2619（非金属无机氧化物、金属氧化物、金属过氧化物、金属超氧化物、硫磺、磷、硅、精硅、硒、砷、硼、碲）', all(BLENDS, any(industry('2611', '2612', '2613', '2614'), all(industry('2619'), LISTED_BASICS)))),
    registration: column('其他基础化学原料制造 2619（除重点管理、简化管理以外的）', industry('2619')),
  }),
  entry(46, '肥料制造 262', ['262'], {
    key: column('氮肥制造 2621，磷肥制造 2622，复混肥料制造 2624，以上均不含单纯混合或者分装的', all(industry('2621', '2622', '2624'), MAKES)),
    simplified: column('钾肥制造 2623，有机肥料及微生物肥料制造 2625，其他肥料制造 2629，以上均不含单纯混合或者分装的；氮肥制造 2621（单纯混合或者分装的）', any(all(industry('2623', '2625', '2629'), MAKES), all(industry('2621'), BLENDS))),
    registration: OTHERS,
  }),
  entry(47, '农药制造 263', ['263'], {
    key: column('化学农药制造 2631（包含农药中间体，不含单纯混合或者分装的），生物化学农药及微生物农药制造 2632（有发酵工艺的）', any(all(industry('2631'), MAKES), all(industry('2632'), yes('fermentation')))),
    simplified: column('化学农药制造 2631（单纯混合或者分装的），生物化学农药及微生物农药制造 2632（无发酵工艺的）', any(all(industry('2631'), BLENDS), all(industry('2632'), not(yes('fermentation'))))),
  }),
  entry(48, '涂料、油墨、颜料及类似产品制造 264', ['264'], {
    key: column('涂料制造 2641，油墨及类似产品制造 2642，工业颜料制造 2643，工艺美术颜料制造 2644，染料制造 2645，以上均不含单纯混合或者分装的', all(industry('2641', '2642', '2643', '2644', '2645'), MAKES)),
    simplified: column('单纯混合或者分装的涂料制造 2641、油墨及类似产品制造 2642，密封用填料及类似品制造 2646（不含单纯混合或者分装的）', any(all(industry('2641', '2642'), BLENDS), all(industry('2646'), MAKES))),
    registration: OTHERS,
  }),
  entry(49, '合成材料制造 265', ['265'], {
    key: column('初级形态塑料及合成树脂制造 2651，合成橡胶制造 2652，合成纤维单（聚合）体制造 2653，其他合成材料制造 2659（陶瓷纤维等特种纤维及其增强的复合材料的制造）', any(industry('2651', '2652', '2653'), all(industry('2659'), yes('special-fibres')))),
    registration: column('其他合成材料制造 2659（除陶瓷纤维等特种纤维及其增强的复合材料的制造以外的）', industry('2659')),
  }),
  entry(50, '专用化学产品制造 266', ['266'], {
    key: column('化学试剂和助剂制造 2661，专项化学用品制造 2662，林产化学产品制造 2663（有热解或者水解工艺的），以上均不含单纯混合或者分装的', all(MAKES, any(industry('2661', '2662'), all(industry('2663'), yes('pyrolysis-hydrolysis'))))),
    simplified: column('林产化学产品制造 2663（无热解或者水解工艺的），文化用信息化学品制造 2664，医学生产用信息化学品制造 2665，环境污染处理专用药剂材料制造 2666，动物胶制造 2667，其他专用化学产品制造 2669，以上均不含单纯混合或者分装的', all(MAKES, any(all(industry('2663'), not(yes('pyrolysis-hydrolysis'))), industry('2664', '2665', '2666', '2667', '2669')))),
    registration: column('单纯混合或者分装的', BLENDS),
  }),
  byProcess(51, '炸药、火工及焰火产品制造 267', ['267']),
  entry(52, '日用化学产品制造 268', ['268'], {
    key: column('肥皂及洗涤剂制造 2681（以油脂为原料的肥皂或者皂粒制造），香料、香精制造 2684（香料制造），以上均不含单纯混合或者分装的', all(any(all(industry('2681'), yes('soap-from-fat')), all(industry('2684'), yes('fragrance-making'))), MAKES)),
    simplified: column('肥皂及洗涤剂制造 2681（采用高塔喷粉工艺的合成洗衣粉制造），香料、香精制造 2684（采用热反应工艺的香精制造）', any(all(industry('2681'), yes('spray-tower')), all(industry('2684'), yes('hot-reaction')))),
    registration: column('肥皂及洗涤剂制造 2681（除重点管理、简化管理以外的），化妆品制造 2682，口腔清洁用品制造 2683，香料、香精制造 2684（除重点管理、简化管理以外的），其他日用化学产品制造 2689', always),
  }),
  entry(53, '化学药品原料药制造 271', ['271'], { key: column('全部', always) }),
  entry(54, '化学药品制剂制造 272', ['272'], { key: column('化学药品制剂制造 2720（不含单纯混合或者分装的）', MAKES), registration: column('单纯混合或者分装的', BLENDS) }),
  byProcess(55, '中药饮片加工 273，药用辅料及包装材料制造 278', ['273', '278'], OTHERS_STARRED),
  entry(56, '中成药生产 274', ['274'], { simplified: column('有提炼工艺的', yes('extraction')), registration: OTHERS_STARRED }),
  entry(57, '兽用药品制造 275', ['275'], { key: column('兽用药品制造 2750（不含单纯混合或者分装的）', MAKES), registration: column('单纯混合或者分装的', BLENDS) }),
  entry(58, '生物药品制品制造 276', ['276'], { key: column('生物药品制造 2761，基因工程药物和疫苗制造 2762，以上均不含单纯混合或者分装的', MAKES), registration: column('单纯混合或者分装的', BLENDS) }),
  entry(59, '卫生材料及医药用品制造 277', ['277'], { registration: column('卫生材料及医药用品制造 2770', always) }),
  entry(60, '纤维素纤维原料及纤维制造 281，合成纤维制造 282，生物基材料制造 283', ['281', '282', '283'], {
    key: column('化纤浆粕制造 2811，人造纤维（纤维素纤维）制造 2812，锦纶纤维制造 2821，涤纶纤维制造 2822，腈纶纤维制造 2823，维纶纤维制造 2824，氨纶纤维制造 2826，其他合成纤维制造 2829，生物基化学纤维制造 2831（莱赛尔纤维制造）', any(industry('2811', '2812', '2821', '2822', '2823', '2824', '2826', '2829'), all(industry('2831'), yes('lyocell')))),
    registration: column('丙纶纤维制造 2825，生物基化学纤维制造 2831（除莱赛尔纤维制造以外的），生物基、淀粉基新材料制造 2832', industry('2825', '2831', '2832')),
  }),
  entry(61, '橡胶制品业 291', ['291'], {
    key: LISTED,
    simplified: column('除重点管理以外的轮胎制造 2911、年耗胶量 2000 吨及以上的橡胶板、管、带制造 2912、橡胶零件制造 2913、再生橡胶制造 2914、日用及医用橡胶制品制造 2915、运动场地用塑胶制造 2916、其他橡胶制品制造 2919', any(industry('2911'), atLeast('rubber-t-a', '2000'))),
    registration: OTHERS,
  }),
  entry(62, '塑料制品业 292', ['292'], {
    key: column('塑料人造革、合成革制造 2925', industry('2925')),
    simplified: column('年产 1 万吨及以上的泡沫塑料制造 2924，年产 1 万吨及以上涉及改性的塑料薄膜制造 2921、塑料板、管、型材制造 2922、塑料丝、绳和编织品制造 2923、塑料包装箱及容器制造 2926、日用塑料品制造 2927、人造草坪制造 2928、塑料零件及其他塑料制品制造 2929', all(atLeast('plastics-t-a', '10000'), any(industry('2924'), yes('modified-plastics')))),
    registration: OTHERS,
  }),
];

import { f, help, option, Section } from '../field';
import { AIR_POLLUTANTS, WATER_POLLUTANTS } from './options';

/** 排污许可管理条例 art. 7 (1), (2): who, where, which project documents. */
export const basic: Section = {
  key: 'basic',
  title: { zh: '排污单位基本情况', en: 'About the enterprise' },
  intro: { zh: '名称与统一社会信用代码取自已核验的单位档案。', en: 'Name and credit code come from the verified organisation record.' },
  nationalPage: '1 排污单位基本情况',
  fields: [
    f.text('enterpriseName', ['单位名称', 'Name'], { required: 'always', max: 100, sealedFrom: 'draft', help: help('取自单位档案，如需更改请到“本单位”修改', 'From the organisation record; change it under “My organisation”.'), example: '孝义示范石灰有限公司' }),
    f.code('uscc', ['统一社会信用代码', 'Unified social credit code'], { required: 'always', code: 'uscc', sealedFrom: 'draft', example: '91130200699229617X', help: help('营业执照上的 18 位代码，取自单位档案', '18 characters on the business licence; from the organisation record.') }),
    f.text('siteName', ['生产经营场所名称', 'Site name'], { required: 'always', max: 100, example: '南阳石灰窑厂区', help: help('两个以上场所分别申请', 'Each site applies on its own.') }),
    f.text('siteAddress', ['生产经营场所地址', 'Site address'], { required: 'always', max: 200, help: help('排污设施所在地，写到门牌或村；与营业执照住所不同的写实际地址', 'Where the facilities stand; it may differ from the domicile.'), example: '孝义市兑镇镇工业路 18 号' }),
    f.coordinates('location', ['中心经纬度', 'Centre of the site'], { required: 'always', example: '111.7800, 37.1400', help: help('十进制度，WGS-84 坐标', 'Decimal degrees, WGS-84.') }),
    f.text('legalRepresentative', ['法定代表人（主要负责人）', 'Legal representative'], { required: 'always', max: 50, help: help('与营业执照一致；个体工商户填经营者', 'As on the licence; the operator of a sole business.'), example: '郭建军' }),
    f.text('contactName', ['技术负责人', 'Technical contact'], { required: 'always', max: 50, personal: true, help: help('审查人员有问题时联系的人；只给审查人员看，不公开', 'Whom officers call; not public.'), example: '王小明' }),
    f.text('contactPhone', ['联系电话', 'Telephone'], { required: 'always', pattern: '^(1\\d{10}|0\\d{2,3}-?\\d{7,8})$', example: '13800000000', personal: true, help: help('手机，或者带区号的座机；不公开', 'Mobile, or a number with area code; not public.') }),
    f.code('industryCode', ['行业类别代码', 'Industry code'], { required: 'always', code: 'industry', example: '3012', help: help('《国民经济行业分类》GB/T 4754 四位小类', 'Four digits of GB/T 4754.') }),
    f.text('industryName', ['行业类别', 'Industry'], { required: 'always', max: 60, example: '石灰和石膏制造', help: help('与行业代码对应的小类名称；拿不准先用“管理类别查询”', 'The name of that class; unsure? Use the classifier first.') }),
    f.select('managementCategory', ['管理类别', 'Management category'], {
      required: 'always', options: [option('simplified', '简化管理', 'Simplified'), option('key', '重点管理', 'Key')],
      help: help('按《固定污染源排污许可分类管理名录》判定', 'By the classified management list.'),
    }),
    f.date('productionStartDate', ['投产（或预计投产）日期', 'Start of production'], { required: 'always', example: '2019-06-01', help: help('第一次开机生产的日期；还没投产的填计划日期', 'When production began, or is planned to begin.') }),
    f.boolean('inKeyRegion', ['位于大气污染防治重点区域', 'In a key region for air'], { help: help('按省、市公布的大气污染防治重点区域范围填写；位于其中的执行特别排放限值。不清楚时请问受理岗', 'Whether the site lies in a key region for air as published; there the special limits hold. Ask the intake desk when unsure.'), required: 'always' }),
    f.select('eiaKind', ['环评手续', 'Environmental impact document'], {
      help: help('看手里的环评文件：报告书、报告表有批复，登记表有备案号', 'By the document you have: an approval, or a registration.'),
      required: 'always', options: [option('approval', '报告书或报告表批复', 'Approval of a report'), option('registration', '登记表备案', 'Registration form')],
    }),
    f.text('eiaNumber', ['批复文号', 'Approval number'], { max: 80, visibleWhen: { field: 'eiaKind', in: ['approval'] }, required: { field: 'eiaKind', in: ['approval'] }, example: '孝环函〔2018〕12号', help: help('批复文件右上角的文号，照抄', 'Copy the number at the head of the approval.') }),
    f.date('eiaDate', ['批复日期', 'Date of approval'], { visibleWhen: { field: 'eiaKind', in: ['approval'] }, required: { field: 'eiaKind', in: ['approval'] }, help: help('批复文件落款的日期', 'The date at the end of the approval.'), example: '2018-05-20' }),
    f.text('eiaRegistrationNumber', ['备案号', 'Registration number'], { max: 40, visibleWhen: { field: 'eiaKind', in: ['registration'] }, required: { field: 'eiaKind', in: ['registration'] }, example: '201814118100000123', help: help('备案回执上的备案号', 'The number on the receipt.') }),
    f.date('constructionStartDate', ['开工日期', 'Start of construction'], { visibleWhen: { field: 'eiaKind', in: ['approval'] }, help: help('实际动工的日期；批复后超过五年才开工的，还要填重新审核文号', 'When building began.'), example: '2018-08-01' }),
    f.text('eiaReexaminationNumber', ['重新审核文号', 'Number of re-examination'], { max: 80, visibleWhen: { field: 'eiaKind', in: ['approval'] }, help: help('批复超过五年才开工的填写', 'When construction began more than five years after the approval.'), example: '孝环函〔2024〕3号' }),
    f.table('approvedTotals', ['环评批复与总量指标', 'Approved totals'], [
      f.select('pollutant', ['污染物', 'Pollutant'], { help: help('总量指标文件里写的污染物，一种一行', 'As the document on total amounts names it, one a row.'), required: 'always', options: [...AIR_POLLUTANTS, ...WATER_POLLUTANTS] }),
      f.decimal('amountTA', ['指标', 'Amount'], { required: 'always', unit: 't/a', min: 0, max: 1_000_000, decimals: 4, help: help('一年允许排放的总量，照抄文件', 'The yearly amount in the document.'), example: '4.8' }),
      f.select('source', ['来源', 'Source'], { help: help('这个总量写在哪份文件里', 'The document that fixes this amount.'), required: 'always', options: [option('eia', '环评批复', 'EIA approval'), option('total-control', '总量控制指标', 'Total control quota')] }),
      f.text('document', ['文件号', 'Document'], { required: 'always', max: 80, help: help('写有这个数的文件文号', 'The number of the document that states it.'), example: '孝环函〔2018〕12号' }),
    ], { max: 50, help: help('批复或总量确认书里写了允许排放多少吨的，逐个污染物照抄；没有写的不填', 'Copy each amount the approval or the quota states; leave empty when there is none.') }),
    f.multiselect('tradeSecretSections', ['含商业秘密、不宜公开的部分', 'Parts that hold trade secrets'], {
      options: [option('products', '产品及产能', 'Products'), option('materials', '原辅料及燃料', 'Materials'), option('process-nodes', '产排污节点', 'Process nodes')],
      help: help('排污许可管理条例第八条：需写明理由；污染物排放信息不得列为秘密', 'Give the reason; emission data cannot be a secret (art. 8).'),
    }),
    f.text('tradeSecretReason', ['不宜公开的理由', 'Why they are secret'], { max: 500, visibleWhen: { field: 'tradeSecretSections', in: ['products', 'materials', 'process-nodes'] }, required: { field: 'tradeSecretSections', in: ['products', 'materials', 'process-nodes'] }, help: help('说明公开会损害什么；理由本身不公开', 'What harm publication would do; the reason itself is not public.'), example: '燃料配比为本单位专有技术，公开会使竞争对手获知成本' }),
  ],
};

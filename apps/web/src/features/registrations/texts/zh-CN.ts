export default {
  status: { valid: '有效', expired: '已过期', cancelled: '已注销' },
  kind: { first: '首次登记', change: '登记变更', renew: '延续登记', cancel: '登记注销', restore: '登记恢复' },
  list: {
    title: '排污登记', lead: '污染物产生量、排放量和影响都很小的单位，不用申请许可证，填报排污登记表。', new: '办理登记', search: '企业、场所名称或回执编号', empty: '还没有登记', emptyHint: '先回答几个问题，判定是否属于登记管理；填表后马上得到回执。',
    column: { name: '企业 / 场所', number: '回执编号', industry: '行业', validTo: '有效期至', left: '剩余', status: '状态' }, region: '地区', endsWithin: '到期', withinDays: '{{days}} 天内到期',
  },
  file: {
    title: '办理排污登记', lead: '选场所、判定类别、填表，提交后马上得到回执，没有审批，不收费。', site: '生产经营场所', siteHelp: '没有列出的场所，先到“单位信息”里增加', form: '填写登记表', because: '按名录属于登记管理：', submit: '提交登记',
    promise: '填报内容真实、准确、完整，变动之日起二十日内变更登记', promiseNeeded: '请确认填报内容真实、准确、完整',
  },
  change: { title: '登记变更', lead: '改动变了的内容，其余照旧。行业、规模或者锅炉炉窑变了的，在表的下面改分类的回答；变成要领证的，不能再登记。提交后得到新的回执。', submit: '提交变更' },
  detail: {
    record: '签署存证', promise: '点“延续”即确认：{{words}}', receipt: '下载回执', drawing: '回执正在生成……', change: '变更', renew: '延续', renewTitle: '延续登记五年？', renewText: '现有效期至 {{day}}。内容没有变化才可以直接延续；有变化的先办变更。', national: '录入国家平台编号', nationalLabel: '国家平台登记编号', nationalText: '在全国排污许可证管理信息平台登记后，把那里的编号录入这里，便于核对。', save: '保存',
    cancel: '注销', cancelTitle: '注销这份登记？', cancelReason: '注销原因', cancelText: '停业、搬迁，或者已经改为申请许可证的，注销登记。注销后仍排放污染物的，要重新登记。', history: '登记记录', occurred: '变动日期 {{day}}',
  },
  facts: { title: '登记信息', national: '国家平台登记编号', nationalNone: '尚未录入', uscc: '统一社会信用代码', validity: '有效期', renewable: '延续', renewableFrom: '{{day}} 起可以办理', basis: '分类依据', entry: '名录第 {{no}} 类', content: '登记内容' },
  public: { title: '排污登记查询', lead: '查询本地区登记管理的单位，核验登记回执。', empty: '没有登记', check: '登记回执核验', checkedAt: '核验时间', signatureOk: '回执签名核验通过，内容未被改动', signatureBad: '签名核验未通过，请与生态环境部门联系', technical: '签名原文（供技术核验）' },
};

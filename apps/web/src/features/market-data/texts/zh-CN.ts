export default {
  statistics: {
    title: '服务市场统计', lead: '本地区服务任务的数量、节约、竞争和定标用时。', export: '导出 Excel', empty: '这段时间没有发布任务', emptyHint: '请放宽日期范围。',
    how: '按发布日期统计。报价只计已开标的任务；节约 = 预算 − 成交价，只计公布了预算并已定标的任务；用时为发布到定标的中位数。',
    howFirm: '每家机构统计其报过价且已开标的任务；“已定标”为中选次数，成交额和节约只计中选的。',
  },
  filter: { by: '分组', from: '发布日期从', to: '到' },
  by: { kind: '服务类别', stage: '阶段', service: '服务项目', firm: '服务机构', month: '月份' },
  figures: { group: '分组', published: '任务', awarded: '已定标', ended: '流标或取消', bidsPerTask: '每个任务报价', awardYuan: '成交额', saved: '节约', medianDays: '定标用时', none: '—', percent: '{{percent}}%', days: '{{days}} 天' },
  open: {
    title: '开放数据', lead: '环保服务任务从发布、定标到合同履行的公开数据，可以自由查看、下载和订阅，不用登录。',
    small: '已定标少于 {{count}} 个的分组只显示数量，不显示金额和用时。截止前的报价不计入任何统计。',
    ocds: '任务、定标和合同数据', ocdsText: '采用国际通行的开放合同数据标准（OCDS 1.1），每个任务按发布、修改、开标、定标、签约、变更、结束各有一条记录，可由软件直接读取。合同公开编号、金额、期限和状态；依法须公告的，另公开里程碑和付款。数据不含个人信息；报价机构在开标后公开，未中选的报价金额不公开。',
    noMonths: '还没有公开的任务', month: '{{month}}（{{count}} 条）', api: '程序接口', releases: '发布记录（releases）', records: '任务档案（records）',
    apiText: '每页最多 100 条，按 links.next 继续；可用 kind、since 筛选。',
    feed: '订阅新任务（RSS）', feedText: '把下面的地址加到 RSS 阅读器，有新任务时自动收到。', allTasks: '全部新任务',
  },
  searches: {
    title: '保存的搜索', lead: '有符合条件的新任务发布时，站内消息提醒本机构的全部成员。', find: '去找任务', empty: '还没有保存的搜索', emptyHint: '在“服务任务”里选好类别、阶段或输入关键词，点“保存搜索”。',
    words: '包含“{{words}}”', everything: '全部新任务', on: '提醒已开', off: '提醒已关', alertOf: '提醒：{{name}}', remove: '删除', removeOf: '删除“{{name}}”', removeTitle: '删除“{{name}}”？', removeMeans: '不再按这个条件提醒。需要时可以重新保存。',
    save: '保存搜索', saveWhat: '按现在的关键词和筛选条件保存，有符合的新任务就提醒。', saveAll: '现在没有筛选，保存后会提醒全部新任务。也可以先选类别、阶段或输入关键词。', saveAct: '保存', saved: '已保存，可在“保存的搜索”里修改',
  },
};

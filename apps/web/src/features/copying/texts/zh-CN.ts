export default {
  tools: '从已有资料填入', record: '从企业档案填入', permit: '从上一版许可证复制', outlet: '从其他排放口复制',
  recordLead: '单位和场所的名称、地址、信用代码、法定代表人、坐标、联系人，取自已核验的单位档案。', permitLead: '把许可证里写的内容复制到这一节。', outletLead: '把一个排放口的内容复制给其他排放口。编号不会被复制。',
  which: '哪一张许可证', what: '复制什么', whole: '整节', table: '只复制“{{table}}”', codes: '只复制这些排放口（留空为全部）', source: '从哪个排放口', targets: '复制到哪些排放口', parts: '复制哪些内容',
  part: { pollutants: '污染物种类', limits: '许可排放限值', monitoring: '自行监测', treatment: '治理设施（不含编号）' },
  look: '看看会改什么', again: '重新选择', apply: '复制 {{count}} 项', nothing: '没有可以复制的内容：两边一致，或来源没有填写。', cancel: '取消',
  preview: '将要写入的内容', fill: '填入空着的', add: '新增的行', overwrite: '会改动已填的（不勾选就不动）', sealed: '补正期间不能改', all: '全选', was: '原：', empty: '空', from: '来源：许可证 {{number}}',
  json: { title: '用许可证全本（JSON）开始', lead: '在别的平台办过的，可以导入那里导出的许可证全本，内容填进新的申请草稿；附件要重新上传。只能导入本单位的。', choose: '选择 JSON 文件' },
  done: '已复制 {{count}} 项。', undo: '撤销这次复制', undone: '已恢复到复制以前。', needChoice: '请先选择',
};

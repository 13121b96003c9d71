export default {
  title: '许可证名单导入', lead: '把从全国排污许可证管理信息平台导出的名单导入本平台。先核对，确认后才写入；没有注册的单位先记为“已知单位”，它日后注册并通过核验，许可证就归到它名下。', caption: '已上传的名单', search: '文件名或上传人', empty: '还没有导入过名单', emptyHint: '先下载模板，把国家平台导出的名单整理进去，再上传。',
  template: '下载模板', upload: '上传名单', back: '许可证名单导入',
  column: { name: '文件', state: '进度', rows: '行数', created: '新增', changed: '有变化', same: '一致', refused: '未通过', by: '上传人', at: '上传时间', sourceOn: '名单日期' },
  state: { judging: '正在核对', unreadable: '没有读成', judged: '已核对，待导入', applying: '正在导入', applied: '已导入', undoing: '正在撤回', undone: '已撤回', discarded: '已放弃' },
  filter: { state: '进度' },
  dialog: { title: '上传许可证名单', sourceOn: '名单导出的日期', sourceOnHint: '登记为来源：“导入自国家平台，日期”。', file: '选择文件', another: '换一个文件', hint: '接受 xlsx 和 csv，最大 20 MB、50,000 行。在后台核对，可以离开这个页面。', chosen: '已选择“{{name}}”', act: '上传并核对', needDay: '请填写名单导出的日期，不晚于今天', needFile: '请选择文件' },
  progress: '已处理 {{done}} / {{total}} 行', reading: '正在读取文件……', summary: '核对结果',
  counts: '共 {{total}} 行：新增 {{created}}，有变化 {{changed}}，与平台一致 {{same}}，未通过 {{refused}}。', applied: '已导入 {{applied}} 行，由 {{by}} 办理。', skipped: '另有 {{skipped}} 行在核对之后情况有变，没有导入。',
  tab: { new: '新增', changed: '有变化', same: '一致', refused: '未通过' }, tabs: '按核对结果分列',
  rows: { caption: '名单的各行', line: '行', number: '许可证编号', name: '单位名称', what: '说明', empty: '没有这样的行', from: '原', empty2: '空', search: '编号或单位名称', outcome: { applied: '已导入', skipped: '未导入：情况有变', undone: '已撤回' } },
  act: { all: '全部导入', good: '只导入正确的 {{count}} 行', discard: '放弃这一批', undo: '撤回这一批', report: '下载标注了错误的表格' },
  confirm: {
    apply: '导入这份名单？', applyText: '将新增 {{created}} 张、更改 {{changed}} 张许可证，公众立即可以查到。导入以后没有办过事的可以整批撤回。', goodText: '未通过的 {{refused}} 行不导入。',
    undo: '撤回这一批导入？', undoText: '新增的许可证将从平台删除，有变化的恢复原样。已经办过事（有申请、义务、台账等）的不能撤回。', undoReason: '为什么撤回（记入日志）', discard: '放弃这一批？', discardText: '文件和核对结果保留备查，什么都不会导入。',
  },
  file: '文件', notes: '请留意',
};

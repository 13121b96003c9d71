export default {
  template: '下载模板', export: '导出', import: '从 Excel 导入', tools: '{{table}}：Excel 模板、导出与导入',
  title: '从 Excel 导入：{{table}}', formTitle: '从 Excel 导入整份申请表',
  choose: '选择文件', another: '换一个文件', hint: '接受 xlsx 和 csv，最大 20 MB。先检查，确认后才会写入。', reading: '正在检查……', paper: '打印整份申请表（PDF）', paperDrawing: '正在生成，可以先做别的', paperReady: '下载 PDF', formExport: '导出整份申请表（Excel）', formImport: '从 Excel 导入',
  formHint: '按国家申请表的顺序，一节或一张子表一个工作表。导出后填写，再导入；没有数据行的工作表不会清空原有内容。',
  clean: '“{{file}}”检查通过，共 {{count}} 行。', bad: '“{{file}}”有 {{count}} 处需要改正，改好后再导入。现在什么都没有写入。', more: '只列出前 {{count}} 处，改好后重新检查。',
  mode: '怎样写入', replace: '替换整张表', append: '并入现有的行', replaceIs: '新增 {{added}} 行，修改 {{changed}} 行，删除 {{removed}} 行，不变 {{same}} 行', appendIs: '新增 {{added}} 行，修改 {{changed}} 行，不删除',
  apply: '导入', applied: '已导入', cancel: '取消', close: '关闭', problems: '需要改正', notes: '请留意（不影响导入）',
  place: '位置', found: '填写的内容', mend: '怎么改', empty: '（空）', copy: '复制清单', copied: '已复制', report: '下载标注了错误的表格',
  stale: '打开预览之后，这一节又有了改动。已重新检查，请核对后再导入。', part: '内容', change: '变化', partIs: '新增 {{added}}，修改 {{changed}}，删除 {{removed}}', unchanged: '没有变化',
};

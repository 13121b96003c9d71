export default {
  title: '排污许可公开', lead: '查询本地区核发的排污许可证，看它现在是否有效、准许排什么排多少，核验证书真伪。', caption: '排污许可证列表', search: '单位名称、场所、编号，至少两个字', empty: '还没有核发许可证',
  tab: { list: '列表', map: '地图', numbers: '统计' },
  column: { name: '单位 / 场所', number: '许可证编号', industry: '行业', category: '管理类别', issuedOn: '发证日期', validTo: '有效期至', status: '状态' },
  filter: { status: '状态', category: '管理类别', industry: '行业', place: '乡镇或地址' },
  category: { key: '重点管理', simplified: '简化管理' },
  status: { valid: '有效', expired: '已过有效期', revoked: '已撤销', forfeited: '已吊销', withdrawn: '已撤回', cancelled: '已注销' },
  export: { label: '下载清单：', hint: '按上面的条件，最多一万条' },
  map: {
    title: '许可证分布图', group: '许可证分布。用 Tab 键逐个选择，回车打开；方向键移动，加号和减号缩放', in: '放大', out: '缩小', whole: '看全域', count: '图中有 {{count}} 张许可证。', without: '另有 {{count}} 张没有填写坐标，请在列表中查看。',
    several: '此处有 {{count}} 张许可证，放大查看', notice: '示意图，不作为划界依据。位置为许可证记载的中心坐标（WGS-84）。',
  },
  numbers: { valid: '现在有效的许可证 {{count}} 张。', asOf: '统计时间', years: '历年核发', year: '年份', issued: '首次和重新申请', renewed: '延续', changed: '变更和调整', ended: '撤销、吊销、注销等', byIndustry: '按行业', byCategory: '按管理类别', byRegion: '按地区' },
  check: {
    title: '许可证核验', back: '排污许可公开', at: '核验时间', imported: '导入自国家平台，{{day}}', importedHint: '本平台没有签发这一版，所以没有本平台的签名和证书文件；以全国排污许可证管理信息平台公开的为准。', json: '下载全本（JSON）', signatureOk: '证书签名核验通过，内容未被改动', signatureBad: '签名核验未通过，请与发证机关联系', download: '下载证书（正本）', withheld: '以下内容属于商业秘密，未公开：', technical: '签名原文（供技术核验）',
    ended: '这张许可证自 {{day}} 起不再有效：{{status}}', expired: '这张许可证的有效期已于 {{day}} 届满', basis: '依据：',
  },
  asOf: { label: '查看某一天的内容', today: '回到今天', shown: '这是 {{day}} 当天的内容（第 {{version}} 版），当天状态：{{standing}}。' },
  facts: { title: '证书信息', uscc: '统一社会信用代码', site: '生产经营场所', issuer: '发证机关', validity: '有效期' },
  versions: { title: '历次版本', number: '第 {{number}} 版', since: '起效', compare: '与第 {{number}} 版有什么不同', same: '公开的内容没有不同', added: '新增', removed: '删去' },
  business: { new: '首次申请', reapply: '重新申请', change: '变更', adjust: '调整', renew: '延续', reissue: '补领', cancel: '注销', import: '导入自国家平台', law: '依法变更' },
  verify: {
    title: '核验证书真伪', lead: '电子证书或纸质证书都可以核验。文件只在您的设备上读取，不会上传。', file: '核验电子证书', fileLabel: '选择正本或副本的 PDF 文件', fileHint: '改动任何一个数字、日期或二维码都会核验不通过。',
    paper: '核验纸质证书', paperHint: '用手机扫描证书上的“离线核验码”，把得到的文字整段粘贴到第一栏；也可以照着证书末尾的小字，分别填写签名原文和 SM2 签名。', line: '离线核验码的文字，或签名原文', signature: 'SM2 签名（已粘贴离线核验码的不用填）', check: '核验',
    keep: '没有网络时怎么核验', keepHint: '把核验页保存到电脑或手机，以后不联网也能用浏览器打开核验。页内带有发证机关的公钥。', save: '下载离线核验页', keys: '发证机关的公钥', kind: '种类和版本', says: '证书记载的内容，请与眼前的证书逐项对照', status: '证书此后是否被撤销，要看当前状态：',
    verdict: { genuine: '核验通过：确由发证机关签发，内容没有改动', changed: '核验不通过：内容在签发之后被改动过，或文件不完整', stranger: '核验不通过：签名所用的密钥不是发证机关的', unsealed: '这个文件里没有整份签名', 'not-pdf': '这不是 PDF 文件', unreadable: '没有认出签名原文' },
    advice: { genuine: '与眼前的证书不一致的，以下面所列为准。', changed: '请不要采信，并向发证机关反映。', stranger: '这份证书不是发证机关签发的，请向发证机关反映。', unsealed: '可能是扫描件、另存件，或早期签发的证书。请用“核验纸质证书”，照着末尾的小字核验。', 'not-pdf': '请选择从平台下载的正本或副本 PDF 文件。', unreadable: '签名原文以“排污许可证”开头，各项用竖线隔开。请整行复制，不要漏字；并填写 SM2 签名。' },
  },
};

export default {
  status: { standing: '有效', contested: '被否认，待处理', void: '不算数', confirmed: '有效（否认不成立）' },
  list: {
    title: '签署存证', lead: '以本单位或您的名义签署过的内容，按签署时所见保存，不能修改。', leadBureau: '向本机关签署的内容。被否认的要先核实处理，相关办理才能继续。',
    search: '事项、单位或签署人', whose: '范围', mine: '只看我签的', empty: '还没有签署过', emptyHint: '签署承诺、提交申请后，存证会出现在这里。',
    column: { what: '签署事项', owner: '单位', signer: '签署人', at: '签署时间', status: '状态' },
  },
  record: {
    facts: '签署情况', what: '签署事项', owner: '单位', signer: '签署人', behalf: '受托办理', behalfYes: '受单位委托代为签署', at: '签署时间', ip: '网络地址', agent: '设备', agreed: '同意的文字', agreedBefore: '承诺已在此前另行签署', number: '存证编号', notKept: '未记录',
    holds: '存证内容与签署时一致，平台签名有效。', broken: '存证内容与签名不符，请立即联系平台管理员。', pdf: '下载存证 PDF', content: '下载原始数据', drawing: 'PDF 正在生成，稍后自动出现',
  },
  repudiation: { title: '有人否认这次签署', waiting: '等待生态环境部门核实处理，其间不作决定、不发证。', upheld: '否认成立，这次签署不算数', dismissed: '否认不成立，签署有效' },
  act: {
    repudiate: '不是我签的', repudiateTitle: '否认这次签署？', repudiateMeans: '相关办理会立即暂停，生态环境部门会联系您核实。请同时修改密码，并在“账号安全”里退出不认识的设备。', reason: '为什么不是您签的（生态环境部门会看到）', reasonExample: '例如：当天我在外地，没有登录；密码可能被他人知道',
    uphold: '否认成立', upholdTitle: '认定这次签署不算数？', upholdMeans: '提交随之失效：未作决定的申请自动终止，已作决定的由审批人研究是否撤销。不能改回。', dismiss: '否认不成立', dismissTitle: '认定签署有效？', dismissMeans: '办理恢复。否认人和企业管理员会收到您写的理由。不能改回。', reasons: '核实情况和理由（当事人会看到）', reasonsExample: '例如：登录地址和设备与平日一致，经电话向法定代表人核实',
  },
  verify: {
    title: '不联网核验', step1: '下载原始数据，存为 content.json；再下载下面三个文件。', step2: '计算 content.json 的 SM3 摘要，应与签名原文末尾一致。', step3: '用公钥核对签名原文；显示 Verified OK 即为本平台签发。需要 OpenSSL 3。',
    line: '签名原文', signature: 'SM2 签名', key: '平台公钥', hash: '内容摘要（SM3）', paperSm3: 'PDF 摘要（SM3）', paperSha256: 'PDF 摘要（SHA-256）',
  },
  check: {
    title: '签署核验', lead: '拿到一份签署存证，在这里核对它是不是本平台出具的、有没有被否认。', file: '选择存证 PDF', fileHelp: '文件留在您的设备上，只比对它的摘要。', fileFailed: '这个浏览器算不了摘要，请改用下面的方式，输入存证末尾印的摘要。', act: '核验', asking: '正在核对…', facts: '核验结果', at: '核验时间',
    unknown: '本平台没有这份存证', unknownHint: '文件被改动过（哪怕一个字），或不是本平台出具。请用原始文件再试。', standing: '存证真实，签署有效', confirmed: '存证真实，签署有效；曾被否认，经核实不成立', contested: '存证真实，但签署人已否认，正在核实', void: '存证真实，但签署经核实不成立，不算数', broken: '平台记录与签名不符，请联系平台管理员',
  },
  check2: {
    title: '材料核对', lead: '系统读取批复和监测报告里的关键数字，与表格比对。只作提示，不影响提交和办理。', none: '还没有上传材料。', reading: '正在读取{{name}}', agree: '读到 {{count}} 份材料，没有发现不一致。', differ: '有 {{count}} 处与表格不一致，请核实。', nothing: '材料里没有读到可比对的批复或监测报告。',
    go: '去核对', document: '出处', page: '{{name}} 第 {{page}} 页', says: '材料写的是', form: '表格填的是', found: '查看读到的全部数字', ocr: '扫描件，由系统识别，可能有误', onPage: '第 {{page}} 页', ask: '列入补正', asked: '已列入补正',
  },
  reason: { 'no-ocr': '无法识别扫描件，请人工核对', 'nothing-recognised': '没有读到文字，请人工核对', encrypted: '文件加了密码，读不出来', damaged: '文件读不出来，请检查是否损坏', 'too-long': '文件太长，没有读完，请人工核对', 'too-large': '文件太大，没有读完，请人工核对' },
  kind: { approval: '环评批复', monitoring: '监测报告', other: '其他材料' },
  finding: { 'approval-number': '批复文号不一致', 'approval-date': '批复日期不一致', total: '总量指标不一致', 'approved-concentration': '批复的浓度要求不一致', concentration: '监测值高于申请限值', 'date-order': '报告日期有矛盾', cma: '没有找到 CMA 编号' },
  suspicion: {
    title: '材料比对提示', lead: '不同企业的申请材料、执行报告附件中雷同的内容和不可能的时间地点。只供人工核对，不影响办理，企业看不到。', search: '企业名称或提示内容', from: '发现日期从', to: '到', empty: '没有比对提示', emptyHint: '申请、执行报告提交后，系统会与其他企业的材料比对。', elsewhere: '其他辖区单位', application: '打开申请', report: '打开执行报告', noVerdict: '这是系统比对的线索，不是结论。请核对两边材料后处理。',
    column: { what: '提示', who: '涉及企业', strength: '强度', state: '处理', at: '发现时间' },
    kind: { 'same-file': '同一文件', 'same-report': '同一报告编号', 'same-table': '监测数据相同', 'same-text': '文字雷同', 'same-image': '图片相同', 'same-stamp': '印章图形相同', 'same-author': '文件作者相同', 'impossible-time': '时间矛盾', 'impossible-place': '地点不符' },
    why: {
      'same-file': '两家企业上传了同一个文件。政府批复、公共图纸可能正常，监测报告、现场照片不应相同。', 'same-report': '一个机构的报告编号只用一次。两家企业的报告编号相同，可能有一份被改过。', 'same-table': '多行实测数值逐位相同。两次采样几乎不可能巧合。', 'same-text': '正文大部分相同。可能出自同一模板，也可能照抄。', 'same-image': '两份材料里有同一张图片。', 'same-stamp': '印章图形完全重合而出具机构不同，可能是粘贴的图片。', 'same-author': '两份文件由同一作者生成，常见于同一代办机构。', 'impossible-time': '材料里的日期互相矛盾或晚于上传时间。', 'impossible-place': '照片记录的拍摄地点远离厂区。',
    },
    strength: { strong: '强', medium: '中', weak: '弱' },
    state: { open: '待核对', dismissed: '不成立', clue: '已转线索' },
    act: { dismiss: '不成立', clue: '转为线索', dismissTitle: '认定这条提示不成立？', clueTitle: '转为执法线索？', reason: '理由', dismissExample: '例如：两家共用同一份园区规划环评批复', clueExample: '例如：四组实测数据逐位相同，采样地点不同', dismissMeans: '提示关闭，理由留存备查。', clueMeans: '执法人员会收到。申请照常办理，是否影响许可由您在审查意见中另行判断。' },
  },
};

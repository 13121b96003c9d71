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
};

export default {
  group: {
    credit: { short: '环境信用', long: '环境信用等级、得分、12 个月走势、一票否决项' }, penalties: { short: '行政处罚', long: '行政处罚记录' }, permit: { short: '排污许可', long: '行业和排污许可证' },
    performance: { short: '绩效和在线', long: '绩效等级、在线超标小时、整改按期率' }, carbon: { short: '碳排放', long: '碳排放量和强度' }, blacklist: { short: '失信名单', long: '严重失信主体名单' }, 'f-score': { short: '融资评分', long: '绿色融资评分（F）及其计算说明' },
  },
  purpose: { 'new-loan': '贷款审批', 'post-loan': '贷后管理', 'green-credit': '绿色信贷认定', guarantee: '担保、授信额度核定', other: '其他' },
  status: { requested: '待企业答复', lapsed: '逾期未答复', upcoming: '未到生效日', active: '有效', expired: '已到期', declined: '企业未同意', withdrawn: '已撤回', revoked: '已撤销' },
  says: {
    requested: '企业答复前，银行不能查询。', lapsed: '已过答复期限，不能再同意；需要时请银行重新申请，或由企业直接授权。', upcoming: '到生效日才能查询。', active: '授权有效，还剩 {{days}} 天。企业可以随时撤销。', expired: '授权已到期，不能再查询。需要时请重新申请。',
    declined: '企业没有同意，不能查询。', withdrawn: '申请已撤回或已被新申请代替。', revoked: '企业已撤销授权，不能再查询，也不再推送变化。',
  },
  origin: { request: '银行申请', offer: '企业主动授权' },
  channel: { page: '网页', api: '接口', batch: '批量' },
  clientScope: { query: '单户查询', batch: '批量查询' },
  algorithm: { 'hmac-sha256': 'HMAC-SHA256', 'hmac-sm3': 'HMAC-SM3（国密）' },
  event: { 'credit-grade-changed': '信用等级变化', 'blacklist-changed': '名单变化', ping: '测试' },
  problem: { unresolved: '域名解析不到地址', address: '解析到内部或保留地址，没有发送', redirect: '对方要求跳转，没有跟随', status: '对方返回错误', timeout: '10 秒内没有响应', tls: '证书不受信任或加密连接失败', connection: '连接不上', unauthorized: '授权已结束', removed: '推送地址已移除' },
  penalty: { active: '有效', suspended: '申诉期间暂停', repaired: '已修复', expired: '已到期' },
  fieldName: {
    uscc: '信用代码', name: '名称', creditGrade: '信用等级', score: '信用得分', scoreTrend12m: '12 个月走势', vetoFlags: '一票否决项', penalties: '行政处罚', 'penalties-fineYuan': '罚款金额', permit: '排污许可证', industryCode: '行业代码',
    performanceGrade: '绩效等级', onlineExceedHours12m: '在线超标小时', onlineRunHours12m: '在线运行小时', rectifyRate: '整改按期率', carbon: '碳排放', blacklist: '失信名单', blacklistEntry: '名单上的记录', fScore: '绿色融资评分',
  },
  field: {
    enterprise: '企业', bank: '银行', number: '授权书编号', status: '状态', purpose: '用途', purposeWords: '用途说明', scopes: '范围', term: '期限', answerBy: '答复期限', created: '建立日期', uscc: '统一社会信用代码', fromOn: '开始日期', toOn: '结束日期',
    origin: '怎么来的', askedBy: '申请人', decided: '企业答复', ended: '撤销', reference: '银行业务号',
  },
  list: {
    title: { bank: '企业授权', enterprise: '银行查询授权' }, lead: { bank: '有企业授权才能查询；范围和期限以授权书为准。', enterprise: '没有您的授权，银行查不到您的环境信息。每次查询都有记录，授权可以随时撤销。' },
    make: { bank: '申请授权', enterprise: '授权给银行' }, tabs: { living: '有效和将生效', waiting: '待答复', ended: '已结束' }, search: '授权书编号、单位名称或信用代码',
    empty: { living: '还没有有效的授权', waiting: '没有待答复的申请', ended: '没有已结束的授权' }, emptyHint: { bank: '向企业申请授权，企业同意后就能查询。', enterprise: '银行申请后会出现在“待答复”；您也可以主动授权。' },
  },
  make: {
    title: { bank: '向企业申请授权', enterprise: '授权银行查询' }, lead: { bank: '企业可以同意、缩小范围或拒绝；{{days}} 天内没有答复，申请就失效。', enterprise: '选择银行、范围和期限，阅读声明后签署。银行申请的，请在“待答复”里办。' }, submit: { bank: '发出申请', enterprise: '签署并授权' },
    wordsHelp: { bank: '企业会看到，例如：石灰窑烟气治理项目贷款审批', enterprise: '授权书上会写明，例如：申请绿色信贷认定' }, scopesHelp: '选融资评分的，要同时选环境信用', mostDays: '最长 {{days}} 天', consent: '声明', agree: '我已阅读，代表本企业签署', agreeMissing: '请阅读声明并勾选同意',
  },
  grant: { title: '同意授权', scopesHelp: '可以去掉不想给的', termHelp: '可以缩短', submit: '签署并授权' },
  page: { given: '授权范围', asked: '申请的范围', notGiven: '申请了但没有授权：', facts: '基本信息', record: '签署存证', looks: '按这份授权查询的记录' },
  act: { decline: '不同意', withdraw: '撤回申请', revoke: '撤销授权' },
  confirm: {
    decline: { title: '不同意这份申请？', text: '银行会收到通知，不能查询。', reason: '原因（可不填，银行能看到）' }, withdraw: { title: '撤回这份申请？', text: '企业不再需要答复。需要时可以重新申请。' },
    revoke: { title: '撤销这份授权？', text: '立即生效：银行下一次查询就会被拒绝，也不再收到变化推送。已经查过的内容由银行依法保管。', reason: '原因（可不填，银行能看到）' },
  },
  query: { title: '查询企业', lead: '点“查询”后才会查，每次查询都会记录，企业看得到。', submit: '查询', referenceHelp: '本行的业务编号，可不填，企业能看到' },
  kept: { title: '绩效、在线和碳', grade: '绩效等级', online: '近 12 个月在线超标', hours: '{{exceed}} 小时，运行 {{run}} 小时', carbon: '{{year}} 年碳排放', intensity: '碳排放强度', rectify: '整改按期率' },
  answer: {
    asOf: '截至 {{day}}，授权书 {{number}}', grade: '环境信用等级', score: '得分', f: '绿色融资评分', noF: '不评分', fine: '罚款', penalties: '行政处罚', listed: '失信名单', onList: '在名单上', offList: '不在名单上', listedFor: '{{from}} 至 {{to}}', vetoes: '一票否决', trend: '近 12 个月', day: '日期', permit: '行业和排污许可证', permitNo: '许可证编号', permitType: '管理类别', validTo: '有效期至', industry: '行业代码', missing: '没有给出的内容',
  },
  f: {
    title: '绿色融资评分 {{f}}', unverified: '权重和映射未核实', refuse: '信用等级为红牌或黑牌，或在失信名单上：建议不予新增贷款', cap: '信用等级为黄牌：评分封顶，建议要求抵押', how: '每个分项的分值乘以权重，加起来就是评分。没有数据的分项不猜，按规则把它的权重分给有数据的分项。', lines: '评分明细', part: '分项', value: '分值', weight: '权重', contribution: '得分', moved: '{{from}} → {{to}}', advice: '建议：', bankDecides: '评分和建议仅供参考，是否放贷、利率和额度由银行决定。',
  },
  looks: {
    title: { bank: '查询记录', enterprise: '谁查过我们' }, lead: { bank: '本行的每次查询。企业看到的是同样的记录。', enterprise: '银行每次查询的时间、用途、依据的授权和查询内容。' }, at: '时间', channel: '方式', by: '查询人', fields: '查询内容', from: '从', to: '到', search: '单位名称、授权书编号或业务号', empty: { bank: '还没有查询过', enterprise: '还没有银行查询过' }, emptyHint: '每次查询都会记在这里。',
  },
  client: {
    title: '接口应用', lead: '本行系统通过接口查询要先登记应用，由生态环境局批准，再生成密钥。', leadBureau: '银行系统的接口应用。批准后银行才能生成密钥；密钥只有银行看得到。', propose: '登记应用', proposeLead: '提交后由生态环境局核对批准。', submit: '提交登记', name: '应用名称', nameExample: '信贷管理系统', purpose: '用途', purposeHelp: '属于哪个系统、查询用来做什么',
    scopes: '权限', thumbprint: '客户端证书指纹', thumbprintHelp: '可不填。填写后，没有这张证书就取不到令牌：证书 SHA-256 指纹的 base64url，43 个字符', noThumbprint: '没有绑定证书', clientId: '客户端标识', proposed: '申请', decided: '批准情况', revoked: '停用', used: '最近使用', search: '应用名称、标识或银行', empty: '还没有接口应用', emptyHint: '登记应用，批准后生成密钥。',
    state: { proposed: '待批准', approved: '已批准', refused: '未批准', revoked: '已停用' },
    says: { proposed: '等生态环境局批准。', approved: '可以用客户端标识和密钥取得令牌。', refused: '没有批准，请按原因修改后重新登记。', revoked: '已停用：密钥、令牌和推送都不再起作用。' },
    approve: '批准', refuse: '不批准', revoke: '停用', approveTitle: '批准这个应用？', refuseTitle: '不批准这个应用？', revokeTitle: '停用这个应用？', decideText: '请核对银行、用途和权限。申请人不能自己批准。', revokeText: '立即生效：密钥、令牌和属于它的推送地址都不再起作用，不能恢复。', reason: '原因（银行能看到）',
  },
  secret: {
    title: '生成新密钥', make: '生成密钥', made: '新密钥已生成', once: '密钥只显示这一次，请立即保存到本行的密钥系统里。', secret: '密钥', overlap: '旧密钥还能用多久', hours: { h0: '立即停用', h1: '1 小时', h24: '1 天', h72: '3 天', h168: '7 天' }, list: '在用的密钥', none: '还没有密钥，请生成。', until: '到期', former: '旧密钥同时签名到',
  },
  webhook: {
    title: '变化推送', lead: '已授权企业的信用等级变化时，推送到本行系统。', add: '添加推送地址', addLead: '只支持 https 公网地址。添加后发一次测试。', made: '推送地址已添加', toPage: '查看推送地址', submit: '添加', name: '名称', url: '推送地址', urlHelp: '以 https:// 开头；不跟随跳转；走专线的请联系平台管理员', client: '所属应用', algorithm: '签名算法', search: '名称或地址',
    tabs: { addresses: '推送地址', deliveries: '推送记录' }, state: { active: '使用中', paused: '已暂停', removed: '已移除' }, empty: '还没有推送地址', emptyHint: '添加地址后，等级变化会自动推送。', noClient: '还没有批准的应用', noClientHint: '推送地址属于一个应用，请先登记应用。',
    ping: '发送测试', pinged: '测试已发出，结果在下面的推送记录里。', pause: '暂停', resume: '恢复', remove: '移除', removeTitle: '移除这个推送地址？', removeText: '等待发送的推送会取消，不能恢复。',
  },
  delivery: {
    title: '推送记录', test: '测试', what: '企业', event: '事件', outcome: '结果', attempts: '次数', times: '{{count}} 次', next: '下次', created: '时间', resend: '重新发送', search: '企业名称', empty: '还没有推送', emptyHint: '等级变化或测试后会出现在这里。',
    state: { waiting: '等待发送', sending: '发送中', delivered: '已送达', dead: '失败', cancelled: '已取消' },
  },
  batch: {
    title: '批量查询', lead: '一次查多家企业。没有授权的逐家说明原因，不影响其他企业。', make: '新建批量查询', makeLead: '50 家以内立即出结果，最多 10,000 家，多的在后台查。', submit: '开始查询', number: '编号', codes: '统一社会信用代码', codesHelp: '每行一个，也可以用逗号隔开；重复的只查一次', progress: '进度', of: '{{done}} / {{total}} 家', outcome: '结果', counts: '已答复 {{answered}}，未答复 {{refused}}',
    state: { waiting: '等待', running: '查询中', done: '已完成' }, item: { answered: '已答复', refused: '未答复', open: '未查' }, search: '编号、业务号或查询人', empty: '还没有批量查询', emptyHint: '季度贷后检查可以一次查完。', download: '下载结果', keepUntil: '结果保存到', why: '未答复的原因', items: '逐家结果',
  },
  figures: {
    title: '绿色金融统计', lead: '授权和查询的数量。不含查询到的内容。', export: '导出 Excel', show: '查看', empty: '这段时间没有授权和查询', living: '有效授权（今日）', waiting: '待企业答复（今日）', granted: '期内授权', declined: '期内未同意', revoked: '期内撤销', queries: '查询次数', enterprises: '被查询企业', clients: '已批准的应用',
    byBank: '按银行（查询次数）', byGrade: '按信用等级（查询次数）', byMonth: '按月（查询次数）', noGrade: '未含信用', bankNote: '授权 {{authorizations}} 份，企业 {{enterprises}} 家', gradeNote: '企业 {{enterprises}} 家', monthNote: '授权 {{granted}} 份，撤销 {{revoked}} 份',
  },
  desk: { title: '待办', waiting: '等企业答复的申请', noneWaiting: '没有在等答复的申请', ending: '最早到期的授权', noneEnding: '没有有效的授权', dead: '发送失败的推送', noneDead: '没有失败的推送', clients: '接口应用', noneClients: '还没有接口应用', answerBy: '答复期限', until: '到期', asked: '银行申请查询，等您答复' },
};

export default {
  enterprise: '企业', state: '状态', none: '—', comma: '、', reason: '理由', save: '保存', span: '{{from}} 至 {{to}}', unverified: '（未核实）', pick: '输入企业名称的一部分', pickNone: '名录中没有找到',
  classes: { key: '重点', general: '一般', special: '特殊监管对象' },
  officers: {
    title: '执法人员名录', lead: '持有执法证的人员。只有证件在有效期内的人员会被抽派，每次检查至少两名。', add: '登记执法人员', addLead: '从本局成员中选择，填写执法证。', person: '人员', name: '姓名', certificate: '执法证号', from: '有效期起', until: '有效期止', search: '姓名或证号', empty: '还没有登记执法人员', states: { active: '可派', paused: '暂停派员' }, canGo: '可派', outOfDate: '证件不在有效期', ending: '证件到期', endingSoon: '60 天内到期', pausedReason: '暂停理由',
  },
  avoid: {
    title: '回避', lead: '与企业有亲属、利益或工作关系的，登记后不再派往该企业。', none: '没有登记回避', add: '登记回避', addTitle: '登记{{name}}的回避', reason: '关系说明', holds: '回避中', lifted: '已解除', lift: '解除回避', liftTitle: '解除对“{{name}}”的回避？', liftReason: '解除理由', liftedWhy: '{{name}}解除：{{reason}}',
  },
  targets: {
    title: '检查对象名录', lead: '抽取从这里进行。类别决定抽取比例和频次上限，特殊情形提高权重。', class: '类别', facts: '特殊情形', factsHelp: '在信用权重上再乘以所列倍数', withFacts: '有特殊情形', note: '备注', by: '最近修改', how: '抽取依据', search: '企业名称或信用代码，至少两个字', empty: '名录中没有企业', complete: '补齐名录', completeTitle: '把本辖区全部企业补入名录？', completeMeans: '尚未列入的企业按“一般”类别列入，已在名录中的不变。',
  },
  positive: {
    title: '监督执法正面清单', lead: '清单内的单位非必要不现场检查，以在线、视频等非现场方式监管。由一人提出、另一人批准。', leadOwn: '列入清单的，非必要不现场检查；发现违法即移出。', propose: '提出列入', proposeLead: '逐条核实条件并写明核实方式，由另一名负责人批准。', submit: '提交批准', category: '类别', basis: '列入理由', offsite: '非现场监管方式', offsiteHelp: '在线监测、视频、用电、无人机等', from: '列入日期', review: '复核或移出日期', search: '企业名称，至少两个字', empty: '没有记录', emptyOwn: '本单位没有列入正面清单', detail: '列入情况', conditions: '逐条核实的条件', how: '核实方式', proposedBy: '提出', decidedBy: '决定', left: '移出',
    states: { proposed: '待批准', active: '在清单内', refused: '未批准', left: '已移出' }, needEnterprise: '请选择企业', needConditions: '请逐条核实全部条件', benefit: '在清单内期间，双随机抽取不列入该单位，并在抽取结果中写明原因。信用等级降低、复核到期未续或发现违法的，即时移出。',
    approve: '批准列入', approveTitle: '批准列入正面清单？', approveMeans: '自今天起生效，企业收到通知；到复核日期须重新提出。', refuse: '不批准', refuseTitle: '不批准列入？', refuseMeans: '记录保留，可以重新提出。', renew: '提出续期', renewLead: '逐条重新核实条件并写明核实方式，由另一名负责人批准；到期前没有批准的，即时移出。', renewed: '续期', renewedUntil: '同意，到 {{day}}', renewalRefused: '未批准', renewFrom: '最早可提出续期', violation: '提出后发现的违法', renewalWaits: '等待批准的续期', renewYes: '批准续期', renewYesTitle: '批准续期？', renewYesMeans: '从原到期日起再计一个周期，企业收到通知。', renewNo: '不批准续期', renewNoTitle: '不批准续期？', renewNoMeans: '到原到期日移出，企业收到通知。',
    endsBy: '到期不晚于', cause: '移出类别', causes: { violation: '发现违法', grade: '信用等级下降', term: '到期未续', asked: '企业申请', other: '其他' },
    leave: '移出清单', leaveTitle: '移出正面清单？', leaveMeans: '立即生效，企业会收到通知和理由，以后的抽取照常列入。',
  },
  draws: {
    title: '双随机抽取', lead: '先公布名录和种子的摘要，再抽取。每次抽取只能进行一次，结果可以重新计算核验。', new: '公布一次抽取', newLead: '公布时锁定名录、权重和未列入原因，抽取时不再变化。', name: '名称', example: '第四季度重点单位双随机抽查', period: '检查期限', pool: '名录', poolOf: '{{pool}} 家，其中未列入 {{out}} 家', drawn: '抽中', announced: '公布时间', search: '名称或编号，至少两个字', empty: '还没有抽取', states: { announced: '已公布，未抽取', drawn: '已抽取', cancelled: '已取消' },
    from: '检查期限起', to: '检查期限止', toHelp: '与起始日在同一年内；执法证须在整个期限内有效', wantKey: '重点单位数', wantKeyHelp: '共 {{units}} 家，本季至少 {{least}} 家', wantGeneral: '一般单位数', wantGeneralHelp: '共 {{units}} 家，按人员每季 {{least}} 家', wantSpecial: '特殊对象数', wantSpecialHelp: '共 {{units}} 家', publicSource: '约定的公开数值', publicSourceHelp: '公告之后才产生、任何人都能查到的数值', publicSourceExample: '双色球开奖号码', publicOn: '该数值的日期', publicOnHelp: '明天以后；到这一天才能抽取', announce: '锁定名录并公布',
    rules: '现行规定', rulesLead: '今天可派的持证人员 {{officers}} 名。数值在“未核实数据”里由两人修改。', rule: '项目', value: '数值', basis: '依据', result: '结果', candidates: '名录和每家的结果', leftOut: '未列入', reasonCount: '{{reason}} {{count}} 家', reasons: { suspended: '单位停用', positive: '正面清单', cap: '达到年度频次上限', 'open-visit': '已有待开展检查', officers: '可派人员不足' }, column: { pool: '名录', out: '未列入', wanted: '计划抽取', drawn: '抽中', weight: '权重合计' }, officers: '可派人员 {{count}} 名', drawnBy: '{{name}}抽取', publishBy: '结果公开期限 {{day}}', notYet: '名录和种子的摘要已经公布，尚未抽取。', cancelledWhy: '已取消：{{reason}}',
    draw: '抽取', drawTitle: '现在抽取？', drawMeans: '种子随即公开，抽中的每家企业生成一次检查，并随机派出两名执法人员。抽取后不能撤销或重来。', cancel: '取消这次抽取', cancelTitle: '取消这次抽取？', cancelMeans: '记录和理由保留在公示中，种子作废。', cancelReason: '取消理由（对外公开）', seedOutside: '外部保管的种子（64 位十六进制）', publicValue: '{{day}} 的{{source}}', notYetValue: '名录和种子的依据已经公布。{{day}} 的{{source}}产生后抽取。',
  },
  candidates: { fell: '抽取时复核不符', outcome: '结果', drawn: '抽中', waiting: '未抽中', out: '未列入', inPool: '待抽取', why: '说明', weight: '权重', parts: '权重构成', lot: '签', place: '第 {{place}} 位', empty: '名录中没有企业' },
  proof: {
    title: '可核验记录', lead: '任何人拿到记录都能重新计算，得到同样的结果。', commitment: '种子摘要（抽取前公布）', poolHash: '名录摘要（抽取前公布）', seed: '种子', algorithm: '算法', closed: '抽取时公开', verify: '重新计算并核对', record: '下载完整记录', same: '：一致', differs: '：不一致', poolMatches: '名录', commitmentMatches: '种子', resultMatches: '结果', chainMatches: '审计链', announcedAt: '公告时刻', auditHead: '公告时审计链末条（第 {{seq}} 条）', secretDigest: '平台密数的摘要', publicValue: '{{day}} 的{{source}}', secret: '平台密数',
    steps: { origin: '摘要 = SM3（编号、名录摘要、公告时刻、审计链末条、约定的公开数值和平台密数摘要，按键名排序的 JSON）；种子 = SM3（摘要、平台密数、公开数值，同样的 JSON）。', one: '种子摘要 = SM3（种子的 64 位十六进制文字）。', two: '每家的签 = HMAC-SM3（密钥为种子，内容为统一社会信用代码）。', three: 'u =（签的前 16 位十六进制数 + 1）÷（16 的 16 次方 + 1）；排序值 = −ln(u) ÷ 权重。', four: '同一类别按排序值从小到大取够数量；执法人员按“信用代码|执法证号”的签，在任务最少的人中抽取。' },
  },
  publicDraws: { title: '双随机抽查公示', lead: '抽取前公布名录和种子的摘要，检查结束后公布种子和结果，任何人可以核验。', empty: '还没有抽取', open: '结果已公开', closed: '检查结束后公开', why: '为防止走漏消息，检查结束前不公布抽中的单位和种子。', drawnCount: '抽中 {{count}} 家', results: { clear: '未发现问题', violations: '发现问题' }, notHeld: '未开展：{{reason}}' },
};

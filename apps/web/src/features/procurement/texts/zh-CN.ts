export default {
  choice: {
    title: '怎么选服务机构',
    lead: '先说明钱从哪里来、买什么、花多少，系统按规定告诉您可以用哪些方式。民营企业自有资金可以自由选择。',
    legend: '采购方式',
    regime: '适用：{{regime}}',
    budgetFirst: '使用国有或财政资金的，请先填写预算，才能判断可以用哪些方式',
    unverified: '限额和期限凭经验录入，尚未与法规原文核对（未核实），发布前请自行核对当年标准。',
    standing: { demanded: '依法应当采用', admitted: '可以采用', 'with-approval': '须经批准', refused: '不能采用' },
    earliest: '今天发布的话，截止日最早 {{day}}', invite: '至少邀请 {{count}} 家', fewest: '截止时不足 {{count}} 家不开标',
    save: '保存采购方式',
  },
  shares: {
    shared: '开标钥匙由发布企业、见证人和恢复份额保管人分份保管', how: '截止后您交出自己的一份，见证人也交出后才能开标，任何一方都不能单独看到报价。依据：{{basis}}', blocked: '现在还不能发布：没有登记{{keys}}',
    todo: '使用国有或财政资金的任务，开标钥匙须分份保管。请联系当地生态环境部门，由两名工作人员在“见证钥匙”页分别登记后再发布。依据：{{basis}}', unverified: '（未核实）', and: '和', key: { witness: '见证钥匙', recovery: '恢复钥匙' },
  },
  picker: { one: '委托哪一家', several: '邀请哪些机构（至少 {{count}} 家）', picked: '已选机构', found: '名录中的机构', count: '已选 {{count}} 家', search: '按名称查找（至少 2 个字）', add: '选择', remove: '移除', none: '名录里没有找到更多符合的机构' },
  procedure: {
    title: '采购方式：{{method}}', choose: '选择采购方式', fewest: '截止时不足 {{count}} 家不开标', attempt: '第 {{count}} 次组织', shortReason: '家数不足仍继续：{{reason}}（批准文号：{{number}}）', noNumber: '无', past: '（已过）', unverified: '（未核实）',
    follows: '查看上一次组织的任务', followed: '查看重新组织的任务',
  },
  again: { act: '重新组织', title: '重新组织这次采购？', text: '将按原内容建立一份新的草稿，可以修改后再发布。', textShort: '本次以流标结束，已收到的密封报价不开启；同时按原内容建立一份新的草稿。' },
  short: { title: '家数不足，怎么办', fewer: '截止时收到的密封报价少于 {{fewest}} 家；开标以前，家数对任何人保密', found: '截止时收到 {{bids}} 份密封报价，需要 {{fewest}} 家', prolong: '延长征集', proceed: '继续开标' },
  offers: {
    title: '委托与答复', enterprise: '企业提出', firm: '机构提出', days: '工期 {{count}} 天', price: '价格', duration: '工期', state: { open: '等待答复', countered: '已被还价', accepted: '已成交', lapsed: '已失效' },
    accept: '接受', acceptTitle: '接受这份委托？', acceptText: '接受后合同即告成立，双方按此价格和工期履行。', counter: '还价', send: '提出这个条件', decline: '婉拒', declineTitle: '婉拒这份委托？', declineText: '婉拒后本次委托结束。', declineReason: '原因（企业会看到）',
  },
  invited: { title: '已邀请 {{count}} 家机构', one: '委托的机构', none: '还没有选择机构', declined: '已婉拒', decline: '婉拒邀请', declineTitle: '婉拒这次邀请？', declineText: '婉拒后不能再报价，已提交的密封报价请先撤回。' },
  questions: {
    title: '提问与答复', none: '还没有提问', question: '提问', objection: '异议', own: '本机构提出', answer: '答复：', waiting: '等待答复', due: '应在此前答复：', doAnswer: '答复',
    answerTitle: '答复', answerLabel: '答复内容（对全部机构公开，不显示提问机构）',
    ask: '提问', askTitle: '向发布企业提问', askText: '问题和答复对全部机构公开，谁问的不会显示，企业也看不到。', askLabel: '问题',
    object: '对文件提出异议', objectTitle: '对采购文件提出异议', objectText: '提出后报价暂停，企业应在 3 日内答复；答复后截止时间顺延。', objectLabel: '异议内容和理由',
    paused: '有机构对采购文件提出异议，答复前暂停报价，截止时间会顺延。', pausedOwner: '有机构对采购文件提出异议，请尽快答复；答复前报价暂停，答复后截止时间自动顺延。',
  },
  amend: {
    title: '采购文件（第 {{version}} 版）', heading: '文件修改', begin: '修改或顺延', none: '发布后没有修改过', version: '第 {{version}} 版', moved: '截止时间顺延到', act: '发布修改', text: '修改会通知全部机构。离截止太近的，截止时间按规定自动顺延；已密封的报价仍然有效，也可以替换。只改截止时间就是顺延。',
    field: { description: '任务说明', requirements: '其他要求', deliverables: '交付成果', durationDays: '工期（天）' },
  },
  final: { title: '首轮报价与最终报价', call: '发起最终报价', talks: '磋商记录', noTalks: '还没有记录', record: '记录与{{firm}}的磋商', recordTitle: '与{{firm}}的磋商', recordLabel: '谈了什么、达成什么（只有该机构、本企业和监管部门能看到）', save: '保存记录', short: '首轮有效的报价 {{standing}} 家，少于 {{fewest}} 家。要继续，请写明下面的内容。', stuck: '首轮有效的报价 {{standing}} 家，少于 {{fewest}} 家，按适用的规定不能继续。请取消任务，再重新组织。' },
  visits: {
    title: '现场踏勘', add: '安排踏勘', none: '没有安排现场踏勘', save: '保存', close: '收起', addDraft: '发布任务时一并公布，对全部机构相同。', addText: '保存后公布并通知参加的机构，对全部机构相同。', contact: '联系人：', until: '登记截止：', visitors: '已登记 {{count}} 家（只有本企业和监管部门看到）', minutes: '踏勘记录：',
    cancelled: '已取消', registered: '本机构已登记', join: '登记参加', joinText: '谁来踏勘只有发布企业和监管部门知道，其他机构看不到。', leave: '取消登记', cancel: '取消踏勘', cancelTitle: '取消这次踏勘？', cancelLabel: '原因（会公布）', publish: '公布踏勘记录', publishTitle: '公布踏勘记录', publishLabel: '介绍了什么、问答了什么（不写机构名称）', publishText: '记录作为澄清向全部机构公开；离截止太近的，截止时间按规定自动顺延。需要改动文件的，请另外发布修改。',
  },
  afterAward: {
    title: '定标以后要办的事', lead: '使用国有、财政资金的采购，评审和定标以后依法要办的事和期限。在平台外办理的，办完在这里登记；到期前和逾期提醒，逾期的同时告知主管部门。', basis: '{{days}} {{unit}}内（{{basis}}）', unverified: '（未核实）', record: '登记办理', mend: '更正登记', save: '登记', close: '收起', done: '已办理', doneLate: '逾期办理', notYet: '还没有开始', due: '应在此前办理', late: '已逾期，应在此前办理',
    bond: '履约保证金', most: '不超过中标（成交）金额的 {{percent}}%（{{basis}}）', form: { transfer: '转账', guarantee: '保函' }, received: '收到', returned: '退还', noBond: '没有登记履约保证金', saveBond: '登记收到', return: '登记退还',
  },
  bonds: { title: '投标保证金', amount: '应交', none: '没有登记', paid: '已交', returned: '已退还', due: '应在此前退还：', return: '登记退还', returnTitle: '登记退还{{firm}}的保证金？', pay: '登记已交' },
};

export default {
  unmask: { act: '查看完整电话', title: '查看完整的联系电话？', text: '查看会留下记录：谁、何时、为什么。', reason: '查看的原因' },
  organisations: {
    title: '单位核验',
    one: '单位',
    awaitingCorrection: '已退回。该单位改正并保存信息后，会自动重新送来核验。',
    lead: '核对单位信息与公示的登记信息是否一致，再作决定。',
    name: '单位名称',
    uscc: '统一社会信用代码',
    reason: '意见（对方会看到）',
    act: { verify: '通过核验', reject: '不予通过', suspend: '暂停账户', reinstate: '恢复账户' },
    ask: { verify: '通过这个单位的核验？', reject: '不通过这个单位的核验？', suspend: '暂停这个单位的账户？', reinstate: '恢复这个单位的账户？' },
    effect: {
      verify: '通过后，该单位可以提交申请、发布任务或投标。',
      reject: '该单位会收到您写的意见，可以修改后重新提交。',
      suspend: '暂停后不能提交新的事项；对外的授权委托同时中止。在办事项不受影响。',
      reinstate: '恢复后可以照常办理。',
    },
  },
};

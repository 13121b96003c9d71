export default {
  title: '排污许可办事指南', lead: '办什么、什么时候办、交什么、多久办完、办完得到什么。不收费。', permit: '排污许可证', registration: '排污登记', byBureau: '由生态环境部门发起，单位可以陈述申辩', toBegin: '登录后在“排污许可”里办理，填到一半可以离开，内容自动保存。', unsure: '不知道属于哪一种？', classify: '查要不要办证',
  when: '什么情况', materials: '要交的材料', clocks: '多久办完', result: '办完得到什么', basis: '依据', need: { always: '必交', when: '下列情形必交', optional: '有就交' }, noMaterials: '在线填写事由和日期，不另交材料', online: '申请表：在线填写，即本平台的十九节表单', within: '{{count}} 日内办理', workdays: '{{count}} 个工作日', days: '{{count}} 日', atOnce: '即时', unverified: '未核实', unverifiedHint: '标“未核实”的内容还没有与公布的条文逐字核对，以条文为准。',
  contents: '目录', loading: '正在读取',
};

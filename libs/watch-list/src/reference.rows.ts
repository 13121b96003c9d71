import type { ReferenceRow } from '@huanbao/reference';

const OWN = '本平台约定，待主管部门核定';
const TOLD = '二手资料转述，待核原文';
const LISTS = '国务院办公厅关于进一步完善失信约束制度构建诚信建设长效机制的指导意见（国办发〔2020〕49号）';
const REPAIR = '信用修复管理办法（2026年4月1日施行）';
const PENALTY_LAW = '参照行政处罚法';

const row = ([key, title]: readonly [string, string], [value, unit]: readonly [string, string], basis: string, note: string | null = null): ReferenceRow => ({
  key, title, value, unit, effectiveFrom: '2021-07-15', effectiveTo: null, legalBasis: basis, verified: false, origin: basis === OWN ? OWN : TOLD, note,
});

/** Name, periods and terms of the list. There is no national rule: nobody has compared any of them. */
export const WATCH_ROWS: readonly ReferenceRow[] = [
  row(['name', '名单名称'], ['严重失信重点监管名单', ''], LISTS, '严重失信主体名单的范围须由法律、法规或者党中央、国务院文件设定；未查到国家统一的生态环境严重失信主体名单办法。国家出台后改名并按其规定办理'),
  row(['period:clue', '线索核查'], ['15', '工作日'], OWN),
  row(['period:decision', '提出意见到作出决定'], ['90', '日'], OWN),
  row(['period:statement', '陈述申辩期限'], ['5', '工作日'], `${PENALTY_LAW} 第四十五条`, '法律没有规定天数，按告知书写明的期限'),
  row(['period:hearing-request', '要求听证的期限'], ['5', '工作日'], `${PENALTY_LAW} 第六十四条`),
  row(['period:hearing-notice', '听证前通知'], ['7', '工作日'], `${PENALTY_LAW} 第六十四条`),
  row(['period:announcement', '公告送达的期间'], ['30', '日'], '民事诉讼法 第九十五条'),
  row(['period:service', '送达期限'], ['7', '工作日'], `${PENALTY_LAW} 第六十一条`),
  row(['period:publication', '送达后公示'], ['7', '工作日'], OWN),
  row(['period:verification', '移出申请的核实和决定'], ['10', '工作日'], REPAIR, '可延长的情形待核'),
  row(['period:basis-gone', '列入依据消失后决定是否撤销'], ['10', '工作日'], OWN, '自平台提出之日起算；逾期逐级提醒'),
  row(['term:least', '列入期限：最短'], ['12', '月'], REPAIR, '严重失信信息公示期一年至三年'),
  row(['term:most', '列入期限：最长'], ['36', '月'], REPAIR, '严重失信信息公示期一年至三年'),
  row(['term:removal', '满多久可以申请移出'], ['12', '月'], REPAIR, '满最短公示期并经核查'),
  row(['discussion', '列入决定须集体讨论'], ['yes', ''], `${PENALTY_LAW} 第五十七条第二款`),
  row(['contest-pauses', '复议、诉讼期间暂停公示和措施'], ['no', ''], '行政复议法 第四十二条、行政诉讼法 第五十六条', '复议、诉讼期间一般不停止执行；改为 yes 即一律暂停'),
];

export const TRIGGER_KIND = 'watch-list-trigger';

const trigger = (key: string, title: string, [value, unit]: readonly [string, string], note: string | null = null): ReferenceRow => row([key, title], [value, unit], LISTS, note);

/** What becomes a clue by itself. `event:<type>` names an event of credit and the trigger it stands for; a row whose days are over says nothing any more. */
export const TRIGGER_ROWS: readonly ReferenceRow[] = [
  trigger('grade', '环境信用等级为红牌、黑牌（D 级）', ['red,black', '']),
  trigger('event:crime', '构成环境犯罪', ['crime', '']),
  trigger('event:refuse-perform', '拒不履行处罚决定', ['refuse-perform', '']),
  trigger('event:hidden-pipe', '暗管、渗井、旁路偷排', ['hidden-pipe', '']),
  trigger('event:hazardous-dump', '非法排放、倾倒、处置危险废物', ['hazardous-dump', '']),
  trigger('event:firm.fraud', '服务机构弄虚作假', ['data-fraud', '']),
  trigger('event:repair.false', '虚假申请信用修复', ['repair-false', '']),
  trigger('unpaid', '逾期不履行处罚决定：缴款期限届满后的天数', ['60', '日'], '多少天算“拒不履行”未见规定'),
];

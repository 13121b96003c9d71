import type { ComplaintFactsDto } from '../dto';
import type { Outcome, Satisfaction } from '../rules';

interface DemoReport extends ComplaintFactsDto {
  readonly daysAgo: number;
  readonly channel: 'web' | 'wechat' | 'phone' | 'walk-in';
  readonly until: 'received' | 'accepted' | 'handling' | 'answered' | 'closed' | 'referred' | 'untold';
  /** The reporter is not satisfied: waiting for the judgement, handled again after it, or at the review after it was upheld. */
  readonly dispute?: 'open' | 'reopened' | 'review';
  readonly outcome?: Outcome;
  readonly answer?: string;
  readonly rating?: Satisfaction;
  /** Two reports of one problem. */
  readonly same?: true;
}

const at = (lng: number, lat: number): { lng: number; lat: number } => ({ lng, lat });

/** Invented reports of invented people. */
export const REPORTS: readonly DemoReport[] = [
  { daysAgo: 92, channel: 'web', until: 'closed', rating: 'satisfied', subject: 'odour', place: '经济开发区南门居民区', ...at(111.762, 37.112), what: '夜里十一点以后有刺鼻的焦油味，关窗也能闻到，一周有三四天。', happened: '每天 23:00 以后', outcome: 'confirmed', answer: '经 8 月夜间两次检查，厂区焦油储罐呼吸口收集管道破损，异味外溢。已责令 3 日内修复，复查时管道已更换，厂界臭气浓度监测合格。' },
  { daysAgo: 74, channel: 'phone', until: 'closed', subject: 'dust', place: '崇文街道环城路施工段', ...at(111.781, 37.146), what: '渣土车不盖篷布，路上尘土很大，早晚最严重。', name: '示例举报人甲', phone: '13800000001', wantsReply: true, outcome: 'partly', answer: '施工单位出口洗车设施当日停用，已责令恢复使用并对道路增加洒水；抽查的 12 辆渣土车中 2 辆未密闭，已移送交警部门。' },
  { daysAgo: 58, channel: 'web', until: 'closed', rating: 'fair', subject: 'odour', place: '经济开发区北侧村口', ...at(111.7635, 37.1135), what: '下雨前后空气里有很浓的臭鸡蛋味，老人咳嗽。', happened: '下雨前后', outcome: 'unfounded', answer: '当日对周边三家企业检查，硫回收装置运行正常，厂界硫化氢监测未超标。将在低气压天气增加夜间巡查。' },
  { daysAgo: 45, channel: 'walk-in', until: 'closed', subject: 'water', place: '文峪河桥下游左岸排口', ...at(111.735, 37.105), what: '桥下有一根管子往河里排白色的水，有泡沫。', name: '示例举报人乙', outcome: 'confirmed', answer: '该管道为雨水管网错接生活污水，已封堵并通知主管部门改接，河水复查结果正常。' },
  { daysAgo: 26, channel: 'web', until: 'answered', subject: 'noise', place: '中阳楼街道机械加工厂', ...at(111.774, 37.141), what: '冲床声音很大，中午和晚上都在开，孩子没法休息。', outcome: 'confirmed', answer: '现场监测夜间厂界噪声超标 6 分贝，已责令夜间停止冲压作业并加装隔声罩，12 月 15 日前复查。' },
  { daysAgo: 20, channel: 'web', until: 'referred', subject: 'smoke', place: '府前街烧烤店', ...at(111.779, 37.143), what: '楼下烧烤店油烟直排到居民楼，晚上开不了窗。' },
  { daysAgo: 34, channel: 'web', until: 'answered', dispute: 'reopened', subject: 'odour', place: '经济开发区北侧中学', ...at(111.764, 37.116), what: '下午上课时教室里有刺鼻的味道，学生头晕。', happened: '工作日下午', outcome: 'unfounded', answer: '当日上午检查，周边企业废气治理设施运行正常，未发现异常排放。' },
  { daysAgo: 30, channel: 'wechat', until: 'answered', dispute: 'open', subject: 'water', place: '孝河湿地公园入口', ...at(111.77, 37.155), what: '公园入口的水面发黑，有油花。', name: '示例举报人戊', phone: '13800000004', wantsReply: true, outcome: 'partly', answer: '水面浮油为雨水冲刷路面所致，已打捞清理；上游两处雨水口已加装隔油设施。' },
  { daysAgo: 28, channel: 'phone', until: 'answered', dispute: 'review', subject: 'dust', place: '胜溪湖街道工地', ...at(111.79, 37.15), what: '工地夜里出土不洒水，住户阳台落一层土。', outcome: 'partly', answer: '检查时喷淋设施正常运行，裸露土方约 300 平方米未覆盖，已当场要求覆盖。' },
  { daysAgo: 12, channel: 'phone', until: 'handling', subject: 'noise', place: '振兴街道选煤厂', ...at(111.752, 37.13), what: '夜里装卸车和铲车声音大，影响周围两个村。', name: '示例举报人丙', phone: '13800000002', wantsReply: true },
  { daysAgo: 9, channel: 'web', until: 'handling', same: true, subject: 'odour', place: '经济开发区南门居民区', ...at(111.7622, 37.1123), what: '又闻到焦油味，凌晨最重，持续两三个小时。', happened: '凌晨' },
  { daysAgo: 8, channel: 'web', until: 'handling', same: true, subject: 'odour', place: '经济开发区南门公交站', ...at(111.7625, 37.1126), what: '早上等公交时刺鼻，像沥青的味道。', happened: '早上六点多' },
  { daysAgo: 6, channel: 'web', until: 'handling', subject: 'solid-waste', place: '兑镇镇沟口荒地', ...at(111.69, 37.08), what: '有人夜里往沟里倒灰白色的渣，堆了好几车。', respondent: '不清楚，看到过红色货车' },
  { daysAgo: 5, channel: 'phone', until: 'untold', subject: 'other', place: '府前街路灯', what: '路灯整夜不亮，走路看不清。', name: '示例举报人己', phone: '13800000005' },
  { daysAgo: 2, channel: 'wechat', until: 'accepted', subject: 'drinking-water', place: '张家庄水库上游', ...at(111.7, 37.2), what: '水源地一级保护区里有人洗车、倒垃圾。', happened: '周末' },
  { daysAgo: 1, channel: 'web', until: 'received', subject: 'dust', place: '驿马乡料场', ...at(111.8, 37.16), what: '料堆没有盖，刮风时整个村子都是灰。', name: '示例举报人丁', phone: '13800000003', wantsReply: true },
  { daysAgo: 0, channel: 'phone', until: 'received', subject: 'air', place: '梧桐镇焦化厂烟囱', ...at(111.745, 37.09), what: '烟囱冒黑烟，已经半个多小时。', happened: '今天早上八点' },
  { daysAgo: 0, channel: 'web', until: 'received', subject: 'livestock', place: '柱濮镇养殖场', what: '猪场的粪水流到路边沟里，气味很大。' },
];

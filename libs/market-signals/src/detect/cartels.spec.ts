import { detect } from './detect';
import type { BidFacts, FileFacts, PastAward, SharedLink, TaskFacts } from './facts';
import { rotationSignal } from './rotation';
import { overall, type SignalCode } from './signal';
import { thresholdsOn, THRESHOLDS } from './thresholds';

const LIMITS = thresholdsOn(THRESHOLDS, '2026-11-28');

/** A small generator that gives the same numbers in every run. */
function numbersFrom(seed: number): () => number {
  let state = (seed * 2654435761) >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

type Random = () => number;
const pick = <T>(random: Random, list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
const between = (random: Random, low: number, high: number): number => low + random() * (high - low);
const hex = (random: Random): string => Array.from({ length: 8 }, () => Math.floor(random() * 16).toString(16)).join('');

const SUBJECTS = ['采样人员', '现场监测组', '质量控制室', '项目负责人', '分析室', '我单位技术组', '报告编制人', '安全员'];
const VERBS = ['将按季度', '于进场前', '在工况稳定后', '每批样品', '在收到通知三日内', '对每个点位', '结合历史数据', '按照内部作业指导书'];
const DEEDS = ['布设采样孔并校准流量', '核对烟道截面与测孔位置', '做全程序空白和平行双样', '复核原始记录并签字', '对异常数据组织复测', '编制分季度小结', '向厂区环保科说明结果', '整理影像资料归档', '检查仪器检定有效期', '提交盖章报告一式三份'];
const ENDS = ['，必要时增加频次', '，由两人共同完成', '，全过程留存视频', '，并在平台登记', '，超标时两小时内电话告知', '，样品低温避光保存', ''];
/** What every firm copies from the standard: honest bids share it. */
const STANDARD = '依据排污单位自行监测技术指南总则开展监测，采样按固定污染源排气中颗粒物测定与气态污染物采样方法执行，监测仪器均经检定并在有效期内，监测人员持证上岗。';
const TASK_TEXT = '石灰窑自行监测服务。按排污许可证要求开展年度自行监测，出具盖章报告，提供原始记录，配合执行报告填报，具备资质认定证书，有本地服务经验。';

const sentence = (random: Random): string => `${pick(random, SUBJECTS)}${pick(random, VERBS)}${pick(random, DEEDS)}${pick(random, ENDS)}。`;
const proposal = (random: Random, sentences = 16): string => TASK_TEXT + STANDARD + Array.from({ length: sentences }, () => sentence(random)).join('');
/** A few sentences of another one's proposal written anew. */
const rewritten = (random: Random, text: string): string => text.split('。').map(part => (random() < 0.04 ? sentence(random) : `${part}。`)).join('');

const NAMES = ['汾河', '吕梁', '晋阳', '太行', '龙城', '云中', '河东', '上党', '雁门', '绵山', '胜溪', '中阳'];
const HEADS = ['张伟', '王芳', '李强', '刘洋', '陈静', '赵磊', '孙丽', '周杰', '吴敏', '郑浩', '冯雪', '褚健', '卫东', '蒋平', '沈涛', '韩梅', '杨帆', '朱琳', '秦朗', '许诺'];

function file(random: Random, name: string, over: Partial<FileFacts> = {}): FileFacts {
  return { name, hash: hex(random) + hex(random), text: '', properties: { author: `${pick(random, HEADS)}${hex(random).slice(0, 2)}`, lastModifiedBy: `${pick(random, HEADS)}${hex(random).slice(0, 2)}`, company: null, createdAt: null }, ...over };
}

/** A firm that bids by itself. One in eight prices to the thousand, most to the hundred, some to the cent. */
function honest(random: Random, nth: number, budget: number): BidFacts {
  const grain = pick(random, [1000, 500, 100, 100, 100, 10, 1, 0.01]);
  return {
    firmId: `firm-${String(nth).padStart(2, '0')}`, firmName: `${NAMES[nth % NAMES.length] as string}环境检测技术有限公司`, submittedBy: `user-${nth}`, receivedAt: new Date(Date.UTC(2026, 10, 20) + random() * 5 * 86_400_000),
    priceYuan: (Math.round((budget * between(random, 0.7, 1)) / grain) * grain).toFixed(2), proposal: proposal(random), files: [file(random, '方案.docx')],
    trace: { address: hex(random), prefix: hex(random), device: hex(random) + hex(random) },
    party: { legalRepresentative: pick(random, HEADS) + hex(random).slice(0, 2), address: `孝义市府前街 ${Math.floor(random() * 300)} 号 ${Math.floor(random() * 20)}01 室`, phone: hex(random) },
  };
}

function market(random: Random): TaskFacts {
  const budget = Math.round(between(random, 60, 400)) * 1000;
  const bids = Array.from({ length: 3 + Math.floor(random() * 4) }, (_, nth) => honest(random, nth, budget));
  return { budgetYuan: budget.toFixed(2), enterpriseName: '孝义石灰有限公司', ownText: TASK_TEXT, ownFiles: [], commonHashes: new Set(), bids, links: [] };
}

type Change = (random: Random, task: TaskFacts) => TaskFacts;
/** Changes the first three bids (or as many as there are) by what the first one is. */
const ring = (task: TaskFacts, change: (bid: BidFacts, nth: number, first: BidFacts) => BidFacts, size = 3): TaskFacts => ({ ...task, bids: task.bids.map((bid, nth) => (nth < size ? change(bid, nth, task.bids[0] as BidFacts) : bid)) });
const yuan = (value: number): string => value.toFixed(2);

/** What cartels do. */
const PLANTED: Readonly<Record<string, Change>> = {
  'one person hands all in': (_, task) => ring(task, (bid, __, first) => ({ ...bid, submittedBy: first.submittedBy }), 2),
  'one computer': (_, task) => ring(task, (bid, __, first) => ({ ...bid, trace: first.trace })),
  'one line, one evening': (_, task) => ring(task, (bid, nth, first) => ({ ...bid, trace: { ...bid.trace, address: first.trace.address, prefix: first.trace.prefix }, receivedAt: new Date(first.receivedAt.getTime() + nth * 900_000) })),
  'one proposal, names changed': (_, task) => ring(task, (bid, __, first) => ({ ...bid, proposal: `${bid.firmName}承诺：${first.proposal}` })),
  'one proposal, some sentences anew': (random, task) => ring(task, (bid, nth, first) => (nth === 0 ? bid : { ...bid, proposal: rewritten(random, first.proposal) })),
  'one attachment': (_, task) => ring(task, (bid, __, first) => ({ ...bid, files: first.files })),
  'one editor': (random, task) => ring(task, bid => ({ ...bid, files: [file(random, '报价表.xlsx', { properties: { author: '赵工', lastModifiedBy: '赵工', company: null, createdAt: null } })] })),
  'the other’s name left in': (_, task) => ring(task, (bid, nth, first) => (nth === 1 ? { ...bid, proposal: `${bid.proposal}${first.firmName}保证按期完成。` } : bid)),
  'the other’s company in the file': (random, task) => ring(task, (bid, nth, first) => (nth === 1 ? { ...bid, files: [file(random, '方案.docx', { properties: { author: null, lastModifiedBy: null, company: first.firmName, createdAt: null } })] } : bid)),
  'cover prices in even steps': (random, task) => {
    const [low, step] = [Math.round(between(random, 60, 90)) * 1000 + 380.5, Math.round(between(random, 20, 60)) * 100 + 21.7];
    return ring({ ...task, bids: task.bids.slice(0, 4) }, (bid, nth) => ({ ...bid, priceYuan: yuan(low + nth * step) }), 4);
  },
  'cover prices by one factor': (random, task) => {
    const [low, factor] = [Math.round(between(random, 60, 90)) * 1000 + 512, between(random, 1.03, 1.08)];
    return ring({ ...task, bids: task.bids.slice(0, 3) }, (bid, nth) => ({ ...bid, priceYuan: yuan(low * factor ** nth) }));
  },
  'almost one price': (random, task) => {
    const low = Math.round(between(random, 50, 54)) * 1000;
    return ring({ ...task, budgetYuan: '100000.00', bids: task.bids.slice(0, 3) }, (bid, nth) => ({ ...bid, priceYuan: yuan(low + nth * 230 + Math.floor(random() * 50)) }));
  },
  'round steps between crooked prices': (random, task) => {
    const low = Math.round(between(random, 60, 80)) * 1000 + 765.43;
    return ring({ ...task, bids: task.bids.slice(0, 3) }, (bid, nth) => ({ ...bid, priceYuan: yuan(low + [0, 3000, 8000][nth]!) }));
  },
  'one engineer for two': (_, task) => ({ ...task, links: [{ kind: 'person', firmIds: [task.bids[0]!.firmId, task.bids[1]!.firmId], what: '张**' } satisfies SharedLink] }),
  'one head': (_, task) => ring(task, (bid, __, first) => ({ ...bid, party: { ...bid.party, legalRepresentative: first.party.legalRepresentative } }), 2),
  'one room': (_, task) => ring(task, (bid, __, first) => ({ ...bid, party: { ...bid.party, address: first.party.address } }), 2),
  'clever: only agreed who wins': (_, task) => task,
};

/** What honest firms do that looks like it. */
const LOOKALIKES: Readonly<Record<string, Change>> = {
  'nothing special': (_, task) => task,
  'one business park behind one address, days apart': (_, task) => ring(task, (bid, nth, first) => ({ ...bid, trace: { ...bid.trace, address: first.trace.address, prefix: first.trace.prefix }, receivedAt: new Date(Date.UTC(2026, 10, 20 + nth)) })),
  'one provider’s neighbourhood': (_, task) => ring(task, (bid, __, first) => ({ ...bid, trace: { ...bid.trace, prefix: first.trace.prefix } })),
  'the enterprise’s own form': (random, task) => {
    const form = file(random, '报价表.xlsx', { properties: { author: '采购科', lastModifiedBy: '采购科', company: null, createdAt: null } });
    return { ...ring(task, bid => ({ ...bid, files: [...bid.files, form] })), ownFiles: [form] };
  },
  'a form of the association': (random, task) => {
    const form = file(random, '承诺书.pdf');
    return { ...ring(task, bid => ({ ...bid, files: [...bid.files, form] })), commonHashes: new Set([form.hash]) };
  },
  'a template from the net: one author, other editors': (random, task) => ring(task, bid => ({ ...bid, files: [file(random, '方案.docx', { properties: { author: '模板之家', lastModifiedBy: `编辑${hex(random)}`, company: null, createdAt: '2019-03-01T00:00:00Z' } })] })),
  'office programs as authors': (random, task) => ring(task, bid => ({ ...bid, files: [file(random, '方案.docx', { properties: { author: 'Administrator', lastModifiedBy: 'WPS Office', company: null, createdAt: null } })] })),
  'all repeat the task and the standard': (random, task) => ring(task, bid => ({ ...bid, proposal: TASK_TEXT + STANDARD.repeat(2) + Array.from({ length: 14 }, () => sentence(random)).join('') })),
  'short bids': (_, task) => ring(task, bid => ({ ...bid, proposal: `${TASK_TEXT}按规范完成，保证质量。` })),
  'round prices': (random, task) => ring(task, bid => ({ ...bid, priceYuan: yuan(Math.round(between(random, 8, 20)) * 5000) }), 9),
  'round prices in a row': (_, task) => ring({ ...task, bids: task.bids.slice(0, 3) }, (bid, nth) => ({ ...bid, priceYuan: yuan(90_000 + nth * 5000) })),
  'all just below the ceiling': (random, task) => ring({ ...task, budgetYuan: '100000.00', bids: task.bids.slice(0, 3) }, bid => ({ ...bid, priceYuan: yuan(98_500 + Math.floor(random() * 1300)) })),
  'one street': (_, task) => ring(task, bid => ({ ...bid, party: { ...bid.party, address: '孝义市经济开发区振兴街' } })),
  'a subcontractor of another name': (_, task) => ring(task, bid => ({ ...bid, proposal: `${bid.proposal}部分项目分包给山西煤炭地质检测中心。` })),
};

const EACH = 12;

function tried(changes: Readonly<Record<string, Change>>, offset: number): { name: string; flagged: number; codes: Set<SignalCode> }[] {
  return Object.entries(changes).map(([name, change], kind) => {
    const codes = new Set<SignalCode>();
    let flagged = 0;
    for (let nth = 0; nth < EACH; nth++) {
      const random = numbersFrom(offset + kind * 1000 + nth);
      const signals = detect(change(random, market(random)), LIMITS);
      if (signals.length > 0 && overall(signals) !== 'weak') {
        flagged++;
        for (const signal of signals) codes.add(signal.code);
      }
    }
    return { name, flagged, codes };
  });
}

/** Winners of a number of tasks, all with the same bidders. */
function awards(count: number, winnerOf: (nth: number) => string, firms = ['a', 'b', 'c']): PastAward[] {
  return Array.from({ length: count }, (_, nth) => ({ taskNumber: `RW-${nth}`, at: '2026-01-01', firmIds: firms, winnerId: winnerOf(nth) }));
}

const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;

describe('planted cartels and honest look-alikes', () => {
  it('are told apart; the figures are printed', () => {
    const planted = tried(PLANTED, 1);
    const lookalikes = tried(LOOKALIKES, 500_000);
    const [caught, wrong] = [planted, lookalikes].map(list => list.reduce((sum, each) => sum + each.flagged, 0)) as [number, number];
    const detectable = planted.filter(each => !each.name.startsWith('clever'));
    const recall = caught / (planted.length * EACH);
    const precision = caught / (caught + wrong);
    const lines = [...planted.map(each => `  planted  ${percent(each.flagged, EACH).padStart(7)}  ${each.name}`), ...lookalikes.map(each => `  honest   ${percent(each.flagged, EACH).padStart(7)}  ${each.name}`)];
    process.stdout.write(`Signs of collusion, medium or strong, over ${(planted.length + lookalikes.length) * EACH} generated tasks:\n${lines.join('\n')}\n  precision ${percent(caught, caught + wrong)}, recall ${percent(caught, planted.length * EACH)} (without the undetectable: ${percent(caught, detectable.length * EACH)})\n`);
    expect(precision).toBeGreaterThan(0.95);
    expect(recall).toBeGreaterThan(0.85);
    for (const { name, flagged } of detectable) expect({ name, share: flagged / EACH > 0.7 }).toEqual({ name, share: true });
    for (const { name, flagged } of lookalikes) expect({ name, share: flagged / EACH < 0.1 }).toEqual({ name, share: true });
  });

  it('turns over time are told from luck', () => {
    const turns = [6, 7, 8, 9].map(count => rotationSignal(awards(count, nth => 'abc'[nth % 3] as string), LIMITS)?.strength ?? 'none');
    const byChance = Array.from({ length: 2000 }, (_, seed) => {
      const random = numbersFrom(900_000 + seed);
      const strength = rotationSignal(awards(8, () => pick(random, ['a', 'b', 'c'])), LIMITS)?.strength;
      return strength === 'medium' || strength === 'strong';
    }).filter(Boolean).length;
    process.stdout.write(`Rotation: strict turns of three over 6, 7, 8, 9 tasks: ${turns.join(', ')}; medium or strong by luck in ${percent(byChance, 2000)} of series of eight\n`);
    expect(turns[0]).toBe('medium');
    expect(turns[3]).not.toBe('weak');
    expect(byChance / 2000).toBeLessThan(0.02);
  });
});

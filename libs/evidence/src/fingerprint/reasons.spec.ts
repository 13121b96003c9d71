import { factsOf } from '../facts/facts';
import { differenceHash, distance, Pixels, quartersOf, stampHash } from './image';
import { impossibilities, metresBetween, Print, reasonsBetween } from './reasons';
import { numberRows } from './table';
import { bandsOf, minHash, similarity } from '@huanbao/likeness';

/** A small generator that gives the same numbers in every run. */
function numbersFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const PREFACE = '一、监测依据：排污单位自行监测技术指南总则，固定污染源排气中颗粒物测定与气态污染物采样方法。二、监测仪器均经检定并在有效期内，监测人员持证上岗，按质量保证与质量控制要求进行平行样、空白样和加标回收试验，结果符合要求。三、监测期间生产设施和污染防治设施运行正常，工况负荷达到百分之七十五以上。四、本报告仅对本次采样样品负责，未经书面批准不得部分复制，涂改无效，无骑缝章无效。';

/** A report of a laboratory's template with its own values. */
function report(seed: number, { company = `企业${seed}`, number = `LJ2026-${1000 + seed}`, lab = '160412050123' } = {}): string {
  const next = numbersFrom(seed);
  const rows = Array.from({ length: 6 }, (_, row) => `第${row + 1}次 ${(5 + next() * 5).toFixed(2)} ${(20 + next() * 30).toFixed(2)} ${(60 + next() * 60).toFixed(1)} ${(50000 + next() * 9000).toFixed(1)}`);
  return `监测报告\n报告编号：${number}\n资质认定证书编号：${lab}\n委托单位：${company}\n采样日期：2026年08月03日\n报告日期：2026年08月12日\n${PREFACE}\n${rows.join('\n')}\n标准限值 10 35 50\n`;
}

function print(text: string, over: Partial<Print> = {}): Print {
  const pages = [{ page: 1, text }];
  return { hash: text, minHash: minHash(text), rows: numberRows(pages), images: [], stamps: [], facts: factsOf(pages), photo: null, author: null, ...over };
}

const nothing = { isCommon: () => false };
const kinds = (one: Print, other: Print): string[] => reasonsBetween(one, other, nothing).filter(each => each.strength !== 'weak').map(each => `${each.kind} ${each.strength}`);

describe('text', () => {
  it('is like itself, unlike another, and meets its kind in a band', () => {
    const [a, b, c] = [minHash(report(1)), minHash(report(1, { company: '别的公司' })), minHash('完全不同的内容。'.repeat(10) + Array.from({ length: 200 }, (_, i) => String.fromCharCode(0x4e00 + i * 7)).join(''))];
    if (!a || !b || !c) throw new Error('too short');
    expect(similarity(a, a)).toBe(1);
    expect(similarity(a, b)).toBeGreaterThan(0.8);
    expect(similarity(a, c)).toBeLessThan(0.1);
    expect(bandsOf(a).some(band => bandsOf(b).includes(band))).toBe(true);
  });

  it('says nothing of a short text', () => {
    expect(minHash('同意。')).toBeNull();
  });
});

describe('tables', () => {
  it('keeps measured rows and leaves limits, dates and round numbers', () => {
    expect(numberRows([{ page: 1, text: '第1次 8.61 22.4 87.5\n标准 10 35 50\n2026-08-03 12.5 10.0 20.00\n1.200 3.00 5.00' }]).map(row => row.key)).toEqual(['8.61 22.4 87.5']);
  });
});

describe('images', () => {
  const photo = (seed: number, scale = 1, light = 0): Pixels => {
    const [width, height] = [240 * scale, 160 * scale];
    const data = new Uint8Array(width * height * 3);
    const next = numbersFrom(seed);
    const tones = Array.from({ length: 12 * 8 }, () => Math.floor(next() * 200));
    for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) data.fill((tones[Math.floor((y * 8) / height) * 12 + Math.floor((x * 12) / width)] as number) + light, (y * width + x) * 3, (y * width + x) * 3 + 3);
    return { width, height, channels: 3, data };
  };

  it('is the same after scaling and brightening, and another for another scene', () => {
    const [a, b, c, d] = [photo(1), photo(1, 2), photo(1, 1, 20), photo(2)].map(each => differenceHash(each) as string) as [string, string, string, string];
    expect(distance(a, b)).toBeLessThanOrEqual(2);
    expect(distance(a, c)).toBeLessThanOrEqual(2);
    expect(distance(a, d)).toBeGreaterThan(12);
    expect(quartersOf(a).some(quarter => quartersOf(b).includes(quarter))).toBe(true);
  });

  it('says nothing of a logo or a plain page', () => {
    expect(differenceHash({ width: 50, height: 50, channels: 3, data: new Uint8Array(7500) })).toBeNull();
    expect(differenceHash({ width: 300, height: 300, channels: 1, data: new Uint8Array(90_000).fill(255) })).toBeNull();
  });

  it('finds a red stamp on a white page wherever it lies, and none on a photo', () => {
    const page = (left: number, top: number): Pixels => {
      const data = new Uint8Array(400 * 400 * 3).fill(255);
      for (let y = 0; y < 400; y++)
        for (let x = 0; x < 400; x++) {
          const radius = Math.hypot(x - left, y - top);
          if ((radius > 60 && radius < 68) || (Math.abs(x - left) < 20 && Math.abs(y - top) < 4)) data.set([210, 30, 30], (y * 400 + x) * 3);
        }
      return { width: 400, height: 400, channels: 3, data };
    };
    expect(stampHash(page(150, 150))).toBe(stampHash(page(280, 300)));
    expect(stampHash(page(150, 150))).not.toBeNull();
    expect(stampHash(photo(1))).toBeNull();
  });
});

describe('impossible', () => {
  const site = { longitude: 111.78, latitude: 37.14 };
  it.each([
    [{ takenAt: '2026-12-01T08:00:00', longitude: null, latitude: null, camera: null }, ['impossible-time medium']],
    [{ takenAt: null, longitude: 116.4, latitude: 39.9, camera: null }, ['impossible-place medium']],
    [{ takenAt: '2026-11-01T08:00:00', longitude: 111.781, latitude: 37.141, camera: null }, []],
    [null, []],
  ])('photo %j', (photo, expected) => {
    expect(impossibilities({ ...print(''), facts: null, photo }, { uploadedOn: '2026-11-24', site }).map(each => `${each.kind} ${each.strength}`)).toEqual(expected);
  });

  it('a report written before its sample was taken', () => {
    const wrong = print(report(3).replace('报告日期：2026年08月12日', '报告日期：2026年08月01日'));
    expect(impossibilities(wrong, { uploadedOn: '2026-11-24', site }).map(each => each.measure)).toEqual(['报告 2026-08-01 早于采样 2026-08-03']);
  });

  it('measures distances', () => {
    expect(metresBetween({ longitude: 0, latitude: 0 }, { longitude: 1, latitude: 0 })).toBeCloseTo(111_195, -2);
  });
});

/** Planted copies and honest look-alikes, 40 of each; what is found is printed and has a floor. */
describe('precision and recall', () => {
  const copies: (readonly [string, Print, Print])[] = Array.from({ length: 10 }, (_, n) => [
    ['values under another name', print(report(n)), print(report(n, { company: `别家${n}`, number: `LJ2026-${9000 + n}` }))],
    ['half of the table', print(report(100 + n)), print(report(200 + n).replace(/(?:第\d次 .*\n){4}/, () => report(100 + n).match(/(?:第\d次 .*\n){4}/)?.[0] ?? ''))],
    ['one report for two', print(report(300 + n)), print(report(400 + n, { number: `LJ2026-${1300 + n}` }))],
    ['the same photo', print('', { hash: `p${n}`, images: [{ page: 1, hash: `a1b2c3d4e5f6078${n}` }] }), print('', { hash: `q${n}`, images: [{ page: 2, hash: `a1b2c3d4e5f6078${n}` }] })],
  ] as const).flat() as never;
  const honest: (readonly [string, Print, Print])[] = Array.from({ length: 10 }, (_, n) => [
    ['same laboratory, own values', print(report(500 + n)), print(report(600 + n))],
    ['another laboratory', print(report(700 + n)), print(report(800 + n, { lab: '170412050999' }))],
    ['the same limits', print('标准限值 10 35 50\n达标 达标 达标\n'.repeat(10)), print('标准限值 10 35 50\n符合 符合 符合\n'.repeat(10))],
    ['photos of like places', print('', { hash: `r${n}`, images: [{ page: 1, hash: '0f1e2d3c4b5a6978' }] }), print('', { hash: `s${n}`, images: [{ page: 1, hash: `f01e2d3c4b5a69${(n + 16).toString(16)}` }] })],
  ] as const).flat() as never;

  it('finds the copies and leaves the honest alone', () => {
    const found = copies.filter(([, a, b]) => kinds(a, b).length > 0).length;
    const wrong = honest.filter(([, a, b]) => kinds(a, b).length > 0).map(([what, a, b]) => `${what}: ${kinds(a, b).join()}`);
    const [precision, recall] = [found / (found + wrong.length), found / copies.length];
    process.stdout.write(`fingerprints: precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)} over ${copies.length} planted copies and ${honest.length} honest look-alikes\n`);
    expect(wrong).toEqual([]);
    expect(recall).toBeGreaterThanOrEqual(0.95);
  });
});

import type { BidFacts } from './facts';
import { groupsBy, type Signal, type Strength } from './signal';
import type { Thresholds } from './thresholds';

const MINUTE_MS = 60_000;
const time = (at: Date): string => at.toLocaleString('sv-SE', { timeZone: 'Asia/Shanghai' });

const sidesOf = (group: readonly BidFacts[], zh: string, en: string): Signal['compared'] =>
  group.map(bid => ({ firmId: bid.firmId, zh: `${zh}，${time(bid.receivedAt)} 提交`, en: `${en}, handed in at ${time(bid.receivedAt)}` }));

const firmsOf = (group: readonly BidFacts[]): string[] => group.map(bid => bid.firmId).sort();

/** Who sent it, from which browser, from which line. Keyed hashes are compared; nobody learns an address. */
export function originSignals(bids: readonly BidFacts[], limits: Thresholds): Signal[] {
  const bySubmitter = groupsBy(bids, bid => bid.submittedBy).map((group): Signal => ({
    code: 'same-submitter', strength: 'strong', firmIds: firmsOf(group), compared: sidesOf(group, '同一账号', 'the same account'),
    measure: { zh: `${group.length} 家机构的报价由同一账号提交`, en: `One account handed in for ${group.length} firms` },
  }));
  const byDevice = groupsBy(bids, bid => bid.trace.device).map((group): Signal => ({
    code: 'same-device', strength: 'strong', firmIds: firmsOf(group), compared: sidesOf(group, '同一浏览器标识', 'the same browser mark'),
    measure: { zh: `${group.length} 家机构从同一设备提交`, en: `${group.length} firms sent from one device` },
  }));
  return [...bySubmitter, ...byDevice, ...networkSignals(bids, limits)];
}

function networkSignals(bids: readonly BidFacts[], limits: Thresholds): Signal[] {
  const lines = groupsBy(bids, bid => bid.trace.address);
  const known = new Set(lines.map(group => firmsOf(group).join()));
  const sameLine = lines.map((group): Signal => {
    const [minutes, close] = spread(group, limits);
    const strength: Strength = close ? 'medium' : 'weak';
    return {
      code: 'same-network', strength, firmIds: firmsOf(group), compared: sidesOf(group, '网络地址摘要相同', 'the same keyed hash of the address'),
      measure: { zh: `${group.length} 家机构的网络地址相同，提交最近相隔 ${minutes} 分钟`, en: `${group.length} firms from one address, ${minutes} minutes apart at the nearest` },
    };
  });
  const neighbours = groupsBy(bids, bid => bid.trace.prefix).filter(group => !known.has(firmsOf(group).join())).map((group): Signal => ({
    code: 'same-network', strength: 'weak', firmIds: firmsOf(group), compared: sidesOf(group, '网段摘要相同', 'the same keyed hash of the neighbourhood'),
    measure: { zh: `${group.length} 家机构的网络地址在同一网段`, en: `${group.length} firms from one neighbourhood of addresses` },
  }));
  return [...sameLine, ...neighbours];
}

/** Whole minutes between the two nearest, and whether that is near. */
function spread(group: readonly BidFacts[], limits: Thresholds): readonly [number, boolean] {
  const times = group.map(bid => bid.receivedAt.getTime()).sort((a, b) => a - b);
  const nearest = Math.min(...times.slice(1).map((at, index) => at - (times[index] as number)));
  return [Math.floor(nearest / MINUTE_MS), nearest <= limits.networkMinutes * MINUTE_MS];
}

import { normalised, shingles } from '@huanbao/likeness';
import type { BidFacts, TaskFacts } from './facts';
import { pairs, type Signal } from './signal';
import type { Thresholds } from './thresholds';

/** Own words below this say nothing: two firms may both write "按规范完成". */
const LEAST_OWN = 150;
const MOST_CHARACTERS = 60_000;
/** Marks kept of a text; up to so many the likeness is exact, beyond it an estimate to about one per cent. */
const SKETCH = 1000;
/** Texts that are 85 % alike share one of their smallest marks as good as surely; others are never compared. */
const MEETING = 24;

/** The smallest hashes of what somebody wrote themselves, ascending. */
export interface Sketch {
  readonly marks: readonly number[];
  readonly own: number;
}

/** What is left when the words of the task and of the catalogue are taken away; null when that is too little. */
export function sketchOf(text: string, known: ReadonlySet<number>): Sketch | null {
  const own = [...shingles(normalised(text).slice(0, MOST_CHARACTERS))].filter(mark => !known.has(mark));
  return own.length < LEAST_OWN ? null : { marks: own.sort((a, b) => a - b).slice(0, SKETCH), own: own.length };
}

/** Share of the marks of either that both have, 0 to 1, by the smallest of the union. */
export function alike(one: Sketch, other: Sketch): number {
  const size = Math.min(SKETCH, Math.max(one.marks.length, other.marks.length));
  const there = new Set(other.marks);
  const union = [...new Set([...one.marks, ...other.marks])].sort((a, b) => a - b);
  const smallest = one.own > SKETCH || other.own > SKETCH ? union.slice(0, size) : union;
  const here = new Set(one.marks);
  return smallest.length === 0 ? 0 : smallest.filter(mark => here.has(mark) && there.has(mark)).length / smallest.length;
}

export const wordsOf = (text: string): Set<number> => shingles(normalised(text));

interface Document {
  readonly bid: BidFacts;
  readonly name: string;
  readonly hash: string;
  readonly sketch: Sketch;
}

interface Likeness {
  readonly one: Document;
  readonly other: Document;
  readonly share: number;
}

/** Proposals and attachments with each other; of two firms the most alike pair. Identical files have their own signal. */
export function textSignals(task: TaskFacts, limits: Thresholds): Signal[] {
  const documents = documentsOf(task);
  const best = new Map<string, Likeness>();
  for (const [one, other] of meeting(documents)) {
    if (one.hash === other.hash && one.hash !== '') continue;
    const share = alike(one.sketch, other.sketch);
    const key = [one.bid.firmId, other.bid.firmId].sort().join();
    if (share > limits.textMedium && share > (best.get(key)?.share ?? 0)) best.set(key, { one, other, share });
  }
  return [...best.values()].map(found => signalOf(found, limits));
}

function documentsOf({ ownText, bids, commonHashes, ownFiles }: TaskFacts): Document[] {
  const known = wordsOf(ownText);
  const left = new Set([...commonHashes, ...ownFiles.map(file => file.hash)]);
  return bids.flatMap(bid => [{ name: '方案', hash: '', text: bid.proposal }, ...bid.files.filter(file => !left.has(file.hash))].flatMap(({ name, hash, text }) => {
    const sketch = sketchOf(text, known);
    return sketch ? [{ bid, name, hash, sketch }] : [];
  }));
}

/** Pairs of different firms that share one of their smallest marks: not half a million pairs, only those that may be alike. */
function* meeting(documents: readonly Document[]): Generator<readonly [Document, Document]> {
  const places = new Map<number, number[]>();
  for (const [index, { sketch }] of documents.entries()) for (const mark of sketch.marks.slice(0, MEETING)) places.set(mark, [...(places.get(mark) ?? []), index]);
  const seen = new Set<string>();
  for (const list of places.values())
    for (const [one, other] of pairs(list)) {
      const [a, b] = [documents[one] as Document, documents[other] as Document];
      if (a.bid.firmId === b.bid.firmId || seen.has(`${one} ${other}`)) continue;
      seen.add(`${one} ${other}`);
      yield [a, b];
    }
}

function signalOf({ one, other, share }: Likeness, limits: Thresholds): Signal {
  const percent = Math.floor(share * 100);
  const sideOf = ({ bid, name, sketch }: Document): Signal['compared'][number] => ({
    firmId: bid.firmId, zh: `《${name}》，自己写的约 ${sketch.own} 字：${excerpt(bid, name)}`, en: `${name === '方案' ? 'Proposal' : name}, some ${sketch.own} characters of its own: ${excerpt(bid, name)}`,
  });
  return {
    code: 'near-text', strength: share > limits.textStrong ? 'strong' : 'medium', firmIds: [one.bid.firmId, other.bid.firmId].sort(), compared: [sideOf(one), sideOf(other)],
    measure: { zh: `自己写的文字约 ${percent}% 相同`, en: `About ${percent} % of what they wrote themselves is the same` },
  };
}

const SHOWN = 120;

function excerpt(bid: BidFacts, name: string): string {
  const text = (name === '方案' ? bid.proposal : (bid.files.find(file => file.name === name)?.text ?? '')).replace(/\s+/g, ' ').trim();
  return text.length > SHOWN ? `${text.slice(0, SHOWN)}……` : text;
}

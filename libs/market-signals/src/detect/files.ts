import { isNobody, normalised } from '@huanbao/likeness';
import type { BidFacts, FileFacts, TaskFacts } from './facts';
import { pairs, type Signal, type Strength } from './signal';

/** Names shorter than this occur by chance in ordinary words. */
const NAME_LENGTH = 5;
const SUFFIX = /(?:股份有限公司|有限责任公司|有限公司|集团|公司)$/;

/** Identical files, their makers, and names of other bidders inside. */
export function fileSignals(task: TaskFacts): Signal[] {
  const templates = new Set([...task.ownFiles.map(file => file.hash), ...task.commonHashes]);
  // a form that is everybody's says nothing of who filled it in
  const bids = task.bids.map(bid => ({ ...bid, files: bid.files.filter(file => !templates.has(file.hash)) }));
  const authors = new Set(task.ownFiles.flatMap(file => makersOf(file).map(maker => maker.name)));
  authors.add(task.enterpriseName);
  const signals: Signal[] = [];
  for (const [one, other] of pairs(bids)) {
    const found = [sameFile(one, other), sameAuthor(one, other, authors), foreignName(one, other)];
    signals.push(...found.filter(each => each !== null));
  }
  return signals;
}

const sorted = (one: BidFacts, other: BidFacts): string[] => [one.firmId, other.firmId].sort();

function sameFile(one: BidFacts, other: BidFacts): Signal | null {
  const shared = one.files.flatMap(file => {
    const twin = other.files.find(each => each.hash === file.hash);
    return twin ? [[file, twin] as const] : [];
  });
  if (shared.length === 0) return null;
  const list = (side: 0 | 1): string => shared.map(pair => `《${pair[side].name}》`).join('、');
  return {
    code: 'same-file', strength: 'strong', firmIds: sorted(one, other),
    measure: { zh: `${shared.length} 个附件逐字节相同`, en: `${shared.length} files are byte for byte the same` },
    compared: [{ firmId: one.firmId, zh: list(0), en: list(0) }, { firmId: other.firmId, zh: list(1), en: list(1) }],
  };
}

interface Maker {
  readonly role: 'author' | 'editor' | 'company';
  readonly name: string;
  readonly file: string;
}

const ROLES: Readonly<Record<Maker['role'], { readonly zh: string; readonly en: string }>> = { author: { zh: '作者', en: 'author' }, editor: { zh: '最后保存者', en: 'last editor' }, company: { zh: '单位', en: 'company' } };

function makersOf({ properties, ...file }: Pick<FileFacts, 'properties'> & { readonly name?: string }): Maker[] {
  const made = (role: Maker['role'], name: string | null | undefined): Maker[] => (name && !isNobody(name) ? [{ role, name, file: file.name ?? '' }] : []);
  return properties ? [...made('author', properties.author), ...made('editor', properties.lastModifiedBy), ...made('company', properties.company)] : [];
}

/** The other bidder's own name as maker speaks loudest; the last editor more than the author, who may be that of a template. */
function sameAuthor(one: BidFacts, other: BidFacts, known: ReadonlySet<string>): Signal | null {
  const [here, there] = [one, other].map(bid => bid.files.flatMap(makersOf).filter(maker => !known.has(maker.name))) as [Maker[], Maker[]];
  const shared = here.flatMap(maker => {
    const twin = there.find(each => each.role === maker.role && each.name === maker.name);
    return twin ? [[maker, twin] as const] : [];
  });
  const betrayed = [...here.filter(maker => bears(maker.name, other.firmName)), ...there.filter(maker => bears(maker.name, one.firmName))];
  if (shared.length === 0 && betrayed.length === 0) return null;
  const edited = shared.some(([maker]) => maker.role === 'editor');
  const strength: Strength = betrayed.length > 0 ? 'strong' : edited ? 'medium' : 'weak';
  const [zh, en] = (['zh', 'en'] as const).map(language => {
    const named = betrayed.length > 0 ? betrayed : shared.map(([maker]) => maker);
    return [...new Set(named.map(maker => `${ROLES[maker.role][language]}“${maker.name}”`))].join(language === 'zh' ? '、' : ', ');
  }) as [string, string];
  const says = (makers: readonly Maker[], language: 'zh' | 'en'): string => [...new Set(makers.map(maker => `《${maker.file}》${ROLES[maker.role][language]}：${maker.name}`))].join('；');
  const sideOf = (bid: BidFacts, makers: readonly Maker[]): Signal['compared'][number] => ({ firmId: bid.firmId, zh: says(makers, 'zh'), en: says(makers, 'en') });
  return {
    code: 'same-author', strength, firmIds: sorted(one, other), compared: [sideOf(one, here), sideOf(other, there)],
    measure: betrayed.length > 0 ? { zh: `附件属性写着对方机构：${zh}`, en: `The files name the other bidder: ${en}` } : { zh: `附件${zh}相同`, en: `The same ${en}` },
  };
}

const core = (name: string): string => normalised(name.replace(SUFFIX, ''));

function bears(text: string, firmName: string): boolean {
  const name = core(firmName);
  return name.length >= NAME_LENGTH && normalised(text).includes(name);
}

/** 相互混装: the words of one name the other. Whole names only, for a short one is a word. */
function foreignName(one: BidFacts, other: BidFacts): Signal | null {
  const found = [[one, other], [other, one]].flatMap(([bid, named]) => {
    const place = placeOf(bid as BidFacts, (named as BidFacts).firmName);
    return place === null ? [] : [{ bid: bid as BidFacts, named: named as BidFacts, place }];
  });
  if (found.length === 0) return null;
  return {
    code: 'foreign-name', strength: 'medium', firmIds: sorted(one, other),
    measure: { zh: found.map(({ bid, named }) => `${bid.firmName}的文件里出现“${named.firmName}”`).join('；'), en: found.map(({ bid, named }) => `${bid.firmName} names “${named.firmName}”`).join('; ') },
    compared: found.map(({ bid, place }) => ({ firmId: bid.firmId, zh: place, en: place })),
  };
}

const AROUND = 20;

function placeOf(bid: BidFacts, firmName: string): string | null {
  if (core(firmName).length < NAME_LENGTH) return null;
  for (const { name, text } of [{ name: '方案', text: bid.proposal }, ...bid.files]) {
    const at = text.indexOf(firmName);
    if (at >= 0) return `《${name}》……${text.slice(Math.max(0, at - AROUND), at + firmName.length + AROUND).replace(/\s+/g, ' ')}……`;
  }
  return null;
}

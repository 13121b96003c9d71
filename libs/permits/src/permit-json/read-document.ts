import { parsePermitNumber } from '@huanbao/codes';
import type { FieldProblem, Form, SectionData, SectionKey } from '../form/field';
import { FORM_VERSION, isSectionKey, sectionOf } from '../form/form';
import { inTodaysUnits } from '../form/former-units';
import { upgraded } from '../form/upgrade';
import { acceptDraft, escapePointer, isRow } from '../form/validate';
import { documentHash, PERMIT_SCHEMA, PermitDocument } from './document';

export type ReadDocument =
  | { readonly ok: true; readonly number: string; readonly uscc: string; readonly version: number; readonly content: Form }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

const at = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });
/** Handed in anew, and told by the procedure. */
const NOT_TAKEN: ReadonlySet<string> = new Set(['attachments', 'submission']);
const KNOWN: ReadonlySet<string> = new Set(['schema', 'formVersion', 'exportedAt', 'face', 'withheld', 'permit', 'versions', 'limits', 'conditions', 'units', 'hash', 'seal']);

/** Reads a document and gives the content of its newest version; every fault by its JSON pointer. Pure. */
export function readDocument(raw: unknown): ReadDocument {
  if (!isRow(raw)) return { ok: false, problems: [at('', 'type', '这不是一张许可证的 JSON：最外层应是一个对象', 'Not the JSON of a permit: the outermost value is an object.')] };
  if (raw['schema'] !== PERMIT_SCHEMA) return { ok: false, problems: [schemaFault(raw['schema'])] };
  const newest = newestOf(raw['versions']);
  const identity = identityOf(raw['permit']);
  const strange = Object.keys(raw).filter(name => !KNOWN.has(name)).map(name => at(`/${escapePointer(name)}`, 'unknown', `没有“${name}”这一项，请删去`, `There is no member ${name}. Remove it.`));
  const problems = [...strange, ...identity.problems, ...(newest ? [] : [at('/versions', 'missing', '至少要有一个版本', 'At least one version is needed.')]), ...hashFault(raw)];
  if (!newest) return { ok: false, problems };
  const formVersion = typeof raw['formVersion'] === 'string' ? raw['formVersion'] : FORM_VERSION;
  const content = contentOf(newest.value['content'], { base: `/versions/${newest.index}/content`, formVersion });
  const all = [...problems, ...content.problems];
  return all.length > 0 ? { ok: false, problems: all } : { ok: true, number: identity.number, uscc: identity.uscc, version: newest.number, content: content.form };
}

function schemaFault(given: unknown): FieldProblem {
  if (typeof given === 'string' && /^huanbao-guanjia\/permit\/\d+$/.test(given)) return at('/schema', 'version', `文件的格式版本是 ${given}，本平台认识的是 ${PERMIT_SCHEMA}。请在导出的平台上选这个版本，或升级本平台`, `The file has format ${given}; this platform knows ${PERMIT_SCHEMA}. Export that version, or upgrade this platform.`);
  return at('/schema', 'schema', `这不是许可证文件：schema 应为 ${PERMIT_SCHEMA}`, `Not a permit: schema should be ${PERMIT_SCHEMA}.`);
}

function newestOf(versions: unknown): { value: Record<string, unknown>; index: number; number: number } | null {
  if (!Array.isArray(versions)) return null;
  const rows = versions.flatMap((value: unknown, index) => (isRow(value) && typeof value['number'] === 'number' ? [{ value, index, number: value['number'] }] : []));
  return rows.sort((a, b) => b.number - a.number)[0] ?? null;
}

function identityOf(permit: unknown): { number: string; uscc: string; problems: FieldProblem[] } {
  const number = isRow(permit) && typeof permit['number'] === 'string' ? permit['number'] : '';
  const enterprise = isRow(permit) && isRow(permit['enterprise']) ? permit['enterprise'] : {};
  const uscc = typeof enterprise['uscc'] === 'string' ? enterprise['uscc'] : '';
  const parsed = parsePermitNumber(number);
  if (!parsed.ok) return { number, uscc, problems: [at('/permit/number', parsed.code, parsed.zh, parsed.en)] };
  const foreign = parsed.parts.uscc === uscc ? [] : [at('/permit/enterprise/uscc', 'number-owner', `与许可证编号的前 18 位 ${parsed.parts.uscc} 不一致，请核对`, `It differs from the first 18 characters of the number, ${parsed.parts.uscc}.`)];
  return { number: parsed.value, uscc, problems: foreign };
}

/** A hash may be missing; one that is there must hold. */
function hashFault(raw: Record<string, unknown>): FieldProblem[] {
  const hash = raw['hash'];
  if (hash === undefined || (isRow(hash) && hash['value'] === documentHash(raw as unknown as PermitDocument))) return [];
  return [at('/hash/value', 'hash', '文件的内容与校验值不符，导出以后被改动过。请重新导出；要改内容的，导入以后在草稿里改', 'The content does not fit its hash: it was altered after the export. Export it again, and change the draft instead.')];
}

/** Content of an earlier form: its units by the version the document names, its tables by their former places; what is missing today stays missing. */
function ofToday(given: Form, formVersion: string): Form {
  const content = inTodaysUnits(given, formVersion);
  const isFormer = content['air-limits']?.['plantTotals'] !== undefined || content['water-outlets']?.['limits'] !== undefined;
  return isFormer ? upgraded(content) : content;
}

function contentOf(raw: unknown, { base, formVersion }: { readonly base: string; readonly formVersion: string }): { form: Form; problems: FieldProblem[] } {
  if (!isRow(raw)) return { form: {}, problems: [at(base, 'missing', '缺少许可证的内容', 'The content is missing.')] };
  const problems: FieldProblem[] = [];
  const form: Partial<Record<SectionKey, SectionData>> = {};
  for (const [key, data] of Object.entries(ofToday(raw as Form, formVersion))) {
    if (NOT_TAKEN.has(key)) continue;
    if (!isSectionKey(key)) {
      problems.push(at(`${base}/${escapePointer(key)}`, 'unknown', `没有“${key}”这一节，请删去`, `There is no section ${key}. Remove it.`));
      continue;
    }
    const accepted = acceptDraft(sectionOf(key), data);
    problems.push(...accepted.problems.map(one => ({ ...one, pointer: `${base}/${key}${one.pointer}` })));
    form[key] = accepted.data;
  }
  return { form, problems };
}

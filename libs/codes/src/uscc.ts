import { failed, normaliseCode, type Parsed, type Sentence } from './parsed';

/** GB 32100-2015: 31 characters, without I, O, S, V, Z. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const LENGTH = 18;
const ORGANISATION_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2];

export interface UsccParts {
  /** 登记管理部门代码 */
  readonly authority: string;
  /** 机构类别代码 */
  readonly category: string;
  /** 登记管理机关行政区划码 */
  readonly adcode: string;
  /** 主体标识码（组织机构代码） */
  readonly organisation: string;
}

/** The 18th character: weights 3^(i) mod 31 over the first 17. `text` holds only characters of the alphabet. */
export function usccCheckCharacter(text: string): string {
  let [sum, weight] = [0, 1];
  for (const character of text.slice(0, LENGTH - 1)) {
    sum += ALPHABET.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return ALPHABET[(31 - (sum % 31)) % 31] as string;
}

/** GB 11714 check digit of the eight characters of an organisation code. */
export function organisationCheckDigit(eight: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, i) => total + weight * ORGANISATION_ALPHABET.indexOf(eight[i] as string), 0);
  const rest = 11 - (sum % 11);
  return rest === 10 ? 'X' : rest === 11 ? '0' : String(rest);
}

/**
 * 统一社会信用代码. A wrong check character is an error. A wrong inner organisation digit is a warning only, for old
 * codes exist that do not keep it.
 */
export function parseUscc(text: string): Parsed<UsccParts> {
  const value = normaliseCode(text);
  if (value === '') return failed('uscc.empty', '请填写统一社会信用代码，见营业执照', 'Enter the unified social credit code from the licence.');
  if (value.length !== LENGTH)
    return failed('uscc.length', `统一社会信用代码应为 18 位，现在是 ${value.length} 位，请对照营业执照补全`, `The code has 18 characters, not ${value.length}. Compare with the licence.`);
  const strange = [...value].findIndex(character => !ALPHABET.includes(character));
  if (strange >= 0)
    return failed('uscc.character', `第 ${strange + 1} 位“${value[strange]}”不会出现在代码中（没有 I、O、S、V、Z，常与 1、0、5 混淆）`, `Character ${strange + 1}, "${value[strange]}", cannot occur (no I, O, S, V, Z; often mistaken for 1, 0, 5).`);
  if (usccCheckCharacter(value) !== value[LENGTH - 1])
    return failed('uscc.check', '校验位不符，有一位填错了，请对照营业执照逐位核对', 'The check character does not fit: one character is wrong. Compare with the licence.');
  const parts = { authority: value[0] as string, category: value[1] as string, adcode: value.slice(2, 8), organisation: value.slice(8, 17) };
  return { ok: true, value, parts, warnings: organisationWarning(parts.organisation) };
}

function organisationWarning(organisation: string): Sentence[] {
  if (organisationCheckDigit(organisation.slice(0, 8)) === organisation[8]) return [];
  return [{ zh: '其中组织机构代码的校验位不符，请确认没有抄错', en: 'The inner organisation code does not pass its own check. Make sure it was copied right.' }];
}

import { failed, normaliseCode, type Parsed } from './parsed';
import { parseUscc } from './uscc';

export interface PermitNumberParts {
  readonly uscc: string;
  /** 场所顺序码, three digits. */
  readonly site: string;
  /** 第 22 位: a mark, not a check character; no category may be read from it. */
  readonly mark: string;
}

/** 排污许可证编号 (HJ 608-2017): credit code, three digits for the site, one capital letter. */
export function parsePermitNumber(text: string): Parsed<PermitNumberParts> {
  const value = normaliseCode(text);
  if (value.length !== 22) return failed('permit-number.length', `排污许可证编号应为 22 位，现在是 ${value.length} 位`, `A permit number has 22 characters, not ${value.length}.`);
  const uscc = parseUscc(value.slice(0, 18));
  if (!uscc.ok) return failed('permit-number.uscc', `前 18 位应为统一社会信用代码：${uscc.zh}`, `The first 18 characters are the credit code: ${uscc.en}`);
  if (!/^\d{3}$/.test(value.slice(18, 21))) return failed('permit-number.site', '第 19–21 位应为三位数字的场所顺序码，例如 001', 'Characters 19 to 21 are the site number, e.g. 001.');
  if (!/^[A-Z]$/.test(value.slice(21))) return failed('permit-number.mark', '第 22 位应为一个大写字母，例如 P', 'Character 22 is a capital letter, e.g. P.');
  return { ok: true, value, parts: { uscc: uscc.value, site: value.slice(18, 21), mark: value.slice(21) }, warnings: uscc.warnings };
}

/** Builds a number by HJ 608. @throws RangeError for a wrong credit code, a site outside 1–999 or a mark that is no capital. */
export function hj608PermitNumber(uscc: string, site: number, mark: string): string {
  const parsed = parsePermitNumber(`${uscc}${String(site).padStart(3, '0')}${mark}`);
  if (!parsed.ok || !Number.isInteger(site) || site < 1) throw new RangeError(parsed.ok ? `Not a site number: ${site}` : parsed.en);
  return parsed.value;
}

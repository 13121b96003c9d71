import { failed, normaliseCode, type Parsed } from './parsed';

/** 行政区划代码 (GB/T 2260): six digits; the form alone is checked, for the list changes every year. */
export function parseAdcode(text: string): Parsed<{ readonly province: string; readonly prefecture: string }> {
  const value = normaliseCode(text);
  if (!/^[1-9]\d{5}$/.test(value)) return failed('adcode', '行政区划代码为六位数字，例如 141181', 'An adcode has six digits, e.g. 141181.');
  return { ok: true, value, parts: { province: value.slice(0, 2), prefecture: value.slice(0, 4) }, warnings: [] };
}

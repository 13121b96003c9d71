/** Members whose name says that the value is a secret or personal, whatever it looks like. */
const SECRET_NAME = /authorization|cookie|csrf|password|passwd|secret|token|phone|mobile|email|id_?number|id_?card|private_?key|totp|otp|recovery|captcha|api_?key|signature/i;
const HIDDEN = '[hidden]';
const MAX_DEPTH = 6;
const MAX_ITEMS = 50;
/** What is longer is no sentence for a log; and looking through it must not hold up the process. */
const LONGEST = 20_000;
/** Half of a number would not be recognised. */
const LAST_WORD = /\S{0,100}\s?\S{0,100}$/;

/** What gives itself away by its form, in free text. The order matters: longer forms first. */
const FORMS: readonly (readonly [RegExp, string])[] = [
  // signed tokens and bearer credentials
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[token]'],
  [/\bBearer\s+[\w.~+/=-]+/gi, 'Bearer [token]'],
  // user:password in an address
  [/(\b[a-z][a-z0-9+.-]{0,20}:\/\/)[^\s/@]{1,300}@/gi, '$1[hidden]@'],
  // named secrets in a query, a cookie, a setting or JSON
  [/((?:password|passwd|secret|token|api_?key|totp|captcha|hb_[a-z]{2,8})["']?\s{0,2}[=:]\s{0,2}["']?)[^\s"'&;,}]+/gi, `$1${HIDDEN}`],
  // 公民身份号码 GB 11643: region, a birth date that exists, order, check character
  [/(?<![0-9A-Za-z])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/g, '[id number]'],
  // mobile numbers of China, also in groups; not part of a longer number or of a UUID
  [/(?<![0-9A-Za-z.])(?:(?:\+|00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?![0-9A-Za-z])/g, '[phone]'],
  [/[^\s@"<>()[\],;:\\]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu, '[email]'],
];

/** Text for a log line, without tokens, passwords, telephone and identity numbers, mail addresses. */
export function redactText(text: string): string {
  const kept = text.length > LONGEST ? `${text.slice(0, LONGEST).replace(LAST_WORD, '')}… (${text.length} characters)` : text;
  return FORMS.reduce((rest, [form, word]) => rest.replace(form, word), kept);
}

/** The same for any value: secret members by their name, texts by their form, errors with what helps to find the cause. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return redactText(value);
  if (typeof value === 'bigint') return value.toString();
  if (value === null || typeof value !== 'object') return value;
  if (value instanceof Date) return value.toISOString();
  if (Buffer.isBuffer(value)) return `[${value.length} bytes]`;
  if (depth >= MAX_DEPTH) return '[deep]';
  if (value instanceof Error) return redactError(value, depth);
  if (Array.isArray(value)) return value.slice(0, MAX_ITEMS).map(item => redact(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, SECRET_NAME.test(name) && member != null ? HIDDEN : redact(member, depth + 1)]));
}

/** Name, sentence, stack and code. Not the query's parameters, which are what people typed. */
function redactError(error: Error, depth: number): Record<string, unknown> {
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return {
    type: error.name,
    message: redactText(error.message),
    stack: redactText(error.stack ?? ''),
    ...(code === undefined ? {} : { code: redact(code, depth + 1) }),
    ...(cause === undefined ? {} : { cause: redact(cause, depth + 1) }),
  };
}

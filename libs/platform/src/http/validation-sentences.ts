/** What to do about a rule of class-validator, in both languages. `message` is class-validator's English default. */
const NUMBER = /(-?\d+(?:\.\d+)?)/;

const SENTENCES: Record<string, (message: string) => string> = {
  isNotEmpty: () => '请填写这一项',
  isDefined: () => '请填写这一项',
  isString: () => '请填写文字',
  isInt: () => '请填写整数',
  isNumber: () => '请填写数字',
  isBoolean: () => '请选择是或否',
  isArray: () => '请以列表形式填写',
  isObject: () => '内容结构不对，请刷新页面后重填',
  isEmail: () => '请填写邮箱地址，例如 name@example.com',
  isUuid: () => '编号格式不对，请从列表中重新选择',
  isEnum: () => '请从给出的选项中选择',
  isIn: () => '请从给出的选项中选择',
  isDateString: () => '请填写日期，例如 2026-11-23',
  isISO8601: () => '请填写日期，例如 2026-11-23',
  isDecimal: () => '请填写数字，最多保留规定的小数位',
  isNumberString: () => '请填写数字',
  matches: () => '格式不对，请按示例填写',
  isUrl: () => '请填写网址，以 http:// 或 https:// 开头',
  minLength: message => `至少 ${message.match(NUMBER)?.[1] ?? ''} 个字`,
  maxLength: message => `最多 ${message.match(NUMBER)?.[1] ?? ''} 个字，请精简`,
  isLength: () => '字数不在范围内，请调整',
  min: message => `不能小于 ${message.match(NUMBER)?.[1] ?? ''}`,
  max: message => `不能大于 ${message.match(NUMBER)?.[1] ?? ''}`,
  arrayMinSize: message => `至少 ${message.match(NUMBER)?.[1] ?? ''} 项`,
  arrayMaxSize: message => `最多 ${message.match(NUMBER)?.[1] ?? ''} 项`,
  arrayNotEmpty: () => '至少填写一项',
  arrayUnique: () => '有重复的项，请去掉',
  whitelistValidation: () => '不认识这一项，请删去或刷新页面后重试',
};

/** Custom validators bring both sentences themselves as `中文 | English`. */
export function sentenceFor(rule: string, message: string): { zh: string; en: string } {
  const own = message.split(' | ');
  if (own.length === 2 && own[0] && own[1]) return { zh: own[0], en: own[1] };
  return { zh: SENTENCES[rule]?.(message) ?? '这一项需要修改，请按说明填写', en: message };
}

const MIN = 10;
const MAX = 128;
const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/];

/** Fragments that make a password guessable however it is decorated; compared without case and look-alike signs. */
const COMMON = [
  'password', 'passw0rd', 'qwerty', 'asdfgh', 'zxcvbn', '1qaz2wsx', 'qazwsx', 'abc123', 'abcd1234', 'admin', 'administrator', 'letmein', 'welcome', 'iloveyou', 'monkey', 'dragon', 'football', 'baseball', 'master', 'sunshine', 'princess', 'shadow', 'superman', 'michael', 'test1234', 'changeme', 'default', 'secret', 'login',
  'woaini', '5201314', '1314520', '147258', '159357', '123321', '112233', '123123', '456456', '789456', '987654', 'aa123456', 'a123456', 'q123456', 'huanbao', 'guanjia', 'shengtai', 'xiaoyi', 'lvliang', 'shanxi', 'zhongguo', 'beijing', 'nihao', 'mima', 'wangguan', 'zaq12wsx', 'p@ssw0rd',
];

export interface PasswordProblem {
  readonly zh: string;
  readonly en: string;
}

/**
 * What is wrong with a new password, or undefined. At least ten characters of three kinds (GB/T 22239 三级 口令复杂度),
 * no person's data, no common words, no runs.
 */
export function passwordProblem(password: string, personal: readonly string[]): PasswordProblem | undefined {
  const text = password.normalize('NFKC');
  if (text.length < MIN) return { zh: `密码至少 ${MIN} 个字符`, en: `At least ${MIN} characters.` };
  if (text.length > MAX) return { zh: `密码最多 ${MAX} 个字符`, en: `At most ${MAX} characters.` };
  if (KINDS.filter(kind => kind.test(text)).length < 3) return { zh: '请混用大写字母、小写字母、数字、符号中的至少三种', en: 'Mix three of: capitals, small letters, digits, signs.' };
  const lower = text.toLowerCase();
  if (personal.some(word => isTelling(word) && lower.includes(word.toLowerCase()))) return { zh: '密码里不要包含姓名、邮箱或单位名称', en: 'Do not use your name, e-mail or organisation in it.' };
  const common = COMMON.find(word => plain(lower).includes(plain(word)));
  if (common && text.length - common.length < MIN - 2) return { zh: `“${common}”太常见，请换一个不好猜的`, en: `"${common}" is too common. Choose something harder to guess.` };
  if (/(.)\1{3,}/.test(text) || longestRun(lower) >= 5) return { zh: '不要用连续或重复的字符，例如 12345、aaaa', en: 'No runs such as 12345 or aaaa.' };
  return undefined;
}

/** Words short enough to occur by chance do not count; two Chinese characters are a name already. */
function isTelling(word: string): boolean {
  return word.length >= (/[^\x20-\x7e]/.test(word) ? 2 : 4);
}

/** Look-alike signs as the letters they stand for. */
function plain(text: string): string {
  const letters: Record<string, string> = { '@': 'a', '0': 'o', $: 's', '!': 'i', '3': 'e' };
  return text.replace(/[@0$!3]/g, sign => letters[sign] ?? sign);
}

/** Length of the longest run of neighbouring characters, up or down. */
function longestRun(text: string): number {
  let longest = 1;
  for (const step of [1, -1]) {
    let run = 1;
    for (let i = 1; i < text.length; i++) {
      run = text.charCodeAt(i) - text.charCodeAt(i - 1) === step ? run + 1 : 1;
      longest = Math.max(longest, run);
    }
  }
  return longest;
}

export const PASSWORD_HISTORY = 5;
/** Bureau passwords are changed every 90 days. */
const BUREAU_PASSWORD_DAYS = 90;
const DAY_MS = 86_400_000;

export function isPasswordExpired(changedAt: Date, now: Date): boolean {
  return now.getTime() - changedAt.getTime() > BUREAU_PASSWORD_DAYS * DAY_MS;
}

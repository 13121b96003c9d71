import { parseUscc } from '@huanbao/codes';
import { language } from '@/i18n';

const LENGTH = 18;

const say = (sentence: { readonly zh: string; readonly en: string }): string => (language() === 'en' ? sentence.en : sentence.zh);

/** What is to mend in a 统一社会信用代码, or null. The same rules as on the server. */
export function usccProblem(text: string): string | null {
  const parsed = parseUscc(text);
  return parsed.ok ? null : say(parsed);
}

/** What can be said while the code is being typed: nothing until it is complete. */
export function usccNote(text: string): { readonly kind: 'ok' | 'warning' | 'wrong'; readonly text: string } | null {
  if (text.trim().length < LENGTH) return null;
  const parsed = parseUscc(text);
  if (!parsed.ok) return { kind: 'wrong', text: say(parsed) };
  const [warning] = parsed.warnings;
  return warning ? { kind: 'warning', text: say(warning) } : { kind: 'ok', text: language() === 'en' ? 'The code is consistent' : '代码校验通过' };
}

import i18n from 'i18next';

const FORM = /^[0-9A-HJ-NPQRTUWXY]{18}$/;

/** What is to mend in a 统一社会信用代码, or null. */
export function usccProblem(text: string): string | null {
  return FORM.test(text) ? null : i18n.t('form.uscc');
}

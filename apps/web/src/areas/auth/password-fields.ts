import type { FieldSpec } from '@/shared/form/field';

export const PASSWORD_HELP = {
  zh: '至少 12 个字符。可以用几个词连起来，好记又难猜；不要用单位名、电话和生日。',
  en: 'At least 12 characters. A few words in a row are easy to remember and hard to guess; avoid names, phone numbers and birthdays.',
};

export const newPassword = (name: string): FieldSpec => ({
  name,
  label: { zh: '新密码', en: 'New password' },
  help: PASSWORD_HELP,
  type: 'password',
  required: true,
  autoComplete: 'new-password',
  max: 128,
  pattern: '.{12,}',
  patternHint: { zh: '请至少用 12 个字符', en: 'use at least 12 characters' },
});

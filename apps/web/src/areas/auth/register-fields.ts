import type { FieldSpec } from '@/shared/form/field';
import { PASSWORD_HELP } from './password-fields';

/** What an organisation says about itself when it registers; the bureau verifies it against the public register. */
export const ORGANISATION_FIELDS: readonly FieldSpec[] = [
  {
    name: 'uscc',
    label: { zh: '统一社会信用代码', en: 'Unified social credit code' },
    help: { zh: '营业执照上的 18 位代码。', en: 'The 18 characters on your business licence.' },
    type: 'uscc',
    required: true,
    max: 18,
    width: 'full',
  },
  {
    name: 'name',
    label: { zh: '单位名称', en: 'Name of the organisation' },
    help: { zh: '与营业执照一致。', en: 'As on the business licence.' },
    type: 'text',
    required: true,
    autoComplete: 'organization',
    max: 100,
    width: 'full',
  },
  { name: 'address', label: { zh: '住所', en: 'Registered address' }, type: 'text', required: true, autoComplete: 'street-address', max: 200, width: 'full' },
  { name: 'legalRepresentative', label: { zh: '法定代表人', en: 'Legal representative' }, type: 'text', required: true, max: 50 },
  { name: 'contactName', label: { zh: '环保联系人', en: 'Environmental contact' }, type: 'text', required: true, max: 50 },
  {
    name: 'contactPhone',
    label: { zh: '联系电话', en: 'Contact phone' },
    help: { zh: '只给受理您事项的工作人员看。', en: 'Seen only by the officers who handle your matters.' },
    type: 'phone',
    required: true,
    autoComplete: 'tel',
  },
];

export const ADMIN_FIELDS: readonly FieldSpec[] = [
  { name: 'adminName', label: { zh: '管理员姓名', en: "Administrator's name" }, help: { zh: '真实姓名，会出现在办理记录里。', en: 'Your real name; it appears in the records.' }, type: 'text', required: true, autoComplete: 'name', max: 50 },
  {
    name: 'adminEmail',
    label: { zh: '管理员电子邮箱', en: "Administrator's e-mail" },
    help: { zh: '用来登录和收通知。', en: 'Used to sign in and to receive notices.' },
    type: 'email',
    required: true,
    autoComplete: 'email',
  },
  {
    name: 'adminPassword',
    label: { zh: '登录密码', en: 'Password' },
    help: PASSWORD_HELP,
    type: 'password',
    required: true,
    autoComplete: 'new-password',
    max: 128,
    pattern: '.{12,}',
    patternHint: { zh: '请至少用 12 个字符', en: 'use at least 12 characters' },
    width: 'full',
  },
];

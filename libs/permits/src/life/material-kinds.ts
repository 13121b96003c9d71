import { type Option, option } from '../form/field';
import { ATTACHMENT_KINDS } from '../form/sections/waste-and-monitoring';

/** Every kind of paper a business of a permit or a registration may ask for: those of the form, and those that no form holds. */
export const MATERIAL_KINDS: readonly Option[] = [
  ...ATTACHMENT_KINDS,
  option('loss-notice', '遗失声明', 'Notice of the loss'),
  option('old-certificate', '损毁的许可证', 'The damaged certificate'),
  option('registration-form', '排污登记表', 'Registration form'),
  option('registration-commitment', '真实性承诺', 'Commitment'),
];

export { DAY, DAY_TEXT, pageOf, regionsOf, trimmed } from '@huanbao/platform';

export const YUAN = /^\d{1,12}(\.\d{1,2})?$/;
export const YUAN_TEXT = { message: '请填写金额，最多两位小数，例如 20000.00 | An amount with two places at most, e.g. 20000.00' };

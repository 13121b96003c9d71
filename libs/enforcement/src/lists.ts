export { DAY, DAY_TEXT, pageOf, regionsOf, trimmed } from '@huanbao/platform';

export const HEX = /^[0-9a-f]{64}$/;
export const HEX_TEXT = { message: '请填写 64 位十六进制数字（小写） | 64 hexadecimal digits in lower case' };

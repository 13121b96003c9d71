/** Numbers as people type them are read the same way in the form and in workbooks. */
export { decimalOf, splitUnit, toHalfWidth, toPlainNumber } from '@huanbao/codes';

import type { Field, FieldProblem } from './field';

type Words = Pick<FieldProblem, 'code' | 'zh' | 'en'>;

const like = (field: Field): { zh: string; en: string } =>
  field.example ? { zh: `，例如 ${field.example}`, en: `, e.g. ${field.example}` } : { zh: '', en: '' };

/** What is wrong with a value and how to mend it, in the words of the field. */
export const problem = {
  missing: (field: Field): Words => {
    const verb = ['select', 'multiselect', 'boolean', 'date'].includes(field.type) ? { zh: '请选择', en: 'Choose' } : { zh: '请填写', en: 'Enter' };
    if (field.type === 'file') return { code: 'missing', zh: `请上传${field.label.zh}`, en: `Upload: ${field.label.en}.` };
    const unit = field.unit ? { zh: `，单位 ${field.unit}`, en: ` in ${field.unit}` } : { zh: '', en: '' };
    return { code: 'missing', zh: `${verb.zh}${field.label.zh}${unit.zh}${like(field).zh}`, en: `${verb.en}: ${field.label.en}${unit.en}${like(field).en}.` };
  },
  type: (field: Field): Words => ({ code: 'type', zh: `${field.label.zh}的内容类型不对，请重新填写${like(field).zh}`, en: `${field.label.en} has the wrong type. Enter it again${like(field).en}.` }),
  notNumber: (field: Field, typed: string): Words => ({
    code: 'not-a-number',
    zh: `“${short(typed)}”不是数字，请只填${field.label.zh}的数值${like(field).zh}`,
    en: `“${short(typed)}” is not a number. Enter digits only for ${field.label.en}${like(field).en}.`,
  }),
  unitTyped: (field: Field, number: string, rest: string): Words => ({
    code: 'unit-in-cell',
    zh: field.unit ? `只填数字 ${number}，不要带“${short(rest)}”；本栏单位固定为 ${field.unit}` : `只填数字 ${number}，不要带“${short(rest)}”`,
    en: field.unit ? `Enter ${number} only, without “${short(rest)}”; the unit here is ${field.unit}.` : `Enter ${number} only, without “${short(rest)}”.`,
  }),
  formula: (field: Field, typed: string): Words => ({
    code: 'formula-error',
    zh: `“${short(typed)}”是表格公式的出错结果，请填写${field.label.zh}的数值`,
    en: `“${short(typed)}” is a spreadsheet error. Enter the value of ${field.label.en}.`,
  }),
  decimals: (field: Field): Words => ({ code: 'decimals', zh: `${field.label.zh}最多保留 ${field.decimals} 位小数`, en: `${field.label.en}: at most ${field.decimals} decimals.` }),
  low: (field: Field): Words => ({ code: 'min', zh: `${field.label.zh}不能小于 ${field.min}${field.unit ? ` ${field.unit}` : ''}，请核对数值`, en: `${field.label.en} cannot be below ${field.min}${field.unit ? ` ${field.unit}` : ''}. Check the value.` }),
  high: (field: Field): Words => ({
    code: 'max',
    zh: `${field.label.zh}大于 ${field.max}${field.unit ? ` ${field.unit}` : ''}，疑似单位或小数点有误，请核对`,
    en: `${field.label.en} is above ${field.max}${field.unit ? ` ${field.unit}` : ''}. Check the unit and the decimal point.`,
  }),
  long: (field: Field): Words => ({ code: 'max-length', zh: `${field.label.zh}最多 ${field.max} 个字，请精简`, en: `${field.label.en}: at most ${field.max} characters.` }),
  pattern: (field: Field): Words => ({ code: 'pattern', zh: `${field.label.zh}的格式不对，请核对${like(field).zh}`, en: `${field.label.en} does not have the expected form${like(field).en}.` }),
  choice: (field: Field, typed: string): Words => ({ code: 'choice', zh: `“${short(typed)}”不在${field.label.zh}的选项中，请重新选择`, en: `“${short(typed)}” is not a choice of ${field.label.en}. Choose again.` }),
  date: (field: Field): Words => ({ code: 'date', zh: `${field.label.zh}请填写真实的日期${like(field).zh}`, en: `${field.label.en}: enter a date that exists${like(field).en}.` }),
  coordinates: (field: Field): Words => ({ code: 'coordinates', zh: `${field.label.zh}请填十进制度的经度和纬度，例如 111.7800, 37.1400`, en: `${field.label.en}: decimal degrees, e.g. 111.7800, 37.1400.` }),
  none: (field: Field): Words => ({ code: 'none', zh: `${field.label.zh}不能填“/”，请填写数值`, en: `${field.label.en} cannot be “/”. Enter a value.` }),
  rowsLow: (field: Field): Words => ({ code: 'rows-min', zh: `${field.label.zh}至少填写 ${field.min} 行`, en: `${field.label.en}: at least ${field.min} row(s).` }),
  rowsHigh: (field: Field): Words => ({ code: 'rows-max', zh: `${field.label.zh}最多 ${field.max} 行，请分批或合并`, en: `${field.label.en}: at most ${field.max} rows.` }),
  unknown: (name: string): Words => ({ code: 'unknown-field', zh: `表单里没有“${short(name)}”这一项，请删去或刷新页面`, en: `The form has no field “${short(name)}”. Remove it or reload.` }),
  attachment: (zh: string, en: string): Words => ({ code: 'attachment', zh: `请上传${zh}`, en: `Upload: ${en}.` }),
};

const short = (typed: string): string => (typed.length > 30 ? `${typed.slice(0, 30)}…` : typed);

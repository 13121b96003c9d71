/** One place in the text of a library condition that the officer fills. */
export interface Parameter {
  readonly name: string;
  readonly label: string;
  readonly type: 'text' | 'number' | 'date' | 'choice';
  readonly unit: string | null;
  readonly options: readonly string[];
  readonly example: string | null;
}

export interface ParameterFault {
  readonly pointer: string;
  readonly code: string;
  readonly zh: string;
  readonly en: string;
}

const PLACE = /\{([a-zA-Z][a-zA-Z0-9]*)\}/g;

/** Names of the places in a text, each once. */
export const placesIn = (text: string): string[] => [...new Set([...text.matchAll(PLACE)].map(match => match[1] as string))];

/** What is wrong with the values given; a name the text does not know is a slip, too. */
export function parameterFaults(parameters: readonly Parameter[], values: Readonly<Record<string, unknown>>): ParameterFault[] {
  const fault = (name: string, code: string, zh: string, en: string): ParameterFault => ({ pointer: `/parameters/${name}`, code, zh, en });
  const unknown = Object.keys(values).filter(name => !parameters.some(one => one.name === name)).map(name => fault(name, 'unknown', '条件里没有这一项，请删去', 'The condition has no such place. Leave it out.'));
  const wrong = parameters.flatMap((one): ParameterFault[] => {
    const given = values[one.name];
    const text = typeof given === 'string' ? given.trim() : '';
    const example = one.example ? `，例如 ${one.example}` : '';
    if (text === '') return [fault(one.name, 'parameter', `请填写“${one.label}”${example}`, `Fill in “${one.label}”.`)];
    if (text.length > 200) return [fault(one.name, 'length', `“${one.label}”请控制在 200 字以内`, `Keep “${one.label}” within 200 characters.`)];
    if (one.type === 'number' && !/^\d{1,9}(\.\d{1,6})?$/.test(text)) return [fault(one.name, 'number', `“${one.label}”请填写数字，不带单位${example}`, `“${one.label}” is a number without unit.`)];
    if (one.type === 'date' && !isDay(text)) return [fault(one.name, 'date', `“${one.label}”请填写日期，例如 2027-03-31`, `“${one.label}” is a day, e.g. 2027-03-31.`)];
    if (one.type === 'choice' && !one.options.includes(text)) return [fault(one.name, 'choice', `“${one.label}”请从 ${one.options.join('、')} 中选择`, `Choose “${one.label}” among those offered.`)];
    return [];
  });
  return [...unknown, ...wrong];
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text);
}

/** The text with its places filled; units go behind numbers. */
export function rendered(text: string, parameters: readonly Parameter[], values: Readonly<Record<string, unknown>>): string {
  return text.replace(PLACE, (whole, name: string) => {
    const parameter = parameters.find(one => one.name === name);
    const value = values[name];
    return parameter && typeof value === 'string' ? `${value.trim()}${parameter.unit ?? ''}` : whole;
  });
}

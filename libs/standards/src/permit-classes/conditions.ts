import type { CatalogueEntry, Column, Condition, PermitLevel } from './types';

/** The few words in which the catalogue is written down. */
export const always: Condition = { op: 'always' };
export const industry = (...codes: string[]): Condition => ({ op: 'industry', codes });
export const yes = (question: string): Condition => ({ op: 'yes', question });
export const not = (of: Condition): Condition => ({ op: 'not', of });
export const atLeast = (question: string, value: string): Condition => ({ op: 'at-least', question, value });
export const moreThan = (question: string, value: string): Condition => ({ op: 'more-than', question, value });
export const all = (...of: Condition[]): Condition => ({ op: 'all', of });
export const any = (...of: Condition[]): Condition => ({ op: 'any', of });
export const process = (level: PermitLevel): Condition => ({ op: 'process', level });

export const column = (text: string, when: Condition): Column => ({ text, when });

/** 表格中标“﹡”号者，是指在工业建筑中生产的排污单位 (note 1): the sign ends the text. */
export const starred = (text: string, when: Condition): Column => ({ text: `${text}﹡`, when: all(when, yes('industrial-building')) });

type Columns = CatalogueEntry['columns'];

export const entry = (no: number, title: string, industries: readonly string[], columns: Columns): CatalogueEntry => ({ no, title, industries, columns });

const KEY = column('涉及通用工序重点管理的', process('key'));
const SIMPLIFIED = column('涉及通用工序简化管理的', process('simplified'));
export const OTHERS = column('其他', always);
export const OTHERS_STARRED = starred('其他', always);

/** The many entries in which only boilers, furnaces, surface and water treatment decide. */
export const byProcess = (no: number, title: string, industries: readonly string[], rest: Column = OTHERS): CatalogueEntry =>
  entry(no, title, industries, { key: KEY, simplified: SIMPLIFIED, registration: rest });

export const LISTED = column('纳入重点排污单位名录的', yes('key-discharger'));

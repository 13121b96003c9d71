import type { FieldProblem } from '@huanbao/platform';

export const dayBeforeNow = (pointer: string, today: string): FieldProblem =>
  ({ pointer, code: 'day', zh: `日期已经过去，请填 ${today} 或更晚的日期；过去怎样就怎样，不能改`, en: `That day is over: choose ${today} or later. The past stays as it was.` });

import type { Answers } from '@huanbao/standards';

/** The whole way through the questions stands in the address: it can be kept, sent on and gone back in. */
export interface ClassifySearch {
  /** Four-digit classes, with commas. */
  readonly industries?: string;
  /** `beds:120,key-discharger:n` */
  readonly answers?: string;
  /** Choosing further industries. */
  readonly choose?: '1';
}

const MOST_INDUSTRIES = 8;
const YES = 'y';
const NO = 'n';

export const industriesIn = (search: ClassifySearch): string[] => [...new Set((search.industries ?? '').split(',').filter(code => /^\d{4}$/.test(code)))].slice(0, MOST_INDUSTRIES);

/** In the order they were given. What cannot be read is left out, and asked again. */
export function answersIn(search: ClassifySearch): Answers {
  const pairs = (search.answers ?? '').split(',').flatMap(pair => {
    const [, name, value] = /^([a-z0-9-]+):(y|n|\d{1,12}(?:\.\d{1,6})?)$/.exec(pair) ?? [];
    return name && value ? [[name, value === YES ? true : value === NO ? false : value] as const] : [];
  });
  return Object.fromEntries(pairs);
}

export function addressOf(industries: readonly string[], answers: Answers): ClassifySearch {
  const written = Object.entries(answers).flatMap(([name, answer]) => (answer === undefined || answer === '' ? [] : [`${name}:${answer === true ? YES : answer === false ? NO : answer}`]));
  return { industries: industries.length > 0 ? industries.join(',') : undefined, answers: written.length > 0 ? written.join(',') : undefined };
}

/** Without one answer and all that were given after it: they may have been asked because of it. */
export function answersBefore(answers: Answers, name: string): Answers {
  const names = Object.keys(answers);
  return Object.fromEntries(names.slice(0, names.indexOf(name)).map(each => [each, answers[each]]));
}

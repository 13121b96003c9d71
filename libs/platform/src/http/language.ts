/** Which of the two languages of the house an `Accept-Language` header prefers (RFC 9110 12.5.4); English when it names neither. */
export function preferredLanguage(header: string | string[] | undefined): 'zh' | 'en' {
  const weightOf = { zh: 0, en: 0 };
  for (const part of String(header ?? '').slice(0, 200).split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = tag.split('-')[0];
    if (language !== 'zh' && language !== 'en') continue;
    weightOf[language] = Math.max(weightOf[language], weightIn(parameters));
  }
  return weightOf.zh > weightOf.en ? 'zh' : 'en';
}

function weightIn(parameters: readonly string[]): number {
  const given = parameters.map(parameter => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(parameter)?.[1]).find(weight => weight !== undefined);
  return given === undefined ? 1 : Number(given);
}

import { type Answers, catalogueOn, classify, type Decided, industryOf } from '@huanbao/standards';
import type { FieldProblem, SectionData, Text } from '../form/field';
import { contradictions, permitNeeded } from './content-fit';
import type { Classification } from './registration.entity';

export type Classified = { readonly ok: true; readonly classification: Classification } | { readonly ok: false; readonly pointer: string; readonly why: Text };

const wrong = (pointer: string, zh: string, en: string): Classified => ({ ok: false, pointer, why: { zh, en } });

/**
 * Whether the unit is one that registers, by the catalogue of the day. What the browser says is not believed: the class
 * is decided again from industries and answers.
 */
export function classifiedForRegistration(industries: readonly string[], answers: Answers, today: string): Classified {
  const catalogue = catalogueOn(today);
  if (!catalogue) return wrong('/industries', '今天没有可用的分类管理名录，请联系生态环境部门', 'No catalogue holds today. Ask the bureau.');
  const unknown = industries.findIndex(code => code.length !== 4 || !industryOf(code));
  if (industries.length === 0 || unknown >= 0) return wrong(`/industries${unknown >= 0 ? `/${unknown}` : ''}`, '请从行业目录中选择四位小类', 'Choose four-digit classes of the industry list.');
  const outcome = decidedBy(() => classify(catalogue, industries, answers));
  if (!outcome) return wrong('/answers', '分类问题的回答不对，请重新做一次分类判定', 'The answers do not fit. Classify again.');
  if (outcome.state === 'asking') return wrong('/answers', `还有 ${outcome.asks.length} 个分类问题没有回答，请把分类判定做完`, 'Some questions of the classification are open. Finish it.');
  if (outcome.level === 'registration') return { ok: true, classification: { edition: catalogue.edition, industries: [...industries], answers, entries: entriesOf(outcome) } };
  return outcome.level === null
    ? wrong('/industries', '名录没有要求本单位登记，不需要办理', 'The catalogue asks for nothing; there is nothing to register.')
    : { ok: false, pointer: '/industries', why: permitNeeded(outcome, outcome.level) };
}

/** Each place of the content that says something else than what the class was decided on. */
export function unfitContent(content: SectionData, { industries, answers }: Classification, today: string): FieldProblem[] {
  const catalogue = catalogueOn(today);
  return catalogue ? contradictions(content, { catalogue, industries, answers }) : [];
}

const entriesOf = (decided: Decided): Classification['entries'] => decided.deciding.map(one => ({ no: one.entryNo, title: one.entryTitle, text: one.text }));

function decidedBy(work: () => ReturnType<typeof classify>): ReturnType<typeof classify> | null {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

import { FieldProblem, Form, SectionKey } from './field';
import { SECTIONS } from './form';
import { type Asked, validateSection } from './validate';

/** 未开始 / 填报中 / 已完成 / 有错误, as the task list shows them. */
export type SectionStatus = 'not-started' | 'in-progress' | 'completed' | 'has-errors';

export interface SectionProgress {
  readonly section: SectionKey;
  readonly status: SectionStatus;
  readonly problems: readonly FieldProblem[];
}

/** Fields that the platform fills in itself do not count as a start. */
const PREFILLED: ReadonlySet<string> = new Set(['enterpriseName', 'uscc', 'managementCategory']);

/**
 * Where each section stands. `declared` are the sections whose “本节是否填写完成” was answered yes: such a section with
 * problems has errors, an undeclared one is simply still being filled in.
 */
export function completeness(form: Form, declared: ReadonlySet<SectionKey>, asked?: Asked): SectionProgress[] {
  // a section the application does not have came with a later version of the form
  return SECTIONS.filter(section => form[section.key] !== undefined).map(section => {
    const data = form[section.key] ?? {};
    const problems = validateSection(section, data, asked);
    const started = Object.keys(data).some(name => !PREFILLED.has(name));
    return { section: section.key, status: statusOf(declared.has(section.key), started, problems.length), problems };
  });
}

function statusOf(declared: boolean, started: boolean, problems: number): SectionStatus {
  if (declared) return problems > 0 ? 'has-errors' : 'completed';
  return started ? 'in-progress' : 'not-started';
}

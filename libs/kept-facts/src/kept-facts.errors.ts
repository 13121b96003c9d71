import { AppError, FieldProblem, invalidFields } from '@huanbao/platform';

const field = (pointer: string, code: string, zh: string, en: string): AppError => invalidFields([{ pointer, code, zh, en }]);
const conflict = (code: string, zh: string, en: string, extra?: Record<string, unknown>): AppError => new AppError('conflict', code, { zh, en }, extra ? { extra } : {});

export const factFaults = (faults: readonly FieldProblem[]): AppError => invalidFields([...faults]);
export const enterpriseUnknown = (): AppError => field('/enterpriseId', 'enterprise', '请选择本辖区已登记的企业', 'Choose an enterprise of your region.');
export const usccUnknown = (): AppError => field('/uscc', 'enterprise', '本辖区没有这个统一社会信用代码的企业，请核对', 'No enterprise of your region has this code.');
export const scanMissing = (): AppError => field('/scanFileId', 'scan', '没有找到这份扫描件，请重新上传', 'The scan was not found. Upload it again.');
export const nothingChanged = (): AppError => field('/value', 'same', '更正的内容和原来一样，请改正后再提交；要删去这条请用“撤回”', 'The correction says the same. Change something, or withdraw the row.');

export const factTaken = (): AppError => conflict('kept-fact.taken', '这条已经提交过，请在列表中查看', 'This was submitted before; see the list.');
export const factThere = (): AppError => conflict('kept-fact.exists', '同一文号、同一时段的这项数据已经登记，不必重复登记', 'This value of the same document and time is there already.');
export const factOverlaps = (other: { readonly documentNo: string; readonly fromOn: string; readonly toOn: string | null } | null): AppError => {
  const which = other ? `（${other.documentNo}，${other.fromOn} 至 ${other.toOn ?? '长期'}）` : '';
  return conflict('kept-fact.overlaps', `这段时间已有生效的同类数据${which}，同一天只能有一个值。请先更正原来那条（例如补上截止日期），或撤回它`, `A value of this kind holds in that time already${other ? ` (${other.documentNo}, ${other.fromOn} – ${other.toOn ?? ''})` : ''}. Correct that row first, e.g. give it a last day, or withdraw it.`, other ? { documentNo: other.documentNo, fromOn: other.fromOn, toOn: other.toOn } : undefined);
};
export const factNotHolding = (): AppError => conflict('kept-fact.not-holding', '这条现在不生效（未确认、已更正或已撤回），请在列表中找现行的一条', 'This row does not hold: not confirmed, corrected or withdrawn. Find the one that holds.');
export const changeOpen = (): AppError => conflict('kept-fact.change-open', '这条已有一份更正或撤回在等待确认，请等它办完', 'A correction or withdrawal of this row waits already. Wait for it.');
export const factDecided = (): AppError => conflict('kept-fact.state', '这条已经有了结果，请刷新后查看', 'This row has been decided. Reload.');
export const factTwoPersons = (): AppError => new AppError('rule', 'kept-fact.two-persons', { zh: '须由登记人以外的另一名工作人员确认；企业对某条提出的更正，也不由当初登记那条的人确认。请交同事办理', en: 'Somebody else confirms it than who entered it; what an enterprise asks for is not decided by who entered the row. Ask a colleague.' });

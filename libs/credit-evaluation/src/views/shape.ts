import type { CreditLine, CreditSchemeLine, Reckoned, ReckonedEvent } from '@huanbao/credit';
import type { StoredFile } from '@huanbao/documents';
import type { CreditEvaluation, CreditEvaluationObjection, EvaluationResult, EvaluationYear } from '../evaluation.entity';
import { evaluationMachine, RESULT_SHOWN, type Stage } from '../evaluation.machine';
import type { Check } from '../rules/answers';
import { INDICATORS } from '../rules/indicators';
import { daysLeft, isOverdue, stageDue } from '../rules/stages';
import type { AnnualEvaluationItemView, EvaluationFileView, EvaluationIndicatorView, EvaluationObjectionView, AnnualResultView, EvaluationCorrectionView, EvaluationVoluntaryView, GradeTodayView, IndicatorCheckView, ResultEventView, ResultLineView, SchemeResultView } from './evaluation.view';

/** Who looks: the party sees checks and results from the publicity on. */
export interface Sight {
  readonly isBureau: boolean;
  readonly today: string;
}

export type ItemFacts = Pick<CreditEvaluation, 'id' | 'yearId' | 'year' | 'number' | 'subjectId' | 'subjectName' | 'uscc' | 'industryCode' | 'industryName' | 'town' | 'returned' | 'late' | 'notReported' | 'score' | 'grade' | 'gradeTitle' | 'colour' | 'publicUntil' | 'publishDue' | 'publishedAt' | 'mergedInto' | 'corrects' | 'correctedAt'>;

export const showsResult = (state: string, { isBureau }: Sight): boolean => isBureau || RESULT_SHOWN.includes(state);

export function itemView(row: ItemFacts, { state: reached, caseDue, year }: { readonly state: string; readonly caseDue: string | null; readonly year: Pick<EvaluationYear, 'reportUntil' | 'checkUntil' | 'reviewUntil' | 'publishBy' | 'publicityDays'> }, sight: Sight): AnnualEvaluationItemView {
  const { id, yearId, year: of, number, subjectId, subjectName, uscc, industryCode, industryName, town, late, notReported, publishedAt } = row;
  const state = row.mergedInto === null ? reached : 'dropped';
  const dueOn = stageDue({ state, returned: row.returned, publicUntil: row.publicUntil, publishDue: row.publishDue, caseDue }, year);
  const shown = showsResult(reached, sight);
  const label = row.correctedAt === null ? evaluationMachine.states[state as Stage].label : CORRECTED;
  return {
    id, yearId, year: of, number, subjectId, subjectName, uscc, industryCode, industryName, town, stage: state, stageZh: label.zh, stageEn: label.en, dueOn, daysLeft: daysLeft(dueOn, sight.today), overdue: isOverdue(state, dueOn, sight.today), late, notReported,
    score: shown ? row.score : null, grade: shown ? row.grade : null, gradeTitle: shown ? row.gradeTitle : null, colour: shown ? row.colour : null, publishedAt: publishedAt?.toISOString() ?? null, isCorrection: row.corrects !== null,
  };
}

const CORRECTED = { zh: '已更正', en: 'Corrected' };

export const correctionView = ({ correction }: CreditEvaluation, shown: boolean): EvaluationCorrectionView | null => correction && {
  causes: correction.causes.map(one => ({ ...one })), direction: shown ? correction.direction : null,
  differences: shown ? correction.differences.map(({ scheme, schemeTitle, inForce, before, after, lines }) => ({ scheme, schemeTitle, inForce, before: { ...before }, after: { ...after }, lines: lines.map(line => ({ ...line })) })) : [],
};

const fileView = ({ id, name, sizeBytes }: StoredFile): EvaluationFileView => ({ id, name, sizeBytes: Number(sizeBytes) });

const checkView = ({ verdict, value, reason, byName, at }: Check): IndicatorCheckView => ({ verdict, applies: value?.applies ?? null, measure: value?.measure ?? null, level: value?.level ?? null, score: value?.score ?? null, reason, byName, at });

interface Around {
  readonly rows: readonly CreditSchemeLine[];
  readonly files: readonly StoredFile[];
  readonly shown: boolean;
}

export function indicatorViews({ prefills, answers, checks }: CreditEvaluation, { rows, files, shown }: Around): EvaluationIndicatorView[] {
  return INDICATORS.map(({ code, group, input, unit, title, help, evidence, applies }) => {
    const row = rows.find(one => one.code === code);
    const [prefill, answer, check] = [prefills[code], answers[code], checks[code]];
    return {
      code, group, input, unit, title: { ...title }, help: { ...help }, evidence: { ...evidence }, applies: applies && { ...applies }, weight: row?.value ?? null, weightVerified: row?.verified ?? false, bands: (row?.attributes.bands ?? []).map(band => ({ ...band })),
      prefill: prefill ? { ...prefill } : null, answer: answer ? { ...answer } : null, check: check && shown ? checkView(check) : null,
      files: files.filter(one => one.purpose === `evidence-${code}`).map(fileView), checkFiles: shown ? files.filter(one => one.purpose === `check-${code}`).map(fileView) : [],
    };
  });
}

export const voluntaryViews = ({ voluntary, voluntaryChecks }: CreditEvaluation, shown: boolean): EvaluationVoluntaryView[] => voluntary.map(({ title, doneOn, words }, nth) => {
  const check = shown ? voluntaryChecks[String(nth)] : undefined;
  return { title, doneOn, words, accepted: check?.accepted ?? null, reason: check?.reason ?? null, checkedByName: check?.byName ?? null };
});

const wordsOf = ({ title, documentNo, occurredOn }: ReckonedEvent): string => [title, documentNo, occurredOn].filter(Boolean).join('，');

const lineView = ({ kind, code, title, contribution, weight, score, legalBasis, verified, note, events }: CreditLine, known: readonly ReckonedEvent[]): ResultLineView => ({
  kind, code, title, contribution, weight, score, legalBasis, verified, note, events: events.flatMap(key => known.filter(one => one.key === key).map(wordsOf)),
});

const eventView = ({ key, typeTitle, title, documentNo, occurredOn, status }: ReckonedEvent): ResultEventView => ({ key, typeTitle, title, documentNo, occurredOn, status });

const schemeView = ({ scheme, schemeTitle, inForce, score, grade, gradeTitle, colour, vetoes, lines, events }: Reckoned): SchemeResultView => ({
  scheme, schemeTitle, inForce, score, grade, gradeTitle, colour, vetoes: [...vetoes], lines: lines.map(one => lineView(one, events)), events: events.filter(one => !one.key.startsWith('supposed:')).map(eventView),
});

export const resultView = ({ nth, cause, computedAt, byName, readings, results }: EvaluationResult): AnnualResultView => ({ nth, cause, computedAt: computedAt.toISOString(), byName, readings: readings.map(one => ({ ...one })), schemes: results.map(schemeView) });

export const objectionView = ({ id, number, side, byName, words, madeAt, verdict, answer, answeredByName, answeredAt, contactCipher }: CreditEvaluationObjection): EvaluationObjectionView => ({ id, number, side, byName, words, madeAt: madeAt.toISOString(), verdict, answer, answeredByName, answeredAt: answeredAt?.toISOString() ?? null, hasContact: contactCipher !== null });

const ACTS_ON_GRADE: readonly string[] = ['downgrade', 'veto', 'gate', 'tier'];

/** Why the grade of today is another than the annual one: what came after the year, and what is worth something else by now. */
export function todayView(now: Reckoned, { day, asOf, annual }: { readonly day: string; readonly asOf: string; readonly annual: Reckoned | null }): GradeTodayView {
  const before = new Map(annual?.events.map(one => [one.key, one.status]));
  const since = now.events.filter(one => !one.key.startsWith('credit-evaluation:') && (before.has(one.key) ? before.get(one.key) !== one.status : one.validFrom > asOf));
  return {
    day, scheme: now.scheme, schemeTitle: now.schemeTitle, score: now.score, grade: now.grade, gradeTitle: now.gradeTitle, colour: now.colour, differs: annual !== null && (annual.scheme !== now.scheme || annual.grade !== now.grade),
    lines: now.lines.filter(one => ACTS_ON_GRADE.includes(one.kind)).map(one => lineView(one, now.events)), since: since.map(eventView),
  };
}

import { Injectable } from '@nestjs/common';
import { CreditHistory, CreditStandings, type StandingOn } from '@huanbao/credit';
import { PenaltyFines } from '@huanbao/penalties';
import { PermitReader, statusOn } from '@huanbao/permits';
import { type RectificationRate, RectificationRates } from '@huanbao/rectification';
import { WatchListReader } from '@huanbao/watch-list';
import { BankParameters } from '../parameters';
import { trendDays } from '../score/trend-days';
import { type FInput, type FRules, fScore, PART_WORDS, type FPart } from '../score/f-score';
import { FIELDS_OF, type FieldGroup } from '../scopes';
import type { BankAnswerView, BankCarbonView, BankFScoreView, BankMissingView, MissingReason } from './answer.view';
import { BankKept, chosenPermit, type Kept, type OnlineOfYear } from './kept.service';

export type Facts = Omit<BankAnswerView, 'queryId' | 'authorizationId' | 'authorizationNumber' | 'asOf' | 'answeredAt' | 'enterpriseId' | 'uscc' | 'name'>;

interface Asked {
  readonly enterpriseId: string;
  readonly groups: ReadonlySet<FieldGroup>;
  readonly day: string;
}

type Says = (field: string, reason: MissingReason, words: Words) => void;
type Words = { readonly zh: string; readonly en: string };
const NO_FINE: Words = { zh: '不是在本平台作出的处罚决定，没有罚款金额，请看处罚决定书', en: 'Of decisions made elsewhere the platform has no amount; see the decision.' };
/** Nothing was to be corrected within twelve months: no rate, and none is made up. */
const NO_RATE: Words = { zh: '近 12 个月没有到期的整改', en: 'Nothing had to be corrected within twelve months.' };
const NOT_GIVEN: Words = { zh: '企业没有授权查询这一项', en: 'The enterprise did not authorise this.' };
const TYPES: Readonly<Record<string, string>> = { key: '重点管理', simplified: '简化管理' };

/** The minimum fields of §1.4 as far as this house knows them. What it does not know is null with a reason, never a guess. */
@Injectable()
export class BankFacts {
  constructor(
    private readonly standings: CreditStandings,
    private readonly history: CreditHistory,
    private readonly fines: PenaltyFines,
    private readonly permits: PermitReader,
    private readonly list: WatchListReader,
    private readonly parameters: BankParameters,
    private readonly rectifications: RectificationRates,
    private readonly kept: BankKept,
  ) {}

  async of(asked: Asked): Promise<Facts> {
    const missing: BankMissingView[] = [];
    const says: Says = (field, reason, words) => void missing.push({ field, reason, ...words });
    const { groups, enterpriseId, day } = asked;
    const standing = groups.has('credit') ? await this.standings.standingOf(enterpriseId, day) : null;
    const facts: Facts = { ...(groups.has('credit') ? await this.credit(asked, standing, says) : {}), missing };
    if (groups.has('penalties')) facts.penalties = await this.penalties(asked, says);
    if (groups.has('permit')) Object.assign(facts, await this.permit(asked, says));
    const rules = await this.parameters.fRules();
    const known: Known = {
      standing, rate: groups.has('performance') ? await this.rectifications.of(enterpriseId, day) : null,
      performance: groups.has('performance') ? await this.kept.performance(enterpriseId, day, rules) : null,
      online: groups.has('performance') ? await this.kept.online(enterpriseId, day) : null,
      carbon: groups.has('carbon') ? await this.kept.carbon(enterpriseId, day) : null,
    };
    Object.assign(facts, keptFields(known, says));
    if (groups.has('blacklist')) Object.assign(facts, await this.listed(asked));
    if (groups.has('f-score')) facts.fScore = score(rules, known, { groups, listed: facts.blacklist ?? null });
    for (const [group, fields] of Object.entries(FIELDS_OF)) if (!groups.has(group as FieldGroup)) for (const field of fields) says(field, 'not-in-scope', NOT_GIVEN);
    return facts;
  }

  private async credit({ enterpriseId, day }: Asked, standing: StandingOn | null, says: Says): Promise<Partial<Facts>> {
    if (!standing) {
      for (const field of ['creditGrade', 'score', 'scoreTrend12m', 'vetoFlags']) says(field, 'none', { zh: '还没有环境信用评价结果', en: 'There is no credit evaluation yet.' });
      return { creditGrade: null, creditGradeTitle: null, creditColour: null, score: null, scoreTrend12m: null, vetoFlags: null, vetoTitles: null };
    }
    const { grade, gradeTitle, colour, score, vetoes, vetoTitles } = standing;
    const trend = await this.history.of(enterpriseId, trendDays(day));
    return { creditGrade: grade, creditGradeTitle: gradeTitle, creditColour: colour, score, vetoFlags: [...vetoes], vetoTitles: [...vetoTitles], scoreTrend12m: trend.map(one => ({ day: one.day, score: one.score, grade: one.grade, gradeTitle: one.gradeTitle })) };
  }

  private async penalties({ enterpriseId, day }: Asked, says: Says): Promise<Facts['penalties']> {
    const found = await this.history.penalties(enterpriseId, day);
    if (!found) says('penalties', 'none', { zh: '还没有信用台账', en: 'There is no credit ledger yet.' });
    const yuan = await this.fines.amounts(enterpriseId, (found ?? []).flatMap(one => one.documentNo ?? []));
    const answer = found && found.map(({ documentNo, title, date, status, underAppeal }) => ({ docNo: documentNo, title, date, fineYuan: yuan.get(documentNo ?? '') ?? null, status, underAppeal }));
    if (answer?.some(one => one.fineYuan === null)) says('penalties/fineYuan', 'not-kept', NO_FINE);
    return answer;
  }

  /** Of several permits the one that holds, and of those the newest. */
  private async permit({ enterpriseId, day }: Asked, says: Says): Promise<Pick<Facts, 'permit' | 'industryCode'>> {
    const chosen = chosenPermit(await this.permits.ofEnterprise(enterpriseId), day);
    if (!chosen) {
      for (const field of ['permit', 'industryCode']) says(field, 'none', { zh: '没有在本平台办理的排污许可证', en: 'There is no discharge permit on this platform.' });
      return { permit: null, industryCode: null };
    }
    return { industryCode: chosen.industryCode, permit: { no: chosen.number, type: TYPES[chosen.managementCategory] ?? chosen.managementCategory, validTo: chosen.validTo, status: statusOn(chosen, day) } };
  }

  /** Whether it is on the supervision list of that day, and if so the decision. */
  private async listed({ enterpriseId, day }: Asked): Promise<Pick<Facts, 'blacklist' | 'blacklistEntry'>> {
    const found = await this.list.of(enterpriseId, day);
    return { blacklist: found !== null, blacklistEntry: found && { ...found, paragraphs: [...found.paragraphs] } };
  }
}

/** What the parts of F rest on; null where the enterprise did not give the group. */
interface Known {
  readonly standing: StandingOn | null;
  readonly rate: RectificationRate | null;
  readonly performance: Kept<string> | null;
  readonly online: Kept<OnlineOfYear> | null;
  readonly carbon: Kept<BankCarbonView> | null;
}

function keptFields({ rate, performance, online, carbon }: Known, says: Says): Partial<Facts> {
  const fields: Partial<Facts> = {};
  if (rate && performance && online) {
    Object.assign(fields, { performanceGrade: performance.value, onlineExceedHours12m: online.value?.exceed ?? null, onlineRunHours12m: online.value?.run ?? null, rectifyRate: rate.rate });
    if (performance.why) says('performanceGrade', 'none', performance.why);
    if (online.why) for (const field of ['onlineExceedHours12m', 'onlineRunHours12m']) says(field, 'none', online.why);
    if (rate.rate === null) says('rectifyRate', 'none', NO_RATE);
  }
  if (carbon) fields.carbon = carbon.value;
  if (carbon?.why) says('carbon', 'none', carbon.why);
  return fields;
}

/** Parts the enterprise did not give count as missing: the score gives nothing away. */
function score(rules: FRules, { standing, rate, performance, online, carbon }: Known, { groups, listed }: { readonly groups: ReadonlySet<FieldGroup>; readonly listed: boolean | null }): BankFScoreView {
  const part = (group: FieldGroup, words: Words): FPart => ({ value: null, why: groups.has(group) ? words : NOT_GIVEN });
  const hidden: FPart = { value: null, why: NOT_GIVEN };
  const input: FInput = {
    parts: {
      credit: standing ? { value: standing.score, why: null } : { value: null, why: { zh: '还没有环境信用评价结果', en: 'There is no credit evaluation yet.' } },
      online: online?.part ?? hidden, performance: performance?.part ?? hidden, carbon: carbon?.part ?? hidden,
      rectify: rate?.rate ? { value: rate.rate, why: null } : part('performance', NO_RATE),
      insurance: part('performance', { zh: '平台没有环责险和清洁生产数据', en: 'The platform has no data on insurance and cleaner production.' }),
    },
    colour: standing?.colour ?? null, listed,
  };
  const { lines, notes, ...rest } = fScore(rules, input);
  return { ...rest, notes: notes.map(one => ({ ...one })), lines: lines.map(({ why, ...line }) => ({ ...line, ...PART_WORDS[line.part], whyZh: why?.zh ?? null, whyEn: why?.en ?? null })) };
}


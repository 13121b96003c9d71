import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { Actor, Clock, Db, notFound, shanghaiDate } from '@huanbao/platform';
import { Bid, ServiceTask } from '../marketplace.entity';
import { taskRelations } from '../marketplace.policy';
import { BureauKeys } from '../opening/bureau-keys';
import { TaskGuards } from '../task-guards';
import { TaskRecords } from '../task.records';
import { type Facts, regimeOf, verdicts } from './admission';
import type { Provision } from './law';
import { METHODS, REGIMES } from './methods';
import type { MethodQuery } from './methods.dto';
import type { CalendarStepView, MethodOptionsView, MethodOptionView, ShareDutyView, TaskProcedureView } from './methods.view';
import { Almanac, earliestDeadline, endOf, fewestBidders, fewestInvited, lastObjectionDay, rowOf } from './periods';
import { ProcurementLaw } from './procurement-law.service';
import { shareDuty } from './share-duty';
import { knowsNumber } from './secrecy';
import { shortOptions } from './shortfall';
import { In } from 'typeorm';

const UNKNOWN = { zh: '请先填写预算', en: 'Give the budget first' };

/** What the law says before a method is chosen, and how a procurement runs after. */
@Injectable()
export class ProcedureQueries {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly law: ProcurementLaw,
    private readonly guards: TaskGuards,
    private readonly bureauKeys: BureauKeys,
    private readonly clock: Clock,
  ) {}

  async options(query: MethodQuery): Promise<MethodOptionsView> {
    const facts = { ...query, budgetYuan: query.budgetYuan ?? null };
    const almanac = await this.law.almanac();
    const regime = regimeOf(facts, almanac.law);
    const words = regime ? REGIMES[regime] : UNKNOWN;
    const items = verdicts(facts, almanac.law).map(({ method, standing, why, mend, basis }): MethodOptionView => {
      const { zh, en, hint, who } = METHODS[method];
      const earliest = regime && earliestDeadline(method, regime, this.clock.today(), almanac);
      return {
        method, zh, en, hintZh: hint.zh, hintEn: hint.en, who, standing, whyZh: why.zh, whyEn: why.en, mendZh: mend?.zh ?? null, mendEn: mend?.en ?? null, basis,
        earliestDay: earliest?.day ?? null, ...periodWords(earliest?.provision ?? null),
        fewestInvited: fewestInvited(method, almanac.law), fewestBids: fewestBidders(method, regime ?? 'voluntary', almanac.law),
      };
    });
    return { regime, regimeZh: words.zh, regimeEn: words.en, unverified: facts.funds !== 'private' && !almanac.law('threshold.works').verified, shares: await this.shares(facts, almanac), items };
  }

  async of(actor: Actor, taskId: string): Promise<TaskProcedureView> {
    const task = await this.records.find(actor, taskId);
    const relations = taskRelations(actor, await this.records.partiesFor(actor, task));
    return this.view(task, { signedIn: true, reader: relations.some(one => one === 'own' || one === 'jurisdiction') ? 'procurer' : 'other' });
  }

  /** Of what everybody may see. */
  async ofPublic(taskId: string): Promise<TaskProcedureView> {
    return this.view(await this.publicTask(taskId), { signedIn: false, reader: 'other' });
  }

  async publicTask(taskId: string): Promise<ServiceTask> {
    const task = await this.db.repo(ServiceTask).findOneBy({ id: taskId });
    if (!task || task.state === 'draft' || !task.listed) throw notFound();
    return task;
  }

  /** What it means for every method with sealed bids. */
  private async shares(facts: Facts, { law }: Almanac): Promise<ShareDutyView> {
    return { ...shareDuty({ ...facts, method: 'open' }, law), missing: await this.bureauKeys.missing() };
  }

  /** At the deadline all that the rules leave; before the final offers the way on with fewer, where one is needed and there is one. */
  private async waysOn(task: ServiceTask): Promise<ReturnType<typeof shortOptions>> {
    if (task.state === 'short') return shortOptions(task);
    if (task.state !== 'negotiating' || task.shortReason !== null) return [];
    const standing = await this.db.repo(Bid).countBy({ taskId: task.id, sealedRound: 1, state: 'opened', eligible: true });
    return standing < task.fewestBids ? shortOptions(task).filter(one => one.step === 'proceed') : [];
  }

  private async view(task: ServiceTask, { signedIn, reader }: { signedIn: boolean; reader: 'procurer' | 'other' }): Promise<TaskProcedureView> {
    const almanac = await this.law.almanac();
    const { zh, en, hint, who, numberBeforeOpening } = METHODS[task.method];
    const regime = task.state === 'draft' ? (regimeOf(task, almanac.law) ?? task.regime) : task.regime;
    const bids = knowsNumber(task, reader) ? await this.db.repo(Bid).countBy({ taskId: task.id, state: In(['sealed', 'opened', 'unreadable']), sealedRound: task.bidRound }) : null;
    const next = signedIn ? await this.db.repo(ServiceTask).findOneBy({ followsTaskId: task.id }) : null;
    return {
      method: task.method, methodZh: zh, methodEn: en, hintZh: hint.zh, hintEn: hint.en, who, regime, regimeZh: REGIMES[regime].zh, regimeEn: REGIMES[regime].en,
      basis: rowOf(task.method, regime).basis, fewestBids: task.state === 'draft' ? fewestBidders(task.method, regime, almanac.law) : task.fewestBids, attempt: task.attempt,
      numberKnownTo: numberBeforeOpening.knownTo, numberBasis: numberBeforeOpening.basis,
      calendar: calendarOf({ ...task, regime }, almanac, this.clock.now()),
      shortOptions: signedIn ? await this.waysOn(task) : [], bids, judged: await this.guards.judged(task.id), shortReason: task.shortReason, shortApproval: task.shortApproval,
      followsTaskId: signedIn ? task.followsTaskId : null, followedById: next?.id ?? null,
    };
  }
}

function periodWords(provision: Provision | null): { periodZh: string | null; periodEn: string | null } {
  if (!provision) return { periodZh: null, periodEn: null };
  const { value, unit, basis, verified } = provision;
  return { periodZh: `发布到截止不少于 ${value} ${unit}（${basis}${verified ? '' : '，未核实'}）`, periodEn: `At least ${value} ${unit === '工作日' ? 'working days' : 'days'} to the deadline${verified ? '' : ' (not verified)'}` };
}

type Step = Omit<CalendarStepView, 'done'>;

/** Everything with a day, in the order it happens. Days of the law carry their article, and say when nobody has compared it. */
export function calendarOf(task: ServiceTask, almanac: Almanac, now: Date): CalendarStepView[] {
  const today = shanghaiDate(now);
  const steps = task.state === 'draft' ? draftSteps(task, almanac, today) : [...biddingSteps(task, almanac), ...laterSteps(task)];
  return steps.map(step => ({ ...step, done: step.at !== null ? new Date(step.at) <= now : step.day !== null && step.day < today }));
}

const own = (key: string, zh: string, en: string, at: Date | null): Step => ({ key, zh, en, at: at?.toISOString() ?? null, day: null, basis: null, verified: true });
const lawful = (key: string, zh: string, en: string, { day, provision }: { day: string; provision: Provision }): Step => ({ key, zh, en, at: null, day, basis: provision.basis, verified: provision.verified });

function draftSteps(task: ServiceTask, almanac: Almanac, today: string): Step[] {
  const earliest = earliestDeadline(task.method, task.regime, today, almanac);
  return [...(earliest ? [lawful('earliest', '今天发布时最早的截止日', 'First lawful deadline if published today', earliest)] : []), own('deadline', '拟定的截止时间', 'Intended deadline', task.bidDeadline)];
}

function biddingSteps(task: ServiceTask, almanac: Almanac): Step[] {
  const published = shanghaiDate(task.publishedAt ?? task.createdAt);
  const one = METHODS[task.method].who === 'one';
  const documents = rowOf(task.method, task.regime).periods.find(key => key.endsWith('.documents'));
  const objection = lastObjectionDay(task.regime, task.bidDeadline, almanac.law);
  const amendment = almanac.law(rowOf(task.method, task.regime).amendment);
  const firstRound = task.bidRound === 1 && !one;
  return [
    own('published', one ? '发出委托' : '发布', one ? 'Offer sent' : 'Published', task.publishedAt),
    ...(documents ? [lawful('documents', '采购文件至少可获取到', 'Documents available at least until', endOf(documents, published, almanac))] : []),
    ...(objection && firstRound ? [lawful('objection', '对文件提出异议的最后一天', 'Last day for objections to the documents', { day: objection, provision: almanac.law('days.objection') })] : []),
    ...(task.regime !== 'voluntary' && firstRound && amendment.unit === '日' ? [lawful('amendment', '修改文件而不顺延的最后一天', 'Last day to amend without moving the deadline', { day: addDays(shanghaiDate(task.bidDeadline), -Number(amendment.value)), provision: amendment })] : []),
    ...(task.bidRound === 2 ? [own('first-opened', '首轮开启', 'First round opened', task.firstOpenedAt)] : []),
    own('deadline', one ? '答复期限' : task.bidRound === 2 ? '最终报价截止' : '报价截止', one ? 'To be answered by' : task.bidRound === 2 ? 'Final offers due' : 'Bids due', task.bidDeadline),
    ...(task.bidRound === 1 && task.firstOpenedAt ? [own('first-opened', '首轮开启', 'First round opened', task.firstOpenedAt)] : []),
  ];
}

function laterSteps(task: ServiceTask): Step[] {
  return [
    ...(METHODS[task.method].who !== 'one' ? [own('opened', METHODS[task.method].final ? '开启最终报价' : '开标', METHODS[task.method].final ? 'Final offers opened' : 'Bids opened', task.openedAt)] : []),
    own('awarded', METHODS[task.method].who === 'one' ? '成交' : '定标', 'Awarded', task.awardedAt),
  ];
}

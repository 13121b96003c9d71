import { Injectable } from '@nestjs/common';
import { Directory, Organisation } from '@huanbao/identity';
import { Actor, Clock, Db, notFound } from '@huanbao/platform';
import Decimal from 'decimal.js';
import { Consequences } from '../consequences/consequences.service';
import { CreditStanding } from '../credit.entity';
import { dayOutside, eventUnknown, schemeUnknown } from '../credit.errors';
import { subjectPolicy } from '../credit.policy';
import { knownAt, Ledger } from '../engine/ledger';
import type { Line, Outcome, Standing } from '../engine/outcome';
import { whatIf } from '../engine/what-if';
import { eventType } from '../schemes/event-types';
import { CreditListings } from './listings';
import { LedgerStore } from '../ledger/ledger-store';
import { type LoadedScheme, SchemeBook } from '../schemes/scheme-book';
import { compute, isReading } from '../standings/compute';
import { isSubjectKind } from '../standings/standings.service';
import type { CreditAsOfDto, CreditWhatIfDto } from './subject.dto';
import type { BroughtMeasureView, CreditLineView, CreditNextView, CreditSideView, CreditSubjectView, CreditWhatIfView } from './subject.view';

/** Ids of events by their keys: outside, events are named by ids. */
type Ids = ReadonlyMap<string, string>;

/** A subject as of a day, and what it would be. */
@Injectable()
export class SubjectQueries {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly store: LedgerStore,
    private readonly book: SchemeBook,
    private readonly consequences: Consequences,
    private readonly listings: CreditListings,
    private readonly clock: Clock,
  ) {}

  /** The subject, seen by who may. @throws 404 otherwise */
  async seen(actor: Actor, id: string): Promise<Organisation> {
    const organisation = await this.directory.organisation(id);
    if (!organisation || !isSubjectKind(organisation.kind)) throw notFound();
    subjectPolicy.require(actor, 'credit.read', { subjectId: id, regionCode: organisation.regionCode });
    return organisation;
  }

  async show(actor: Actor, id: string, query: CreditAsOfDto): Promise<CreditSubjectView> {
    const organisation = await this.seen(actor, id);
    const today = this.clock.today();
    const day = query.day ?? today;
    if (day > today) throw dayOutside();
    const whole = await this.store.of(id);
    const ledger = query.knownAt ? knownAt(whole, new Date(query.knownAt).toISOString()) : whole;
    const { loaded, outcome, computed } = await this.outcomeOf(organisation, ledger, { day, scheme: query.scheme });
    const standing = day === today && !query.knownAt ? await this.db.repo(CreditStanding).findOneBy({ subjectId: id }) : null;
    const ids = await this.idsOf(id);
    const side = sideOf(loaded, outcome, ids);
    const listed: BroughtMeasureView[] = [];
    for (const one of await this.listings.of(id, day)) listed.push(...(await this.brought([one.list, 'listed'], `${one.title} ${one.documentNo}`, day)));
    return {
      subjectId: id, subjectName: organisation.name, subjectKind: loaded.scheme.subjectKind, uscc: organisation.uscc, day, knownAt: query.knownAt ?? null, scheme: loaded.scheme.key, schemeTitle: loaded.scheme.title, schemeBasis: loaded.scheme.legalBasis,
      hasUnverified: loaded.rows.some(row => !row.verified), ...side, gradeByScore: outcome.gradeByScore, gradeByScoreTitle: titleOf(loaded, outcome.gradeByScore), vetoes: [...outcome.vetoes], gradeSince: standing?.gradeSince ?? null,
      results: computed.results.map(one => ({ ...one, vetoes: [...one.vetoes] })), measures: [...(await this.brought([loaded.scheme.key, outcome.grade], side.gradeTitle, day)), ...listed], next: nextOf(outcome, ids),
      actions: subjectPolicy.actionsOn(actor, { subjectId: id, regionCode: organisation.regionCode }),
    };
  }

  /** What would change if; nothing is kept. */
  async suppose(actor: Actor, id: string, { scheme, repair, remove, add, readings }: CreditWhatIfDto): Promise<CreditWhatIfView> {
    const organisation = await this.seen(actor, id);
    const day = this.clock.today();
    const ledger = await this.store.of(id);
    const ids = await this.idsOf(id);
    const keys = new Map([...ids].map(([key, eventId]) => [eventId, key]));
    const keyAt = (pointer: string) => (eventId: string, nth: number): string => {
      const key = keys.get(eventId);
      if (!key) throw eventUnknown(`${pointer}/${nth}`);
      return key;
    };
    const { loaded } = await this.outcomeOf(organisation, ledger, { day, scheme });
    const supposition = {
      repair: repair.map(keyAt('/repair')), remove: remove.map(keyAt('/remove')),
      add: add.map(({ type, on }) => ({ type, on, severity: eventType(type)?.severity ?? ('general' as const), title: eventType(type)?.zh ?? type, points: null })),
      readings: readings.map(({ indicator, measure = null, score = null }) => ({ indicator, measure, score })),
    };
    const { before, after } = whatIf(loaded.compiled, ledger, { day, supposition });
    return { day, scheme: loaded.scheme.key, schemeTitle: loaded.scheme.title, before: sideOf(loaded, before, ids), after: sideOf(loaded, after, ids), delta: new Decimal(after.score).minus(before.score).toFixed(2) };
  }

  async outcomeOf(organisation: Organisation, ledger: Ledger, { day, scheme }: { readonly day: string; readonly scheme: string | undefined }): Promise<{ loaded: LoadedScheme; outcome: Outcome; computed: ReturnType<typeof compute> }> {
    if (!isSubjectKind(organisation.kind)) throw notFound();
    const computed = compute(await this.book.on(day, organisation.kind), ledger);
    const chosen = scheme ? computed.outcomes.find(one => one.loaded.scheme.key === scheme) : computed.outcomes[0];
    if (!chosen) throw schemeUnknown();
    return { loaded: chosen.loaded, outcome: chosen.outcome, computed };
  }

  private async brought(rule: readonly [string, string], because: string, day: string): Promise<BroughtMeasureView[]> {
    return (await this.consequences.of([rule], day)).map(one => ({ ...one, because }));
  }

  private async idsOf(subjectId: string): Promise<Map<string, string>> {
    const rows = await this.db.query<{ key: string; id: string }>('SELECT key, id FROM credit_event WHERE subject_id = $1', [subjectId]);
    return new Map(rows.map(row => [row.key, row.id]));
  }
}

const titleOf = ({ compiled }: LoadedScheme, grade: string): string => compiled.tiers.find(tier => tier.code === grade)?.title ?? grade;

export function sideOf(loaded: LoadedScheme, { score, grade, lines }: Outcome, ids: Ids): CreditSideView {
  const tier = loaded.compiled.tiers.find(one => one.code === grade);
  return { score, grade, gradeTitle: tier?.title ?? grade, colour: tier?.row.attributes.colour ?? 'grey', lines: lines.map(line => lineView(line, ids)) };
}

function lineView({ events, ...line }: Line, ids: Ids): CreditLineView {
  return { ...line, eventIds: events.flatMap(key => ids.get(key) ?? []) };
}

/** The first event that ends by itself, and the first that may be repaired. */
function nextOf({ standings, nextChangeOn }: Outcome, ids: Ids): CreditNextView {
  const active = standings.filter(one => one.status === 'active' && !isReading(one.event.type));
  const first = (of: (one: Standing) => string | null): Standing | null => active.filter(one => of(one) !== null).sort((a, b) => ((of(a) as string) < (of(b) as string) ? -1 : 1))[0] ?? null;
  const [ending, repairable] = [first(one => one.until), first(one => one.repairFrom)];
  return { on: nextChangeOn, endingEventId: ending ? (ids.get(ending.event.key) ?? null) : null, endingOn: ending?.until ?? null, repairEventId: repairable ? (ids.get(repairable.event.key) ?? null) : null, repairFrom: repairable?.repairFrom ?? null };
}

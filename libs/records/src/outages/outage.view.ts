import { Actor } from '@huanbao/platform';
import { RecordWordsView } from '../ledger/ledger.view';
import { pollutantTitle } from '../monitoring/words';
import { monitoringPolicy } from '../records.policy';
import { MonitoringOutage, type OutageState } from './outage.entity';

export class OutageView {
  id!: string;
  permitId!: string;
  permitNumber!: string;
  enterpriseId!: string;
  enterpriseName!: string;
  siteName!: string;
  place!: string;
  pollutants!: string[];
  pollutantTitles!: RecordWordsView[];
  startedAt!: string;
  /** Null while it fails. */
  endedAt!: string | null;
  cause!: string;
  state!: OutageState;
  /** Last civil day for the repair; null where no row holds. By reference data that nobody has compared with the text. */
  repairBy!: string | null;
  /** It lasts, or lasted, longer. */
  repairLate!: boolean;
  reportedLate!: boolean;
  reportedAt!: string;
  reportedByName!: string;
  /** What was repaired, or why the report was taken back. */
  closingNote!: string | null;
  closedAt!: string | null;
  closedByName!: string | null;
  version!: number;
  actions!: string[];
}

export class OutagePageView {
  items!: OutageView[];
  nextCursor!: string | null;
}

export class OutageGapView {
  from!: string;
  to!: string;
}

/** A pollutant of a failure: how many samples by hand it needs up to now, and the stretches that are too long. */
export class OutageNeedView {
  pollutant!: string;
  pollutantTitle!: RecordWordsView;
  /** Two samples lie no further apart than this. */
  hoursApart!: number;
  /** `permit`: the plan says so; `reference`: the usual of the reference data. */
  hoursFrom!: 'permit' | 'reference';
  needed!: number;
  taken!: number;
  missing!: number;
  gaps!: OutageGapView[];
}

export class OutageDetailView extends OutageView {
  needs!: OutageNeedView[];
  /** Where the usual hours come from. */
  basis!: string;
  basisVerified!: boolean;
}

export class OutageMarkView {
  place!: string;
  placeName!: string;
  pollutants!: string[];
  pollutantTitles!: RecordWordsView[];
}

export class OutagePlacesView {
  /** Places with automatic monitoring by the plan of today. */
  places!: OutageMarkView[];
}

/** @param today civil day, for what still lasts */
export function outageView(actor: Actor, row: MonitoringOutage, today: string, endedOn: string | null): OutageView {
  const { id, permitId, permitNumber, enterpriseId, enterpriseName, siteName, place, pollutants, startedAt, endedAt, cause, state, repairBy, reportedLate, reportedAt, reportedByName, closingNote, closedAt, closedByName, version } = row;
  const iso = (at: Date | null): string | null => at && at.toISOString();
  return {
    id, permitId, permitNumber, enterpriseId, enterpriseName, siteName, place, pollutants, pollutantTitles: pollutants.map(one => ({ ...pollutantTitle(one) })), cause, state, repairBy, reportedLate, reportedByName, closingNote, closedByName, version,
    startedAt: startedAt.toISOString(), endedAt: iso(endedAt), reportedAt: reportedAt.toISOString(), closedAt: iso(closedAt), repairLate: state !== 'withdrawn' && repairBy !== null && (endedOn ?? today) > repairBy,
    actions: state === 'withdrawn' ? [] : monitoringPolicy.actionsOn(actor, row),
  };
}

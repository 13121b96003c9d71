/** A name in both languages. */
export class NamedView {
  zh!: string;
  en!: string;
}

/** One act, as the chain keeps it, with the names of today. */
export class AuditEntryView {
  /** Place in the chain. */
  seq!: string;
  at!: Date;
  actorUserId!: string | null;
  /** null: nobody was signed in, or the account is unknown. */
  actorName!: string | null;
  actorOrgId!: string | null;
  actorOrgName!: string | null;
  /** Nobody may know yet who did what here, such as who bids before the opening. */
  withheld!: boolean;
  /** On whose behalf a delegate acted. */
  onBehalfOf!: string | null;
  onBehalfOfName!: string | null;
  /** `permit-application.submit` */
  action!: string;
  /** What was done, in words; null: nobody named this code. */
  actionName!: NamedView | null;
  subjectType!: string;
  /** The kind of record, in words. */
  subjectTypeName!: NamedView | null;
  subjectId!: string;
  /** What the record is called, where it is a person or an organisation. */
  subjectName!: string | null;
  /** Ids, states and names of fields; no personal data. */
  details!: Record<string, unknown>;
  /** W3C trace of the request or job, to be found in the log. */
  trace!: string | null;
}

/** What acts can be about, to choose from. */
export class AuditAreaView {
  /** `credit-event`: the filter `action` takes it. */
  code!: string;
  name!: NamedView;
}

export class AuditAreasView {
  /** In the order of their Chinese names. */
  items!: AuditAreaView[];
}

export class AuditPageView {
  items!: AuditEntryView[];
  /** null on the last page. */
  nextCursor!: string | null;
}

import { forbidden, notFound } from '../http/app-error';
import { Actor } from './actor';

/** One row of a policy table: these roles, standing in this relation to the record, may do the action. */
export interface Grant {
  readonly roles: readonly string[];
  /** `any` needs no record; other words are computed by the policy's `relations`. */
  readonly relation: string;
}

export const grant = (relation: string, ...roles: string[]): Grant => ({ roles, relation });

export type PolicyTable<A extends string> = Readonly<Record<A, readonly Grant[]>>;

interface PolicyDefinition<A extends string, R> {
  readonly room: string;
  readonly table: PolicyTable<A>;
  /** Which relations the actor has to the record, e.g. `own`, `delegated:submit`, `jurisdiction`. Pure, no I/O. */
  readonly relations: (actor: Actor, record: R) => readonly string[];
  /** The action that means "sees the record": who may not do it gets 404, not 403. */
  readonly read: NoInfer<A>;
}

/**
 * One policy table of one kind of record: action × role × relation, default deny.
 * The same table guards the route, decides on the record, feeds `GET /me` and is walked by a test.
 */
export class Policy<A extends string, R> {
  constructor(private readonly definition: PolicyDefinition<A, R>) {}

  get room(): string {
    return this.definition.room;
  }
  get table(): PolicyTable<A> {
    return this.definition.table;
  }
  get actions(): readonly A[] {
    return Object.keys(this.definition.table) as A[];
  }

  /** May the actor do this to *some* record? The gate of the route. */
  opens(actor: Actor, action: A): boolean {
    return this.definition.table[action].some(g => g.roles.some(role => actor.roles.includes(role)));
  }

  /** May the actor do this to *this* record? */
  may(actor: Actor, action: A, record: R): boolean {
    const relations = this.definition.relations(actor, record);
    return this.definition.table[action].some(
      g => g.roles.some(role => actor.roles.includes(role)) && (g.relation === 'any' || relations.includes(g.relation)),
    );
  }

  sees(actor: Actor, record: R): boolean {
    return this.may(actor, this.definition.read, record);
  }

  /** @throws 404 when the record is not the actor's to see, 403 when seen but the action is not theirs. */
  require(actor: Actor, action: A, record: R | null | undefined): asserts record is R {
    if (record == null || !this.sees(actor, record)) throw notFound();
    if (!this.may(actor, action, record)) throw forbidden();
  }

  /** What the actor may do to the record, whatever its state; views carry it so that the web shows only that. */
  actionsOn(actor: Actor, record: R): A[] {
    return this.actions.filter(action => this.may(actor, action, record));
  }
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the registry holds policies of every record type
type AnyPolicy = Policy<any, any>;
const registry = new Map<string, AnyPolicy>();

/** Defines and registers a policy. Action names are global: `permit-application.submit`. */
export function definePolicy<A extends string, R>(definition: PolicyDefinition<A, R>): Policy<A, R> {
  const policy = new Policy<A, R>(definition);
  for (const action of policy.actions) {
    if (registry.has(action)) throw new Error(`Action ${action} is defined twice`);
    registry.set(action, policy);
  }
  return policy;
}

export function policyOf(action: string): AnyPolicy | undefined {
  return registry.get(action);
}

/** Every action with its grants, for `GET /me`, the documentation and the walking test. */
export function allGrants(): ReadonlyMap<string, readonly Grant[]> {
  return new Map([...registry].map(([action, policy]) => [action, policy.table[action] as readonly Grant[]]));
}

/** What these roles may do, with the relations under which they may: the table `GET /me` returns. */
export function permissionsOf(roles: readonly string[]): Record<string, string[]> {
  const result: Record<string, string[]> = {};
  for (const [action, grants] of allGrants()) {
    const relations = grants.filter(g => g.roles.some(role => roles.includes(role))).map(g => g.relation);
    if (relations.length > 0) result[action] = [...new Set(relations)];
  }
  return result;
}

/** How far an evaluation has come, in its order. Taken off the list: it counts least; on a list that is not published: not begun. */
const WAY = ['dropped', 'listed', 'reporting', 'checking', 'reviewing', 'reviewed', 'publicity', 'objection', 'approved', 'correcting', 'deciding', 'published'] as const;

/** A place on the list of a year, with the state of its case where it has one. */
export interface Place {
  readonly removed: boolean;
  readonly state: string | null;
}

/** Which of two places of one enterprise in one year stays: the one that is further along, between equals the verified one’s. Pure. */
export const furthest = (known: Place, verified: Place): 'known' | 'verified' => (wayOf(known) > wayOf(verified) ? 'known' : 'verified');

const wayOf = ({ removed, state }: Place): number => WAY.indexOf((removed ? 'dropped' : (state ?? 'listed')) as (typeof WAY)[number]);

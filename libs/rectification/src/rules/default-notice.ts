import type { DefaultNotice } from '../entities';

/** The notice on which something can still be done; one that came to nothing only stays to be read. Pure. */
export const liveNotice = (notice: DefaultNotice | null): DefaultNotice | null => (notice && !notice.refused ? notice : null);

/** What the party sees: what was not served is not there for it, the one before is. Pure. */
export const servedNotice = (notice: DefaultNotice | null): DefaultNotice | null => (notice && !notice.served ? (notice.before ?? null) : notice);

/** It may answer once, to the end of the last day. Pure. */
export const mayAnswer = (notice: DefaultNotice | null, today: string): boolean => notice?.until != null && notice.statement === null && today <= notice.until;

/** After the answer, or when the days for it are over. Pure. */
export const mayBeDecided = (notice: DefaultNotice | null, today: string): boolean => notice?.until != null && (notice.statement !== null || today > notice.until);

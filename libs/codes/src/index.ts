export type { Parsed, Sentence } from './parsed';
export { normaliseCode } from './parsed';
export { organisationCheckDigit, parseUscc, usccCheckCharacter } from './uscc';
export type { UsccParts } from './uscc';
export { hj608PermitNumber, parsePermitNumber } from './permit-number';
export type { PermitNumberParts } from './permit-number';
export { FACILITY_KINDS, nextCode, parseFacilityCode, repeatedCodes } from './facility';
export type { FacilityKind, FacilityParts } from './facility';
export { parseAdcode } from './adcode';

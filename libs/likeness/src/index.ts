export { isNobody } from './authors';
export { bandsOf, minHash, type MinHash, normalised, shingles, SHORTEST, similarity } from './text';

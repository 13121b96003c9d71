/** Files of the service of papers of a case: proof and consent, for the officers alone. */
export const SERVICE_FILES = 'case-service';

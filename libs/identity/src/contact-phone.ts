/** Binds the encrypted contact number to its column. */
export const PHONE_CONTEXT = 'organisation.contact_phone';

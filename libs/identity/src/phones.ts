/** The digits of a telephone number as they are stored and looked up: without separators and without +86. */
export function phoneDigits(text: string): string {
  const digits = text.replace(/\D/g, '');
  return /^86\d{11}$/.test(digits) ? digits.slice(2) : digits;
}

/** `138****0000`: enough to recognise, not enough to call. */
export function maskPhone(phone: string): string {
  const digits = phone.replace(/\D/g, '');
  return `${digits.slice(0, 3)}****${digits.slice(-4)}`;
}

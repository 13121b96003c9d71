const REVOKE_MS = 30_000;

/** Hands bytes to the browser as a file on the person's own device. */
export function saveBlob(name: string, blob: Blob): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // a phone's browser reads the address after the click has returned
  setTimeout(() => URL.revokeObjectURL(url), REVOKE_MS);
}

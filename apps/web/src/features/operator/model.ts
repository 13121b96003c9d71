/** Bytes as people read them. */
export function readableSize(bytes: string): string {
  const megabytes = Number(bytes) / 1024 / 1024;
  return megabytes < 1024 ? `${megabytes.toFixed(0)} MB` : `${(megabytes / 1024).toFixed(1)} GB`;
}

/** The end of a long id, where ids made at the same time differ; the whole of it stands in the details. */
export const shortId = (id: string): string => (id.length > 13 ? `…${id.slice(-8)}` : id);

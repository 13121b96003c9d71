export default async (): Promise<Record<string, unknown>> => ({});

import { rest } from '@/api/rest';
import { openingShare, toBase64, UnsealError, type PrivateJwk } from '@huanbao/sealing';
import { taskPath, type HolderName, type SealedShare } from './model';

/**
 * A holder of the bureau unwraps its shares here: the key, which serves many tasks, never leaves this device.
 * A share that does not unwrap is said so; the server tells a right one from a wrong one by itself.
 */
export async function giveShares(taskId: string, holder: HolderName, key: PrivateJwk): Promise<void> {
  const path = taskPath(taskId);
  const { bids } = await rest<{ readonly bids: readonly SealedShare[] }>('GET', `${path}/opening/shares?holder=${holder}`);
  const shares = [];
  for (const { bidId, firmId, envelope } of bids) shares.push({ bidId, share: await unwrapped(openingShare(envelope, holder, key, { taskId, firmId })) });
  await rest('POST', `${path}/open`, { body: { holder, shares } });
}

async function unwrapped(share: Promise<Uint8Array>): Promise<string | null> {
  try {
    return toBase64(await share);
  } catch (error) {
    if (error instanceof UnsealError) return null;
    throw error;
  }
}

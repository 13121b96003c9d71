import { ProblemError } from '@/api/problem';
import type { DeviceDraft } from '@/shared/field/device-draft';
import { isSignedIn } from '@/shared/form/draft';
import { onDevice, type Photo } from './draft';

interface WithPhotos {
  readonly clientId: string;
  readonly photos: readonly Photo[];
}

export const isPlacing = (photos: readonly Photo[]): boolean => photos.some(photo => photo.placing === true);

/** A record takes no photo after it was sent: one whose place is still asked for would stay behind. @throws ProblemError */
export function assertPlaced(photos: readonly Photo[]): void {
  if (!isPlacing(photos)) return;
  throw new ProblemError(409, 'photos.placing', {
    zh: '有照片还在定位，请等几秒再提交；手机询问是否允许定位的，请先选择',
    en: 'The place of a photo is still being asked for. Wait a few seconds and send again; if the phone asks whether it may, answer first.',
  });
}

/** What one person wrote does not go under the session of another. @throws ProblemError */
export function assertWriter(owner: string): void {
  if (isSignedIn(owner)) return;
  throw new ProblemError(401, 'session.not-the-writer', {
    zh: '现在登录的不是填写人。内容仍在本机，请由填写人登录后提交',
    en: 'Whoever is signed in now did not write this. It is kept on this device: the one who wrote it signs in and sends it.',
  });
}

/** The server has it: the draft goes, but neither photos the server does not have, nor what was changed while it was on its way. */
export function letGo<D extends WithPhotos>(store: Pick<DeviceDraft<D>, 'latest' | 'change' | 'drop'>, sent: D, fresh: () => D): void {
  const { clientId, photos } = store.latest();
  if (clientId !== sent.clientId) return;
  const left = onDevice(photos);
  if (left.length === 0) store.drop();
  else store.change(() => ({ ...fresh(), photos: left }));
}

import { api, call } from '@/api/client';
import type { CaptchaChallenge } from '@/api/contract';
import { captchaText, solve } from './pow';

/** Fetches a challenge and solves it in the background. @returns the text for the field `captcha` */
export async function newCaptcha(): Promise<string> {
  const challenge = await call<CaptchaChallenge>(api.GET('/api/v1/auth/captcha'));
  return captchaText(challenge, await solveAside(challenge));
}

function solveAside(challenge: CaptchaChallenge): Promise<number> {
  // Very old browsers have no workers; the page then solves itself.
  if (typeof Worker === 'undefined') return solve(challenge);
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./pow.worker.ts', import.meta.url), { type: 'module' });
    worker.onmessage = (event: MessageEvent<{ number?: number; error?: string }>) => {
      worker.terminate();
      if (event.data.number === undefined) reject(new Error(event.data.error));
      else resolve(event.data.number);
    };
    worker.onerror = () => {
      worker.terminate();
      solve(challenge).then(resolve, reject);
    };
    worker.postMessage(challenge);
  });
}

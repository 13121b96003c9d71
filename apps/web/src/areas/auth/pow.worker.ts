import type { CaptchaChallenge } from '@/api/contract';
import { solve } from './pow';

/** Solves beside the page, so that typing stays fluent. */
self.onmessage = (event: MessageEvent<CaptchaChallenge>) => {
  solve(event.data).then(
    number => self.postMessage({ number }),
    (error: Error) => self.postMessage({ error: error.message }),
  );
};

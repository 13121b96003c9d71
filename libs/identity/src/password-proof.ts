import { Injectable } from '@nestjs/common';
import { Passwords } from '@huanbao/platform';
import type { AppUser } from './identity.entity';
import { Throttle } from './throttle.service';

/** The subject under which guesses at a person's password are counted, wherever they are made. */
export const passwordSubject = (userId: string): string => `password ${userId}`;

/** Whether a password is the person's. Each look counts as an attempt; nobody costs the same time as somebody. */
@Injectable()
export class PasswordProof {
  private decoy?: Promise<string>;

  constructor(
    private readonly passwords: Passwords,
    private readonly throttle: Throttle,
  ) {}

  /** Not inside a transaction: the count must outlive a refusal. @throws 429 `auth.locked` */
  async prove(user: AppUser | null, password: string, subject = passwordSubject(user?.id ?? 'nobody')): Promise<boolean> {
    await this.throttle.take(subject);
    this.decoy ??= this.passwords.hash('a password nobody has');
    const decoy = await this.decoy;
    const right = await this.passwords.verify(user?.passwordHash ?? decoy, password);
    if (!user || !right) return false;
    await this.throttle.clear(subject);
    return true;
  }
}

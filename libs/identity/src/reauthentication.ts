import { Injectable } from '@nestjs/common';
import { Actor, Db } from '@huanbao/platform';
import { AppUser } from './identity.entity';
import { signInAgain, wrongPassword } from './identity.errors';
import { PasswordProof } from './password-proof';
import { SessionsService } from './sessions.service';

/** What changes how a person signs in needs more than a session that somebody left open (ASVS 7.5.1). */
@Injectable()
export class Reauthentication {
  constructor(
    private readonly db: Db,
    private readonly proof: PasswordProof,
    private readonly sessions: SessionsService,
  ) {}

  /** Passes with the right password, or within a quarter of an hour of signing in. @throws 403 `auth.sign-in-again`, 400 at `/password` */
  async require(actor: Actor, password: string | undefined): Promise<void> {
    if (password === undefined) {
      if (await this.sessions.isFresh(actor)) return;
      throw signInAgain();
    }
    const user = await this.db.repo(AppUser).findOneByOrFail({ id: actor.userId });
    if (!(await this.proof.prove(user, password))) throw wrongPassword('password');
  }
}

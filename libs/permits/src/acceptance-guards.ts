import { Injectable } from '@nestjs/common';
import type { PermitApplication } from './application.entity';

/** What another room holds against the acceptance of an application; it throws, with basis and remedy, when it must not happen. */
export interface AcceptanceGuard {
  beforeAccept(application: PermitApplication): Promise<void>;
}

/** Rooms above permits (credit) speak here before an officer accepts; permits know none of them. Silence (art. 9) is not held up by it. */
@Injectable()
export class AcceptanceGuards {
  private readonly guards: AcceptanceGuard[] = [];

  register(guard: AcceptanceGuard): void {
    this.guards.push(guard);
  }

  async beforeAccept(application: PermitApplication): Promise<void> {
    for (const guard of this.guards) await guard.beforeAccept(application);
  }
}

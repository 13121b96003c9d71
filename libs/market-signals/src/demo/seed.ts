import { INestApplicationContext } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { CollusionComparing } from '../comparing.service';

/** Looks at an opened task of the demonstration city as the job does; the job finds nothing new afterwards. */
export async function seedSignalsDemo(app: INestApplicationContext, taskId: string): Promise<void> {
  const comparing = app.get(CollusionComparing, { strict: false });
  const found = await comparing.signalsOf(taskId);
  if (found) await app.get(Db, { strict: false }).transaction(() => comparing.keep(found.task, found.signals));
}

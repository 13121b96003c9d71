import { INestApplicationContext } from '@nestjs/common';
import { ReferenceBook } from './reference-book';

/** Loads the values that rooms ship with; what an officer verified or ended stays. */
export async function seedReference(app: INestApplicationContext): Promise<void> {
  await app.get(ReferenceBook).load();
}

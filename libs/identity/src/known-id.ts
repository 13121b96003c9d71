import { ParseUUIDPipe } from '@nestjs/common';
import { notFound } from '@huanbao/platform';

/** A malformed id names nothing: 404, as an unknown or a foreign one. */
export const KnownId = new ParseUUIDPipe({ exceptionFactory: () => notFound() });

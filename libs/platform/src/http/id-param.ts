import { Param, ParseUUIDPipe } from '@nestjs/common';
import { notFound } from './app-error';

/** A record's id from the path. What is no id at all is answered like an id that does not exist: 404. */
export const IdParam = (name = 'id'): ParameterDecorator => Param(name, new ParseUUIDPipe({ exceptionFactory: () => notFound() }));

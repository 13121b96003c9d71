import { ArgumentMetadata, Injectable, ValidationError, ValidationPipe } from '@nestjs/common';
import { FieldProblem, invalidFields } from './app-error';
import { rememberRules } from './remembered-rules';
import { sentenceFor } from './validation-sentences';

rememberRules();

/** Unknown members are refused, nothing is converted silently, and every problem points at its field. */
@Injectable()
export class StrictValidationPipe extends ValidationPipe {
  constructor() {
    super({
      transform: true,
      whitelist: true,
      forbidNonWhitelisted: true,
      forbidUnknownValues: true,
      stopAtFirstError: false,
      transformOptions: { enableImplicitConversion: false, exposeUnsetFields: false },
      exceptionFactory: errors => invalidFields(flatten(errors, '')),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    // A missing body is an empty object: the answer then names the missing fields instead of failing on undefined.
    return super.transform(metadata.type === 'body' && value == null ? {} : value, metadata) as Promise<unknown>;
  }
}

function flatten(errors: readonly ValidationError[], base: string): FieldProblem[] {
  return errors.flatMap(error => {
    const pointer = `${base}/${error.property.replaceAll('~', '~0').replaceAll('/', '~1')}`;
    const own = Object.entries(error.constraints ?? {}).map(([rule, message]): FieldProblem => ({ pointer, code: rule, ...sentenceFor(rule, message) }));
    return [...own, ...flatten(error.children ?? [], pointer)];
  });
}

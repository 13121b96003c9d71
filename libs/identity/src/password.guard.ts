import { ExecutionContext, Injectable } from '@nestjs/common';
import { AuthGuard } from '@nestjs/passport';
import { invalidFields, StrictValidationPipe } from '@huanbao/platform';
import { LoginDto } from './dto/identity.dto';
import type { AppUser } from './identity.entity';

/** passport's password check, with our words. Guards run before pipes, so the form of the body is judged here already. */
@Injectable()
export class PasswordGuard extends AuthGuard('local') {
  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const { body } = context.switchToHttp().getRequest<{ body: unknown }>();
    await new StrictValidationPipe().transform(body, { type: 'body', metatype: LoginDto });
    return (await super.canActivate(context)) as boolean;
  }

  override handleRequest<T = AppUser>(error: unknown, user: T | false): T {
    if (error) throw error;
    if (user) return user;
    throw invalidFields([
      { pointer: '/login', code: 'isNotEmpty', zh: '请填写邮箱或手机号', en: 'Enter your e-mail address or mobile number.' },
      { pointer: '/password', code: 'isNotEmpty', zh: '请填写密码', en: 'Enter your password.' },
    ]);
  }
}

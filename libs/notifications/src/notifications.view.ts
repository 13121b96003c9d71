import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsOptional, ValidateNested } from 'class-validator';
import { PageQuery } from '@huanbao/platform';
import { TOPICS } from './topics';

const NAMES = TOPICS.map(each => each.topic);

export class InboxQuery extends PageQuery {
  @IsOptional() @IsIn(['true', 'false']) unread?: 'true' | 'false';
  @IsOptional() @IsIn(NAMES) topic?: string;
}

export class TwoLanguagesView {
  zh!: string;
  en!: string;
}

export class NotificationView {
  id!: string;
  topic!: string;
  title!: TwoLanguagesView;
  body!: TwoLanguagesView;
  link!: string | null;
  createdAt!: string;
  readAt!: string | null;
}

export class NotificationPage {
  items!: NotificationView[];
  nextCursor!: string | null;
}

export class UnreadView {
  count!: number;
}

export class PreferenceView {
  topic!: string;
  label!: TwoLanguagesView;
  /** Always true: some messages start legal periods. */
  inApp!: boolean;
  mail!: boolean;
}

export class PreferenceDto {
  @IsIn(NAMES) topic!: string;
  @IsBoolean() mail!: boolean;
}

export class NotificationPreferencesDto {
  @IsArray() @ArrayMaxSize(20) @ValidateNested({ each: true }) @Type(() => PreferenceDto)
  preferences!: PreferenceDto[];
}

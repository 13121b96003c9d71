export { NotificationsModule, NotificationsHttpModule, NotificationsJobsModule } from './notifications.module';
export { NOTIFICATIONS_ENTITIES } from './notification.entity';
export { Notifier, Message, Recipients } from './notifier';
export { Mailer, type Mail } from './mailer';

import { ProsePage } from './ProsePage';

export const PrivacyPage = () => <ProsePage name="privacy" />;

import { ProsePage } from './ProsePage';

export const AccessibilityPage = () => <ProsePage name="accessibility" />;

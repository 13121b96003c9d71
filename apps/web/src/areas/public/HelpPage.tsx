import { ProsePage } from './ProsePage';

export const HelpPage = () => <ProsePage name="help" />;

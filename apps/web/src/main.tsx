import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from '@/app/App';
import { startI18n } from '@/i18n';
import { applyDisplay } from '@/theme/display';
import '@/theme/global.css';
import { giveStylesTheNonce } from '@/theme/style-nonce';

giveStylesTheNonce();
applyDisplay();

void startI18n().then(() => {
  const place = document.getElementById('root');
  if (!place) throw new Error('index.html has no #root');
  createRoot(place).render(
    <StrictMode>
      <App />
    </StrictMode>,
  );
});

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { readPath } from '@/api/rest';
import type { Signature, SignatureCheck } from './model';

const COMMANDS = `xxd -r -p line.hex line.sig
openssl dgst -sm3 content.json
openssl dgst -sm3 -sigopt distid:1234567812345678 -verify key.pem -signature line.sig line.txt`;

function save(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 30_000);
}

/** How to check the record without this platform, with everything that is needed for it. */
export function VerifyOffline({ record }: { readonly record: Signature }) {
  const { t } = useTranslation('evidence');
  const check = useQuery(readPath<SignatureCheck>('/api/v1/public/signatures/check', { hash: record.hash }));
  return (
    <details className="hb-card">
      <summary>{t('verify.title')}</summary>
      <div className="hb-stack hb-evidence__verify">
        <ol>
          <li>{t('verify.step1')}</li>
          <li>{t('verify.step2')}</li>
          <li>{t('verify.step3')}</li>
        </ol>
        <div className="hb-row">
          <Button size="small" onClick={() => save('line.txt', record.signedText)}>{t('verify.line')}</Button>
          <Button size="small" onClick={() => save('line.hex', record.signature)}>{t('verify.signature')}</Button>
          <Button size="small" disabled={!check.data?.publicKeyPem} onClick={() => save('key.pem', check.data?.publicKeyPem ?? '')}>{t('verify.key')}</Button>
        </div>
        <pre className="hb-evidence__code" tabIndex={0}>{COMMANDS}</pre>
        <dl className="hb-evidence__hashes">
          <dt>{t('verify.hash')}</dt>
          <dd className="hb-num">{record.hash}</dd>
          {record.paper && (
            <>
              <dt>{t('verify.paperSm3')}</dt>
              <dd className="hb-num">{record.paper.sm3}</dd>
              <dt>{t('verify.paperSha256')}</dt>
              <dd className="hb-num">{record.paper.sha256}</dd>
            </>
          )}
          <dt>{t('verify.line')}</dt>
          <dd className="hb-evidence__long hb-small">{record.signedText}</dd>
        </dl>
      </div>
    </details>
  );
}

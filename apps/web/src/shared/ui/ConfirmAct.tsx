import { Input, Modal } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeptText } from '@/shared/form/kept-text';
import { ProblemAlert } from './ProblemAlert';
import './confirm-act.css';
import { useTyped } from './use-typed';

export interface ConfirmActProps {
  readonly open: boolean;
  /** The question: 撤销这份授权委托？ */
  readonly title: string;
  /** The act itself, as the button says it: 撤销授权. Never “确定”. */
  readonly act: string;
  readonly danger?: boolean;
  /** What is being signed, line by line. */
  readonly summary?: readonly { readonly label: string; readonly value: ReactNode }[];
  /** Consequences, in plain words. */
  readonly children?: ReactNode;
  /** Asks for a reason and passes it on; the label says who will read it. */
  readonly reason?: { readonly label: string; readonly required?: boolean; readonly placeholder?: string };
  /** Names what is written as the reason, e.g. `reject:01…`: it is kept on this device until the act is done. */
  readonly draft?: string;
  /** The act is blocked until this is true, e.g. while a form inside is incomplete. */
  readonly ready?: boolean;
  readonly onConfirm: (reason: string) => Promise<unknown>;
  readonly onClose: () => void;
}

/** Last look before an act that counts: what is being done, then the act. Stays open and explains when it fails; what was typed is not lost by a click beside it. */
export function ConfirmAct(props: ConfirmActProps) {
  const { t } = useTranslation();
  const state = useConfirmation(props);
  const { guard, onInput } = useTyped(props.open);
  return (
    <Modal
      open={props.open}
      title={props.title}
      okText={props.act}
      cancelText={t('action.back')}
      okButtonProps={{ danger: props.danger, disabled: props.ready === false }}
      confirmLoading={state.busy}
      onOk={() => void state.confirm()}
      onCancel={state.close}
      destroyOnHidden
      {...guard}
    >
      <div className="hb-stack hb-confirm" onInput={onInput}>
        <ProblemAlert error={state.error} />
        {props.children}
        {props.summary && (
          <dl className="hb-confirm__summary">
            {props.summary.map(line => (
              <div key={line.label}>
                <dt>{line.label}</dt>
                <dd>{line.value}</dd>
              </div>
            ))}
          </dl>
        )}
        {props.reason && <Reason spec={props.reason} value={state.reason} onChange={state.setReason} showMissing={state.showMissing} />}
      </div>
    </Modal>
  );
}

function useConfirmation({ reason: spec, draft, onConfirm, onClose }: ConfirmActProps) {
  const [reason, setReason, forget] = useKeptText(draft);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const missing = Boolean(spec?.required) && reason.trim() === '';

  const close = (): void => {
    if (draft === undefined) setReason('');
    setAsked(false);
    setError(null);
    onClose();
  };
  const confirm = async (): Promise<void> => {
    setAsked(true);
    if (missing || busy) return;
    setBusy(true);
    setError(null);
    try {
      await onConfirm(reason.trim());
      forget();
      close();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy(false);
    }
  };
  return { reason, setReason, busy, error, showMissing: asked && missing, close, confirm };
}

interface ReasonProps {
  readonly spec: NonNullable<ConfirmActProps['reason']>;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly showMissing: boolean;
}

function Reason({ spec, value, onChange, showMissing }: ReasonProps) {
  const { t } = useTranslation();
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="hb-confirm__label">
        {spec.label}
        {!spec.required && <span className="hb-muted">{t('form.optional')}</span>}
      </label>
      <Input.TextArea
        id={id}
        value={value}
        autoSize={{ minRows: 3, maxRows: 8 }}
        maxLength={1000}
        placeholder={spec.placeholder}
        status={showMissing ? 'error' : undefined}
        aria-invalid={showMissing}
        aria-describedby={`${id}-error`}
        onChange={event => onChange(event.target.value)}
      />
      <p id={`${id}-error`} className="hb-field-error" role="alert">
        {showMissing ? t('form.writeReason') : ''}
      </p>
    </div>
  );
}

import { Modal } from 'antd';
import type { ReactNode } from 'react';
import { useTyped } from './use-typed';

interface Props {
  readonly open?: boolean;
  readonly title: ReactNode;
  readonly width?: number;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A window with a form: once something was typed, a click beside it or the Escape key closes it no more; its own button still does. */
export function FormDialog({ open = true, title, width, onClose, children }: Props) {
  const { guard, onInput } = useTyped(open);
  return (
    <Modal open={open} title={title} footer={null} width={width} onCancel={onClose} destroyOnHidden {...guard}>
      <div onInput={onInput}>{children}</div>
    </Modal>
  );
}

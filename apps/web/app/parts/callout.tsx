import type { ReactNode } from 'react';
import { Sign } from './tag';
import type { Tone } from '../terms/states';

interface Props {
  tone: Tone;
  title?: string;
  children?: ReactNode;
  role?: 'status' | 'alert';
  id?: string;
}

export function Callout({ tone, title, children, role, id }: Props) {
  return (
    <div id={id} className={`callout tone-${tone}`} role={role}>
      {title && (
        <p className="callout-title">
          <Sign tone={tone} /> {title}
        </p>
      )}
      {children && <div>{children}</div>}
    </div>
  );
}

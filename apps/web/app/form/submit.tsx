import type { ReactNode } from 'react';
import { useNavigation } from 'react-router';

interface Props {
  children: ReactNode;
  tone?: 'quiet' | 'danger';
  name?: string;
  value?: string;
  className?: string;
}

/** A button at work keeps its words, says that it is busy and refuses a second press. */
export function Submit({ children, tone, name, value, className = '' }: Props) {
  const { state, formData } = useNavigation();
  const isBusy = state !== 'idle' && formData !== undefined && (!name || formData.get(name) === value);
  return (
    <button
      type="submit"
      className={`button ${tone ?? ''} ${className}`}
      name={name}
      value={value}
      aria-busy={isBusy || undefined}
      onClick={(event) => isBusy && event.preventDefault()}
    >
      {children}
    </button>
  );
}

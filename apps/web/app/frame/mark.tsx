/** The exchange's sign: two prices stepping towards each other. */
export function Mark() {
  return (
    <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true" className="flex-none text-primary">
      <rect width="32" height="32" rx="4" fill="currentColor" />
      <path d="M6 21h6v-5h6v-5h8" fill="none" className="stroke-on-primary" strokeWidth="2.5" />
      <path d="M6 26h20" className="stroke-on-primary" strokeWidth="2.5" />
    </svg>
  );
}

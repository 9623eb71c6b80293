/** The sign of Entente: two circles, and what they share. */
export function Sign({ size = 24 }: { size?: number }) {
  return (
    <svg aria-hidden="true" width={size} height={size} viewBox="0 0 24 24">
      <circle cx="9" cy="12" r="7" fill="none" stroke="var(--text-1)" strokeWidth="1.8" />
      <circle cx="15" cy="12" r="7" fill="none" stroke="var(--text-1)" strokeWidth="1.8" />
      <path d="M12 5.68a7 7 0 0 1 0 12.64 7 7 0 0 1 0-12.64z" fill="var(--accent)" />
    </svg>
  );
}

/** The sign as a drawing for an empty page. */
export function SignDrawing() {
  return (
    <svg aria-hidden="true" width="120" height="56" viewBox="0 0 120 56">
      <g fill="none" stroke="var(--line-2)" strokeWidth="1.5">
        <circle cx="49" cy="28" r="22" />
        <circle cx="71" cy="28" r="22" />
      </g>
      <path
        d="M60 8.95a22 22 0 0 1 0 38.1 22 22 0 0 1 0-38.1z"
        fill="var(--accent-soft)"
        stroke="var(--accent-line)"
        strokeWidth="1.5"
        strokeDasharray="3 3"
      />
    </svg>
  );
}

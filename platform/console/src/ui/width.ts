/** Below this width the page is one column for a thumb. */
export const NARROW = "(max-width: 719.98px)";

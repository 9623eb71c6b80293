import {
  ActionIcon,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Drawer,
  Modal,
  Popover,
  SegmentedControl,
  Skeleton,
  Tooltip,
} from "@mantine/core";

/* Palettes are the one place beside tokens.css where colours stand: Mantine computes with them. */
export const theme = createTheme({
  colors: {
    canard: [
      "#eef9fb",
      "#d5f1f6",
      "#b4e3eb",
      "#8dd1dd",
      "#5ec0cf",
      "#4faebe",
      "#148298",
      "#036173",
      "#005160",
      "#003e4a",
    ],
    gray: [
      "#f7f9fa",
      "#eef2f4",
      "#e5e9eb",
      "#d2d8db",
      "#aab3b7",
      "#859094",
      "#606d73",
      "#465258",
      "#2b3539",
      "#162024",
    ],
    dark: [
      "#e7ebee",
      "#aeb7bc",
      "#919ca1",
      "#687277",
      "#323a3d",
      "#22282b",
      "#1b2124",
      "#13181a",
      "#0b1012",
      "#070a0b",
    ],
  },
  primaryColor: "canard",
  primaryShade: { light: 7, dark: 5 },
  autoContrast: true,
  white: "#ffffff",
  black: "#162024",
  fontFamily: "var(--font)",
  fontFamilyMonospace: "var(--mono)",
  fontSizes: { xs: "11px", sm: "12px", md: "13px", lg: "14px", xl: "16px" },
  lineHeights: { xs: "16px", sm: "16px", md: "20px", lg: "20px", xl: "24px" },
  spacing: { xs: "4px", sm: "8px", md: "12px", lg: "16px", xl: "24px" },
  radius: { xs: "4px", sm: "6px", md: "8px", lg: "12px", xl: "999px" },
  defaultRadius: "sm",
  shadows: { sm: "var(--elev-1)", md: "var(--elev-2)", xl: "var(--elev-3)" },
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    ActionIcon: ActionIcon.extend({
      defaultProps: { size: "md", variant: "subtle", color: "gray" },
    }),
    Button: Button.extend({ defaultProps: { size: "md", variant: "default" } }),
    Drawer: Drawer.extend({
      defaultProps: {
        position: "right",
        size: 520,
        attributes: { header: { role: "presentation" } },
      },
    }),
    Modal: Modal.extend({
      defaultProps: {
        yOffset: 104,
        radius: "lg",
        shadow: "xl",
        // Their heading is no banner of the page.
        attributes: { header: { role: "presentation" } },
      },
    }),
    Popover: Popover.extend({ defaultProps: { shadow: "md", radius: "md", withArrow: false } }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: { withItemsBorders: false } }),
    Skeleton: Skeleton.extend({ defaultProps: { radius: "xs", animate: false } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400 } }),
  },
});

/** Mantine draws with our tokens, which change with the theme by themselves. */
export const variables: CSSVariablesResolver = () => ({
  variables: {
    "--mantine-color-body": "var(--surface)",
    "--mantine-color-text": "var(--text-1)",
    "--mantine-color-dimmed": "var(--text-3)",
    "--mantine-color-placeholder": "var(--text-3)",
    "--mantine-color-default": "var(--surface)",
    "--mantine-color-default-border": "var(--line-2)",
    "--mantine-color-default-hover": "var(--hover)",
    "--mantine-color-default-color": "var(--text-1)",
    "--mantine-color-error": "var(--danger)",
    "--mantine-color-anchor": "var(--accent-text)",
    "--mantine-color-canard-filled": "var(--accent)",
    "--mantine-color-canard-filled-hover": "var(--accent-hover)",
  },
  // Mantine's own values for the dark stand nearer than those for both.
  light: { "--mantine-color-canard-filled-hover": "var(--accent-hover)" },
  dark: { "--mantine-color-canard-filled-hover": "var(--accent-hover)" },
});

import { deskEn } from "@/lib/texts/desk-en";
import type { fr } from "@/lib/texts/fr";
import { en as files } from "./files/en";
import { en as imports } from "./imports/en";
import { en as jobs } from "./jobs/en";
import { en as record } from "./record/en";

export const en: typeof fr = {
  ...deskEn,
  skip: "Skip to content",
  close: "Close",
  home: "Home",
  lists: "Lists",
  navigation: "Navigation",
  bottomBar: "Home and lists",
  toasts: "Messages",
  groups: {
    relations: "Relations",
    business: "Business",
    activity: "Activity",
    attached: "Attached",
    team: "Team",
  },
  tenants: {
    title: "Choose a workspace",
    lead: "Hello {{name}}. Where would you like to work?",
    none: "No workspace is open to you",
    noneHint:
      "Your account exists but is a member of no workspace. An administrator can invite you.",
    operatorHint:
      "You run the platform: this account is a member of no workspace and works through the API.",
    switch: "Switch workspace",
    all: "All workspaces",
  },
  preferences: {
    title: "Account and preferences",
    language: "Language",
    theme: "Theme",
    light: "Light",
    dark: "Dark",
    auto: "Auto",
    signOut: "Sign out",
  },
  overview: {
    lead: "What you can look at here.",
    empty: "Nothing to look at yet",
    emptyHint: "Your roles open no list. An administrator can extend them.",
  },
  list: {
    views: "Views",
    all: "All",
    shown_one: "{{count}} shown",
    shown_many: "{{count}} shown",
    shown_other: "{{count}} shown",
    count: "Count all",
    total: "{{n}} in total",
    atLeast: "at least {{n}}",
    more: "Show more",
    loading: "Loading",
    end: "End of the list",
    empty: "No {{plural}} yet",
    emptyHint: "You will see {{fields}} here, one line per {{one}}.",
    noMatch: "Nothing in “{{view}}”",
    noMatchHint: "The filter of this view lets nothing through for now.",
    showAll: "Show all",
    noField: "No field of this list is open to you",
    noFieldHint: "An administrator can extend your roles.",
  },
  problem: {
    missing: "Page not found",
    missingHint: "It may have a new name, or it is not open to you.",
    toTenants: "Choose a workspace",
    forbidden: "This list is not open to you",
    forbiddenHint: "Your roles do not allow this. An administrator can extend them.",
    failed: "The page could not be loaded",
    failedHint: "Nothing is lost. The service is usually back within a minute.",
    refused: "This view cannot be shown",
    retry: "Try again",
    reference: "Reference",
    copy: "Copy the reference",
    signingIn: "Signing in…",
  },
  values: { none: "empty", hidden: "Not visible" },
  ...record,
  ...imports,
  ...jobs,
  ...files,
};

import { createRootRoute, createRoute, createRouter, Outlet } from "@tanstack/react-router";
import { Overview } from "@/features/entities/overview";
import { RecordList } from "@/features/records/list";
import { Chooser } from "@/features/tenants/chooser";
import { root as mount } from "@/lib/place";
import { Missing } from "@/ui/problem-state";
import { Frame } from "./shell/frame";
import { Shell } from "./shell/shell";

const top = createRootRoute({
  component: Outlet,
  notFoundComponent: () => (
    <Frame>
      <Missing />
    </Frame>
  ),
});

const chooser = createRoute({
  getParentRoute: () => top,
  path: "/",
  component: () => (
    <Frame>
      <Chooser />
    </Frame>
  ),
});

const tenant = createRoute({
  getParentRoute: () => top,
  path: "t/$tenant",
  component: function Tenant() {
    return <Shell tenant={tenant.useParams().tenant} />;
  },
});

const overview = createRoute({
  getParentRoute: () => tenant,
  path: "/",
  component: function TenantOverview() {
    return <Overview tenant={tenant.useParams().tenant} />;
  },
});

const list = createRoute({
  getParentRoute: () => tenant,
  path: "e/$entity",
  validateSearch: ({ view }: Record<string, unknown>): { view?: string } =>
    typeof view === "string" ? { view } : {},
  component: function List() {
    const { tenant: name, entity } = list.useParams();
    return <RecordList tenant={name} entity={entity} view={list.useSearch().view} />;
  },
});

export const router = createRouter({
  routeTree: top.addChildren([chooser, tenant.addChildren([overview, list])]),
  basepath: mount,
  trailingSlash: "preserve",
  defaultPreload: false,
});

declare module "@tanstack/react-router" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with theirs
  interface Register {
    router: typeof router;
  }
}

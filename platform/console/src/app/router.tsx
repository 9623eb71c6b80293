import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from "@tanstack/react-router";
import { CreateAsides } from "@/features/create/asides";
import { Overview } from "@/features/entities/overview";
import type { ListSearch } from "@/features/records/selection";
import { Chooser } from "@/features/tenants/chooser";
import { root as mount } from "@/lib/place";
import { Missing, ProblemState } from "@/ui/problem-state";
import { atFirst, known, there } from "./loading";
import { queries } from "./queries";
import { parseSearch, stringifySearch } from "./search";
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
  loader: ({ params }) => atFirst(known(params.tenant)),
  component: function Tenant() {
    const { tenant: name } = tenant.useParams();
    return (
      <CreateAsides tenant={name}>
        <Shell tenant={name} />
      </CreateAsides>
    );
  },
});

const overview = createRoute({
  getParentRoute: () => tenant,
  path: "/",
  component: function TenantOverview() {
    return <Overview tenant={tenant.useParams().tenant} />;
  },
});

const lists = () => import("@/features/records/list");
const RecordList = lazyRouteComponent(lists, "RecordList");

const list = createRoute({
  getParentRoute: () => tenant,
  path: "e/$entity",
  validateSearch: ({ view, filter, sort }: Record<string, unknown>): ListSearch => ({
    ...(typeof view === "string" ? { view } : {}),
    ...(typeof filter === "string" ? { filter } : {}),
    ...(typeof sort === "string" ? { sort } : {}),
  }),
  loaderDeps: ({ search }) => search,
  loader: ({ params, deps }) => {
    const records = Promise.all([lists(), known(params.tenant)]).then(([{ askAhead }]) =>
      askAhead(queries, params.tenant, params.entity, deps),
    );
    return Promise.all([there(RecordList), atFirst(records)]);
  },
  component: function List() {
    const { tenant: name, entity } = list.useParams();
    return <RecordList key={entity} tenant={name} entity={entity} search={list.useSearch()} />;
  },
});

const RecordPage = lazyRouteComponent(() => import("@/features/record/page"), "RecordPage");

const record = createRoute({
  getParentRoute: () => tenant,
  path: "e/$entity/$id",
  validateSearch: ({ tab }: Record<string, unknown>): { tab?: string } =>
    typeof tab === "string" ? { tab } : {},
  loader: () => there(RecordPage),
  component: function ShownRecord() {
    return <RecordPage {...record.useParams()} {...record.useSearch()} />;
  },
});

const CreatePage = lazyRouteComponent(() => import("@/features/create/page"), "CreatePage");

const creation = createRoute({
  getParentRoute: () => tenant,
  path: "e/$entity/new",
  loader: () => there(CreatePage),
  component: function Creation() {
    return <CreatePage {...creation.useParams()} />;
  },
});

const ImportPage = lazyRouteComponent(() => import("@/features/imports/page"), "ImportPage");

const importing = createRoute({
  getParentRoute: () => tenant,
  path: "import/$entity",
  validateSearch: ({ job }: Record<string, unknown>): { job?: string } =>
    typeof job === "string" ? { job } : {},
  loader: () => there(ImportPage),
  component: function Importing() {
    const { tenant: name, entity } = importing.useParams();
    return (
      <ImportPage key={entity} tenant={name} entity={entity} job={importing.useSearch().job} />
    );
  },
});

const JobsPage = lazyRouteComponent(() => import("@/features/jobs/overview"), "JobsPage");

const jobs = createRoute({
  getParentRoute: () => tenant,
  path: "jobs",
  loader: () => there(JobsPage),
  component: function Jobs() {
    return <JobsPage tenant={jobs.useParams().tenant} />;
  },
});

const JobPage = lazyRouteComponent(() => import("@/features/jobs/page"), "JobPage");

const job = createRoute({
  getParentRoute: () => tenant,
  path: "jobs/$job",
  loader: () => there(JobPage),
  component: function OneJob() {
    return <JobPage {...job.useParams()} />;
  },
});

export const router = createRouter({
  routeTree: top.addChildren([
    chooser,
    tenant.addChildren([overview, list, creation, record, importing, jobs, job]),
  ]),
  basepath: mount,
  trailingSlash: "preserve",
  parseSearch,
  stringifySearch,
  defaultErrorComponent: ({ error, reset }) => <ProblemState whole error={error} retry={reset} />,
  defaultPreload: false,
});

/** Brings the pages that most people open next, before anybody asks for them. */
export function bringPages() {
  RecordList.preload?.();
  RecordPage.preload?.();
}

declare module "@tanstack/react-router" {
  // biome-ignore lint/style/useConsistentTypeDefinitions: only an interface merges with theirs
  interface Register {
    router: typeof router;
  }
}

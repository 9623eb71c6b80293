import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { type Deed, type Job, jobQuery, tellJob } from "@/lib/jobs";
import { problemOf } from "@/lib/problem";
import { say } from "@/ui/toasts";

/** Tells a job what to do; what undoes it is another job, which is shown then. */
export function useTelling(tenant: string, job: Job) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (deed: Deed) => tellJob(tenant, job.id, deed),
    onSuccess: (told) => {
      queries.setQueryData(jobQuery(tenant, told.id).queryKey, told);
      if (told.id !== job.id) {
        navigate({ to: "/t/$tenant/jobs/$job", params: { tenant, job: told.id } });
      }
    },
    onError: (error) => {
      const { detail, title } = problemOf(error);
      say({ said: detail ?? title, failed: true });
    },
  });
}

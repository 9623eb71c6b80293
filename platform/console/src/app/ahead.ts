/**
 * Stands in the page itself and runs before anything is loaded: asks for what every page of a
 * tenant needs, and for the records of a list that was shown here before, while the scripts are
 * still on their way. `lib/ahead.ts` takes the answers. It can import nothing.
 */
{
  const base = new URL(document.baseURI).pathname;
  const [, root, tenant] = /^(.*\/)(t\/[^/]+\/)$/.exec(base) ?? [];
  if (root !== undefined && tenant !== undefined) {
    const lists = JSON.parse(localStorage.getItem("entente.ahead") ?? "{}");
    const { [location.pathname + location.search]: list } = lists as Record<string, string>;
    const api = `${root}${tenant}api/v1/`;
    const wanted = [`${api}meta/model`, `${api}me`, `${root}api/v1/me`];
    const listed = list?.startsWith(`${api}data/`) === true ? [list] : [];
    const asked = new Map<string, Promise<Response>>();
    for (const address of [...wanted, ...listed]) {
      const answer = fetch(address, { headers: { Accept: "application/json" } });
      // Who takes it asks once more.
      answer.catch(() => undefined);
      asked.set(address, answer);
    }
    window.ahead = asked;
  }
}
